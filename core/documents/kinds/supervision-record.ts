import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** S3-a, S3-c: what was looked at during a visit, line by line; what is not met with the notice that it led to. */
export const supervisionRecord = documentKind({
  clause: 'S3-a', label: { zh: '督导检查记录', en: 'Record of a supervision visit' }, series: 'supervision',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', school_id: 'text', school: 'text', college: 'text', visit: 'text', on: 'day', period: 'text', visitors: 'text', note: 'note', checklist_hash: 'text',
    met: 'count', not_met: 'count', not_looked_at: 'count', corrects: 'note',
    lines: rows({ clause: 'text', item: 'text', answer: 'text', remark: 'note', severity: 'note', notice: 'note' }),
    filled_by: 'text', reviewed_by: 'note', responsible: 'note',
  },
  compose: (content) => ({
    title: '督导检查记录',
    addressee: null,
    blocks: [
      facts(
        ['检查类型', content.visit], ['学校', content.school], ['检查单位', content.college], ['检查日期', dayInWords(content.on)], ['所属时段', content.period], ['检查人员', content.visitors],
        ['检查结果', `符合 ${content.met} 项，不符合 ${content.not_met} 项，未查 ${content.not_looked_at} 项`], ['检查表校验值', content.checklist_hash]),
      ...(content.corrects === '' ? [] : [paragraph(`更正说明：${content.corrects}`)]),
      ...(content.note === '' ? [] : [paragraph(`综合意见：${content.note}`)]),
      {
        kind: 'table', caption: '检查项目',
        columns: [column('依据', 3), column('检查内容', 8), column('结果', 3), column('情况', 6), column('等级', 3), column('整改通知书', 5)],
        rows: content.lines.map(({ clause, item, answer, remark, severity, notice }) => [clause, item, answer, remark, severity, notice]),
      },
    ],
    basis: ['S3-a', 'S3-b', 'S3-c', 'S3-d'],
    closing: { kind: 'signed', dated: content.dated, filled_by: content.filled_by, reviewed_by: content.reviewed_by, responsible: content.responsible },
  }),
});
