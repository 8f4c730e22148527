import { documentKind } from '../document-kind.ts';
import { dayInWords, facts, paragraph } from '../sheet.ts';

/** S3-f: a school that was stopped takes part again. */
export const pilotResumeDecision = documentKind({
  clause: 'S3-f', label: { zh: '恢复改革试点决定', en: 'Decision to resume a pilot' }, series: 'pilot',
  issuedBy: 'matter', readers: 'concerned', correctable: true,
  fields: { dated: 'day', school_id: 'text', school: 'text', resumed_on: 'day', reason: 'text' },
  compose: (content) => ({
    title: `关于恢复${content.school}中高职一体化改革试点的决定`,
    addressee: content.school,
    blocks: [
      paragraph(`你校整改事项已全部销号，同意自${dayInWords(content.resumed_on)}起恢复中高职一体化改革试点。高职校区须重新申请认定。`),
      facts(['学校编号', content.school_id], ['恢复理由', content.reason]),
    ],
    basis: ['S3-f'], closing: { kind: 'issued', dated: content.dated },
  }),
});
