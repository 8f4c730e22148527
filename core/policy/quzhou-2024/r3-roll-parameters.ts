import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const RULE_3 = say('实施细则第三条', 'Annex, rule 3');
const WHO_COUNTS = say('哪些学籍状态算在校生', 'Which states of the roll count as being at school?');
const COUNTS = 'enrolled=1;repeating=1;internship=1;suspended=0;place_kept=0;withdrawn=0;transferred_out=0';
const COUNTS_ALL_ON_ROLL = 'enrolled=1;repeating=1;internship=1;suspended=1;place_kept=1;withdrawn=0;transferred_out=0';
const TRANSFERS = say('高职段能否转学、转专业、退出再回', 'May students of the higher stage change school or major, or come back?');
const SECONDARY_RULES = say('教职成〔2010〕7号', 'Ministry rules on the secondary roll, 教职成〔2010〕7');
const STUDY_TIME = say('留级和最长学习年限怎样算', 'How are repeated years and the longest time of study counted?');

const atSchool = reading('B4', WHO_COUNTS, [
  [COUNTS, '在读、留级、岗位实习算在校，休学、保留学籍或入学资格、退学、转出不算', 'Enrolled, repeating and interns count; suspended, place kept, withdrawn and transferred do not'],
  [COUNTS_ALL_ON_ROLL, '凡有学籍都算', 'All on the roll count'],
]);

