import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';
import { tuitionParameters } from './r4-tuition-parameters.ts';

const RULE_4 = say('实施细则第四条', 'Annex, rule 4');
const GROSS_OR_NET = say('转付按收款总额还是扣除退费后计', 'Is what is passed on gross or net of refunds?');
const PAYEE = say('收款方是学校还是校区', 'Is the school or the campus paid?');
const WHEN_SETTLED = say('代管费何时结清，无人领的怎么办', 'When are custody fees settled, and what of money nobody claims?');
const WHAT_RATE = say('授课费按什么标准、由谁付', 'At what rate and by whom are lessons paid?');
const INSURANCE = say('保费由谁出、保期多长', 'Who pays the premium and for how long?');

function lectureRate(title: string, yuan: number, zh: string, en: string): Parameter {
  return parameter({
    key: `lecture.rate.${title}`, clause: 'R4-h', value: exact(yuan), unit: 'yuan/class_hour',
    label: say(`${zh}每课时授课费（示例）`, `Fee per class hour, ${en} (example)`),
    source: say('示例数值，以学校填报的标准为准', 'An example: the rates entered by the college decide'),
    reading: reading('B52', WHAT_RATE, [[String(yuan), `${yuan}元`, `${yuan} yuan`]]),
  });
}

/** R4, dormitory, other and custody fees, lecture fees, insurance (B27, B28, B33, B52, B53). */
const feeParameters: readonly Parameter[] = [
  parameter({ key: 'visitor.answer_days_before', clause: 'R4-i', value: exact(1), unit: 'day', label: say('来校教师住宿交通最迟提前几天答复', 'Days before the teaching day by which lodging and transport are answered'), source: PROPOSED }),
  parameter({ key: 'visitor.max_unanswered', clause: 'R4-i', value: exact(0), unit: 'entry', label: say('逾期未答复的住宿交通需要上限', 'Most requests of visiting teachers without an answer in time'), source: PROPOSED }),
  parameter({
    key: 'dorm.base', clause: 'R4-e', value: 'net_collected', unit: 'code',
    label: say('住宿费等转付的基数', 'Base of dormitory and other fees passed on'), source: PROPOSED,
    reading: reading('B28', GROSS_OR_NET, [['net_collected', '实收减退费', 'Collected less refunds'], ['collected', '实收', 'Collected']]),
  }),
  parameter({
    key: 'custody.base', clause: 'R4-e', value: 'received', unit: 'code',
    label: say('代管费转付的基数', 'Base of custody fees passed on'), source: PROPOSED,
    reading: reading('B28', GROSS_OR_NET, [
      ['received', '全部收款，余额由校区退学生', 'All that was received; the campus returns what is left'],
      ['net_collected', '实收减退费', 'Collected less refunds'],
    ]),
  }),
  parameter({
    key: 'fees.pass_on_share', clause: 'R4-e', value: exact(1), unit: 'ratio',
    label: say('代管费、住宿费等的转付比例', 'Share of custody, dormitory and other fees passed on'), source: RULE_4,
  }),
  parameter({
    key: 'fees.pass_on_days', clause: 'R4-e', value: exact(30), unit: 'day',
    label: say('收款后多少天内转付', 'Days from receipt to passing on'), source: PROPOSED,
    reading: reading('B28', say('文件没有写转付期限', 'The document sets no time for passing on'), [
      ['30', '收款后30天内', 'Within 30 days of receipt'],
    ]),
  }),
  parameter({
    key: 'payee.dorm', clause: 'R4-e', value: 'campus', unit: 'code',
    label: say('住宿费等的收款方', 'Who receives dormitory and other fees'), source: RULE_4,
    reading: reading('B27', PAYEE, [
      ['campus', '学校下设的校区专户', 'The sub-account of the campus at its school'], ['school', '中职学校', 'The secondary school'],
    ]),
  }),
  parameter({
    key: 'payee.custody', clause: 'R4-e', value: 'campus', unit: 'code',
    label: say('代管费的收款方', 'Who receives custody fees'), source: RULE_4,
    reading: reading('B27', PAYEE, [
      ['campus', '学校下设的校区专户', 'The sub-account of the campus at its school'], ['school', '中职学校', 'The secondary school'],
    ]),
  }),
  parameter({
    key: 'custody.close', clause: 'R4-g', value: '08-31', unit: 'month_day',
    label: say('代管费结算日', 'Day on which custody fees are settled'), source: PROPOSED,
    reading: reading('B33', WHEN_SETTLED, [['08-31', '每学年8月31日', '31 August of each academic year'], ['07-31', '每学年7月31日', '31 July']]),
  }),
  parameter({
    key: 'custody.leaver', clause: 'R4-g', value: 'at_exit', unit: 'code',
    label: say('离校学生的代管费', 'Custody fees of leavers'), source: PROPOSED,
    reading: reading('B33', WHEN_SETTLED, [['at_exit', '离校时结清', 'Settled at exit'], ['at_close', '学年末结清', 'Settled at the end of the year']]),
  }),
  parameter({
    key: 'custody.unclaimed_years', clause: 'R4-g', value: exact(2), unit: 'year',
    label: say('无人领的余额保留年数', 'Years for which an unclaimed balance is kept'), source: PROPOSED,
    reading: reading('B33', WHEN_SETTLED, [['2', '保留2年，期满经批准归学校', 'Kept 2 years, then to the school by approval']]),
  }),
  parameter({
    key: 'custody.interest', clause: 'R4-f', value: false, unit: 'flag',
    label: say('代管费计息', 'Custody fees bear interest'), source: PROPOSED,
    reading: reading('B33', WHEN_SETTLED, [['false', '不计息', 'No'], ['true', '计息', 'Yes']]),
  }),
  lectureRate('senior_full', 120, '正高级', 'full senior title'),
  lectureRate('senior_vice', 100, '副高级', 'vice senior title'),
  lectureRate('intermediate', 80, '中级', 'intermediate title'),
  lectureRate('junior', 60, '初级', 'junior title'),
  parameter({
    key: 'lecture.due_days', clause: 'R4-h', value: '01-31;08-31', unit: 'month_days',
    label: say('上、下学期授课费的付款日', 'Days by which the fees of the first and second term are paid'), source: PROPOSED,
    reading: reading('B52', WHAT_RATE, [['01-31;08-31', '1月31日和8月31日', '31 January and 31 August']]),
  }),
  parameter({
    key: 'lecture.payer', clause: 'R4-h', value: 'campus', unit: 'code',
    label: say('授课费的付款方', 'Who pays for lessons'), source: PROPOSED,
    reading: reading('B52', WHAT_RATE, [['campus', '高职校区经费', 'Funds of the campus'], ['college', '高职院校', 'The college']]),
  }),
  parameter({
    key: 'lecture.taxable', clause: 'R4-h', value: true, unit: 'flag',
    label: say('授课费代扣个人所得税', 'Tax is withheld from lecture fees'), source: PROPOSED,
    reading: reading('B52', WHAT_RATE, [['true', '代扣', 'Withheld'], ['false', '不代扣', 'Not withheld']]),
  }),
  parameter({
    key: 'insurance.payer', clause: 'R4-j', value: 'school', unit: 'code',
    label: say('保费承担方', 'Who bears the premium'), source: PROPOSED,
    reading: unverified(reading('B53', INSURANCE, [['school', '中职学校，不向学生收取', 'The secondary school; never the student']])),
  }),
  parameter({
    key: 'insurance.school_liability_period', clause: 'R4-j', value: '09-01/08-31', unit: 'month_day_period',
    label: say('校方责任险的保期', 'Period of school-liability insurance'), source: PROPOSED,
    reading: unverified(reading('B53', INSURANCE, [['09-01/08-31', '9月1日至次年8月31日', '1 September to 31 August']])),
  }),
  parameter({
    key: 'insurance.internship_period', clause: 'R4-j', value: 'internship_days', unit: 'code',
    label: say('实习责任险的保期', 'Period of internship-liability insurance'), source: PROPOSED,
    reading: unverified(reading('B53', INSURANCE, [
      ['internship_days', '覆盖全部实习日', 'All days of the internship'], ['academic_year', '整个学年', 'The academic year'],
    ])),
  }),
];

export const r4Parameters: readonly Parameter[] = [...tuitionParameters, ...feeParameters];
