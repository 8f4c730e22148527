import type { Fen } from '../../core/values/fen.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { openAccounts } from './accounts.ts';

/** What moves on accounts, each once by year and in their order, as the database is told it. */
export interface Moved {
  readonly accounts: readonly string[];
  readonly years: readonly number[];
  readonly debits: readonly Fen[];
  readonly credits: readonly Fen[];
}

/** What moved from one account to another in a year. */
export interface MovedPair {
  readonly debit: string;
  readonly credit: string;
  readonly year: number;
  readonly fen: Fen;
}

export function movedBy(entries: readonly MovedPair[]): Moved {
  const sums = new Map<string, { readonly account: string; readonly year: number; debit: Fen; credit: Fen }>();
  const of = (account: string, year: number) => {
    const key = `${account} ${year}`;
    const known = sums.get(key) ?? { account, year, debit: 0n, credit: 0n };
    sums.set(key, known);
    return known;
  };
  for (const { debit, credit, year, fen } of entries) {
    of(debit, year).debit += fen;
    of(credit, year).credit += fen;
  }
  const inOrder = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { accounts: inOrder.map(({ account }) => account), years: inOrder.map(({ year }) => year), debits: inOrder.map(({ debit }) => debit), credits: inOrder.map(({ credit }) => credit) };
}

/** Keeps the totals of the accounts that the entries of one moment moved, and what cards did. To be called within `tx.whole`. */
export async function keepTotalsOf(whole: Transaction, at: Instant, byCards: readonly MovedPair[]): Promise<void> {
  const pairs = await whole.query<{ debit: string; credit: string; year: number; fen: string }>(
    'select debit, credit, year, sum(fen) as fen from ledger_entries where region_id = $1 and recorded_at = $2::timestamptz group by 1, 2, 3', [whole.actor.region_id, at]);
  const { accounts, years, debits, credits } = movedBy([...byCards, ...pairs.map(({ fen, ...pair }) => ({ ...pair, fen: BigInt(fen) }))]);
  await openAccounts(whole, accounts, at, true);
  await whole.query('select keep_ledger_totals($1::text[], $2::integer[], $3::bigint[], $4::bigint[])', [accounts, years, debits, credits]);
}
