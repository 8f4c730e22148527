import { code, date, integer, optional, reference, references, text } from '../column.ts';
import { sheet } from '../sheet.ts';

/** What is signed for a student: the agreement on five years, insurance, internships. */
export const agreements = sheet('agreements', ['培养协议', 'Agreements'], {
  student_id: reference('学号', 'Student id', 'students'),
  signed_student_on: optional(date('学生签署日期', 'Signed by the student on')),
  signed_guardian_on: optional(date('监护人签署日期', 'Signed by the guardian on')),
  signed_school_on: optional(date('中职学校签署日期', 'Signed by the school on')),
  signed_college_on: optional(date('高职院校签署日期', 'Signed by the college on')),
  places: references('五年就读地点', 'Places of study of the five years', 'campuses', 'organisations'),
  copies_issued: integer('发放份数', 'Copies issued', 'copy'),
}, { key: ['student_id'] });

export const insurance = sheet('insurance', ['保险', 'Insurance'], {
  policy_no: text('保单号', 'Policy number'),
  kind: code('险种', 'Kind of insurance', {
    school_liability: ['校方责任险', 'School liability'],
    internship_liability: ['实习责任险', 'Internship liability'],
  }),
  student_id: reference('学号', 'Student id', 'students'),
  from: date('起始日期', 'From'),
  to: date('截止日期', 'To'),
}, { key: ['policy_no', 'student_id'] });

export const internships = sheet('internships', ['岗位实习', 'Internships'], {
  student_id: reference('学号', 'Student id', 'students'),
  employer_id: reference('实习单位编号', 'Employer id', 'organisations'),
  from: date('起始日期', 'From'),
  to: date('截止日期', 'To'),
  agreement_on: optional(date('三方协议签订日期', 'Agreement on')),
  safety_training_on: optional(date('安全培训日期', 'Safety training on')),
}, { key: ['student_id', 'from'] });
