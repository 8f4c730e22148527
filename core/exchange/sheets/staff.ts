import { code, date, money, number, optional, reference, share, term, text, yesNo } from '../column.ts';
import { sheet } from '../sheet.ts';

const titles = {
  senior_full: ['正高级', 'Full senior'],
  senior_vice: ['副高级', 'Vice senior'],
  intermediate: ['中级', 'Intermediate'],
  junior: ['初级', 'Junior'],
  none: ['无职称', 'None'],
} as const;

/** Posts of people: the same person has one row per post, campus (or school) and period. */
export const staff = sheet('staff', ['教职工', 'Staff'], {
  person_id: text('人员编号', 'Person id'),
  name: text('姓名', 'Name'),
  employer_id: reference('人事关系单位编号', 'Employer id', 'organisations'),
  stage: code('学段', 'Stage', { secondary: ['中职', 'Secondary'], higher: ['高职', 'Higher'] }),
  campus_id: optional(reference('校区编号', 'Campus id', 'campuses')),
  school_id: optional(reference('学校编号', 'School id', 'organisations')),
  post: code('岗位', 'Post', {
    teacher: ['专业课或公共课教师', 'Teacher'],
    ideology_teacher: ['思政课教师', 'Ideology teacher'],
    counsellor: ['专职辅导员', 'Counsellor'],
    part_time_counsellor: ['兼职辅导员', 'Part-time counsellor'],
    psychologist: ['心理健康教师', 'Psychologist'],
    class_head: ['班主任', 'Class head'],
    external_teacher: ['校外兼职教师', 'External teacher'],
  }),
  employment: code('任职形式', 'Employment', {
    full_time: ['专任', 'Full time'],
    part_time: ['兼任', 'Part time'],
    external: ['外聘', 'External'],
  }),
  share: share('工作量份额', 'Share'),
  degree: code('学位', 'Degree', {
    doctor: ['博士', 'Doctor'],
    master: ['硕士', 'Master'],
    bachelor: ['学士', 'Bachelor'],
    none: ['无学位', 'None'],
  }),
  title: code('职称', 'Title', titles),
  qualified: yesNo('是否符合高职教师任职要求', 'Meets the teacher requirements of the college'),
  dual_qualified: optional(yesNo('是否双师型', 'Dual qualified')),
  industry_expert: optional(yesNo('是否行业企业专家', 'Industry expert')),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
  exception_until: optional(date('例外批准到期日', 'Exception until')),
}, {
  key: ['person_id', 'campus_id', 'school_id', 'post', 'from'],
  sharesOf: ['person_id'],
  sharesWhere: { stage: 'higher', employment: 'full_time' },
});

export const classes = sheet('classes', ['班级', 'Classes'], {
  class_id: text('班级编号', 'Class id'),
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  head_id: optional(text('班主任人员编号', 'Class head id')),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['class_id'] });

export const teaching = sheet('teaching', ['授课课时', 'Teaching'], {
  campus_id: reference('校区编号', 'Campus id', 'campuses'),
  term: term('学期', 'Term'),
  course: text('课程名称', 'Course'),
  kind: code('课程类别', 'Kind of course', {
    core: ['专业核心课', 'Core'],
    professional: ['专业课', 'Professional'],
    practical: ['实践课', 'Practical'],
    ideology: ['思政课', 'Ideology'],
    public: ['公共课', 'Public'],
  }),
  higher_code: text('高职专业代码', 'Higher major code', 'higher_major'),
  person_id: text('授课人员编号', 'Person id'),
  hours: number('课时', 'Hours', 'hour'),
}, { key: ['campus_id', 'term', 'course', 'higher_code', 'person_id'] });

export const lectureRates = sheet('lecture_rates', ['课酬标准', 'Lecture rates'], {
  title: code('职称', 'Title', titles),
  yuan_per_hour: money('每课时金额', 'Yuan per hour'),
  from: date('起始日期', 'From'),
  to: optional(date('截止日期', 'To')),
}, { key: ['title', 'from'] });
