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
  }),
];
