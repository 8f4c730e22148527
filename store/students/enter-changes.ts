import type { ChangeDraft, Place } from '../../core/students/change-draft.ts';
import type { Keeper } from '../../core/students/roll.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { endAgreements } from '../agreements/ending.ts';
import type { Instant } from '../known-time.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import { registerNamed } from '../register-columns.ts';
import { rangesOf } from '../register-digest.ts';
import type { Transaction } from '../transaction.ts';
import { moveRows, type Notable } from './move-rows.ts';
import { ADVANCE, UNDO, type EnteredName, type KeptPaper } from './roll-change.ts';

/** What is the same of every change of one act. */
export interface Entering {
  readonly change: EnteredName;
  readonly code: string | null;
  readonly clause: string;
  readonly reason: string;
  readonly ground: ChangeDraft['ground'];
  readonly keeper: Keeper;
  readonly keeper_id: string;
  readonly entered_by: string;
  readonly entered_at: Instant | null;
  readonly approved_by: string | null;
  readonly matter_id: number | null;
  readonly undoes?: number;
}

export interface EnteredOne {
  readonly on: PlainDate;
  readonly before: number;
  readonly to: Place;
  readonly papers: readonly KeptPaper[];
}

/** Enters changes, one or some thousands, with the rows that they bring. Null when somebody changed one of the rows meanwhile. */
export async function enterChanges(whole: Transaction, stamp: Stamp, entering: Entering, changes: readonly EnteredOne[]): Promise<number | null> {
  const first_record = await takeNumbers(whole, 'next_record_id', 0);
  const moved = await moveRows(whole, stamp, changes.map(({ to, ...one }) => ({ ...one, place: to })), entering.reason);
  return moved === null ? null : noteChanges(whole, stamp, entering, { ...moved, first_record });
}

interface Noted extends Notable {
  /** From which number on records were added. */
  readonly first_record: number;
}

/** Writes down what was done to the rows; answers the number of the first change. */
export async function noteChanges(whole: Transaction, stamp: Stamp, entering: Entering, { many, rows, first_record }: Noted): Promise<number> {
  const { region_id, account } = whole.actor;
  const first = await takeNumbers(whole, 'next_number', many);
  const { change, code, clause, reason, ground, keeper, keeper_id, entered_by, entered_at, approved_by, matter_id, undoes } = entering;
  await whole.change(
    `insert into roll_changes (region_id, change_id, student_id, change, code, clause, on_date, from_place, to_place, reason, ground, evidence, keeper, keeper_id,
       before_record, ended_record, added_record, undoes, matter_id, entered_by, entered_at, approved_by, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint - 1 + m.nth, m.student_id, $3::text, $4::text, $5::text, m.on_date, m.from_place, m.to_place, $6::text, $7::text, m.evidence, $8::text, $9::text,
       m.before, m.ended, m.added, $10::bigint, $11::bigint, $12::bigint, coalesce($13::timestamptz, $15::timestamptz), $14::bigint, m.scopes, $15::timestamptz, $16::text
     from (${rows}) m`,
    [region_id, first, change, code, clause, reason, ground, keeper, keeper_id, undoes ?? null, matter_id, entered_by, entered_at, approved_by, stamp.at, account]);
  if (change === 'leave_after_secondary') await endAgreements(whole, stamp, { first, many });
  const last = await takeNumbers(whole, 'next_record_id', 0) - 1;
  await whole.audit({
    action: change === ADVANCE || change === UNDO ? `roll.${change}` : 'roll.change', object: many === 1 || matter_id === null ? `roll-changes/${first}` : `matters/${matter_id}`,
    detail: { change, changes: many, keeper: keeper_id, matter: matter_id, records: await rangesOf(whole, [registerNamed('students')], first_record, last), ...(undoes !== undefined && { undoes }) },
  });
  return first;
}
