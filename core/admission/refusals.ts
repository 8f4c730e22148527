import type { Bilingual } from '../values/bilingual.ts';

interface Words extends Bilingual {
  readonly clause: string;
}

/** Why nobody, or one admitted student, cannot be registered, kept, or let go. */
const REFUSALS = {
  nobody: { clause: 'R3-b', zh: '没有选择学生', en: 'Nobody is chosen' },
  not_keeper: { clause: 'R3-b', zh: '新生由本校学籍管理员办理', en: 'New students are registered by the registrar of their own school' },
  pilot_stopped: { clause: 'S3-f', zh: '学校已停止试点，不再接收新生', en: 'The pilot of the school is stopped: it takes nobody in' },
  day_to_come: { clause: 'R3-b', zh: '报到日期还没有到', en: 'The day is yet to come' },
  in_two_classes: { clause: 'R3-b', zh: '同一名学生只能编入一个班', en: 'One student is in one class' },
  not_of_school: { clause: 'R3-b', zh: '不是本校录取的新生', en: 'Not admitted to this school' },
  registered_already: { clause: 'R3-b', zh: '已经报到注册', en: 'Registered already' },
  place_lost: { clause: 'R3-b', zh: '已失去入学资格', en: 'The place is lost' },
  place_kept: { clause: 'R3-b', zh: '入学资格保留中，须先批准恢复', en: 'The place is kept: taking it up is approved first' },
  undecided: { clause: 'R3-b', zh: '有疑似重复记录未处理', en: 'Look-alike records are undecided' },
  on_roll_already: { clause: 'R3-a', zh: '证件号码相同的学生学籍在册，不能编入两个班', en: 'Somebody of the same citizen id is on the roll: nobody is in two classes' },
  no_calendar: { clause: 'R3-b', zh: '没有登记该学年开学日期，请先登记校历', en: 'No first day of the school year is reported: the calendar comes first' },
  before_first_day: { clause: 'R3-b', zh: '早于开学日期', en: 'Before the first day of the school year' },
  other_year: { clause: 'R3-b', zh: '不是本学年录取的新生', en: 'Admitted for another school year' },
  no_rule: { clause: 'R3-b', zh: '当日没有生效的报到期限', en: 'No time for coming is in force on that day' },
  too_late: { clause: 'R3-b', zh: '已过报到期限', en: 'The time for coming is over' },
  not_yet: { clause: 'R3-b', zh: '报到期限未满，不能取消入学资格', en: 'The time for coming is not over: the place is not lost yet' },
  class_wrong: { clause: 'R3-b', zh: '班级编号应为入学年份四位加学校、专业、班级各两位', en: 'A class id is the year and two figures each of school, major and class' },
  class_of_other: { clause: 'R3-b', zh: '该班级编号属于另一专业或学校', en: 'The class id is that of another programme or school' },
  class_full: { clause: 'R3-b', zh: '该班学号已用完（每班 99 号）', en: 'The class has no number left (99 in each)' },
  not_on_roll: { clause: 'R3-b', zh: '学籍中没有这名学生', en: 'Nobody of this number is on the roll' },
  other_stage: { clause: 'R3-c', zh: '中职段由学校注册，高职段由高职院校注册', en: 'The school registers its own stage, the college the higher one' },
  number_for_life: { clause: 'R3-a', zh: '正式学籍号终身不变，只有临时号可以换成正式号', en: 'A roll number is kept for life: only a temporary one is replaced' },
  no_citizen_id: { clause: 'R3-a', zh: '学籍中没有身份证件号，请先在台账补录', en: 'The roll has no citizen id: correct the record of the student first' },
  serial_wrong: { clause: 'R3-a', zh: '核发的号码应为 18 位数字', en: 'The number of the authority has eighteen figures' },
  serial_taken: { clause: 'R3-a', zh: '该号码已属于另一名学生', en: 'Another student has this number' },
  state_already: { clause: 'R3-b', zh: '已是这个状态', en: 'It is so already' },
  reason_missing: { clause: 'R3-b', zh: '请写明原因', en: 'Say why' },
} as const satisfies Readonly<Record<string, Words>>;

export type AdmissionRefusalReason = keyof typeof REFUSALS;

export interface AdmissionRefusal {
  readonly why: AdmissionRefusalReason;
  readonly clause: string;
  /** Whom it is about; null for all. */
  readonly about: string | null;
  readonly text: Bilingual;
}

export function admissionRefusal(why: AdmissionRefusalReason, about: number | string | null): AdmissionRefusal {
  const { clause, zh, en } = REFUSALS[why];
  return { why, clause, about: about === null ? null : String(about), text: { zh, en } };
}
