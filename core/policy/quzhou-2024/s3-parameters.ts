import { exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, reading, say } from './declare-parameter.ts';

const IN_TIME = say('“及时”整改是多久，谁决定停止试点，后果如何', 'How long is "in time", who stops a pilot, and to what effect?');

function rectifyDays(severity: 'A' | 'B' | 'C', days: number, zh: string, en: string): Parameter {
  return parameter({
    key: `rectify.days.${severity}`, clause: 'S3-e', value: exact(days), unit: 'day',
    label: say(`${zh}问题的整改天数`, `Days to rectify a ${en} finding`), source: PROPOSED,
    reading: reading('B48', IN_TIME, [[String(days), `${days}天`, `${days} days`]]),
  });
}

function gradeLine(grade: string, line: number, zh: string, en: string): Parameter {
  return parameter({
    key: `assessment.${grade}`, clause: 'S3-g', value: exact(line), unit: 'point',
    label: say(`年度考核${zh}的分数线`, `Points from which a yearly assessment is ${en}`), source: PROPOSED,
  });
}

/** S3: time to rectify and stopping a pilot (B48); how often is supervised and reviewed. */
export const s3Parameters: readonly Parameter[] = [
  rectifyDays('A', 30, '严重', 'severe'),
  rectifyDays('B', 60, '较重', 'serious'),
  rectifyDays('C', 90, '一般', 'minor'),
  parameter({
    key: 'rectify.extensions', clause: 'S3-e', value: exact(1), unit: 'time',
    label: say('可延期次数', 'Extensions allowed'), source: PROPOSED, reading: reading('B48', IN_TIME, [['1', '一次', 'One'], ['0', '不可延期', 'None']]),
  }),
  parameter({
    key: 'rectify.extension_days', clause: 'S3-e', value: exact(30), unit: 'day',
    label: say('每次延期最多天数', 'Longest extension'), source: PROPOSED, reading: reading('B48', IN_TIME, [['30', '30天', '30 days']]),
  }),
  parameter({
    key: 'stop.proposers', clause: 'S3-f', value: 'college;education_bureau', unit: 'codes',
    label: say('停止试点的提出方', 'Who may propose to stop'), source: PROPOSED,
    reading: reading('B48', IN_TIME, [['college;education_bureau', '高职院校或教育局', 'The college or the education bureau']]),
  }),
  parameter({
    key: 'stop.decided_by', clause: 'S3-f', value: 'office', unit: 'code',
    label: say('停止试点的决定方', 'Who decides to stop'), source: PROPOSED,
    reading: reading('B48', IN_TIME, [
      ['office', '领导小组办公室，先听取学校意见', 'The leading-group office, after hearing the school'], ['education_bureau', '市教育局', 'The city bureau'],
    ]),
  }),
  parameter({
    key: 'stop.effect', clause: 'S3-f', value: 'no_new_intake;teach_out', unit: 'codes',
    label: say('停止试点的后果', 'Effect of stopping'), source: PROPOSED,
    reading: reading('B48', IN_TIME, [['no_new_intake;teach_out', '不再招生，在校生培养到毕业', 'No new intake; those at school are taught to the end']]),
  }),
  parameter({
    key: 'supervision.quality_per_term', clause: 'S3-a', value: exact(1), unit: 'visit/term',
    label: say('每学期质量督导次数', 'Visits on quality per term'), source: PROPOSED,
  }),
  parameter({
    key: 'supervision.conduct_per_year', clause: 'S3-c', value: exact(1), unit: 'visit/year',
    label: say('每年办学行为督查次数', 'Visits on conduct per year'), source: PROPOSED,
  }),
  parameter({
    key: 'assessment.per_year', clause: 'S3-g', value: exact(1), unit: 'assessment/year',
    label: say('每年考核次数', 'Assessments per year'), source: PROPOSED,
  }),
  gradeLine('excellent', 90, '优秀', 'excellent'), gradeLine('good', 75, '良好', 'good'), gradeLine('pass', 60, '合格', 'pass'),
  parameter({
    key: 'review.due', clause: 'S3-h', value: '12-31', unit: 'month_day',
    label: say('年度总结截止日', 'Day by which the yearly review is due'), source: PROPOSED,
  }),
  parameter({
    key: 'review.survey_least', clause: 'S3-h', value: exact(5), unit: 'person',
    label: say('问卷结果至少几份答卷才显示', 'Fewest answers of a survey that are shown together'), source: PROPOSED,
  }),
];
