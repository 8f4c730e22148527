import { sheets } from '../exchange/sheets.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { divide, exact, toDecimalText, type Exact } from '../values/exact.ts';
import { academicYearOf, type PlainDate } from '../values/plain-date.ts';
import type { BaseFacts, FactsByKind, GuardianFacts, HostFacts, InternshipFacts, ProgrammeFacts, RowKind, StudentFacts, TeacherFacts } from './facts.ts';

/** A value that the product can put into a column; empty where the registers do not say it. */
export interface NationalField<F> {
  readonly label: Bilingual;
  readonly cell: (facts: F) => string;
}

type Fields<F> = Readonly<Record<string, NationalField<F>>>;

/** `20250901`, and the month of it: as JY/T 1002 writes days. */
const day = (on: PlainDate | null): string => on?.replaceAll('-', '') ?? '';
const MONTH_FIGURES = 6;
const month = (on: PlainDate | null): string => day(on).slice(0, MONTH_FIGURES);
const YES = '是';
const yesNo = (value: boolean | null): string => (value === null ? '' : value ? YES : '否');
/** Only what is recorded: that nothing is, is no “no”. */
const yes = (value: boolean): string => (value ? YES : '');
const label = (zh: string, en: string): Bilingual => ({ zh, en });

/** Residence permits of Hong Kong, Macao and Taiwan have the form of a citizen id; what the operator calls them is not known. */
const PERMIT = /^8[123]/;
const ID_CARD = '居民身份证';
const idType = (id: string | null): string => (id !== null && /^\d/.test(id) && !PERMIT.test(id) ? ID_CARD : '');

const guardian = (at: number, which: keyof GuardianFacts | 'is') => ({ guardians }: StudentFacts): string => {
  const one = guardians[at];
  if (one === undefined) return '';
  return which === 'is' ? YES : one[which] ?? '';
};

const student: Fields<StudentFacts> = {
  student_id: { label: label('学号', 'Student id'), cell: (one) => one.student_id },
  name: { label: label('姓名', 'Name'), cell: (one) => one.name },
  sex: { label: label('性别（男、女）', 'Sex in words'), cell: (one) => sheets.students.columns.sex.codes?.[one.sex]?.zh ?? '' },
  sex_code: { label: label('性别代码', 'Sex by its code'), cell: (one) => one.sex },
  birth_date: { label: label('出生日期', 'Date of birth'), cell: (one) => day(one.birth_date) },
  id_type: { label: label('证件类型', 'Kind of id'), cell: (one) => idType(one.id_number) },
  id_number: { label: label('身份证件号码', 'Citizen id'), cell: (one) => one.id_number ?? '' },
  roll_number: { label: label('学籍号', 'Roll number'), cell: (one) => one.roll_number ?? '' },
  cohort: { label: label('入学年份', 'Year of entry'), cell: (one) => String(one.cohort) },
  grade: { label: label('年级', 'Grade'), cell: (one) => String(one.grade) },
  status: { label: label('学籍状态', 'Status'), cell: (one) => sheets.students.columns.status.codes?.[one.status]?.zh ?? '' },
  class_id: { label: label('班级编号', 'Class id'), cell: (one) => one.class_id ?? '' },
  programme: { label: label('专业名称', 'Name of the programme'), cell: (one) => one.programme },
  secondary_code: { label: label('中职专业代码', 'Secondary major code'), cell: (one) => one.secondary_code },
  higher_code: { label: label('高职专业代码', 'Higher major code'), cell: (one) => one.higher_code },
  campus: { label: label('校区名称', 'Name of the campus'), cell: (one) => one.campus ?? '' },
  entered_on: { label: label('入学日期', 'First day of the stage'), cell: (one) => day(one.entered_on) },
  entered_month: { label: label('入学年月', 'First month of the stage'), cell: (one) => month(one.entered_on) },
  exam_number: { label: label('中考号', 'Number at the entrance examination'), cell: (one) => one.exam_number ?? '' },
  score: { label: label('中考总分', 'Score at the entrance examination'), cell: (one) => one.score ?? '' },
  guardian_name: { label: label('监护人姓名', 'Name of the guardian'), cell: guardian(0, 'name') },
  guardian_relation: { label: label('与监护人关系', 'Relation to the guardian'), cell: guardian(0, 'relation') },
  guardian_is: { label: label('是否监护人', 'Whether a guardian'), cell: guardian(0, 'is') },
  guardian_phone: { label: label('监护人电话', 'Phone of the guardian'), cell: guardian(0, 'phone') },
  second_guardian_name: { label: label('第二监护人姓名', 'Name of the second guardian'), cell: guardian(1, 'name') },
  second_guardian_relation: { label: label('与第二监护人关系', 'Relation to the second guardian'), cell: guardian(1, 'relation') },
  second_guardian_is: { label: label('第二监护人是否监护人', 'Whether the second is a guardian'), cell: guardian(1, 'is') },
  second_guardian_phone: { label: label('第二监护人电话', 'Phone of the second guardian'), cell: guardian(1, 'phone') },
};

