import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, dayInWords, facts } from '../sheet.ts';

/** M3-c: the list of new students as it is filed, with its three seals. Citizen ids are masked: whoever must see one reveals it. */
export const newStudentList = documentKind({
  clause: 'M3-c', label: { zh: '新生录取名册', en: 'List of new students' }, series: 'new_students',
  issuedBy: 'matter', readers: 'concerned', correctable: false, wide: true,
  fields: {
    dated: 'day', school_id: 'text', school: 'text', college: 'text', year: 'count', addition: 'note', list_hash: 'text',
    students: rows({
      student_id: 'text', name: 'text', sex: 'text', id_number: 'note', roll_number: 'note', exam_number: 'note', score: 'note',
      programme: 'text', secondary_code: 'text', higher_code: 'text', class_id: 'note',
    }),
    seals: rows({ party: 'text', by: 'text', on: 'day' }),
  },
  compose: (content) => ({
    title: `${content.school}${content.year}级中高职一体化新生录取名册`,
    addressee: null,
    blocks: [
      facts(['学校', content.school], ['高职院校', content.college], ['人数', `${content.students.length} 人`], ['补报原因', content.addition === '' ? '无' : content.addition], ['名册校验值', content.list_hash]),
      {
        kind: 'table', caption: '新生名册',
        columns: [
          column('序号', 2, 'right'), column('姓名', 3), column('性别', 2), column('证件号码', 6), column('学籍号', 6), column('中考号', 4), column('总分', 2, 'right'),
          column('专业（中职/高职代码）', 6), column('班级', 4),
        ],
        rows: content.students.map((one, at) => [
          String(at + 1), one.name, one.sex, one.id_number, one.roll_number, one.exam_number, one.score, `${one.programme}（${one.secondary_code}/${one.higher_code}）`, one.class_id,
        ]),
      },
      {
        kind: 'table', caption: '盖章', columns: [column('单位', 4), column('经办', 4), column('日期', 4)],
        rows: content.seals.map(({ party, by, on }) => [party, by, dayInWords(on)]),
      },
    ],
    basis: ['M3-c', 'R3-b'],
    closing: { kind: 'issued', dated: content.dated },
  }),
});
