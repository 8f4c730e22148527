import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { readableStudents } from '../within-reach.ts';

/** Somebody's own students on a day: how many of each status in each class. */
export interface OwnStudents {
  readonly status: string;
  readonly class_id: string | null;
  readonly many: number;
}

/** The students on the roll whom somebody reads as theirs; null for whoever reads none, or the whole region. */
export async function ownStudents(tx: Transaction, on: PlainDate): Promise<readonly OwnStudents[] | null> {
  const labels = readableStudents(tx);
  if (labels === null || labels.length === 0) return null;
  return tx.query<OwnStudents>(
    `select r.status, r.class_id, count(distinct r.student_id)::int as many from register_students r
     where r.region_id = $1 and r.scopes && $2::text[] and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date) and ${standing('r')} group by 1, 2 order by 2, 1`,
    [tx.actor.region_id, labels, on]);
}
