import { decimal, exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say } from './declare-parameter.ts';

const HOW_MANY = say('“部分”核心课是多少，二者择一怎样算', 'How many are "some" core courses, and what does the choice between the two mean?');

/** M6: teachers of the college and experts from industry (B51), and the share of dual-qualified teachers. */
export const m06Parameters: readonly Parameter[] = [
  parameter({
    key: 'dual_qualified.target', clause: 'M6-b', value: decimal('0.50'), unit: 'ratio',
    label: say('专业课教师中双师型的目标比例', 'Target share of dual-qualified among teachers of the trade'), source: PROPOSED,
  }),
  parameter({
    key: 'core_course.rule', clause: 'M6-c', value: 'either', unit: 'code',
    label: say('骨干教师授课与推荐企业教师的关系', 'College teachers and recommended experts: one or both'),
    source: say('实施意见正文第六项', 'Document, measure 6'),
    reading: reading('B51', HOW_MANY, [['either', '满足一项即可', 'Either is enough'], ['both', '两项都要', 'Both are needed']]),
  }),
  parameter({
    key: 'core_course.min_per_major', clause: 'M6-c', value: exact(1), unit: 'course/major/year',
    label: say('每专业每年由高职教师讲授的核心课', 'Core courses by college teachers, per major and year'), source: PROPOSED,
    reading: reading('B51', HOW_MANY, [['1', '至少一门', 'At least one']]),
  }),
  parameter({
    key: 'practical_course.min_per_major', clause: 'M6-d', value: exact(1), unit: 'course/major/year',
    label: say('每专业每年由推荐的企业教师讲授的实践课', 'Practical courses by recommended experts, per major and year'), source: PROPOSED,
    reading: reading('B51', HOW_MANY, [['1', '至少一门', 'At least one']]),
  }),
  parameter({
    key: 'joint_work.min_per_year', clause: 'M6-a', value: exact(1), unit: 'entry/year',
    label: say('每学年教师互派、培训、合作项目各至少多少', 'Exchanges, trainings and joint projects of teachers, each per academic year'), source: PROPOSED,
  }),
];
