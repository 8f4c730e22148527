import { date, integer, list, optional, reference, text, year } from '../column.ts';
import { sheet } from '../sheet.ts';

/** Programmes, the heads counted at a campus, and the yearly intake. */
export const programmes = sheet('programmes', ['专业项目', 'Programmes'], {
  programme_id: text('专业项目编号', 'Programme id'),
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  college_id: reference('高职院校编号', 'College id', 'organisations'),
  campus_id: optional(reference('校区编号', 'Campus id', 'campuses')),
  secondary_code: text('中职专业代码', 'Secondary major code', 'secondary_major'),
  higher_code: text('高职专业代码', 'Higher major code', 'higher_major'),
  name: text('专业名称', 'Programme name'),
  enterprises: optional(list('合作企业', 'Partner enterprises')),
}, { key: ['programme_id'] });

export const headcounts = sheet('headcounts', ['校区人数', 'Headcounts'], {
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  on: date('统计日期', 'On'),
  higher_students: integer('高职段在校生数', 'Higher-stage students', 'person'),
  boarders: optional(integer('住宿生数', 'Boarders', 'person')),
}, { key: ['campus_id', 'on'] });

export const intakes = sheet('intakes', ['招生情况', 'Intakes'], {
  year: year('招生年份', 'Year'),
  school_id: reference('中职学校编号', 'School id', 'organisations'),
  programme_id: reference('专业项目编号', 'Programme id', 'programmes'),
  planned: optional(integer('计划数', 'Planned', 'person')),
  admitted: optional(integer('录取数', 'Admitted', 'person')),
  registered: optional(integer('注册数', 'Registered', 'person')),
}, { key: ['year', 'programme_id'] });

export const filings = sheet('filings', ['名单备案', 'Filings'], {
  student_id: reference('学号', 'Student id', 'students'),
  list_no: text('备案名册号', 'List number'),
  filed_on: date('备案日期', 'Filed on'),
}, { key: ['student_id'] });
