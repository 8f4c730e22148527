import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts, paragraph } from '../sheet.ts';

/** S3-f: the pilot of a school is stopped, with what becomes of its students, campuses and funds. */
export const pilotStopDecision = documentKind({
  clause: 'S3-f', label: { zh: '停止改革试点决定及善后安排', en: 'Decision to stop a pilot, with what follows' }, series: 'pilot',
  issuedBy: 'matter', readers: 'concerned', correctable: true,
  fields: {
    dated: 'day', school_id: 'text', school: 'text', last_day: 'day', reason: 'text', failed: 'note', hearing_number: 'text', heard_on: 'day', attendees: 'text',
    students: rows({ grade: 'text', students: 'count' }), campuses: rows({ campus: 'text', outcome: 'text' }),
    /** Why nothing could be settled; empty where it was. */
    funds_note: 'note', funds: rows({ item: 'text', from: 'text', to: 'text', due: 'text', paid: 'text', left: 'text' }), held: rows({ campus: 'text', fund: 'text', came: 'text', spent: 'text', left: 'text' }),
  },
  compose: (content) => ({
    title: `关于停止${content.school}中高职一体化改革试点的决定`,
    addressee: content.school,
    blocks: [
      paragraph(`因整改不到位、影响办学质量，决定停止你校中高职一体化改革试点，${dayInWords(content.last_day)}为试点最后一日，次日起不再招收试点新生。`),
      facts(['学校编号', content.school_id], ['停止理由', content.reason], ['未到位的整改', content.failed === '' ? '—' : content.failed], ['听证记录', content.hearing_number], ['听取意见日期', dayInWords(content.heard_on)], ['参加人员', content.attendees]),
      paragraph('在校学生学籍不变，由学校和学院按原培养方案培养至毕业，升段、毕业和就业服务照常办理。试点经费在三十日内结清。'),
      {
        kind: 'table', caption: '在校学生', columns: [column('年级', 5), column('人数（人）', 4, 'right')],
        rows: content.students.map(({ grade, students }) => [grade, String(students)]),
      },
      paragraph(content.funds_note !== '' ? content.funds_note : content.funds.length === 0 ? `截至${dayInWords(content.last_day)}没有未结清的款项。` : `截至${dayInWords(content.last_day)}未结清的款项如下，由付款方在三十日内结清。`),
      ...(content.funds.length === 0 ? [] : [{
        kind: 'table' as const, caption: '未结清的款项（元）',
        columns: [column('款项', 4), column('付款方', 4), column('收款方', 4), column('应付', 3, 'right'), column('已付', 3, 'right'), column('未付', 3, 'right')],
        rows: content.funds.map((one) => [one.item, one.from, one.to, one.due, one.paid, one.left]),
      }]),
      ...(content.held.length === 0 ? [] : [{
        kind: 'table' as const, caption: '各项资金结存（元）', columns: [column('校区', 4), column('资金', 4), column('已到账', 3, 'right'), column('已用', 3, 'right'), column('结存', 3, 'right')],
        rows: content.held.map((one) => [one.campus, one.fund, one.came, one.spent, one.left]),
      }]),
      {
        kind: 'table', caption: '高职校区', columns: [column('校区', 7), column('处理', 6)],
        rows: content.campuses.map(({ campus, outcome }) => [campus, outcome]),
      },
    ],
    basis: ['S3-f'], closing: { kind: 'issued', dated: content.dated },
  }),
});
