import type { PlainDate } from '../../core/values/plain-date.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import { publicationsOf } from './published.ts';

/** An objection to what was published of a student, with its answer. */
export interface Appeal {
  readonly appeal_id: number;
  readonly publication_id: number;
  readonly student_id: string;
  readonly text: string;
  readonly appealed_on: PlainDate;
  /** Whether whoever reads it published what it is about: then another person answers. */
  readonly published_by: string;
  readonly verdict: 'upheld' | 'rejected' | null;
  readonly reason: string | null;
  readonly answered_on: PlainDate | null;
  readonly answered_by: string | null;
}

/** Objections in reach, of a season or of students, the latest first. Who answered did so by name. */
export async function loadAppeals(tx: Transaction, { publications, students }: { readonly publications?: readonly number[]; readonly students?: readonly string[] }): Promise<Appeal[]> {
  const rows = await tx.query<Omit<Appeal, 'appeal_id' | 'publication_id' | 'answered_by'> & { appeal_id: bigint; publication_id: bigint }>(
    `select a.appeal_id, a.publication_id, a.student_id, a.text, a.appealed_on, a.published_by::text as published_by, w.verdict, w.reason, w.answered_on from step_up_appeals a
       left join step_up_answers w on w.region_id = $1 and w.appeal_id = a.appeal_id
     where a.region_id = $1 and ($2::bigint[] is null or a.publication_id = any($2)) and ($3::text[] is null or a.student_id = any($3)) and ($4::text[] is null or a.scopes && $4) order by a.appeal_id desc`,
    [tx.actor.region_id, publications ?? null, students ?? null, labelsToRead(tx, 'appeals')]);
  const names = new Map((await tx.whole((whole) => whole.arrays(
    `select w.appeal_id, p.display_name from step_up_answers w join people p on p.region_id = $1 and p.person_id = w.answered_by where w.region_id = $1 and w.appeal_id = any($2::bigint[])`,
    [tx.actor.region_id, rows.map(({ appeal_id }) => appeal_id)]))).map(([id, name]) => [Number(id), name as string]));
  return rows.map((row) => ({ ...row, appeal_id: Number(row.appeal_id), publication_id: Number(row.publication_id), answered_by: names.get(Number(row.appeal_id)) ?? null }));
}

export type Appealed = { readonly outcome: 'done'; readonly appeal_id: number } | { readonly outcome: 'nothing_published' | 'publication_over' | 'appealed_already' };

/** M9-d: a student, or a guardian, objects to what was published of them while it is published. */
export async function makeAppeal(tx: Transaction, { college_id, year, student_id, text }: { readonly college_id: string; readonly year: number; readonly student_id: string; readonly text: string }, today: PlainDate): Promise<Appealed> {
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  const own = tx.actor.reach.get('appeals.write') ?? [];
  if (stamp === null || person === null || own !== '*' && !own.includes(`student:${student_id}`)) return { outcome: 'nothing_published' };
  const found = await tx.whole(async (whole) => {
    const [last] = await publicationsOf(whole, college_id, year);
    const [decided] = last === undefined ? [] : await whole.arrays('select scopes from step_up_decisions where region_id = $1 and publication_id = $2 and student_id = $3', [tx.actor.region_id, last.publication_id, student_id]);
    return last === undefined || decided === undefined ? null : { last, scopes: decided[0] as string[] };
  });
  if (found === null) return { outcome: 'nothing_published' };
  const { last: { publication_id, last_day, published_by }, scopes } = found;
  if (today > last_day) return { outcome: 'publication_over' };
  if ((await loadAppeals(tx, { publications: [publication_id], students: [student_id] })).length > 0) return { outcome: 'appealed_already' };
  const appeal_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into step_up_appeals (region_id, appeal_id, publication_id, student_id, text, appealed_on, appealed_by, published_by, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.actor.region_id, appeal_id, publication_id, student_id, text, today, person.person, published_by, scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'step_up.appeal', object: `step_up_appeals/${appeal_id}`, detail: { publication_id } });
  return { outcome: 'done', appeal_id };
}

export type Answered = { readonly outcome: 'done'; readonly appeal_id: number } | { readonly outcome: 'unknown_appeal' | 'answered_already' | 'not_your_step' | 'same_person' };

/** An objection is answered by another person than who published. */
export async function answerAppeal(tx: Transaction, { appeal_id, verdict, reason }: { readonly appeal_id: number; readonly verdict: 'upheld' | 'rejected'; readonly reason: string }, today: PlainDate): Promise<Answered> {
  const stamp = await lockRegion(tx);
  const person = await actingPerson(tx);
  const [row] = await tx.query<{ published_by: string; scopes: string[]; answered: boolean }>(
    `select a.published_by::text as published_by, a.scopes, exists (select 1 from step_up_answers w where w.region_id = $1 and w.appeal_id = a.appeal_id) as answered from step_up_appeals a
     where a.region_id = $1 and a.appeal_id = $2 and ($3::text[] is null or a.scopes && $3)`, [tx.actor.region_id, appeal_id, labelsToRead(tx, 'appeals')]);
  if (stamp === null || person === null || row === undefined) return { outcome: 'unknown_appeal' };
  const may = tx.actor.reach.get('appeals.approve') ?? [];
  if (may !== '*' && !may.some((label) => row.scopes.includes(label))) return { outcome: 'not_your_step' };
  if (row.answered) return { outcome: 'answered_already' };
  if (row.published_by === person.person) return { outcome: 'same_person' };
  await tx.change(
    `insert into step_up_answers (region_id, appeal_id, verdict, reason, answered_on, answered_by, published_by, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.actor.region_id, appeal_id, verdict, reason, today, person.person, row.published_by, row.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'step_up.answer', object: `step_up_appeals/${appeal_id}`, detail: { verdict } });
  return { outcome: 'done', appeal_id };
}
