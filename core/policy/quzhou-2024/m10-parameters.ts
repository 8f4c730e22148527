import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const HOW_LONG = say('学校的就业责任到何时为止', 'How long is the school responsible after graduation?');

/** M10: how long the school answers for employment (B61), and the head start of partner firms. */
export const m10Parameters: readonly Parameter[] = [
  parameter({
    key: 'destination.reported_by', clause: 'M10-b', value: '08-31', unit: 'month_day',
    label: say('毕业去向首次登记截止日', 'Day by which destinations are first reported'), source: PROPOSED,
    reading: unverified(reading('B43', say('毕业去向按哪一天统计', 'On which day are destinations counted?'), [
      ['08-31', '毕业当年8月31日', '31 August of the graduation year'], ['12-31', '毕业当年12月31日', '31 December of the graduation year'],
    ])),
  }),
  parameter({
    key: 'employment.responsible_until', clause: 'M10-b', value: '12-31', unit: 'month_day',
    label: say('就业工作负责到毕业当年的哪一天', 'Day of the graduation year until which the school is responsible'), source: PROPOSED,
    reading: reading('B61', HOW_LONG, [
      ['12-31', '毕业当年12月31日', '31 December of the graduation year'],
      ['08-31', '毕业当年8月31日', '31 August of the graduation year'],
      ['one_year', '毕业满一年', 'One year after graduation'],
    ]),
  }),
  parameter({
    key: 'employment.follow_up_months', clause: 'M10-b', value: exact(12), unit: 'month',
    label: say('毕业后跟踪调查的时间', 'Months from graduation to the follow-up survey'), source: PROPOSED,
    reading: reading('B61', HOW_LONG, [['12', '毕业后第12个月', '12 months after graduation']]),
  }),
  parameter({
    key: 'employment.partner_days', clause: 'M10-c', value: exact(14), unit: 'day',
    label: say('合作企业先看到毕业生名单的天数', 'Days for which partner firms see the list first'), source: PROPOSED,
    reading: unverified(reading('M10-c', say('优先推荐的期限有多长？', 'How long do partner firms come first?'), [['14', '14天', '14 days']])),
  }),
  parameter({
    key: 'employment.retention_months', clause: '1.2-c', value: '0;6;12;36', unit: 'month',
    label: say('毕业后第几个月统计留在本地的人数', 'Months after graduation at which it is counted who stayed'), source: PROPOSED,
  }),
  parameter({
    key: 'employment.retention_window', clause: '1.2-c', value: exact(3), unit: 'month',
    label: say('统计时点前后几个月内登记的去向算作该时点的去向', 'Months before and after such a day within which a record speaks of it'), source: PROPOSED,
  }),
  parameter({
    key: 'employment.same_firm_most', clause: 'M10-b', value: exact(15), unit: 'person',
    label: say('同届同校在同一单位就业超过几人须核查', 'Graduates of one school and year at one employer above which it is looked at'), source: PROPOSED,
    reading: unverified(reading('M10-b', say('同一单位录用多少人算异常？', 'How many at one employer are unusual?'), [['15', '超过15人', 'More than 15']])),
  }),
  parameter({
    key: 'employment.insured_within', clause: 'M10-b', value: exact(3), unit: 'month',
    label: say('就业后几个月内应有社会保险', 'Months from the start of work within which social insurance begins'), source: PROPOSED,
  }),
  parameter({
    key: 'employment.minimum_wage', clause: 'S2-j', value: exact(2260), unit: 'yuan',
    label: say('本地最低月工资标准', 'Minimum monthly wage of the region'), source: say('省级最低工资标准第二档，待主管部门确认', 'Second tier of the province’s minimum wage, to be confirmed by the office'),
    reading: unverified(reading('S2-j', say('本市适用哪一档最低工资？', 'Which tier of the minimum wage holds here?'), [['2260', '第二档', 'Second tier'], ['2010', '第三档', 'Third tier'], ['2490', '第一档', 'First tier']])),
  }),
  parameter({
    key: 'employment.city_industries', clause: '1.1-d', value: 'C;E;G;I;M', unit: 'codes',
    label: say('本市重点发展的行业门类', 'Sections of industry that the city’s plan counts on'), source: PROPOSED,
    reading: unverified(reading('1.1-d', say('哪些行业门类算服务本市产业？', 'Which sections of industry count as the city’s?'), [['C;E;G;I;M', '制造、建筑、交通、信息、科研技术服务', 'Manufacturing, construction, transport, information, technical services']])),
  }),
  parameter({
    key: 'hiring_support.per_head', clause: 'M10-d', value: exact(1000), unit: 'yuan',
    label: say('录用一名毕业生的补助金额', 'Support for each graduate hired'), source: PROPOSED,
    reading: unverified(reading('M10-d', say('补助标准是多少？', 'How much is the support?'), [['1000', '每人1000元', '1 000 yuan a head']])),
  }),
  parameter({
    key: 'hiring_support.insured_months', clause: 'M10-d', value: exact(3), unit: 'month',
    label: say('申请补助前至少缴纳几个月社会保险', 'Months of social insurance before support is claimed'), source: PROPOSED,
    reading: unverified(reading('M10-d', say('社会保险须缴满几个月？', 'For how many months must insurance have been paid?'), [['3', '3个月', '3 months'], ['6', '6个月', '6 months'], ['12', '12个月', '12 months']])),
  }),
];
