import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const RULE_3 = say('实施细则第三条', 'Annex, rule 3');
const WINDOW = say('一个月从哪天起算，遇假日怎么办', 'From when does the month run, and what of holidays?');
const WHO_IS_NEW = say('每年哪些学生要签协议', 'Which students sign each year?');
const HOW_SIGNED = say('能否电子签名、批量签章', 'May parties sign electronically or by batch?');
const REQUIRED =
  'parties;major_codes;five_places;fees_by_year;roll_and_diploma;step_up_and_failure;certificate;internship_and_insurance;exit_and_refund;safety;data_consent;copies';

/** R3, the agreement of college, school and student (B22–B25, B62). */
export const agreementParameters: readonly Parameter[] = [
  parameter({
    key: 'agreement.window', clause: 'R3-e', value: 'P1M', unit: 'duration',
    label: say('自开学日起的签订期限', 'Time for signing, from the first day of term'), source: RULE_3,
    reading: unverified(reading('B22', WINDOW, [
      ['P1M', '一个日历月，开学当天不计，含最后一天', 'A calendar month; the first day not counted, the last included'],
      ['P30D', '三十天', 'Thirty days'],
    ])),
  }),
  parameter({
    key: 'agreement.window_start', clause: 'R3-e', value: 'first_day', unit: 'code',
    label: say('期限的起点', 'Start of the time'), source: RULE_3,
    reading: unverified(reading('B22', WINDOW, [
      ['first_day', '校历开学日', 'First day of the calendar'], ['registration_day', '学生报到日', 'Day of registration'],
    ])),
  }),
  parameter({
    key: 'agreement.roll_holiday', clause: 'R3-e', value: true, unit: 'flag',
    label: say('末日遇法定节假日顺延', 'A last day on a holiday moves to the next working day'), source: PROPOSED,
    reading: unverified(reading('B22', WINDOW, [['true', '顺延至下一个工作日', 'To the next working day'], ['false', '不顺延', 'Not moved']])),
  }),
  parameter({
    key: 'agreement.late_entrant_days', clause: 'R3-e', value: exact(30), unit: 'day',
    label: say('迟到新生自入学起的签订天数', 'Days for a late entrant, from admission'), source: PROPOSED,
    reading: unverified(reading('B22', WINDOW, [
      ['30', '入学起30天，不早于全校截止日', '30 days from admission, not before the school\'s own deadline'],
    ])),
  }),
  parameter({
    key: 'agreement.new_student', clause: 'R3-e', value: 'year_1', unit: 'code',
    label: say('签协议的新生', 'New students who sign'), source: PROPOSED,
    reading: reading('B23', WHO_IS_NEW, [
      ['year_1', '只有第一学年新生', 'Year 1 only'], ['year_1_and_4', '第一学年和第四学年', 'Years 1 and 4'],
    ]),
  }),
  parameter({
    key: 'agreement.confirm_year_4', clause: 'R3-e', value: true, unit: 'flag',
    label: say('第四学年确认原协议', 'The agreement is confirmed in year 4'), source: PROPOSED,
    reading: reading('B23', WHO_IS_NEW, [['true', '确认，不另签', 'Confirmed, not signed anew'], ['false', '不确认', 'Not confirmed']]),
  }),
  parameter({
    key: 'agreement.guardian_required', clause: 'R3-e', value: exact(18), unit: 'year_of_age_below',
    label: say('未满多少周岁须监护人签字（学生本人始终签）', 'Age below which a guardian signs too (the student always signs)'), source: PROPOSED,
    reading: unverified(reading('B24', say('学生和家长谁签', 'Who signs, student or parent?'), [
      ['18', '未满18周岁由监护人共同签', 'A guardian too when under 18'], ['always', '一律由监护人共同签', 'Always a guardian too'],
      ['never', '只由学生签', 'The student alone'],
    ])),
  }),
  parameter({
    key: 'agreement.required_clauses', clause: 'R3-f', value: REQUIRED, unit: 'codes',
    label: say('协议必备条目', 'Points that the agreement must settle'), source: PROPOSED,
    reading: reading('B25', say('除学习地点外还须写明什么', 'What besides the places must be stated?'), [
      [REQUIRED, '各方、专业、地点、费用、学籍与文凭、升段与未通过、证书、实习保险、退出退费、安全、数据使用、份数', 'Parties, majors, places, fees, roll and diploma, step-up and failure, certificate, internship and insurance, exit and refund, safety, data use, copies'],
      ['five_places', '只写五年学习地点', 'The five places only'],
    ]),
  }),
  parameter({
    key: 'agreement.places', clause: 'R3-f', value: exact(5), unit: 'place',
    label: say('须写明学习地点的年数', 'Years for which a place is stated'), source: RULE_3,
  }),
  parameter({
    key: 'agreement.copies', clause: 'R3-g', value: exact(3), unit: 'copy',
    label: say('协议份数', 'Copies of the agreement'), source: RULE_3,
  }),
  parameter({
    key: 'agreement.signing', clause: 'R3-e', value: 'paper;electronic', unit: 'codes',
    label: say('有效的签署方式', 'Valid ways of signing'), source: PROPOSED,
    reading: unverified(reading('B62', HOW_SIGNED, [
      ['paper;electronic', '纸质和电子签名均可', 'Paper and electronic'], ['paper', '只认纸质', 'Paper only'],
    ])),
  }),
  parameter({
    key: 'agreement.college_batch', clause: 'R3-e', value: true, unit: 'flag',
    label: say('高职院校可一次签章整批协议', 'The college may seal a list in one act'), source: PROPOSED,
    reading: unverified(reading('B62', HOW_SIGNED, [
      ['true', '可以，保存清单校验值', 'Yes; the hash of the list is kept'], ['false', '逐份签章', 'One by one'],
    ])),
  }),
];
