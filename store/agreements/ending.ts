import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** That an agreement has ended, with the change of the roll by which it did. */
export interface AgreementEnd {
  readonly on: PlainDate;
  readonly clause: string;
}

/**
 * M9-d, B37: the agreements of those who leave instead of stepping up end with the change that says so, be they drawn up here or
 * in the register alone. To be called in the transaction that enters the changes, from number `first` on.
 */
export async function endAgreements(whole: Transaction, stamp: Stamp, { first, many }: { readonly first: number; readonly many: number }): Promise<void> {
  await whole.change(
    `insert into agreement_ends (region_id, student_id, change_id, ended_on, clause, scopes, recorded_at, recorded_by)
     select $1::integer, c.student_id, c.change_id, c.on_date, c.clause, c.scopes, $4::timestamptz, $5::text from roll_changes c
     where c.region_id = $1 and c.change_id >= $2 and c.change_id < $3::bigint
       and (exists (select 1 from student_agreements a where a.region_id = $1 and a.student_id = c.student_id)
         or exists (select 1 from register_agreements r where r.region_id = $1 and r.student_id = c.student_id and ${standing('r')}))`,
    [whole.actor.region_id, first, first + many, stamp.at, whole.actor.account]);
}

/** SQL of the end of a student's agreement, as `on` and `clause`; no row where it holds, as after an undo. `$1` is the region. */
export const endOf = (student: string): string => `select e.ended_on as "on", e.clause from agreement_ends e
  where e.region_id = $1 and e.student_id = ${student} and not exists (select 1 from roll_changes u where u.region_id = $1 and u.undoes = e.change_id) order by e.change_id desc limit 1`;

/** The end of a student's agreement; null while it holds. To be asked within `tx.whole`. */
export async function agreementEnd(whole: Transaction, student_id: string): Promise<AgreementEnd | null> {
  return (await whole.query<AgreementEnd>(endOf('$2'), [whole.actor.region_id, student_id]))[0] ?? null;
}

/** Of these students those whose agreement has ended. To be asked within `tx.whole`. */
export async function endedAmong(whole: Transaction, students: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await whole.arrays(`select s.student_id from unnest($2::text[]) as s(student_id) where exists (${endOf('s.student_id')})`, [whole.actor.region_id, students]);
  return new Set(rows.map(([student_id]) => String(student_id)));
}
