import type { RollStatus, Stage } from './roll.ts';

/** A paper without which a change is not made. */
export type Evidence =
  | 'application' | 'medical_certificate' | 'enlistment_notice' | 'discharge_notice' | 'receiving_school' | 'decision'
  | 'admission_notice' | 'absence_record' | 'internship_agreement' | 'step_up_list' | 'secondary_diploma' | 'audit_sheet';

export interface RollChange {
  /** Code of JY/T 1001 for the report upward (C7); null where the change is the pilot's own. */
  readonly code: string | null;
  readonly label: { readonly zh: string; readonly en: string };
  readonly clause: string;
  /** From which status of a stage to which; a status that is not here is refused. */
  readonly moves: Readonly<Partial<Record<Stage, Readonly<Partial<Record<RollStatus, RollStatus>>>>>>;
  readonly evidence: readonly Evidence[];
  /** Whether the head of the institution approves it before it is entered. */
  readonly approval: boolean;
}

const toAll = <const S extends RollStatus>(from: readonly RollStatus[], to: S): Readonly<Partial<Record<RollStatus, S>>> =>
  Object.fromEntries(from.map((one) => [one, to]));
const inBoth = (moves: Readonly<Partial<Record<RollStatus, RollStatus>>>) => ({ secondary: moves, higher: moves });

const studying = ['enrolled', 'repeating', 'internship'] as const;
const onRoll = [...studying, 'suspended', 'place_kept'] as const;
const unchanged = { enrolled: 'enrolled', repeating: 'repeating', internship: 'internship' } as const;

/**
 * R3-a, R3-b, R3-c: every change of the roll as one table, status × change × stage → next status. The
 * keeper of the stage makes it; of the step-up it is the college, which registers the student. Expulsion,
 * a cancelled roll and death end in `withdrawn` like leaving does: the change says which it was.
 */
