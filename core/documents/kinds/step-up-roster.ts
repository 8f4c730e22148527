import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** M9-d, M3-c: the scores of the step-up test and who steps up, issued with the decision. */
export const stepUpRoster = documentKind({
  clause: 'M9-d', label: { zh: '升段入学测试成绩与升段花名册', en: 'Scores of the step-up test and roster of those who step up' }, series: 'step_up',
  issuedBy: 'matter', readers: 'concerned', correctable: false, wide: true,
  fields: {
    dated: 'day', college: 'text', year: 'count', on: 'day', published_on: 'day', last_day: 'day', list_hash: 'text', going: 'count', staying: 'count', listed: 'note',
    schools: rows({ school: 'text', going: 'count', staying: 'count' }),
    students: rows({ student_id: 'text', name: 'text', school: 'text', filed: 'note', test: 'note', resit: 'note', counts: 'note', decision: 'text', higher_major: 'note', class_id: 'note' }),
  },
  compose: (content) => ({
    title: `${content.college}${content.year}年升段入学测试成绩与升段花名册`,
    addressee: null,
    blocks: [
      facts(
        ['升段日期', dayInWords(content.on)], ['升段人数', `${content.going} 人`], ['未升段人数', `${content.staying} 人`],
        ['公示期', `${dayInWords(content.published_on)}至${dayInWords(content.last_day)}`], ['名单校验值', content.list_hash], ['说明', content.listed === '' ? '无' : content.listed]),
      {
        kind: 'table', caption: '各校人数', columns: [column('学校', 8), column('升段', 3, 'right'), column('未升段', 3, 'right')],
        rows: content.schools.map(({ school, going, staying }) => [school, String(going), String(staying)]),
      },
      {
        kind: 'table', caption: '成绩与决定',
        columns: [
          column('序号', 2, 'right'), column('学号', 5), column('姓名', 3), column('学校', 5), column('备案名册', 5), column('测试', 2, 'right'), column('补考', 2, 'right'), column('计入', 2, 'right'), column('决定', 3),
          column('高职专业', 4), column('班级', 3),
        ],
        rows: content.students.map((one, at) => [
          String(at + 1), one.student_id, one.name, one.school, one.filed, one.test, one.resit, one.counts, one.decision, one.higher_major, one.class_id,
        ]),
      },
    ],
    basis: ['M9-d', 'M3-c', 'R3-c'], closing: { kind: 'issued', dated: content.dated },
  }),
});
