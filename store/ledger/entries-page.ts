import type { EventName } from '../../core/funding/events.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lastMoment, type Instant, type Known } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';

/** An entry as it stands on one of its accounts. */
export interface EntryOnAccount {
  readonly source: string;
  readonly part: number;
  readonly turn: number;
  readonly event: EventName;
  readonly clause: string;
  /** The account on the other side. */
  readonly other: string;
  /** Given to this account rather than taken from it. */
  readonly given: boolean;
  readonly fen: string;
  readonly student_id: string | null;
  readonly year: number;
  readonly valid_on: PlainDate;
  readonly period: PlainDate;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

export interface AskedEntries {
  readonly account: string;
  readonly known_on?: Known | undefined;
  /** The last entry of the page before, as `at source part turn`. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What moved on an account, latest first, as far as it is in reach; page by page from where the one before ended. */
export async function entriesOn(tx: Transaction, { account, known_on, after, limit }: AskedEntries): Promise<EntryOnAccount[]> {
  const values: unknown[] = [tx.actor.region_id, account];
  const moment = lastMoment(known_on);
  const known = moment === null ? '' : ` and e.recorded_at <= $${values.push(moment)}::timestamptz`;
  const [at, source, part, turn] = (after ?? '').split(' ');
  const key = turn === undefined ? '' : ` and (e.recorded_at, e.source, e.part, e.turn) < ($${values.push(at)}::timestamptz, $${values.push(source)}::bigint, $${values.push(part)}::smallint, $${values.push(turn)}::smallint)`;
  const held = (kind: 'fees' | 'funds'): string => {
    const labels = labelsToRead(tx, kind);
    return labels === null ? 'true' : `e.scopes && $${values.push(labels)}::text[]`;
  };
  // An entry that names a student is read as a record of the student's fees.
  const own = ` and case when e.student_id is null then ${held('funds')} else ${held('fees')} end`;
  return tx.query<EntryOnAccount>(
    `select e.source::text, e.part, e.turn, e.event, e.clause, case when e.debit = $2 then e.credit else e.debit end as other, e.credit = $2 as given, e.fen::text, e.student_id, e.year, e.valid_on, e.period, e.recorded_at, e.recorded_by
     from ledger_lines e where e.region_id = $1 and (e.debit = $2 or e.credit = $2)${known}${key}${own}
     order by e.recorded_at desc, e.source desc, e.part desc, e.turn desc limit $${values.push(limit)}`, values);
}

/** Clearing accounts in reach that are not at zero, and the day from which something of what stands on each lies there: what came in first goes out first. */
export async function openClearing(tx: Transaction): Promise<{ readonly account: string; readonly fen: string; readonly since: PlainDate | null }[]> {
  const open = await tx.query<{ account: string; fen: string }>(
    `select account, sum(credit_fen - debit_fen)::text as fen from ledger_totals where region_id = $1 and account like 'clearing:%' and ($2::text[] is null or scopes && $2) group by 1 having sum(credit_fen - debit_fen) <> 0 order by 1`,
    [tx.actor.region_id, labelsToRead(tx, 'funds')]);
  const days = await tx.whole((whole) => whole.query<{ account: string; since: PlainDate }>(
    `with moved as (
       select s.account, e.valid_on, sum(s.given) as given, sum(s.taken) as taken from ledger_lines e
       cross join lateral (values (e.credit, e.fen, 0), (e.debit, 0, e.fen)) as s(account, given, taken) where e.region_id = $1 and s.account = any($2::text[]) group by 1, 2),
     run as (select m.account, m.valid_on, sum(m.given) over (partition by m.account order by m.valid_on) as came, sum(m.taken) over (partition by m.account) as went from moved m)
     select account, min(valid_on) as since from run where came > went group by 1`, [whole.actor.region_id, open.map(({ account }) => account)]));
  const since = new Map(days.map(({ account, since: day }) => [account, day]));
  return open.map((one) => ({ ...one, since: since.get(one.account) ?? null }));
}
