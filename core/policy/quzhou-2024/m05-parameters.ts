import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const MEASURE_5 = say('实施意见正文第五项', 'Document, measure 5');
const WHEN_IN_FULL = say('何时算拨付到位', 'By when has the money to be in place?');
const WHICH_STANDARD = say('按哪个生均标准拨付', 'Which per-student standard is paid?');

const heads = unverified(reading('B29', say('按哪个时点的学生人数拨付', 'By the students of which day is the grant counted?'), [
  ['previous_and_current_by_months', '上年与当年10月31日人数按月份加权', 'Heads of 31 October of the last and this year, weighted by months'],
  ['previous_snapshot', '上年10月31日人数', 'Heads of 31 October of the last year'],
  ['monthly_average', '全年各月平均人数', 'Average of the months'],
  ['current', '当年10月31日人数', 'Heads of 31 October of this year'],
]));

/** M5: the grant of the local government, its passing on, and growth with need (B29–B32, B55, B64). */
export const m05Parameters: readonly Parameter[] = [
  parameter({
    key: 'grant.standard', clause: 'M5-d', value: 'entered_per_fiscal_year', unit: 'code',
    label: say('生均拨款标准的来源', 'Where the per-student standard comes from'), source: MEASURE_5,
    reading: reading('B29', WHICH_STANDARD, [
      ['entered_per_fiscal_year', '每个财政年度填报的合作高职院校实际标准', 'The standard of the partner college, entered for each fiscal year'],
      ['national_floor', '国家规定的最低水平', 'The national floor'],
    ]),
  }),
  parameter({
    key: 'grant.floor', clause: 'M5-d', value: exact(12000), unit: 'yuan/student',
    label: say('低于此标准时提示', 'Standard below which a warning is given'),
    source: say('财教〔2014〕352号：自2017年起高职生均拨款水平', 'Notice 财教〔2014〕352: level of funding for colleges from 2017'),
    reading: reading('B29', WHICH_STANDARD, [['12000', '每生每年12000元', '12 000 yuan per student and year']]),
  }),
  parameter({
    key: 'grant.headcount', clause: 'M5-d', value: 'previous_and_current_by_months', unit: 'code',
    label: say('拨款人数的计算方法', 'How heads are counted for the grant'), source: PROPOSED, reading: heads,
  }),
  parameter({
    key: 'grant.months_previous', clause: 'M5-d', value: exact(8), unit: 'month',
    label: say('财政年度内按上年人数计的月数', 'Months of the fiscal year counted by last year\'s heads'),
    source: say('学年九月开始，一至八月属上一学年', 'The academic year starts in September; January to August belong to the last one'),
    reading: heads,
  }),
  parameter({
    key: 'grant.months_current', clause: 'M5-d', value: exact(4), unit: 'month',
    label: say('财政年度内按当年人数计的月数', 'Months of the fiscal year counted by this year\'s heads'),
    source: say('学年九月开始，九至十二月属新学年', 'The academic year starts in September; September to December belong to the new one'),
    reading: heads,
  }),
  parameter({
    key: 'grant.true_up', clause: 'M5-d', value: 'next_year', unit: 'code',
    label: say('多拨少拨的找补', 'When differences are made up'), source: PROPOSED,
    reading: unverified(reading('B29', say('人数变化带来的差额何时找补', 'When is a difference in heads made up?'), [
      ['next_year', '下一年度找补', 'In the next year'], ['none', '不找补', 'Not at all'],
    ])),
  }),
  parameter({
    key: 'grant.partial_year', clause: 'M5-d', value: 'by_months', unit: 'code',
    label: say('年中启用校区的首年拨款', 'First grant of a campus that opens within a year'), source: PROPOSED,
    reading: reading('B55', say('不足一年的怎样折算', 'How is a part of a year counted?'), [
      ['by_months', '按月折算', 'By months'], ['full_year', '按全年', 'As a full year'],
    ]),
  }),
  parameter({
    key: 'campus.payer_finance', clause: 'M5-d', value: 'campus_payer', unit: 'code',
    label: say('由哪级财政拨付', 'Which finance bureau pays'), source: PROPOSED,
    reading: reading('B30', say('校区所在县与学校隶属不一致时谁拨付', 'Who pays when campus and school belong to different levels?'), [
      ['campus_payer', '按校区登记的拨付单位', 'The payer registered for the campus'],
      ['school_budget_level', '按学校预算级次', 'The budget level of the school'],
    ]),
  }),
  parameter({
    key: 'grant.instalment_days', clause: 'M5-e', value: '03-31;06-30;09-30;12-20', unit: 'month_days',
    label: say('各期拨款的截止日', 'Last days of the instalments'), source: PROPOSED,
    reading: reading('B31', WHEN_IN_FULL, [
      ['03-31;06-30;09-30;12-20', '按季拨付，12月20日前付清', 'Quarterly, all by 20 December'],
      ['12-20', '年内一次付清', 'Once, by 20 December'], ['by_request', '按请款进度', 'As requested'],
    ]),
  }),
  parameter({
    key: 'grant.instalment_share', clause: 'M5-e', value: exact(1, 4), unit: 'ratio',
    label: say('每期拨付比例', 'Share of each instalment'), source: PROPOSED,
    reading: reading('B31', WHEN_IN_FULL, [['0.25', '每季四分之一', 'A quarter each']]),
  }),
  parameter({
    key: 'grant.arrears_days', clause: 'M5-e', value: '30;60;90', unit: 'days',
    label: say('欠拨账龄分档', 'Ages of arrears'), source: PROPOSED,
    reading: reading('B31', WHEN_IN_FULL, [['30;60;90', '30、60、90天', '30, 60 and 90 days']]),
  }),
  parameter({
    key: 'grant.pass_on_share', clause: 'M5-f', value: exact(1), unit: 'ratio',
    label: say('生均拨款转付比例', 'Share of the grant passed on'), source: MEASURE_5,
  }),
  parameter({
    key: 'grant.pass_on_days', clause: 'M5-f', value: exact(30), unit: 'day',
    label: say('到账后多少天内转付', 'Days from receipt to passing on'), source: PROPOSED,
    reading: reading('B32', say('文件没有写转付期限', 'The document sets no time for passing on'), [
      ['30', '到账后30天内', 'Within 30 days of receipt'],
    ]),
  }),
  parameter({
    key: 'payee.grant', clause: 'M5-f', value: 'campus', unit: 'code',
    label: say('生均拨款的收款方', 'Who receives the grant'), source: MEASURE_5,
    reading: reading('B27', say('收款方是学校还是校区', 'Is the school or the campus paid?'), [
      ['campus', '学校下设的校区专户', 'The sub-account of the campus at its school'], ['school', '中职学校', 'The secondary school'],
    ]),
  }),
  parameter({
    key: 'funding.increment', clause: 'M5-c', value: 'total_or_per_student', unit: 'code',
    label: say('增量保障的判断方法', 'How growth of funding is judged'), source: PROPOSED,
    reading: reading('B64', say('经费增量同什么比', 'Against what is growth measured?'), [
      ['total_or_per_student', '学生增加而总额未增或生均下降即提示', 'Flagged when students rise and the total does not, or the amount per student falls'],
      ['total', '只比总额', 'The total only'], ['per_student', '只比生均', 'The amount per student only'],
    ]),
  }),
  ...([
    ['grant', '生均拨款可用于', 'What the grant may be spent on', 'operation;equipment;facilities;teacher_training;teaching_reform;other'],
    ['tuition_share', '学费分成可用于', 'What the tuition share may be spent on', 'operation;equipment;teacher_training;teaching_reform;other'],
    ['dorm', '住宿费可用于', 'What dormitory fees may be spent on', 'operation;facilities'],
    ['other', '其他资金可用于', 'What other funds may be spent on', 'operation;equipment;facilities;teacher_training;teaching_reform;other'],
  ] as const).map(([fund, zh, en, value]) => parameter({ key: `spending.categories.${fund}`, clause: 'M5-b', value, unit: 'codes', label: say(zh, en), source: PROPOSED })),
  parameter({
    key: 'spending.sample_share', clause: 'M5-g', value: exact(1, 10), unit: 'ratio',
    label: say('支出抽查比例', 'Share of spending that is looked at'), source: PROPOSED,
  }),
  parameter({
    key: 'spending.sample_minimum', clause: 'M5-g', value: exact(3), unit: 'item',
    label: say('每次至少抽查的笔数', 'Least number of items that are looked at'), source: PROPOSED,
  }),
];
