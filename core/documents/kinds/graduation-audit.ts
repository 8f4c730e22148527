import { documentKind } from '../document-kind.ts';
import { rows } from '../field.ts';
import { column, facts, paragraph } from '../sheet.ts';

/** R3-d, M9-e: the audit of a school's final grade as it was decided, a line for each student. */
export const graduationAudit = documentKind({
  clause: 'R3-d', label: { zh: '毕业资格审核表', en: 'Graduation audit sheet' }, series: 'graduation_audit', issuedBy: 'matter', readers: 'concerned', correctable: false, wide: true,
  fields: {
    dated: 'day', college: 'text', school_id: 'text', school: 'text', audited_on: 'day', graduated: 'count', completed: 'count', incomplete: 'count', exempted: 'count',
    students: rows({
      student_id: 'text', name: 'text', class_id: 'note', programme: 'text', credits: 'text', conduct: 'text', internship: 'text', certificate: 'text', fees: 'note', decision: 'text', number: 'text',
    }),
  },
  compose: (content) => ({
    title: `${content.school}毕业资格审核表`,
    addressee: null,
    blocks: [
      facts(
        ['高职院校', content.college], ['学校', content.school], ['审核口径日期', content.audited_on],
        ['结论', `毕业 ${content.graduated} 人，结业 ${content.completed} 人，肄业 ${content.incomplete} 人；毕业生中经批准免证 ${content.exempted} 人`]),
      {
        kind: 'table', caption: '逐人审核',
        columns: [
          column('序号', 2, 'right'), column('学号', 4), column('姓名', 3), column('班级', 3), column('专业', 4), column('学分', 3), column('操行', 2), column('实习', 2), column('证书', 3),
          column('费用（不作为条件）', 3), column('结论', 2), column('证书编号', 6),
        ],
        rows: content.students.map((one, at) => [
          String(at + 1), one.student_id, one.name, one.class_id, one.programme, one.credits, one.conduct, one.internship, one.certificate, one.fees, one.decision, one.number,
        ]),
      },
      paragraph('费用只作提示，不影响毕业结论。'),
    ],
    basis: ['R3-d', 'M9-e', 'M3-c', 'R4-b'],
    closing: { kind: 'issued', dated: content.dated },
  }),
});
