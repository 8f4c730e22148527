import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** S1-a: the office admits a school to the pilot. */
export const pilotAdmission = documentKind({
  clause: 'S1-a', label: { zh: '学校加入试点决定', en: 'Decision to admit a school to the pilot' }, series: 'admission',
  issuedBy: 'matter', readers: 'concerned', correctable: true,
  fields: { dated: 'day', school_id: 'text', school: 'text', pilot_from: 'day', checklist: rows({ clause: 'text', item: 'text', answer: 'text' }) },
  compose: (content) => ({
    title: `关于同意${content.school}加入中高职一体化培养试点的决定`,
    addressee: content.school,
    blocks: [
      paragraph(`你校加入试点的申请收悉。经核查，符合试点条件。同意你校自${dayInWords(content.pilot_from)}起加入中高职一体化人才培养改革试点。`),
      paragraph('请按试点各项要求落实推进团队、合作专业和校区建设，按时上报数据，接受监督检查。'),
      facts(['学校编号', content.school_id], ['加入日期', dayInWords(content.pilot_from)]),
      {
        kind: 'table', caption: '条件核查清单', columns: [column('条款', 2), column('条件', 8), column('核查结果', 5)],
        rows: content.checklist.map(({ clause, item, answer }) => [clause, item, answer]),
      },
    ],
    basis: ['S1-a'], closing: { kind: 'issued', dated: content.dated },
  }),
});
