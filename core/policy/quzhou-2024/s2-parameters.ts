import { decimal, exact } from '../../values/exact.ts';
import type { Parameter } from '../../verdict/parameter.ts';
import { parameter, PROPOSED, say } from './declare-parameter.ts';

const ASSUMED = say('规划用假设值，不是文件规定', 'A planning assumption, not a value of the document');

function rate(name: string, value: string, zh: string, en: string): Parameter {
  return parameter({ key: `forecast.${name}`, clause: 'S2-a', value: decimal(value), unit: 'ratio', label: say(zh, en), source: ASSUMED });
}

/** What a yuan for one kind of option counts for when plans are compared: one each, until the office says otherwise. */
function weight(kind: string, zh: string, en: string): Parameter {
  return parameter({ key: `allocation.weight.${kind}`, clause: 'S2-a', value: exact(1), unit: 'weight', label: say(`编制方案时“${zh}”费用的权重`, `Weight of money for “${en}” when plans are compared`), source: ASSUMED });
}

/** S2-a: plan against capacity rests on a forecast; these are the rates it assumes. S2-i: when an internship's papers fall due. */
export const s2Parameters: readonly Parameter[] = [
  weight('room', '教学行政用房', 'rooms'), weight('dormitory', '学生宿舍', 'dormitories'), weight('land', '土地', 'land'), weight('equipment', '仪器设备', 'equipment'),
  weight('teacher', '专任教师', 'teachers'), weight('ideology_teacher', '思政课教师', 'ideology teachers'), weight('counsellor', '专职辅导员', 'counsellors'), weight('psychologist', '心理健康教师', 'psychologists'),
  weight('class', '班级', 'classes'), weight('campus', '校区', 'campuses'),
  rate('stay', '0.97', '每学年留下的学生比例', 'Share of students who stay for a year'),
  rate('step_up', '0.94', '升入高职段的比例', 'Share who step up to the higher stage'),
  rate('certificate', '0.92', '完成学业者取得合格证书的比例', 'Share of those completing who hold a certificate that qualifies'),
  rate('local', '0.60', '毕业生在本市就业的比例', 'Share of graduates employed locally'),
  rate('stay_half_width', '0.015', '每学年留下的比例上下可能相差', 'How far the share who stay may be off, up or down'),
  rate('step_up_half_width', '0.04', '升段比例上下可能相差', 'How far the share who step up may be off, up or down'),
  rate('certificate_half_width', '0.05', '取得合格证书比例上下可能相差', 'How far the share with a certificate may be off, up or down'),
  rate('local_half_width', '0.08', '本地就业比例上下可能相差', 'How far the share employed locally may be off, up or down'),
  parameter({
    key: 'forecast.history_cohorts', clause: 'S2-a', value: exact(2), unit: 'cohort',
    label: say('用历史比例至少需要几届学生', 'Completed cohorts needed before rates of the past are used'), source: ASSUMED,
  }),
  parameter({
    key: 'partner_agreement.min_in_force', clause: 'S2-h', value: exact(1), unit: 'agreement',
    label: say('参与试点的企业至少有几份在效协议', 'Agreements in force that a firm taking part has at least'), source: PROPOSED,
  }),
  parameter({
    key: 'internship.papers_days', clause: 'S2-i', value: exact(14), unit: 'day',
    label: say('实习开始前多少天起办理协议、保险和安全培训', 'Days before an internship from which agreement, insurance and safety training are owed'), source: PROPOSED,
  }),
  parameter({
    key: 'internship.grade', clause: 'S2-g', value: exact(5), unit: 'grade',
    label: say('岗位实习所在年级', 'Year of the internship'), source: PROPOSED,
  }),
  parameter({
    key: 'internship.term', clause: 'S2-g', value: '2', unit: 'code',
    label: say('岗位实习所在学期', 'Term of the internship'), source: PROPOSED,
  }),
  parameter({
    key: 'benefit.difficulty_days', clause: 'S2-e', value: exact(30), unit: 'day',
    label: say('待遇申领被拒后多少天内处理', 'Days within which a refused claim is looked into'), source: PROPOSED,
  }),
  parameter({
    key: 'budget.kinds', clause: 'S2-c', value: 'operation;equipment;facilities;teacher_training;teaching_reform', unit: 'codes',
    label: say('预算应当列明的经费类别', 'Kinds of need that a budget names'), source: PROPOSED,
  }),
];
