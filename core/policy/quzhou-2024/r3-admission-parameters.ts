import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, reading, say, unverified } from './declare-parameter.ts';

const ENTRY = say('新生报到、入学年龄和电子注册按什么规定办', 'By which rules do new students register?');
const SECONDARY_RULES = say('教职成〔2010〕7号', 'Ministry rules on the secondary roll, 教职成〔2010〕7');
const LOCAL_RULES = say('属地学籍管理规定', 'Rules of the local education bureau on the roll');

/** R3-b: how a new student comes onto the roll, and by when the roll is registered electronically. */
export const admissionParameters: readonly Parameter[] = [
  parameter({
    key: 'admission.no_show_days', clause: 'R3-b', value: exact(14), unit: 'day',
    label: say('新生逾期不报到失去入学资格的天数', 'Days after the first day of term from which a new student who has not come loses the place'), source: SECONDARY_RULES,
    reading: unverified(reading('B59', ENTRY, [['14', '开学两周未报到', 'Not come within two weeks']])),
  }),
  parameter({
    key: 'admission.entry_age_from', clause: 'R3-b', value: exact(13), unit: 'year_of_age', label: say('入学年龄常见下限（仅提示）', 'Usual age at entry, from (pointed out only)'), source: LOCAL_RULES,
    reading: unverified(reading('B59', ENTRY, [['13', '13周岁', '13 years']])),
  }),
  parameter({
    key: 'admission.entry_age_to', clause: 'R3-b', value: exact(22), unit: 'year_of_age', label: say('入学年龄常见上限（仅提示）', 'Usual age at entry, to (pointed out only)'), source: LOCAL_RULES,
    reading: unverified(reading('B59', ENTRY, [['22', '22周岁', '22 years']])),
  }),
  parameter({
    key: 'roll.e_registration_spring', clause: 'R3-b', value: '04-20', unit: 'month_day',
    label: say('春季学籍电子注册截止日', 'Day by which the roll is registered electronically in spring'), source: LOCAL_RULES,
    reading: unverified(reading('B59', ENTRY, [['04-20', '4月20日', '20 April']])),
  }),
];
