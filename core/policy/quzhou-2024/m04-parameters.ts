import { decimal, exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say } from './declare-parameter.ts';

const DAY_OF_COUNT = say('以哪一天的数据为准', 'On which day are the figures taken?');
const SHARED_BASE = say('一个基地供两个校区使用时怎样分摊', 'How is a base divided that two campuses use?');

/** M4: the days on which figures are frozen (B3), and bases used by more than one campus (B56). */
export const m04Parameters: readonly Parameter[] = [
  parameter({
    key: 'snapshot.condition', clause: 'M4-a', value: '10-31', unit: 'month_day',
    label: say('办学条件的冻结日', 'Day on which conditions are frozen'), source: PROPOSED,
    reading: reading('B3', DAY_OF_COUNT, [
      ['10-31', '10月31日', '31 October'], ['09-01', '9月1日（学年统计时点）', '1 September (start of the statistical year)'],
      ['09-30', '9月30日', '30 September'], ['11-15', '11月15日', '15 November'],
    ]),
  }),
  parameter({
    key: 'snapshot.finance', clause: 'M4-a', value: '10-31', unit: 'month_day',
    label: say('拨款人数的冻结日', 'Day on which heads for funding are frozen'), source: PROPOSED,
    reading: reading('B3', DAY_OF_COUNT, [
      ['10-31', '10月31日', '31 October'], ['09-01', '9月1日（学年统计时点）', '1 September (start of the statistical year)'],
      ['09-30', '9月30日', '30 September'],
    ]),
  }),
  parameter({
    key: 'snapshot.enrol_registered', clause: 'M4-a', value: '11-20', unit: 'month_day',
    label: say('招生注册人数的冻结日', 'Day on which registered intake is frozen'),
    source: say('秋季中职电子学籍注册截止日', 'Close of the autumn electronic registration of secondary students'),
    reading: reading('B3', DAY_OF_COUNT, [
      ['11-20', '11月20日', '20 November'], ['12-05', '12月5日（名册备案日）', '5 December (filing of the list)'],
    ]),
  }),
  parameter({
    key: 'base.shared', clause: 'M4-c', value: 'agreed_share', unit: 'code',
    label: say('共用基地的分摊方法', 'How a shared base is divided'), source: PROPOSED,
    reading: reading('B56', SHARED_BASE, [
      ['agreed_share', '按协议比例', 'By the agreed share'], ['booked_hours', '按预约学时比例', 'By booked hours'],
    ]),
  }),
  parameter({
    key: 'base.booking_tolerance', clause: 'M4-c', value: decimal('0.15'), unit: 'ratio',
    label: say('协议比例与预约学时比例可相差多少', 'How far booked hours may differ from the agreed share'), source: PROPOSED,
    reading: reading('B56', SHARED_BASE, [['0.15', '上下15个百分点以内不提示', 'No warning within 15 points either way']]),
  }),
  parameter({ key: 'base.max_apart', clause: 'M4-c', value: exact(0), unit: 'party', label: say('份额与学时相差过大的单位数上限', 'Most parties whose hours are far from their share'), source: PROPOSED }),
];