/** R3, the roll: stages, who counts as a student, transfers, longest time of study (B4, B39, B54, B59). */
export const rollParameters: readonly Parameter[] = [
  parameter({
    key: 'student.counts', clause: 'R3-a', value: COUNTS, unit: 'weights',
    label: say('办学条件按哪些学生计', 'Students that count for conditions'), source: PROPOSED, reading: atSchool,
  }),
  parameter({
    key: 'student.counts.money', clause: 'R3-a', value: COUNTS, unit: 'weights',
    label: say('经费按哪些学生计', 'Students that count for money'), source: PROPOSED, reading: atSchool,
  }),
  parameter({
    key: 'student.counts.target', clause: 'R3-a', value: COUNTS, unit: 'weights',
    label: say('目标按哪些学生计', 'Students that count for targets'), source: PROPOSED, reading: atSchool,
  }),
  parameter({
    key: 'roll.secondary_years', clause: 'R3-b', value: exact(3), unit: 'year',
    label: say('中职段年数', 'Years of the secondary stage'), source: RULE_3,
  }),
  parameter({
    key: 'roll.higher_years', clause: 'R3-c', value: exact(2), unit: 'year',
    label: say('高职段年数', 'Years of the higher stage'), source: RULE_3,
  }),
  parameter({
    key: 'stage.higher_from', clause: 'R3-c', value: 'registration_from_september', unit: 'code',
    label: say('何时转为高职学生', 'When a student becomes one of the higher stage'), source: PROPOSED,
    reading: reading('B54', say('学生从哪天起算高职段', 'From which day is a student of the higher stage?'), [
      ['registration_from_september', '高职学籍注册日，不早于第四年9月1日', 'Registration in the higher roll, not before 1 September of year 4'],
      ['07-01', '7月1日', '1 July'], ['09-01', '9月1日', '1 September'],
    ]),
  }),
  parameter({
    key: 'stage.summer_owner', clause: 'R3-c', value: 'school', unit: 'code',
    label: say('升段前的暑期由谁管理', 'Who is in charge over the summer before the step-up'), source: PROPOSED,
    reading: reading('B54', say('两段之间的暑期归谁', 'Whose is the summer between the stages?'), [
      ['school', '中职学校', 'The secondary school'], ['college', '高职院校', 'The college'],
    ]),
  }),
  parameter({
    key: 'roll.higher_school_transfer', clause: 'R3-c', value: false, unit: 'flag',
    label: say('高职段可以转学', 'Students of the higher stage may change school'), source: PROPOSED,
    reading: reading('B39', TRANSFERS, [['false', '不可以（参照广东）', 'No (as in Guangdong)'], ['true', '可以', 'Yes']]),
  }),
  parameter({
    key: 'roll.higher_major_change', clause: 'R3-c', value: 'exception_only', unit: 'code',
    label: say('高职段转专业', 'Change of major in the higher stage'), source: PROPOSED,
    reading: reading('B39', TRANSFERS, [
      ['exception_only', '原则上不转，因病、退役等个案审批', 'In principle no; illness or service by approval'],
      ['allowed', '按学校规定可以转', 'Allowed by the rules of the college'],
    ]),
  }),
  parameter({
    key: 'roll.leavers_return', clause: 'R3-a', value: false, unit: 'flag',
    label: say('退出试点的学生可以再回', 'Those who left the pilot may come back'), source: PROPOSED,
    reading: reading('B39', TRANSFERS, [['false', '不可以', 'No'], ['true', '可以', 'Yes']]),
  }),
  parameter({
    key: 'roll.outsiders_join', clause: 'R3-a', value: false, unit: 'flag',
    label: say('非试点学生可以转入', 'Students outside the pilot may join'), source: PROPOSED,
    reading: reading('B39', TRANSFERS, [['false', '不可以', 'No'], ['true', '可以', 'Yes']]),
  }),
  parameter({
    key: 'roll.no_transfer_terms', clause: 'R3-b', value: exact(1), unit: 'term',
    label: say('入学后不得转学的学期数', 'Terms after entry in which nobody transfers'), source: SECONDARY_RULES,
    reading: unverified(reading('B39', TRANSFERS, [['1', '第一学期内', 'Within the first term']])),
  }),
  parameter({
    key: 'roll.major_change.other_category_terms', clause: 'R3-b', value: exact(1), unit: 'term',
    label: say('中职段跨大类转专业截止到第几学期', 'Last term for a major of another category, secondary stage'), source: SECONDARY_RULES,
    reading: unverified(reading('B39', TRANSFERS, [['1', '一年级第一学期结束前', 'Before the first term of year 1 ends']])),
  }),
  parameter({
    key: 'roll.major_change.same_category_terms', clause: 'R3-b', value: exact(3), unit: 'term',
    label: say('中职段同大类转专业截止到第几学期', 'Last term for a major of the same category, secondary stage'), source: SECONDARY_RULES,
    reading: unverified(reading('B39', TRANSFERS, [['3', '二年级第一学期结束前', 'Before the first term of year 2 ends']])),
  }),
  parameter({
    key: 'study.max_years.secondary', clause: 'R3-b', value: exact(5), unit: 'academic_year',
    label: say('中职段最长学习年限', 'Longest time of study, secondary stage'), source: PROPOSED,
    reading: unverified(reading('B59', STUDY_TIME, [['5', '5年', '5 years'], ['3', '3年', '3 years']])),
  }),
  parameter({
    key: 'study.max_years.higher', clause: 'R3-d', value: exact(4), unit: 'academic_year',
    label: say('高职段最长学习年限', 'Longest time of study, higher stage'), source: PROPOSED,
    reading: unverified(reading('B59', STUDY_TIME, [['4', '4年', '4 years'], ['2', '2年', '2 years']])),
  }),
  parameter({
    key: 'graduation.day', clause: 'R3-d', value: '06-30', unit: 'month_day',
    label: say('毕业年级的毕业日', 'Day by which the final grade graduates'), source: PROPOSED,
    reading: unverified(reading('B43', say('毕业生哪天毕业', 'On which day does a final grade graduate?'), [['06-30', '6月30日', '30 June'], ['07-01', '7月1日', '1 July']])),
  }),
  parameter({
    key: 'cohort.for_targets', clause: 'R3-a', value: 'first_registration', unit: 'code',
    label: say('目标统计所用的届别', 'Cohort used for targets'), source: PROPOSED,
    reading: unverified(reading('B59', STUDY_TIME, [
      ['first_registration', '首次注册年份', 'Year of first registration'], ['current_class', '现在所在班级的年份', 'Year of the present class'],
    ])),
  }),
];
