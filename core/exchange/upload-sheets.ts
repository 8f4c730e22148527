import { code, date, number, optional, personal, reference, text, year } from './column.ts';
import type { RowOf } from './sheet.ts';
import { sheet } from './sheet.ts';

/** Admitted students as the enrolment office lists them; they stand on no register until they come to school. */
export const admissions = sheet('admissions', ['录取名单', 'Admitted students'], {
  exam_number: text('考生号', 'Exam number'),
  year: year('招生年份', 'Year'),
  name: text('姓名', 'Name'),
  sex: code('性别', 'Sex', { 1: ['男', 'Male'], 2: ['女', 'Female'] }),
  birth_date: date('出生日期', 'Date of birth'),
  id_number: optional(personal('citizen_id', text('身份证件号码', 'Citizen id number'))),
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  programme_id: reference('专业项目编号', 'Programme id', 'programmes'),
  score: optional(number('录取总分', 'Score', 'score')),
  admitted_on: date('录取日期', 'Admitted on'),
  guardian_name: optional(text('监护人姓名', 'Guardian name')),
  guardian_relation: optional(text('与学生关系', 'Relation')),
  guardian_phone: optional(personal('phone', text('监护人电话', 'Guardian phone'))),
}, { key: ['exam_number', 'year'] });

/** Who is registered electronically, as the provincial system or the national one lists them. */
export const eRegistrations = sheet('e_registrations', ['电子注册名单', 'Electronic registrations'], {
  student_id: text('学号', 'Student id'),
  name: text('姓名', 'Name'),
  registered_on: date('注册日期', 'Registered on'),
}, { key: ['student_id'] });

/** Sheets that are uploaded by themselves, beside those of the exchange format. */
export const uploadSheets = { admissions, e_registrations: eRegistrations } as const;

export type UploadSheetName = keyof typeof uploadSheets;
export type UploadRow<S extends UploadSheetName> = RowOf<(typeof uploadSheets)[S]>;
