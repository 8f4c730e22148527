import { documentKind } from '../document-kind.ts';
import { dayInWords, facts } from '../sheet.ts';

/** S3-e: what a school did about a finding, what proves it, and what was seen when it was looked at again. */
export const rectificationReport = documentKind({
  clause: 'S3-e', label: { zh: '整改报告和复查意见', en: 'Report of a rectification, and how it was looked at again' }, series: 'rectified',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', school: 'text', examined_clause: 'text', requirement: 'text', found: 'text', notice_number: 'note', due: 'day', answered_on: 'day', action: 'text', proof: 'text', recheck: 'text',
    filled_by: 'note', reviewed_by: 'note', responsible: 'note',
  },
  compose: (content) => ({
    title: '整改报告和复查意见',
    addressee: null,
    blocks: [
      facts(['学校', content.school], ['整改通知书', content.notice_number === '' ? '—' : content.notice_number], ['所涉条款', `${content.examined_clause} ${content.requirement}`], ['问题', content.found], ['整改期限', dayInWords(content.due)]),
      facts(['整改措施', content.action], ['答复日期', dayInWords(content.answered_on)], ['佐证材料', content.proof], ['复查意见', content.recheck], ['销号日期', dayInWords(content.dated)]),
    ],
    basis: ['S3-e'], closing: { kind: 'signed', dated: content.dated, filled_by: content.filled_by, reviewed_by: content.reviewed_by, responsible: content.responsible },
  }),
});