const teacher: Fields<TeacherFacts> = {
  person_id: { label: label('人员编号', 'Person id'), cell: (one) => one.person_id },
  name: { label: label('姓名', 'Name'), cell: (one) => one.name },
  employer: { label: label('人事关系单位', 'Employer'), cell: (one) => one.employer },
  degree: { label: label('学位', 'Degree'), cell: (one) => sheets.staff.columns.degree.codes?.[one.degree]?.zh ?? '' },
  title: { label: label('职称', 'Title'), cell: (one) => sheets.staff.columns.title.codes?.[one.title]?.zh ?? '' },
  dual_qualified: { label: label('是否双师型', 'Dual qualified'), cell: (one) => yesNo(one.dual_qualified) },
  from: { label: label('到岗日期', 'In post since'), cell: (one) => day(one.from) },
};

const TEN_THOUSAND = exact(10_000);
const inTenThousands = (yuan: Exact): string => toDecimalText(divide(yuan, TEN_THOUSAND)) ?? '';

const base: Fields<BaseFacts> = {
  base_id: { label: label('基地编号', 'Base id'), cell: (one) => one.base_id },
  name: { label: label('基地名称', 'Name of the base'), cell: (one) => one.name },
  campus: { label: label('校区名称', 'Name of the campus'), cell: (one) => one.campus },
  majors_count: { label: label('面向专业数', 'Number of majors served'), cell: (one) => String(one.majors.length) },
  majors: { label: label('面向专业代码', 'Codes of majors served'), cell: (one) => one.majors.join('、') },
  stations: { label: label('工位数', 'Stations'), cell: (one) => String(one.stations) },
  equipment: { label: label('设备台件数', 'Pieces of equipment'), cell: (one) => String(one.equipment) },
  value: { label: label('设备总值（万元）', 'Value of equipment in 10 000 yuan'), cell: (one) => inTenThousands(one.value_yuan) },
  new_value: { label: label('当年新增设备值（万元）', 'New this year in 10 000 yuan'), cell: (one) => inTenThousands(one.new_value_yuan) },
};

const host: Fields<HostFacts> = {
  org_id: { label: label('单位编号', 'Organisation id'), cell: (one) => one.org_id },
  name: { label: label('单位名称', 'Name of the firm'), cell: (one) => one.name },
  credit_code: { label: label('统一社会信用代码', 'Unified social credit code'), cell: (one) => one.credit_code ?? '' },
  majors_count: { label: label('实习学生专业数', 'Number of majors of the interns'), cell: (one) => String(one.majors.length) },
  majors: { label: label('实习学生专业代码', 'Majors of the interns'), cell: (one) => one.majors.join('、') },
  interns: { label: label('本学年实习人次', 'Internships this academic year'), cell: (one) => String(one.interns) },
  half_year: { label: label('其中半年及以上', 'Of them half a year or longer'), cell: (one) => String(one.half_year) },
};

