import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, facts } from '../sheet.ts';

/** R3-d: who of a school's final grade graduates, with the numbers of their diplomas. */
export const graduateRegister = documentKind({
  clause: 'R3-d', label: { zh: '毕业生名册', en: 'Register of graduates' }, series: 'graduates', issuedBy: 'matter', readers: 'concerned', correctable: false, wide: true,
  fields: {
    dated: 'day', college: 'text', institution_code: 'text', school_id: 'text', school: 'text', graduated_on: 'day',
    students: rows({ student_id: 'text', name: 'text', sex: 'text', programme: 'text', higher_code: 'text', class_id: 'note', cohort: 'text', number: 'text' }),
  },
  compose: (content) => ({
    title: `${content.school}${content.graduated_on.slice(0, 4)}届毕业生名册`,
    addressee: null,
    blocks: [
      facts(['高职院校', `${content.college}（院校代码 ${content.institution_code}）`], ['学校', content.school], ['毕业日期', content.graduated_on], ['人数', `${content.students.length} 人`]),
      {
        kind: 'table', caption: '毕业生',
        columns: [column('序号', 2, 'right'), column('学号', 4), column('姓名', 3), column('性别', 2), column('专业（代码）', 6), column('班级', 3), column('年级', 2), column('毕业证书编号', 6)],
        rows: content.students.map((one, at) => [String(at + 1), one.student_id, one.name, one.sex, `${one.programme}（${one.higher_code}）`, one.class_id, one.cohort, one.number]),
      },
    ],
    basis: ['R3-d'],
    closing: { kind: 'issued', dated: content.dated },
  }),
});
