import type { ChangeDraft, Place } from '../../core/students/change-draft.ts';
import type { Keeper } from '../../core/students/roll.ts';
import type { ChangeName, Evidence } from '../../core/students/roll-changes.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { readableStudents } from '../within-reach.ts';

/** The advance of a grade is entered like a change; it stands in no table of changes, since nobody asks for it of one student. */
export const ADVANCE = 'advance';
export const UNDO = 'undo';
export type EnteredName = ChangeName | typeof ADVANCE | typeof UNDO;

/** A paper as it was relied on. */
export interface KeptPaper {
  readonly paper: Evidence;
  readonly name: string;
  readonly hash: string;
}

/** A change of the roll as it was entered. Nothing of it is ever changed; an undo names it. */
export interface RollChangeRecord {
  readonly change_id: number;
  readonly student_id: string;
  readonly change: EnteredName;
  readonly code: string | null;
  readonly clause: string;
  readonly on: PlainDate;
  readonly from_place: Place;
  readonly to_place: Place;
  readonly reason: string;
  readonly ground: ChangeDraft['ground'];
  readonly evidence: readonly KeptPaper[];
  readonly keeper: Keeper;
  readonly keeper_id: string;
  readonly before_record: number;
  readonly ended_record: number | null;
  readonly added_record: number;
  readonly undoes: number | null;
  readonly undone_by: number | null;
  readonly matter_id: number | null;
  readonly entered_by: string;
  readonly entered_at: Instant;
  readonly approved_by: string | null;
  readonly recorded_at: Instant;
}

type Row = Omit<RollChangeRecord, 'change_id' | 'before_record' | 'ended_record' | 'added_record' | 'undoes' | 'undone_by' | 'matter_id'>
  & Readonly<Record<'change_id' | 'before_record' | 'added_record', bigint>> & Readonly<Record<'ended_record' | 'undoes' | 'undone_by' | 'matter_id', bigint | null>>;

const number = (value: bigint | null): number | null => (value === null ? null : Number(value));

/** The changes of one student that are in reach, the first first. People who keep or answer for a roll do so by name. */
export async function rollChangesOf(tx: Transaction, student_id: string): Promise<RollChangeRecord[]> {
  const ids = (await tx.arrays(
    'select change_id from roll_changes where region_id = $1 and student_id = $2 and ($3::text[] is null or scopes && $3)', [tx.actor.region_id, student_id, readableStudents(tx)])).map(([id]) => id);
  const rows = await tx.whole((whole) => whole.query<Row>(
    `select c.change_id, c.student_id, c.change, c.code, c.clause, c.on_date as "on", c.from_place, c.to_place, c.reason, c.ground, c.evidence, c.keeper, c.keeper_id, c.before_record,
       c.ended_record, c.added_record, c.undoes, u.change_id as undone_by, c.matter_id, e.display_name as entered_by, c.entered_at, a.display_name as approved_by, c.recorded_at
     from roll_changes c join people e on e.region_id = c.region_id and e.person_id = c.entered_by
       left join people a on a.region_id = c.region_id and a.person_id = c.approved_by
       left join roll_changes u on u.region_id = c.region_id and u.undoes = c.change_id
     where c.region_id = $1 and c.change_id = any($2::bigint[]) order by c.change_id`, [tx.actor.region_id, ids]));
  return rows.map(({ change_id, before_record, ended_record, added_record, undoes, undone_by, matter_id, ...row }) => ({
    ...row, change_id: Number(change_id), before_record: Number(before_record), added_record: Number(added_record), ended_record: number(ended_record),
    undoes: number(undoes), undone_by: number(undone_by), matter_id: number(matter_id),
  }));
}
