import { code, date, integer, optional, personal, reference, text, year, yesNo } from '../column.ts';
import { sheet } from '../sheet.ts';

/** A student's place on the roll: a new row whenever stage, grade, status or campus changes. */
export const students = sheet('students', ['学生学籍', 'Students'], {
  student_id: text('学号', 'Student id'),
  name: text('姓名', 'Name'),
  sex: code('性别', 'Sex', { 1: ['男', 'Male'], 2: ['女', 'Female'] }),
  birth_date: date('出生日期', 'Date of birth'),
  id_number: optional(personal('citizen_id', text('身份证件号码', 'Citizen id number', 'citizen_id'))),
  programme_id: reference('专业项目编号', 'Programme id', 'programmes'),
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  campus_id: optional(reference('校区编号', 'Campus id', 'campuses')),
  cohort: year('入学年份', 'Cohort'),
  stage: code('学段', 'Stage', { secondary: ['中职', 'Secondary'], higher: ['高职', 'Higher'] }),
  grade: integer('年级', 'Grade', 'year', [1, 5]),
  status: code('学籍状态', 'Status', {
    enrolled: ['在读', 'Enrolled'],
    repeating: ['留级', 'Repeating'],
    internship: ['岗位实习', 'On internship'],
    suspended: ['休学', 'Suspended'],
    place_kept: ['保留学籍', 'Place kept'],
    withdrawn: ['退学', 'Withdrawn'],
    transferred_out: ['转出', 'Transferred out'],
    graduated: ['毕业', 'Graduated'],
    completed: ['结业', 'Completed'],
    incomplete: ['肄业', 'Incomplete'],
  }),
  // No reference: `classes` holds the classes of campuses only, and secondary students have classes too.
  class_id: optional(text('班级编号', 'Class id')),
  boarder: optional(yesNo('是否住宿', 'Boarder')),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['student_id', 'from'], noOverlap: ['student_id'] });

export const guardians = sheet('guardians', ['监护人', 'Guardians'], {
  student_id: reference('学号', 'Student id', 'students'),
  name: text('监护人姓名', 'Guardian name'),
  relation: text('与学生关系', 'Relation'),
  phone: optional(personal('phone', text('联系电话', 'Phone'))),
}, { key: ['student_id', 'name'] });

export const departures = sheet('departures', ['离校登记', 'Departures'], {
  student_id: reference('学号', 'Student id', 'students'),
  on: date('离校日期', 'On'),
  kind: code('离校类别', 'Kind of departure', {
    withdrawn: ['退学', 'Withdrawn'],
    suspended: ['休学', 'Suspended'],
    transferred_out: ['转出', 'Transferred out'],
  }),
}, { key: ['student_id', 'on'] });
