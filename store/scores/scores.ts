import type { Row } from '../../core/exchange/sheets.ts';
import type { Score } from '../../core/scores/read-scores.ts';
import { parseExact, type Exact } from '../../core/values/exact.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { bringIn } from '../import.ts';
import { standing } from '../known-time.ts';
import type { Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A test that scores are of: what it is and its day. */
export interface TestDay {
  readonly kind: Row<'results'>['kind'];
  readonly on: PlainDate;
}

/** What is known of the scores of a test: a score, or null for whoever did not come; whoever is not in it is awaited. A score counts before an absence. */
export async function scoresOf(whole: Transaction, { kind, on }: TestDay, students: readonly string[]): Promise<ReadonlyMap<string, Exact | null>> {
  const rows = await whole.query<{ student_id: string; score: string | null }>(
    `select t.id as student_id, r.score::text as score from unnest($4::text[]) as t(id)
       left join register_results r on r.region_id = $1 and r.student_id = t.id and r.kind = $2 and r."on" = $3 and ${standing('r')}
       left join test_absences a on a.region_id = $1 and a.student_id = t.id and a.kind = $2 and a.on_day = $3
     where r.record_id is not null or a.student_id is not null`, [whole.actor.region_id, kind, on, students]);
  return new Map(rows.map(({ student_id, score }) => [student_id, score === null ? null : parseExact(score)]));
}

/**
 * Scores go into the register, as an import would record them: one that is there is answered by the new one. Whoever did not
 * come is noted apart. To be called within `tx.whole`, the facts locked, with what it writes in the actor's reach.
 */
export async function enterScores(whole: Transaction, { kind, on }: TestDay, scores: readonly Score[], { stamp, name }: { readonly stamp: Stamp; readonly name: string }): Promise<void> {
  const results = scores.flatMap(({ student_id, score }, at): Row<'results'>[] => (score === null ? [] : [{ student_id, kind, on, score, row: at + 1 }]));
  if (results.length > 0) {
    const brought = await bringIn(whole, { results }, { stamp, name });
    if (brought.outcome !== 'done' && brought.outcome !== 'unchanged') throw new Error(`scores: ${JSON.stringify(brought).slice(0, 500)}`);
  }
  const absent = scores.filter(({ score }) => score === null).map(({ student_id }) => student_id);
  await whole.change(
    `insert into test_absences (region_id, student_id, kind, on_day, scopes, recorded_at, recorded_by)
     select $1::integer, t.id, $3::text, $4::date, array(select distinct x collate "C" from register_students l cross join unnest(l.scopes) as u(x) where l.region_id = $1 and l.student_id = t.id and ${standing('l')} order by 1), $5::timestamptz, $6::text
     from unnest($2::text[]) as t(id) on conflict do nothing`, [whole.actor.region_id, absent, kind, on, stamp.at, whole.actor.account]);
}
