import type { PlainDate } from '../core/values/plain-date.ts';
import type { Transaction } from './transaction.ts';

/** Something that a duty is about, as the registers have it, where that is other than what was last worked out. */
export interface ChangedSubject {
  readonly duty_key: string;
  /** Null where nothing sets the duty off any more. */
  readonly on: PlainDate | null;
  readonly counts_from: PlainDate | null;
  readonly closed_on: PlainDate | null;
  readonly about: string;
  readonly student_id: string | null;
  readonly student_scopes: readonly string[] | null;
  readonly place: readonly string[];
  /** How it stood before; null where it is new. */
  readonly known: { readonly closed_on: PlainDate | null; readonly due_on: PlainDate; readonly lifted: boolean } | null;
}

interface Row extends Omit<ChangedSubject, 'known'> {
  readonly known_due_on: PlainDate | null;
  readonly known_closed_on: PlainDate | null;
  readonly known_lifted: boolean;
}

export interface Looked {
  readonly duty: string;
  readonly today: PlainDate;
  readonly first_year: number;
  /** The first day of any rule; what was set off before it is not looked at, for nothing of it is owed. */
  readonly ruled_from: PlainDate | null;
  readonly reckoned_by: string;
}

/** One key for each duty and what set it off, the same whenever it is worked out. It does not tell whom it is about. */
const KEY = `$4::text || '/' || left(encode(sha256(convert_to(subject, 'UTF8')), 'hex'), 32)`;

/**
 * Compares what the registers say with what was worked out, for all subjects of a duty in one statement; what is as
 * it was, and has no rung to be told today, does not leave the database.
 */
export async function findChanged(tx: Transaction, source: string, { duty, today, first_year, ruled_from, reckoned_by }: Looked): Promise<ChangedSubject[]> {
  const rows = await tx.query<Row>(
    `with now as (
       select ${KEY} as duty_key, s."on", s.counts_from, case when not s.still_open and s.closed_on <= $2::date then s.closed_on end as closed_on,
         s.about, s.student_id, s.student_scopes, s.place from (${source}) s where s."on" <= $2::date and s."on" >= greatest(make_date($3::int, 1, 1), $6::date)),
     known as (
       select d.*, t.scopes as known_student_scopes from duties d left join duty_students t using (region_id, duty_key)
       where d.region_id = $1 and d.duty = $4 and d.opened_on >= greatest(make_date($3::int, 1, 1), $6::date))
     select coalesce(n.duty_key, k.duty_key) as duty_key, n."on", n.counts_from, n.closed_on, coalesce(n.about, k.about) as about, n.student_id, n.student_scopes,
       coalesce(n.place, k.place) as place, k.due_on as known_due_on, k.closed_on as known_closed_on, coalesce(k.lifted, false) as known_lifted
     from now n full join known k on k.duty_key = n.duty_key
     where k.duty_key is null or (n.duty_key is null) <> k.lifted
       or n.duty_key is not null and (k.opened_on <> n."on" or k.counts_from is distinct from n.counts_from or k.closed_on is distinct from n.closed_on
         or k.place <> n.place or k.known_student_scopes is distinct from n.student_scopes
         or k.closed_on is null and (k.next_on <= $2::date or k.reckoned_by <> $5))`,
    [tx.actor.region_id, today, first_year, duty, reckoned_by, ruled_from]);
  return rows.map(({ known_due_on, known_closed_on, known_lifted, ...row }) => ({
    ...row, known: known_due_on === null ? null : { due_on: known_due_on, closed_on: known_closed_on, lifted: known_lifted },
  }));
}
