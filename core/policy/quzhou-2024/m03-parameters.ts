import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say, unverified } from './declare-parameter.ts';

function daysOf(what: 'hazard.days' | 'incident.close_days', severity: 'A' | 'B' | 'C', days: number, zh: string, en: string): Parameter {
  return parameter({ key: `${what}.${severity}`, clause: 'M3-a', value: exact(days), unit: 'day', label: say(zh, en), source: PROPOSED });
}

/** M3: by when hazards and incidents are dealt with, and how many may be late. */
const dailyParameters: readonly Parameter[] = [
  daysOf('hazard.days', 'A', 3, '严重隐患的整改天数', 'Days to put right a severe hazard'),
  daysOf('hazard.days', 'B', 7, '较重隐患的整改天数', 'Days to put right a serious hazard'),
  daysOf('hazard.days', 'C', 30, '一般隐患的整改天数', 'Days to put right a minor hazard'),
  daysOf('incident.close_days', 'A', 30, '严重安全事件的办结天数', 'Days to close a severe incident'),
  daysOf('incident.close_days', 'B', 15, '较重安全事件的办结天数', 'Days to close a serious incident'),
  daysOf('incident.close_days', 'C', 7, '一般安全事件的办结天数', 'Days to close a minor incident'),
  parameter({ key: 'safety.max_late', clause: 'M3-a', value: exact(0), unit: 'entry', label: say('逾期未办结的隐患和事件上限', 'Most hazards and incidents that are late'), source: PROPOSED }),
  parameter({ key: 'rules.max_unacknowledged', clause: 'M3-b', value: exact(0), unit: 'entry', label: say('已施行而未确认的学院制度上限', 'Most rules in force without acknowledgement'), source: PROPOSED }),
  parameter({ key: 'running_body.max_others', clause: 'M3-d', value: exact(0), unit: 'student', label: say('非合作学院主办的高职段学生上限', 'Most higher-stage students of another body'), source: say('实施意见正文第三项', 'Document, measure 3') }),
];

/** M3: whose duty safety is (B63), and by when the list of new students is filed. */
export const m03Parameters: readonly Parameter[] = [
  ...dailyParameters,
  parameter({
    key: 'safety.owner', clause: 'M3-a', value: 'secondary_school', unit: 'code',
    label: say('高职段学生安全的责任方', 'Who answers for the safety of higher-stage students'),
    source: say('实施意见正文第三项', 'Document, measure 3'),
    reading: unverified(reading('B63', say('学生在实习单位或高职院校时谁负责', 'Who is responsible while students are at a firm or at the college?'), [
      ['secondary_school', '始终由中职学校负责，企业或高职院校登记为共同责任方', 'Always the secondary school; firm or college recorded as co-responsible'],
      ['host', '由所在单位负责', 'The place where they are'],
    ])),
  }),
  parameter({
    key: 'filing.by', clause: 'M3-c', value: '12-05', unit: 'month_day',
    label: say('新生名册备案截止日', 'Day by which the list of new students is filed'),
    source: say('浙教办职成〔2009〕159号', 'Provincial notice 浙教办职成〔2009〕159'),
  }),
  parameter({
    key: 'course.full_marks', clause: 'M3-e', value: exact(100), unit: 'score',
    label: say('课程成绩满分', 'Full marks of a course'), source: PROPOSED,
  }),
  parameter({
    key: 'course.pass_line', clause: 'M3-e', value: exact(60), unit: 'score',
    label: say('课程成绩及格线', 'Pass line of a course'), source: PROPOSED,
  }),
  parameter({
    key: 'course.grades_in_days', clause: 'M3-e', value: exact(0), unit: 'day',
    label: say('学期末日后提交课程成绩的天数', 'Days after the last day of a term within which grades are handed in'), source: PROPOSED,
  }),
  parameter({
    key: 'course.release_days', clause: 'M3-e', value: exact(5), unit: 'working_day',
    label: say('成绩提交后发布的工作日', 'Working days within which grades that were handed in are released'), source: PROPOSED,
  }),
  parameter({
    key: 'agreement.block_at_filing', clause: 'M3-c', value: true, unit: 'flag',
    label: say('未签协议的新生不予备案', 'New students without an agreement are not filed'), source: PROPOSED,
  }),
];
