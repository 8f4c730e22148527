import type { Decision } from '../../core/step-up/decision.ts';
import type { Published } from '../../core/step-up/publication.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** A list as it was published. */
export interface Publication {
  readonly publication_id: number;
  readonly college_id: string;
  readonly year: number;
  readonly published_on: PlainDate;
  readonly last_day: PlainDate;
  readonly code: string;
  readonly hash: string;
  readonly published_by: string;
}

/** Everything that was published of a season, the latest first. */
export async function publicationsOf(tx: Transaction, college_id: string, year: number): Promise<Publication[]> {
  const rows = await tx.query<Omit<Publication, 'publication_id'> & { publication_id: bigint }>(
    `select publication_id, college_id, year, published_on, last_day, code, decisions_hash as hash, published_by::text as published_by from step_up_publications
     where region_id = $1 and college_id = $2 and year = $3 and ($4::text[] is null or scopes && $4) order by publication_id desc`, [tx.actor.region_id, college_id, year, labelsToRead(tx, 'tests')]);
  return rows.map((row) => ({ ...row, publication_id: Number(row.publication_id) }));
}

export type LastPublication = Publication & Pick<Published, 'open_appeals'>;

/** What was published last of a season, and what is still open of it. Null where nothing was. To be called within `tx.whole`. */
export async function lastPublication(whole: Transaction, college_id: string, year: number): Promise<LastPublication | null> {
  const [last] = await publicationsOf(whole, college_id, year);
  if (last === undefined) return null;
  const [open] = await whole.arrays(
    `select count(*)::int from step_up_appeals a join step_up_publications p on p.region_id = $1 and p.publication_id = a.publication_id
     where a.region_id = $1 and p.college_id = $2 and p.year = $3 and not exists (select 1 from step_up_answers w where w.region_id = $1 and w.appeal_id = a.appeal_id)`, [whole.actor.region_id, college_id, year]);
  return { ...last, open_appeals: Number(open?.[0] ?? 0) };
}

/** The same with what was decided of whom: of a whole cohort these are many. To be called within `tx.whole`. */
export async function lastPublished(whole: Transaction, college_id: string, year: number): Promise<(Published & Publication) | null> {
  const last = await lastPublication(whole, college_id, year);
  if (last === null) return null;
  const decisions = await whole.arrays('select student_id, decision from step_up_decisions where region_id = $1 and publication_id = $2', [whole.actor.region_id, last.publication_id]);
  return { ...last, decisions: new Map(decisions.map(([id, decision]) => [id as string, decision as Decision])) };
}

/** What was published of one student; null where they were not on the list. To be called within `tx.whole`. */
export async function decidedOf(whole: Transaction, publication_id: number, student_id: string): Promise<{ readonly seq: number | null; readonly decision: Decision } | null> {
  const [row] = await whole.query<{ seq: number | null; decision: Decision }>(
    'select seq::int as seq, decision from step_up_decisions where region_id = $1 and publication_id = $2 and student_id = $3', [whole.actor.region_id, publication_id, student_id]);
  return row ?? null;
}

/** The tests that somebody did not come to. To be called within `tx.whole`. */
export function absencesOf(whole: Transaction, student_id: string): Promise<{ kind: 'sample_test' | 'upgrade_test' | 'upgrade_resit'; on: PlainDate }[]> {
  return whole.query(`select kind, on_day as "on" from test_absences where region_id = $1 and student_id = $2`, [whole.actor.region_id, student_id]);
}
