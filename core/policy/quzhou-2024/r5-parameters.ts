import { decimal } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const ANNEX_5 = say('附件第五条', 'Annex, article 5');
const COLLEGE_RULES = say('高职院校办学条件与师资的通行规定', 'Customary rules on college conditions and staff');

/** R5: the numbers that the annex names. */
const numbers: readonly Parameter[] = [
  parameter({
    key: 'overlap.max_uncovered', clause: 'R5-b', value: decimal('0'), unit: 'person', source: ANNEX_5,
    label: say('无例外批准的重合人数上限', 'Most persons in both stages without an exception'),
  }),
  parameter({
    key: 'qualified.max_exceptions', clause: 'R5-c', value: decimal('0'), unit: 'person', source: ANNEX_5,
    label: say('不符合任教要求的人数上限', 'Most persons below the college’s requirements'),
  }),
  parameter({
    key: 'ratio.teacher.max_students', clause: 'R5-d', value: decimal('18'), unit: 'student/teacher', source: ANNEX_5,
    label: say('每名教师的学生数上限', 'Most students per teacher'),
    reading: reading('B5', say('“按 1:18 落实”是恰好还是不超过？', 'Is 1:18 exact or a limit?'), [
      ['18', '学生数 ÷ 教师数不超过 18', 'Students ÷ teachers at most 18'],
    ]),
  }),
  parameter({
    key: 'ratio.ideology.max_students', clause: 'R5-e', value: decimal('350'), unit: 'student/teacher', source: ANNEX_5,
    label: say('每名思政课教师的学生数上限', 'Most students per ideology teacher'),
  }),
  parameter({
    key: 'masters.min_share', clause: 'R5-f', value: decimal('0.5'), unit: 'ratio', source: ANNEX_5,
    label: say('硕士及以上学位教师占比下限', 'Least share of teachers with a master’s degree'),
  }),
  parameter({
    key: 'senior.min_share', clause: 'R5-g', value: decimal('0.3'), unit: 'ratio', source: ANNEX_5,
    label: say('高级职称教师占比下限', 'Least share of teachers with a senior title'),
  }),
  parameter({
    key: 'ratio.counsellor.max_students', clause: 'R5-j', value: decimal('200'), unit: 'student/counsellor', source: ANNEX_5,
    label: say('每名专职辅导员的学生数上限', 'Most students per counsellor'),
  }),
  parameter({
    key: 'class_head.max_without', clause: 'R5-k', value: decimal('0'), unit: 'class', source: ANNEX_5,
    label: say('未配班主任的班级数上限', 'Most classes without a head'),
  }),
];

