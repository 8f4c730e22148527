import { decimal, exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const RULE_4 = say('实施细则第四条', 'Annex, rule 4');
const REFUND_RULE = say('浙江省2006年的学生退费规定', 'Zhejiang rule of 2006 on refunds to students');
const SHARE_OF_WHAT = say('60%按应收、实收还是扣除退费后的学费计', 'Is the 60% of tuition billed, collected, or net of refunds?');
const SPECIAL_MONEY = say('减免、贷款和迟缴的学费怎样计', 'How do waivers, loans and late payments count?');
const HOW_REFUNDED = say('学年中途离校怎样退费', 'How is money returned to those who leave within the year?');

/** R4, tuition: its base, the school's share, refunds to leavers (B26, B27, B34, B60). */
export const tuitionParameters: readonly Parameter[] = [
  parameter({
    key: 'tuition.base', clause: 'R4-c', value: 'net_collected', unit: 'code',
    label: say('学费分成的基数', 'Base of the tuition share'), source: PROPOSED,
    reading: unverified(reading('B26', SHARE_OF_WHAT, [
      ['net_collected', '实收减退费', 'Collected less refunds'], ['billed', '应收', 'Billed'], ['collected', '实收', 'Collected'],
      ['treasury_returned', '财政专户返还额', 'Returned from the treasury account'],
    ])),
  }),
  parameter({
    key: 'tuition.share', clause: 'R4-c', value: decimal('0.60'), unit: 'ratio',
    label: say('学费拨付比例下限，协议可以更高', 'Least share of tuition paid to the school; an agreement may set more'), source: RULE_4,
    reading: reading('B26', say('按下限还是按协议比例拨付', 'Is the floor paid or the agreed share?'), [
      ['0.6', '按协议比例，不低于60%', 'The agreed share, at least 60%'],
    ]),
  }),
  parameter({
    key: 'tuition.share_rounding', clause: 'R4-c', value: 'up_to_fen', unit: 'code',
    label: say('应拨学费的取整', 'Rounding of the share'), source: PROPOSED,
    reading: reading('B26', SHARE_OF_WHAT, [['up_to_fen', '向上取整到分', 'Up to the next fen']]),
  }),
  parameter({
    key: 'tuition.settle_days', clause: 'R4-c', value: '01-31;08-31', unit: 'month_days',
    label: say('学费清算日', 'Days of settlement of the share'), source: PROPOSED,
    reading: reading('B26', say('一学年清算几次', 'How often is the share settled?'), [
      ['01-31;08-31', '每年1月31日和8月31日', 'On 31 January and 31 August'], ['08-31', '每年8月31日', 'On 31 August'],
    ]),
  }),
  parameter({
    key: 'tuition.settle_open_days', clause: 'R4-c', value: exact(30), unit: 'day',
    label: say('清算日前多少天开始清算', 'Days before a day of settlement from which it is made'), source: PROPOSED,
  }),
  parameter({
    key: 'payee.tuition', clause: 'R4-c', value: 'school', unit: 'code',
    label: say('学费分成的收款方', 'Who receives the share'), source: RULE_4,
    reading: reading('B27', say('收款方是学校还是校区', 'Is the school or the campus paid?'), [
      ['school', '中职学校', 'The secondary school'], ['campus', '学校下设的校区专户', 'The sub-account of the campus at its school'],
    ]),
  }),
  parameter({
    key: 'tuition.loan', clause: 'R4-c', value: 'collected_on_arrival', unit: 'code',
    label: say('助学贷款缴的学费', 'Tuition paid from a loan'), source: PROPOSED,
    reading: reading('B60', SPECIAL_MONEY, [['collected_on_arrival', '到账即算实收', 'Collected when it arrives']]),
  }),
  parameter({
    key: 'tuition.waiver', clause: 'R4-c', value: 'collected_when_reimbursed', unit: 'code',
    label: say('减免的学费', 'Tuition that was waived'), source: PROPOSED,
    reading: reading('B60', SPECIAL_MONEY, [
      ['collected_when_reimbursed', '财政补还时才算实收', 'Collected when finance reimburses it'], ['never', '不算', 'Never'],
    ]),
  }),
  parameter({
    key: 'tuition.late', clause: 'R4-c', value: 'batch_of_arrival', unit: 'code',
    label: say('迟缴的学费', 'Tuition paid late'), source: PROPOSED,
    reading: reading('B60', SPECIAL_MONEY, [
      ['batch_of_arrival', '计入到账当批', 'In the batch in which it arrives'], ['original_batch', '补计原批次', 'In the batch it belonged to'],
    ]),
  }),
  parameter({
    key: 'refund.months', clause: 'R4-b', value: exact(10), unit: 'month',
    label: say('一学年按几个月计费', 'Months of fees in an academic year'), source: REFUND_RULE,
    reading: reading('B34', HOW_REFUNDED, [['10', '10个月', '10 months']]),
  }),
  parameter({
    key: 'refund.month_days', clause: 'R4-b', value: exact(30), unit: 'day',
    label: say('一个月按几天计', 'Days in a month'), source: REFUND_RULE,
    reading: reading('B34', HOW_REFUNDED, [['30', '30天', '30 days']]),
  }),
  parameter({
    key: 'refund.part_month', clause: 'R4-b', value: 'ceil', unit: 'code',
    label: say('不足一个月', 'A part of a month'), source: REFUND_RULE,
    reading: reading('B34', HOW_REFUNDED, [['ceil', '按一个月计', 'Counts as one'], ['floor', '不计', 'Does not count']]),
  }),
  parameter({
    key: 'refund.day_count', clause: 'R4-b', value: 'inclusive', unit: 'code',
    label: say('天数的首尾', 'First and last day'), source: REFUND_RULE,
    reading: reading('B34', HOW_REFUNDED, [['inclusive', '首尾两天都计', 'Both counted'], ['exclusive', '开学当天不计', 'The first is not counted']]),
  }),
  parameter({
    key: 'refund.due_days', clause: 'R4-b', value: exact(15), unit: 'day',
    label: say('离校后多少天内退费', 'Days from leaving to the refund'), source: PROPOSED,
    reading: reading('B34', HOW_REFUNDED, [['15', '离校后15天内', 'Within 15 days of leaving']]),
  }),
  parameter({
    key: 'refund.close', clause: 'R4-b', value: '08-31', unit: 'month_day',
    label: say('其他多收款的退费截止日', 'Day by which other overpayments are returned'), source: PROPOSED,
    reading: reading('B34', HOW_REFUNDED, [['08-31', '学年末8月31日', '31 August, the end of the academic year']]),
  }),
];
