import type { Bilingual } from '../values/bilingual.ts';

interface Words extends Bilingual {
  readonly clause: string;
}

/** Why something is not taught, graded, released or decided. */
const REFUSALS = {
  not_yours: { clause: 'M3-e', zh: '由本学院教务办理', en: 'Academic affairs of the college does this' },
  no_class: { clause: 'M3-e', zh: '当日没有学生在这个班', en: 'Nobody is in this class on the day' },
  class_mixed: { clause: 'M9-b', zh: '班内学生不是同一专业、同一年级，无法确定适用的培养方案', en: 'The class is not of one programme and one cohort: no scheme is theirs' },
  no_scheme: { clause: 'M9-b', zh: '该专业该年级没有经教学委员会审定的培养方案，不能开课', en: 'No scheme of this programme and cohort is approved: nothing can be opened' },
  no_calendar: { clause: 'M3-e', zh: '学院没有登记该学年的开学日期，请先登记校历', en: 'The college has reported no first day of the academic year: the calendar comes first' },
  days_wrong: { clause: 'M3-e', zh: '学期日期不符：应在该学期之内，末日晚于首日，第一学期不早于开学日期', en: 'The days are not of this term: the last is after the first, and the autumn begins no earlier than the year' },
  no_term: { clause: 'M3-e', zh: '该学期日期尚未登记', en: 'The days of the term are not set' },
  term_closed: { clause: 'M3-e', zh: '该学期已经结课', en: 'The term is closed' },
  nothing_in_term: { clause: 'M9-b', zh: '培养方案在该学期没有课程', en: 'The scheme has no course in this term' },
  opened_already: { clause: 'M3-e', zh: '该班该学期已经开课', en: 'The courses of this class and term are open already' },
  unknown_teacher: { clause: 'M3-e', zh: '教职工台账中没有在任的这个编号', en: 'Nobody of this number stands in the register of staff now' },
  hours_wrong: { clause: 'M3-e', zh: '课时应为 0 至 2000 的整数', en: 'Hours are a whole number from 0 to 2000' },
  hours_missing: { clause: 'M3-e', zh: '尚未登记授课教师或课时', en: 'Teacher or hours are missing' },
  closing_early: { clause: 'M3-e', zh: '学期尚未结束', en: 'The term is not over' },
  not_teacher: { clause: 'M3-e', zh: '成绩由该课程的任课教师录入', en: 'Whoever teaches the course enters its grades' },
  not_now: { clause: 'M3-e', zh: '当前状态不能办理', en: 'It cannot be done in this state' },
  no_rule: { clause: 'M3-e', zh: '当日没有生效的成绩规则', en: 'No rule on grades is in force on that day' },
  not_offered: { clause: 'M3-e', zh: '没有开设这门课程，或不在您的任课和管理范围内', en: 'The course is not offered, or not yours to teach or manage' },
  not_in_class: { clause: 'M3-e', zh: '不是该班学生，没有修读这门课程', en: 'Not of this class: the course was not offered to them' },
  twice: { clause: 'M3-e', zh: '同一名学生出现两次', en: 'The same student twice' },
  out_of_range: { clause: 'M3-e', zh: '成绩应在 0 至满分之间，至多一位小数；缺考填“缺考”', en: 'A grade is between 0 and full marks with one decimal at most, or “absent”' },
  grades_missing: { clause: 'M3-e', zh: '没有成绩', en: 'No grade' },
  same_person: { clause: 'M3-e', zh: '录入和发布须由两人办理', en: 'Whoever entered does not release' },
  reason_missing: { clause: 'M3-e', zh: '请写明理由', en: 'Say why' },
  no_grade: { clause: 'M3-e', zh: '没有已发布的这条成绩，或已被更正', en: 'There is no such released grade, or a later one answers it' },
  unchanged: { clause: 'M3-e', zh: '与现有成绩相同', en: 'The grade is this already' },
  not_class_head: { clause: 'R3-d', zh: '操行由该班班主任或辅导员录入', en: 'The class’s own head or counsellor enters conduct' },
  not_head: { clause: 'R3-d', zh: '操行由学校领导审定', en: 'The head of the school decides on conduct' },
  conduct_missing: { clause: 'R3-d', zh: '没有操行结论', en: 'No conduct is entered' },
  conduct_same_person: { clause: 'R3-d', zh: '操行录入和审定须由两人办理', en: 'Whoever entered conduct does not decide on it' },
  conduct_not_in_class: { clause: 'R3-d', zh: '不是该班学生', en: 'Not of this class' },
  conduct_not_now: { clause: 'R3-d', zh: '当前状态不能办理', en: 'It cannot be done in this state' },
} as const satisfies Readonly<Record<string, Words>>;

export type TeachingRefusalReason = keyof typeof REFUSALS;

export interface TeachingRefusal {
  readonly why: TeachingRefusalReason;
  readonly clause: string;
  /** Which student or course it is about; null for all. */
  readonly about: string | null;
  readonly text: Bilingual;
}

export function teachingRefusal(why: TeachingRefusalReason, about: string | null = null): TeachingRefusal {
  const { clause, zh, en } = REFUSALS[why];
  return { why, clause, about, text: { zh, en } };
}