export const ROLL_CHANGES = {
  register: { code: null, label: { zh: '报到注册', en: 'Register' }, clause: 'R3-b', moves: { secondary: { admitted: 'enrolled' } }, evidence: ['admission_notice'], approval: false },
  keep_admission: { code: '14', label: { zh: '保留入学资格', en: 'Keep the place of a new student' }, clause: 'R3-b', moves: { secondary: { admitted: 'admission_kept' } }, evidence: ['application'], approval: true },
  restore_admission: { code: '15', label: { zh: '恢复入学资格', en: 'Take up a kept place' }, clause: 'R3-b', moves: { secondary: { admission_kept: 'enrolled' } }, evidence: ['admission_notice'], approval: true },
  cancel_admission: { code: '16', label: { zh: '取消入学资格', en: 'Lose the place' }, clause: 'R3-b', moves: { secondary: toAll(['admitted', 'admission_kept'], 'place_lost') }, evidence: ['absence_record'], approval: true },
  begin_internship: { code: null, label: { zh: '开始岗位实习', en: 'Begin the internship' }, clause: 'R3-a', moves: inBoth({ enrolled: 'internship' }), evidence: ['internship_agreement'], approval: false },
  end_internship: { code: null, label: { zh: '结束岗位实习', en: 'End the internship' }, clause: 'R3-a', moves: inBoth({ internship: 'enrolled' }), evidence: [], approval: false },
  repeat: { code: '02', label: { zh: '留级', en: 'Repeat the grade' }, clause: 'R3-a', moves: inBoth(toAll(['enrolled', 'internship'], 'repeating')), evidence: ['decision'], approval: true },
  suspend: { code: '11', label: { zh: '休学', en: 'Suspend' }, clause: 'R3-a', moves: inBoth(toAll(studying, 'suspended')), evidence: ['application'], approval: true },
  resume: { code: '12', label: { zh: '复学', en: 'Resume' }, clause: 'R3-a', moves: inBoth({ suspended: 'enrolled' }), evidence: ['application'], approval: true },
  // The rules of the secondary stage know no kept roll: service is a suspension there (C7).
  keep_place: { code: '19', label: { zh: '保留学籍', en: 'Keep the place during service' }, clause: 'R3-c', moves: { higher: toAll([...studying, 'suspended'], 'place_kept') }, evidence: ['enlistment_notice'], approval: true },
  restore_place: { code: '17', label: { zh: '恢复学籍', en: 'Come back from service' }, clause: 'R3-c', moves: { higher: { place_kept: 'enrolled' } }, evidence: ['discharge_notice'], approval: true },
  change_major: { code: '23', label: { zh: '转专业', en: 'Change the major' }, clause: 'R3-a', moves: inBoth(unchanged), evidence: ['application'], approval: true },
  change_class: { code: '29', label: { zh: '转班级', en: 'Change the class' }, clause: 'R3-a', moves: inBoth(unchanged), evidence: [], approval: false },
  transfer_out: { code: '21', label: { zh: '转学（转出）', en: 'Transfer out' }, clause: 'R3-b', moves: inBoth(toAll([...studying, 'suspended'], 'transferred_out')), evidence: ['application', 'receiving_school'], approval: true },
  transfer_in: { code: '22', label: { zh: '转学（转入）', en: 'Transfer in' }, clause: 'R3-a', moves: inBoth(toAll(['elsewhere', 'withdrawn', 'transferred_out', 'place_lost'], 'enrolled')), evidence: ['application'], approval: true },
  withdraw: { code: '31', label: { zh: '退学', en: 'Leave' }, clause: 'R3-a', moves: inBoth(toAll(onRoll, 'withdrawn')), evidence: ['decision'], approval: true },
  cancel_roll: { code: '18', label: { zh: '取消学籍', en: 'Cancel the roll' }, clause: 'R3-c', moves: { higher: toAll(onRoll, 'withdrawn') }, evidence: ['decision'], approval: true },
  expel: { code: '42', label: { zh: '开除学籍', en: 'Expel' }, clause: 'R3-a', moves: inBoth(toAll(onRoll, 'withdrawn')), evidence: ['decision'], approval: true },
  death: { code: '51', label: { zh: '死亡', en: 'Death' }, clause: 'R3-a', moves: inBoth(toAll(onRoll, 'withdrawn')), evidence: ['medical_certificate'], approval: false },
  step_up: { code: null, label: { zh: '升段', en: 'Step up' }, clause: 'M9-d', moves: { secondary: toAll(studying, 'enrolled') }, evidence: ['step_up_list'], approval: true },
  leave_after_secondary: { code: '99', label: { zh: '未升段，领中职毕业证书离开', en: 'Leave with the secondary diploma' }, clause: 'M9-d', moves: { secondary: toAll(studying, 'withdrawn') }, evidence: ['secondary_diploma'], approval: true },
  extend: { code: '06', label: { zh: '延长学习年限', en: 'Extend the study' }, clause: 'R3-d', moves: { higher: toAll(studying, 'repeating') }, evidence: ['application', 'audit_sheet'], approval: true },
  graduate: { code: null, label: { zh: '毕业', en: 'Graduate' }, clause: 'R3-d', moves: { higher: toAll(studying, 'graduated') }, evidence: ['audit_sheet'], approval: true },
  // Who met what was lacking after completing; the certificate of completion is given back for a diploma.
  graduate_later: { code: null, label: { zh: '结业换毕业', en: 'Graduate after completing' }, clause: 'R3-d', moves: { higher: { completed: 'graduated' } }, evidence: ['audit_sheet'], approval: true },
  complete: { code: '62', label: { zh: '结业', en: 'Complete without diploma' }, clause: 'R3-d', moves: { higher: toAll(studying, 'completed') }, evidence: ['audit_sheet'], approval: true },
  end_incomplete: { code: '63', label: { zh: '肄业', en: 'End without completing' }, clause: 'R3-d', moves: { higher: toAll(studying, 'incomplete') }, evidence: ['audit_sheet'], approval: true },
} as const satisfies Record<string, RollChange>;

export type ChangeName = keyof typeof ROLL_CHANGES;
export const CHANGE_NAMES = Object.keys(ROLL_CHANGES) as readonly ChangeName[];
