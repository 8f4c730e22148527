import type { GraduationOutcome } from '../graduation/audit.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Keeper } from './roll.ts';
import type { ChangeName, Evidence } from './roll-changes.ts';

/** A change that somebody asks for, with what is known of its conditions. */
export interface ChangeAsk {
  readonly change: ChangeName;
  /** The institution that makes it. */
  readonly by: Keeper;
  readonly on: PlainDate;
  readonly evidence: ReadonlySet<Evidence>;
  readonly approved: boolean;
  /** Illness or service opens what is otherwise closed in the higher stage (B39). */
  readonly ground?: 'illness' | 'service' | 'other';
  /** Of a change of major: whether the category of the catalogue stays (C6). */
  readonly same_category?: boolean;
  /** Of a step-up: every line of its checklist is met. */
  readonly eligible?: boolean;
  /** Of an end of the higher stage: what the audit answered. */
  readonly audit?: GraduationOutcome;
}

export type RefusalReason =
  | 'not_from_this_status' | 'already_left' | 'not_the_keeper' | 'not_after_last_change' | 'evidence_missing' | 'approval_missing'
  | 'first_terms' | 'final_grade' | 'suspended' | 'no_transfer_in_higher_stage' | 'no_major_change_in_higher_stage' | 'too_late_for_major'
  /** What the register, or the request, does not have. */
  | 'no_rules' | 'no_row' | 'day_to_come' | 'reason_missing' | 'place_missing'
  | 'leaver' | 'outsider' | 'not_final_grade' | 'before_september' | 'not_eligible' | 'not_published' | 'audit_says_otherwise' | 'longest_time_used_up';

export interface Refusal {
  readonly why: RefusalReason;
  readonly clause: string;
  /** The papers that are missing. */
  readonly missing: readonly Evidence[];
}
