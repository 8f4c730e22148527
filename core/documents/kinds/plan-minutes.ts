import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** M8-b, M8-c: how the leading group decided on a plan, and that two bodies received it. */
export const planMinutes = documentKind({
  clause: 'M8-c', label: { zh: '招生计划审定纪要与报送回执', en: 'Minutes of a decision on a plan, with its receipts' }, series: 'minutes',
  issuedBy: 'matter', readers: 'concerned', correctable: false,
  fields: {
    dated: 'day', year: 'count', college: 'text', minutes_number: 'text', met_on: 'day', attendees: 'text', declaration_number: 'note',
    members: 'count', present: 'count', votes_for: 'count', votes_against: 'count', abstained: 'count',
    lines: rows({ school: 'text', programme: 'text', approved: 'count' }),
    province_number: 'text', province_on: 'day', exam_number: 'text', exam_on: 'day',
  },
  compose: (content) => ({
    title: `${content.college}${content.year}年招生计划审定纪要与报送回执`,
    addressee: null,
    blocks: [
      facts(['会议纪要编号', content.minutes_number], ['会议日期', dayInWords(content.met_on)], ['出席人员', content.attendees], ['招生计划申报表', content.declaration_number]),
      paragraph(`招生工作领导小组应到${content.members}人，实到${content.present}人；同意${content.votes_for}票，反对${content.votes_against}票，弃权${content.abstained}票，审定通过。`),
      {
        kind: 'table', caption: '审定人数', columns: [column('中职学校', 6), column('专业', 5), column('审定人数（人）', 3, 'right')],
        rows: content.lines.map(({ school, programme, approved }) => [school, programme, String(approved)]),
      },
      {
        kind: 'table', caption: '报送回执', columns: [column('接收单位', 5), column('回执编号', 6), column('回执日期', 4)],
        rows: [['省教育厅', content.province_number, dayInWords(content.province_on)], ['省教育考试院', content.exam_number, dayInWords(content.exam_on)]],
      },
    ],
    basis: ['M8-b', 'M8-c'], closing: { kind: 'issued', dated: content.dated },
  }),
});
