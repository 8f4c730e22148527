import { recordAnswers, supersede } from '../answering.ts';
import { refreshLabels } from '../labels.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockFacts, takeNumbers, type Stamp } from '../record-stamp.ts';
import { registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import { noteChanges } from './enter-changes.ts';
import { REGISTRARS, type Entry, type Entered } from './enter-change.ts';
import { knownRoll, keeperId } from './known-roll.ts';
import { placeOf } from './move-rows.ts';
import { rollChangesOf, UNDO, type RollChangeRecord } from './roll-change.ts';

const students = registerNamed('students');

/**
 * The change of a student that can be undone: the last one, while the row that it began is the last of the roll and no later record
 * answers what it wrote. Null without one. To be asked within `tx.whole`.
 */
export async function undoable(whole: Transaction, student_id: string): Promise<RollChangeRecord | null> {
  const known = await knownRoll(whole, student_id);
  const changes = await rollChangesOf(whole, student_id);
  const last = changes.findLast(({ change, undone_by }) => change !== UNDO && undone_by === null);
  if (known === null || last === undefined) return null;
  const added_record = restored(changes, last.added_record);
  if (known.last.row !== added_record) return null;
  return last.ended_record === null || known.rows.some(({ row }) => row === last.ended_record) ? { ...last, added_record } : null;
}

/** The record that stands in the place of one that was ended and restored again, however often. */
function restored(changes: readonly RollChangeRecord[], record: number): number {
  const later = changes.filter(({ before_record, undone_by }) => before_record === record && undone_by !== null).map(({ undone_by }) => changes.find(({ change_id }) => change_id === undone_by));
  return later.at(-1)?.added_record ?? record;
}

type Undoing = Pick<Entry, 'stamp' | 'entered_by' | 'entered_at' | 'approved_by' | 'matter_id'> & { readonly reason: string };

/** Restores the rows by correction and writes down that it was done. To be called within `tx.whole`. */
export async function undoIn(whole: Transaction, change: RollChangeRecord, { stamp, reason, ...who }: Undoing): Promise<number | null> {
  const { before_record, ended_record, added_record, keeper, keeper_id, clause, ground } = change;
  const taken = [added_record, ...(ended_record === null ? [] : [ended_record])];
  const first_record = await takeNumbers(whole, 'next_record_id', 0);
  for (const record of taken) if (!await supersede(whole, students, record, stamp)) return null;
  const answers = [
    { answers: added_record, valuesOf: added_record, withdrawn: true },
    ...(ended_record === null ? [] : [{ answers: ended_record, valuesOf: before_record }]),
  ].toSorted((a, b) => a.answers - b.answers);
  const first = await recordAnswers(whole, students, answers, { stamp, act: 'undone', reason });
  await refreshLabels(whole, students, first);
  const at = (record: number): number => first + answers.findIndex((one) => one.answers === record);
  const added = ended_record === null ? before_record : at(ended_record);
  const rows = `select 1 as nth, c.student_id, c.on_date, '[]'::jsonb as evidence, ${placeOf('b')} as from_place, ${placeOf('r')} as to_place, b.record_id as before, ${at(added_record)} as ended, r.record_id as added, r.scopes
    from roll_changes c join ${students.table} b on b.region_id = $1 and b.record_id = ${added_record} join ${students.table} r on r.region_id = $1 and r.record_id = ${added}
    where c.region_id = $1 and c.change_id = ${change.change_id}`;
  return noteChanges(whole, stamp, { change: UNDO, code: null, clause, reason, ground, keeper, keeper_id, undoes: change.change_id, ...who }, { many: 1, rows, first_record });
}

export type Undone = Entered | { readonly outcome: 'unknown_roll_change' | 'not_the_last' | 'approval_needed' };

/** Undoes the last change of a student in one's own name, where nobody had to approve it; what was approved is undone by a matter. */
export async function undoChange(tx: Transaction, student_id: string, change_id: number, reason: string): Promise<Undone> {
  const stamp: Stamp | null = await lockFacts(tx);
  const person = await actingPerson(tx);
  const mine = (await rollChangesOf(tx, student_id)).find((one) => one.change_id === change_id);
  if (stamp === null || person === null || mine === undefined) return { outcome: 'unknown_roll_change' };
  const answer = await tx.whole(async (whole): Promise<Undone> => {
    const known = await knownRoll(whole, student_id);
    const owns = known !== null && person.acting.some(({ role, org_id }) => role === REGISTRARS[mine.keeper] && org_id === mine.keeper_id && org_id === keeperId(known, mine.keeper));
    if (!owns) return { outcome: 'not_your_step' };
    const last = await undoable(whole, student_id);
    if (last?.change_id !== change_id) return { outcome: 'not_the_last' };
    if (last.matter_id !== null) return { outcome: 'approval_needed' };
    const undone = await undoIn(whole, last, { stamp, reason, entered_by: person.person, entered_at: null, approved_by: null, matter_id: null });
    return undone === null ? { outcome: 'changed_meanwhile' } : { outcome: 'done', change_id: undone };
  });
  if (answer.outcome !== 'done') tx.discard();
  return answer;
}