/** R5: how people are counted. */
const countings: readonly Parameter[] = [
  parameter({
    key: 'teacher.external_factor', clause: 'R5-d', value: decimal('0.5'), unit: 'ratio', source: COLLEGE_RULES,
    label: say('校外教师的折算系数', 'What an external teacher counts'),
    reading: reading('B6', say('校外兼职教师是否折算计入？', 'Do external teachers count?'), [['0.5', '折半计入', 'By half']]),
  }),
  parameter({
    key: 'teacher.external_cap', clause: 'R5-d', value: decimal('0.25'), unit: 'ratio', source: COLLEGE_RULES,
    label: say('校外教师计入的上限', 'Most external teachers that count'),
    reading: reading('B6', say('校外教师最多计入多少？', 'How many external teachers count at most?'), [['0.25', '专任教师的四分之一', 'A quarter of the full-time teachers']]),
  }),
  parameter({
    key: 'teacher.external_cap_on', clause: 'R5-d', value: 'heads', unit: 'choice', source: COLLEGE_RULES,
    label: say('上限限制人数还是折算数', 'Whether the cap is on heads or on what they count'),
    reading: reading('B6', say('四分之一限制的是人数还是折算后的数？', 'Does the quarter limit heads or converted numbers?'), [
      ['heads', '限制人数', 'Heads'],
      ['converted', '限制折算数', 'Converted numbers'],
    ]),
  }),
  parameter({
    key: 'teacher.strict', clause: 'R5-d', value: false, unit: 'choice', source: COLLEGE_RULES,
    label: say('只计专任教师', 'Count full-time teachers only'),
    reading: reading('B6', say('是否只计专任教师？', 'Do only full-time teachers count?'), [
      ['false', '校外教师折算计入', 'External teachers count in part'],
      ['true', '只计专任教师', 'Full-time teachers only'],
    ]),
  }),
  parameter({
    key: 'ideology.counts_in_18', clause: 'R5-d', value: true, unit: 'choice', source: COLLEGE_RULES,
    label: say('思政课教师计入生师比', 'Ideology teachers count as teachers'),
    reading: reading('B7', say('思政课教师是否计入 1:18？', 'Do ideology teachers count toward 1:18?'), [['true', '计入', 'Yes'], ['false', '另计', 'Separately']]),
  }),
  parameter({
    key: 'counsellor.counts_in_18', clause: 'R5-j', value: false, unit: 'choice', source: COLLEGE_RULES,
    label: say('辅导员计入生师比', 'Counsellors count as teachers'),
    reading: reading('B7', say('辅导员是否计入 1:18？', 'Do counsellors count toward 1:18?'), [['false', '不计入', 'No'], ['true', '计入', 'Yes']]),
  }),
  parameter({
    key: 'psych.counts_in_18', clause: 'R5-i', value: false, unit: 'choice', source: COLLEGE_RULES,
    label: say('心理健康教师计入生师比', 'Psychological-health teachers count as teachers'),
    reading: reading('B7', say('心理健康教师是否计入 1:18？', 'Do psychological-health teachers count toward 1:18?'), [['false', '不计入', 'No'], ['true', '计入', 'Yes']]),
  }),
  parameter({
    key: 'teacher.fte', clause: 'R5-d', value: 'assigned_share', unit: 'choice', source: PROPOSED,
    label: say('选派教师的折算', 'How seconded teachers count'),
    reading: reading('B15', say('选派教师按人头还是按份额？', 'By head or by assigned share?'), [
      ['assigned_share', '按登记的份额，合计不超过 1', 'By the share reported, at most 1 in all'],
      ['hours', '按课时', 'By hours'],
    ]),
  }),
  parameter({
    key: 'masters.base', clause: 'R5-f', value: 'higher_stage_fulltime', unit: 'choice', source: COLLEGE_RULES,
    label: say('硕士占比的范围', 'Among whom master’s degrees are counted'),
    reading: reading('B16', say('“其中”指全部专任教师还是思政课教师？', 'Of all full-time teachers or of ideology teachers?'), [
      ['higher_stage_fulltime', '高职阶段全部专任教师', 'All full-time teachers of the higher stage'],
      ['ideology', '思政课教师', 'Ideology teachers'],
    ]),
  }),
  parameter({
    key: 'masters.by', clause: 'R5-f', value: 'degree', unit: 'choice', source: ANNEX_5,
    label: say('按学位还是学历', 'Degree or diploma'),
    reading: reading('B17', say('按学位还是按学历？', 'By degree or by diploma?'), [['degree', '学位', 'Degree'], ['diploma', '学历', 'Diploma']]),
  }),
  parameter({
    key: 'senior.levels', clause: 'R5-g', value: 'senior_full;senior_vice', unit: 'codes', source: COLLEGE_RULES,
    label: say('计为高级的职称', 'Titles that count as senior'),
    reading: reading('B18', say('哪些职称算高级？', 'Which titles are senior?'), [['senior_full;senior_vice', '正高级、副高级', 'Full and vice senior']]),
  }),
  parameter({
    key: 'posts.small_campus', clause: 'R5-e', value: 'fractional_shares', unit: 'choice', source: PROPOSED,
    label: say('小校区的岗位折算', 'Posts at a small campus'),
    reading: reading('B21', say('不足一个岗位时怎样算？', 'What of less than a whole post?'), [
      ['fractional_shares', '按份额跨校区共用', 'Shares across campuses'],
      ['whole', '按整数岗位', 'Whole posts'],
    ]),
  }),
];

