import { decimal } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const ANNEX_1 = say('附件第一条', 'Annex, article 1');
const HIGHER_STANDARDS = say('高等职业学校设置与办学条件的通行口径', 'Customary definitions for higher vocational colleges');

/** R1: floor areas per student, and how heads and rooms are counted. */
export const r1Parameters: readonly Parameter[] = [
  parameter({
    key: 'rooms.min_m2', clause: 'R1-b', value: decimal('15'), unit: 'm2/student', source: ANNEX_1,
    label: say('生均教学行政用房下限', 'Least teaching and administration area per student'),
  }),
  parameter({
    key: 'land.min_m2', clause: 'R1-c', value: decimal('54'), unit: 'm2/student', source: ANNEX_1,
    label: say('生均占地面积下限', 'Least land per student'),
  }),
  parameter({
    key: 'dorm.min_m2', clause: 'R1-d', value: decimal('6.5'), unit: 'm2/student', source: ANNEX_1,
    label: say('生均宿舍面积下限', 'Least dormitory area per student'),
  }),
  parameter({
    key: 'facilities.kinds', clause: 'R1-e', value: 'library;canteen;sports;clinic;network;counselling_room', unit: 'codes', source: PROPOSED,
    label: say('应当具备的设施类别', 'Kinds of facility that must be there'),
  }),
  parameter({
    key: 'denominator.basis', clause: 'R1-b', value: 'actual_on_snapshot', unit: 'choice', source: HIGHER_STANDARDS,
    label: say('生均指标的分母', 'What figures per student are divided by'),
    reading: reading('B1', say('“生均”按哪一种人数计算？', 'Per which number of students?'), [
      ['actual_on_snapshot', '口径日期的实际在校生', 'Students actually in school on the day'],
      ['planned', '计划人数', 'Planned numbers'],
      ['monthly_average', '各月平均人数', 'Monthly average'],
    ]),
  }),
  parameter({
    key: 'denominator.scope', clause: 'R1-b', value: 'higher_stage_at_campus', unit: 'choice', source: ANNEX_1,
    label: say('分母包括哪些学生', 'Which students are in the denominator'),
    reading: reading('B2', say('只算本校区四、五年级，还是更多学生？', 'Only years four and five of the campus, or more?'), [
      ['higher_stage_at_campus', '本校区高职阶段学生', 'Students of the higher stage at the campus'],
      ['all_pilot_students', '试点全部五个年级', 'All five years of the pilot'],
      ['whole_school', '全校学生', 'The whole school'],
    ]),
  }),
  parameter({
    key: 'area.shared', clause: 'M2-a', value: 'student_ratio', unit: 'choice', source: PROPOSED,
    label: say('共用面积的分摊', 'How shared areas are split'),
    reading: reading('B8', say('中职、高职共用的场地怎样计算？', 'How do places shared with the secondary school count?'), [
      ['student_ratio', '按登记的份额（默认学生比例）', 'By the share reported (by default the ratio of students)'],
      ['full', '全额计入', 'In full'],
      ['excluded', '不计入', 'Not at all'],
    ]),
  }),
  parameter({
    key: 'rooms.teaching_uses', clause: 'R1-b', value: 'teaching;laboratory;training;library;sports_hall;admin', unit: 'codes', source: HIGHER_STANDARDS,
    label: say('计入教学行政用房的用途', 'Room uses that count as teaching and administration'),
    reading: reading('B9', say('哪些房间算教学行政用房？', 'Which rooms count as teaching and administration?'), [
      ['teaching;laboratory;training;library;sports_hall;admin', '教学、辅助与行政用房', 'Teaching, auxiliary and administration rooms'],
    ]),
  }),
  parameter({
    key: 'dorm.denominator', clause: 'R1-d', value: 'all', unit: 'choice', source: HIGHER_STANDARDS,
    label: say('生均宿舍面积的分母', 'What dormitory area is divided by'),
    reading: reading('B10', say('按全部学生还是只按住宿生？', 'All students or boarders only?'), [
      ['all', '全部在校生', 'All students in school'],
      ['boarders', '住宿生', 'Boarders'],
    ]),
  }),
  parameter({
    key: 'secondary.land.min_m2', clause: 'M2-a', value: decimal('33'), unit: 'm2/student', source: say('中等职业学校设置标准', 'Standards for setting up secondary vocational schools'),
    label: say('中职部生均占地下限', 'Least land per secondary student'),
    reading: unverified(reading('B8', say('划出校区后中职部仍须达到哪些标准？', 'Which standards must the remaining school still meet?'), [
      ['33', '33 平方米', '33 m²'],
    ])),
  }),
  parameter({
    key: 'secondary.building.min_m2', clause: 'M2-a', value: decimal('20'), unit: 'm2/student', source: say('中等职业学校设置标准', 'Standards for setting up secondary vocational schools'),
    label: say('中职部生均校舍下限', 'Least buildings per secondary student'),
  }),
  parameter({
    key: 'secondary.equipment.min_yuan', clause: 'M2-a', value: decimal('2500'), unit: 'yuan/student', source: say('中等职业学校设置标准', 'Standards for setting up secondary vocational schools'),
    label: say('中职部生均设备值下限', 'Least equipment per secondary student'),
  }),
  parameter({
    key: 'secondary.ratio.max_students', clause: 'M2-a', value: decimal('20'), unit: 'student/teacher', source: say('中等职业学校设置标准', 'Standards for setting up secondary vocational schools'),
    label: say('中职部每名教师的学生数上限', 'Most secondary students per teacher'),
  }),
];
