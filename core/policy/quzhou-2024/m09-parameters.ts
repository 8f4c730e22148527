import { decimal, exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

const MEASURE_9 = say('实施意见正文第九项', 'Document, measure 9');
const HOW_TESTED = say('抽测的次数和人数、升段测试的合格线与时间', 'How often and how many are sampled, and what passes the step-up test?');
const WHICH_CERTIFICATE = say('哪些证书符合毕业要求', 'Which certificates meet the requirement?');
const FAILED = say('升段测试未通过怎么办', 'What follows when the step-up test is failed?');

/** M9: sample tests, the step-up test and the certificate (B35–B38, B57). */
export const m09Parameters: readonly Parameter[] = [
  parameter({
    key: 'teaching_committee.present_above', clause: 'M9-b', value: exact(1, 2), unit: 'ratio', source: PROPOSED,
    label: say('教学委员会审定时到会人数须超过应到人数的比例', 'Share of the members that those present must exceed when the teaching committee decides'),
  }),
  parameter({
    key: 'teaching_committee.for_above', clause: 'M9-b', value: exact(1, 2), unit: 'ratio', source: PROPOSED,
    label: say('教学委员会审定时同意票须超过到会人数的比例', 'Share of those present that the votes for must exceed when the teaching committee decides'),
  }),
  parameter({
    key: 'sample.per_year', clause: 'M9-c', value: exact(1), unit: 'test',
    label: say('每学年抽测次数不少于', 'Least number of sample tests per academic year'), source: PROPOSED,
    reading: reading('B36', HOW_TESTED, [['1', '每学年一次', 'Once an academic year']]),
  }),
  parameter({
    key: 'sample.size', clause: 'M9-c', value: 'greater_of_share_and_minimum', unit: 'code',
    label: say('抽测人数的确定方法', 'How the size of a sample is set'), source: PROPOSED,
    reading: reading('B36', HOW_TESTED, [
      ['greater_of_share_and_minimum', '按比例与最少人数取大，按班级分层', 'The greater of a share and a minimum, stratified by class'],
      ['all', '全员测试', 'Everybody'],
    ]),
  }),
  parameter({
    key: 'sample.size_share', clause: 'M9-c', value: decimal('0.10'), unit: 'ratio',
    label: say('抽测比例', 'Share sampled'), source: PROPOSED, reading: reading('B36', HOW_TESTED, [['0.1', '10%', '10%']]),
  }),
  parameter({
    key: 'sample.size_minimum', clause: 'M9-c', value: exact(20), unit: 'person',
    label: say('抽测最少人数', 'Least number sampled'), source: PROPOSED, reading: reading('B36', HOW_TESTED, [['20', '20人', '20 students']]),
  }),
  parameter({
    key: 'sample.done_by', clause: 'M9-c', value: '08-31', unit: 'month_day',
    label: say('每学年抽测完成日', 'Day by which the sample test of an academic year is done'), source: PROPOSED,
  }),
  parameter({
    key: 'test.full_marks', clause: 'M9-c', value: exact(100), unit: 'score',
    label: say('测试满分', 'Full marks of a test'), source: PROPOSED,
    reading: unverified(reading('B36', HOW_TESTED, [['100', '100分', '100 points']])),
  }),
  parameter({
    key: 'sample.pass_line', clause: 'M9-c', value: exact(60), unit: 'score',
    label: say('抽测合格线', 'Pass line of the sample test'), source: PROPOSED,
    reading: unverified(reading('B36', HOW_TESTED, [['60', '60分', '60 points']])),
  }),
  parameter({
    key: 'sample.low_rate', clause: 'M9-c', value: decimal('0.60'), unit: 'ratio',
    label: say('抽测合格率低于此值须整改', 'Pass rate of the sample below which a school rectifies'), source: PROPOSED,
    reading: unverified(reading('B36', HOW_TESTED, [['0.6', '60%', '60%'], ['0.8', '80%', '80%']])),
  }),
  parameter({
    key: 'sample.low_severity', clause: 'M9-c', value: 'C', unit: 'code',
    label: say('抽测合格率偏低问题的等级', 'How severe a low pass rate is'), source: PROPOSED,
    reading: unverified(reading('B36', HOW_TESTED, [['C', '一般', 'Minor'], ['B', '较重', 'Serious'], ['A', '严重', 'Severe']])),
  }),
  parameter({
    key: 'upgrade.publication_days', clause: 'M9-d', value: exact(5), unit: 'working_day',
    label: say('升段名单公示的工作日', 'Working days for which the list of those who step up is published'), source: PROPOSED,
    reading: unverified(reading('B36', HOW_TESTED, [['5', '5个工作日', '5 working days']])),
  }),
  parameter({
    key: 'upgrade.appeal_days', clause: 'M9-d', value: exact(5), unit: 'working_day',
    label: say('升段申诉答复的工作日', 'Working days within which an appeal about the step-up is answered'), source: PROPOSED,
  }),
  parameter({
    key: 'upgrade.pass_line', clause: 'M9-d', value: exact(60), unit: 'score',
    label: say('升段测试合格线', 'Pass line of the step-up test'), source: PROPOSED,
    reading: reading('B36', HOW_TESTED, [['60', '60分', '60 points'], ['40', '40分（广东做法）', '40 points (as in Guangdong)']]),
  }),
  parameter({
    key: 'upgrade.done_by', clause: 'M9-d', value: '04-30', unit: 'month_day',
    label: say('升段测试完成日', 'Day by which the step-up test is done'), source: PROPOSED,
    reading: reading('B36', HOW_TESTED, [
      ['04-30', '4月30日', '30 April'], ['03-31', '3月31日（山西做法）', '31 March (as in Shanxi)'],
    ]),
  }),
  parameter({
    key: 'upgrade.exempt', clause: 'M9-d', value: 'none', unit: 'code',
    label: say('升段测试的免试情形', 'Who is exempt from the step-up test'), source: PROPOSED,
    reading: reading('B36', HOW_TESTED, [
      ['none', '无', 'Nobody'], ['provincial_prize', '省级及以上竞赛获奖者免试', 'Winners of provincial prizes or higher'],
    ]),
  }),
  parameter({
    key: 'upgrade.resits', clause: 'M9-d', value: exact(1), unit: 'test',
    label: say('同一测试季可补考次数', 'Resits within the season'), source: PROPOSED,
    reading: reading('B37', FAILED, [['1', '补考一次', 'One resit'], ['0', '不补考', 'No resit']]),
  }),
  parameter({
    key: 'upgrade.failed', clause: 'M9-d', value: 'secondary_diploma_and_close', unit: 'code',
    label: say('升段未通过的去向', 'Where those go who fail'), source: PROPOSED,
    reading: reading('B37', FAILED, [
      ['secondary_diploma_and_close', '发中职毕业证书，结束项目并终止协议', 'Secondary diploma; programme and agreement end'],
      ['repeat_year', '留级一年再考', 'Repeat the year and try again'],
    ]),
  }),
  parameter({
    key: 'secondary_diploma.at_upgrade', clause: 'M9-d', value: 'issued', unit: 'code',
    label: say('升段时的中职毕业证书', 'Secondary diploma at the step-up'), source: PROPOSED,
    reading: reading('B38', say('读满三年是否发中职毕业证书', 'Is a secondary diploma issued after year 3?'), [
      ['issued', '发给', 'Issued'], ['not_issued', '不发', 'Not issued'],
    ]),
  }),
  parameter({
    key: 'cert.skill_level', clause: 'M9-e', value: exact(3), unit: 'skill_level',
    label: say('技能等级不低于（数字越小等级越高）', 'Skill level at least (a smaller number is higher)'), source: MEASURE_9,
    reading: reading('B35', WHICH_CERTIFICATE, [['3', '三级（高级工）及更高等级', 'Level 3 (senior worker) or higher']]),
  }),
  parameter({
    key: 'cert.x_levels', clause: 'M9-e', value: 'intermediate;advanced', unit: 'codes',
    label: say('符合要求的X证书等级', 'X levels that qualify'), source: MEASURE_9,
    reading: reading('B35', WHICH_CERTIFICATE, [
      ['intermediate;advanced', '中级和高级', 'Intermediate and advanced'], ['advanced', '仅高级', 'Advanced only'],
    ]),
  }),
  parameter({
    key: 'cert.issued_by', clause: 'M9-e', value: 'audit_day', unit: 'code',
    label: say('证书签发的最晚日期', 'Latest day of issue'), source: PROPOSED,
    reading: reading('B35', WHICH_CERTIFICATE, [['audit_day', '不晚于毕业审核日', 'Not after the day of the graduation audit']]),
  }),
  parameter({
    key: 'cert.major_relevance', clause: 'M9-e', value: 'warn', unit: 'code',
    label: say('证书与专业不相关时', 'When the certificate is not of the major'), source: PROPOSED,
    reading: reading('B35', WHICH_CERTIFICATE, [
      ['warn', '提示', 'Warn'], ['require', '不予认可', 'Do not accept'], ['ignore', '不核对', 'Do not check'],
    ]),
  }),
  parameter({
    key: 'cert.gate', clause: 'M9-e', value: 'block_with_exemption', unit: 'code',
    label: say('无合格证书能否毕业', 'Graduation without such a certificate'), source: PROPOSED,
    reading: unverified(reading('B57', say('证书是毕业的硬条件还是目标', 'Is the certificate a hard condition or an aim?'), [
      ['block_with_exemption', '不予毕业，委员会可说明理由免除，单独统计', 'Blocks; a committee may exempt with reasons, counted apart'],
      ['warn', '只提示，不影响毕业', 'Warns only'],
    ])),
  }),
];