/** R5: overlaps, experts, psychologists. */
const limits: readonly Parameter[] = [
  parameter({
    key: 'overlap.level', clause: 'R5-b', value: 'person_id', unit: 'choice', source: PROPOSED,
    label: say('重合的认定层级', 'What an overlap is of'),
    reading: reading('B14', say('按人还是按岗位认定重合？', 'Overlap of persons or of posts?'), [['person_id', '按人', 'Persons'], ['post', '按岗位', 'Posts']]),
  }),
  parameter({
    key: 'overlap.window', clause: 'R5-b', value: 'in_force_on_date', unit: 'choice', source: PROPOSED,
    label: say('重合的认定时点', 'When an overlap is judged'),
    reading: reading('B14', say('同一天、同学期还是同学年？', 'Same day, term or year?'), [['in_force_on_date', '口径日期当天', 'On the day'], ['term', '同一学期', 'Same term'], ['year', '同一学年', 'Same year']]),
  }),
  parameter({
    key: 'overlap.exception_max_share', clause: 'R5-b', value: decimal('0.1'), unit: 'ratio', source: PROPOSED,
    label: say('例外人员占专任教师的上限', 'Most exceptions among full-time persons'),
    reading: reading('B14', say('“一般”留下多大余地？', 'How much room does "generally" leave?'), [['0.1', '不超过十分之一', 'At most a tenth']]),
  }),
  parameter({
    key: 'industry.min_hours_share', clause: 'R5-h', value: decimal('0.2'), unit: 'ratio', source: COLLEGE_RULES,
    label: say('兼职教师授课占比下限', 'Least share of hours taught by experts'),
    reading: unverified(reading('B19', say('“有关规定要求”是多少课时？', 'How many hours do the relevant rules ask?'), [['0.2', '专业课课时的 20%', '20 % of professional hours']])),
  }),
  parameter({
    key: 'industry.max_head_share', clause: 'R5-h', value: decimal('0.3'), unit: 'ratio', source: COLLEGE_RULES,
    label: say('兼职教师人数占比上限', 'Most experts among teachers'),
    reading: unverified(reading('B19', say('“有关规定要求”允许多少人？', 'How many heads do the relevant rules allow?'), [['0.3', '不超过 30%', 'At most 30 %']])),
  }),
  parameter({
    key: 'industry.course_kinds', clause: 'R5-h', value: 'core;professional;practical', unit: 'codes', source: PROPOSED,
    label: say('计入授课占比的课程类别', 'Course kinds that count toward the hours'),
  }),
  parameter({
    key: 'psych.min_per_campus', clause: 'R5-i', value: decimal('1'), unit: 'person', source: ANNEX_5,
    label: say('每个校区专职心理健康教师下限', 'Least psychological-health teachers of a campus'),
    reading: reading('B20', say('配几名？', 'How many?'), [['1', '每校区至少 1 名', 'At least one per campus']]),
  }),
  parameter({
    key: 'psych.ratio', clause: 'R5-i', value: decimal('4000'), unit: 'student/teacher', source: COLLEGE_RULES,
    label: say('每名心理健康教师的学生数上限', 'Most students per psychological-health teacher'),
    reading: unverified(reading('B20', say('按多少学生配一名？', 'One for how many students?'), [['4000', '4 000 人', '4 000 students']])),
  }),
];

/** R5: posts within those approved, training and turnover of the student-affairs staff. */
const staffing: readonly Parameter[] = [
  parameter({ key: 'posts.max_over_approved', clause: 'R5-i', value: decimal('0'), unit: 'person', source: ANNEX_5, label: say('超出核定编制的人数上限', 'Most persons beyond the posts approved') }),
  parameter({ key: 'affairs.training_hours', clause: 'R5-l', value: decimal('16'), unit: 'hour/person', source: PROPOSED, label: say('学生管理人员每年人均培训学时', 'Hours of training a head of student-affairs staff, per year') }),
  parameter({ key: 'affairs.max_turnover', clause: 'R5-l', value: decimal('0.2'), unit: 'ratio', source: PROPOSED, label: say('学生管理人员一年内离岗比例上限', 'Largest share of student-affairs staff gone within a year') }),
];

export const r5Parameters: readonly Parameter[] = [...numbers, ...countings, ...limits, ...staffing];