const programme: Fields<ProgrammeFacts> = {
  higher_code: { label: label('高职专业代码', 'Higher major code'), cell: (one) => one.higher_code },
  name: { label: label('专业名称', 'Name of the programme'), cell: (one) => one.name },
  students: { label: label('高职段在校生数', 'Students of the higher stage'), cell: (one) => String(one.fourth + one.fifth) },
  fourth: { label: label('四年级人数', 'Of grade 4'), cell: (one) => String(one.fourth) },
  fifth: { label: label('五年级人数', 'Of grade 5'), cell: (one) => String(one.fifth) },
  classes: { label: label('班级数', 'Classes'), cell: (one) => String(one.classes) },
};

const internship: Fields<InternshipFacts> = {
  student_id: { label: label('学号', 'Student id'), cell: (one) => one.student_id },
  name: { label: label('姓名', 'Name'), cell: (one) => one.name },
  cohort: { label: label('入学年份', 'Year of entry'), cell: (one) => String(one.cohort) },
  class_id: { label: label('班级编号', 'Class id'), cell: (one) => one.class_id ?? '' },
  programme: { label: label('专业名称', 'Name of the programme'), cell: (one) => one.programme },
  academic_year: { label: label('学年', 'Academic year'), cell: ({ from }) => `${academicYearOf(from)}-${academicYearOf(from) + 1}学年` },
  employer: { label: label('实习单位名称', 'Name of the firm'), cell: (one) => one.employer },
  credit_code: { label: label('统一社会信用代码', 'Unified social credit code'), cell: (one) => one.credit_code ?? '' },
  employer_division: { label: label('实习单位登记地区代码', 'Division where the firm is registered'), cell: (one) => one.employer_division },
  place: { label: label('实习地点', 'Place of the post'), cell: (one) => one.place ?? '' },
  post: { label: label('实习岗位', 'Post'), cell: (one) => one.post ?? '' },
  wage: { label: label('每月报酬（元）', 'Pay a month'), cell: (one) => one.wage_yuan ?? '' },
  from: { label: label('实习开始日期', 'First day'), cell: (one) => one.from },
  to: { label: label('实习结束日期', 'Last day'), cell: (one) => one.to },
  insured: { label: label('实习责任险', 'Internship liability'), cell: (one) => yes(one.insured) },
  safety_trained: { label: label('安全培训', 'Safety training'), cell: (one) => yes(one.safety_training_on !== null) },
  agreed: { label: label('实习协议', 'Agreement signed'), cell: (one) => yes(one.agreement_on !== null) },
};

type FieldsByKind = { readonly [K in RowKind]: Fields<FactsByKind[K]> };

/** The closed list of what can stand in a column, by what the rows of its table are about. */
export const NATIONAL_FIELDS: FieldsByKind = {
  student, base, host, programme, internship, full_time_teacher: teacher, part_time_teacher: teacher, outside_teacher: teacher,
};

/** By which a row is told from the others, and called. */
export const IDENTIFYING: Readonly<Record<RowKind, { readonly id: string; readonly name: string }>> = {
  student: { id: 'student_id', name: 'name' }, internship: { id: 'student_id', name: 'name' },
  full_time_teacher: { id: 'person_id', name: 'name' }, part_time_teacher: { id: 'person_id', name: 'name' }, outside_teacher: { id: 'person_id', name: 'name' },
  base: { id: 'base_id', name: 'name' }, host: { id: 'org_id', name: 'name' }, programme: { id: 'higher_code', name: 'name' },
};

/** The field of a kind of rows by its name; undefined where there is none. */
export function fieldOf<K extends RowKind>(kind: K, name: string): NationalField<FactsByKind[K]> | undefined {
  return Object.hasOwn(NATIONAL_FIELDS[kind], name) ? NATIONAL_FIELDS[kind][name] : undefined;
}
