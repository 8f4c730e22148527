import type { Entry } from '../../core/funding/entry.ts';
import type { EventName } from '../../core/funding/events.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { openAccounts } from './accounts.ts';
import { POSTED_IN } from './append.ts';
import { movedBy } from './totals.ts';

/** An entry with its turn: even where it holds, odd where it was taken back. */
export type Turned = Entry & { readonly turn: number };

/** The last turn of every entry of these events, or of those on these accounts, that names no student. To be called within `tx.whole`. */
export function lastTurns(whole: Transaction, events: readonly EventName[], accounts?: readonly string[]): Promise<Turned[]> {
  return whole.query<Turned>(
    `select distinct on (source, part) source, part, turn, event, clause, debit, credit, fen, student_id, year, valid_on from ledger_entries
     where region_id = $1 and student_id is null and event = any($2::text[])${accounts === undefined ? '' : ' and (debit = any($3::text[]) or credit = any($3::text[]))'}
     order by source, part, turn desc`, [whole.actor.region_id, events, ...(accounts === undefined ? [] : [accounts])]);
}

interface BroughtUp {
  readonly wanted: readonly Entry[];
  readonly standing: readonly Turned[];
  readonly at: Instant;
}

/**
 * Posts what is wanted and does not stand, and takes back what stands and is not wanted, both in their own month or the first that is open.
 * With the region locked for facts and its authority over funds.
 */
export async function bringUp(deciding: Transaction, { wanted, standing, at }: BroughtUp): Promise<void> {
  const key = ({ source, part }: Pick<Entry, 'source' | 'part'>): string => `${source} ${part}`;
  const [wants, last] = [new Map(wanted.map((one) => [key(one), one])), new Map(standing.map((one) => [key(one), one]))];
  const holds = ({ turn }: Turned): boolean => turn % 2 === 0;
  const back = standing.filter((one) => holds(one) && !wants.has(key(one))).map((one) => ({ ...one, debit: one.credit, credit: one.debit, turn: one.turn + 1 }));
  const fresh = wanted.flatMap((one) => {
    const before = last.get(key(one));
    return before !== undefined && holds(before) ? [] : [{ ...one, turn: before === undefined ? 0 : before.turn + 1 }];
  });
  const moved = [...back, ...fresh];
  if (moved.length > 0) await deciding.whole((whole) => addTurned(deciding, whole, moved, at));
}

async function addTurned(deciding: Transaction, whole: Transaction, moved: readonly Turned[], at: Instant): Promise<void> {
  const { accounts, years, debits, credits } = movedBy(moved);
  await openAccounts(whole, accounts, at, true);
  const of = <T>(pick: (one: Turned) => T): T[] => moved.map(pick);
  await deciding.change(
    `insert into ledger_entries (region_id, source, part, turn, event, clause, debit, credit, fen, student_id, year, valid_on, period, recorded_at, recorded_by, scopes)
     select $1, e.source, e.part, e.turn, e.event, e.clause, e.debit, e.credit, e.fen, null, e.year, e.valid_on, ${POSTED_IN('e.valid_on')}, $12, $13, d.scopes || c.scopes
     from unnest($2::bigint[], $3::smallint[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::bigint[], $10::integer[], $11::date[]) as e(source, part, turn, event, clause, debit, credit, fen, year, valid_on)
       join ledger_accounts d on d.region_id = $1 and d.account = e.debit join ledger_accounts c on c.region_id = $1 and c.account = e.credit`,
    [whole.actor.region_id, of(({ source }) => source), of(({ part }) => part), of(({ turn }) => turn), of(({ event }) => event), of(({ clause }) => clause), of(({ debit }) => debit), of(({ credit }) => credit),
      of(({ fen }) => fen), of(({ year }) => year), of(({ valid_on }) => valid_on), at, whole.actor.account]);
  await deciding.query('select keep_ledger_totals($1::text[], $2::integer[], $3::bigint[], $4::bigint[])', [accounts, years, debits, credits]);
}
