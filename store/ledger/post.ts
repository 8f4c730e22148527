import { amountIn } from '../../core/funding/amount.ts';
import { entryOf, periodOf, type AccountingPeriod, type Entry, type Movement } from '../../core/funding/entry.ts';
import { limitOf } from '../../core/funding/limits.ts';
import type { PostingRefusal } from '../../core/funding/refusals.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { openAccounts } from './accounts.ts';
import { append } from './append.ts';
import { leftOf, lockAccounts } from './limits.ts';

/** What an act moves: an amount as it was typed, and the month that it asks to be posted in, if it asks for one. */
export type Posting = Omit<Movement, 'fen'> & { readonly amount_yuan: string; readonly period?: AccountingPeriod };

export type PostingOutcome =
  | { readonly outcome: 'posted'; readonly entries: readonly Entry[] }
  /** Nothing is posted; `at` is which of the postings, counted from 0. */
  | { readonly outcome: 'refused'; readonly refusal: PostingRefusal; readonly at: number; readonly account: string | null };

/**
 * Posts what an act moves, all of it or nothing, in the act's own transaction. Whoever posts what takes from an account
 * waits for whoever else takes from it. Amounts, parties and limits are refused by name, and the transaction discarded.
 */
export async function post(tx: Transaction, postings: readonly Posting[], at: Instant): Promise<PostingOutcome> {
  const entries: Entry[] = [];
  for (const [index, { amount_yuan, period: _, ...movement }] of postings.entries()) {
    const amount = amountIn(amount_yuan);
    if ('fault' in amount) return refused(tx, amount.fault, index);
    entries.push(entryOf({ ...movement, fen: amount.fen }));
  }
  const closed = await closedAmong(tx, postings);
  if (closed >= 0) return refused(tx, 'period_closed', closed);
  const beyond = await beyondLimit(tx, entries);
  if (beyond !== null) return refused(tx, ...beyond);
  return appended(tx, entries, at);
}

async function appended(tx: Transaction, entries: readonly Entry[], at: Instant): Promise<PostingOutcome> {
  try {
    if (await append(tx, entries, at)) return { outcome: 'posted', entries };
    const unknown = new Set(await tx.decided(['funds'], (own) => own.whole((whole) => openAccounts(whole, entries.flatMap(({ debit, credit }) => [debit, credit]), at))));
    const [stranger, account] = firstIn(entries, unknown);
    if (account !== null) return refused(tx, 'unknown_party', stranger, account);
    return await append(tx, entries, at) ? { outcome: 'posted', entries } : refused(tx, 'posted_already', 0);
  } catch (error) {
    if (isSecondOfItsSource(error)) return refused(tx, 'posted_already', 0);
    throw error;
  }
}

function firstIn(entries: readonly Entry[], unknown: ReadonlySet<string>): [number, string | null] {
  for (const [at, { debit, credit }] of entries.entries()) for (const account of [debit, credit]) if (unknown.has(account)) return [at, account];
  return [-1, null];
}

/** Somebody posted the same source in the same moment. */
function isSecondOfItsSource(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'ledger_entries_pkey';
}

function refused(tx: Transaction, refusal: PostingRefusal, at: number, account: string | null = null): PostingOutcome {
  tx.discard();
  return { outcome: 'refused', refusal, at, account };
}

/** Which of the postings asks for a month that is closed; −1 for none. One that asks for none comes late instead. */
async function closedAmong(tx: Transaction, postings: readonly Posting[]): Promise<number> {
  if (postings.every(({ period }) => period === undefined)) return -1;
  const [row] = await tx.query<{ through: string | null }>('select max(period) as through from ledger_closings where region_id = $1', [tx.actor.region_id]);
  const through = row?.through ?? null;
  return postings.findIndex(({ period }) => period !== undefined && through !== null && periodOf(period) <= through);
}

/** The first entry that takes more than there is, what comes before it in the same act counted. */
async function beyondLimit(tx: Transaction, entries: readonly Entry[]): Promise<[PostingRefusal, number, string] | null> {
  const limited = entries.filter(({ event }) => limitOf(event) !== null);
  if (limited.length === 0) return null;
  await lockAccounts(tx, limited.map(({ debit }) => debit));
  const left = await tx.whole((whole) => leftOf(whole, limited));
  const moved = new Map<string, bigint>();
  const add = (key: string, fen: bigint): void => { moved.set(key, (moved.get(key) ?? 0n) + fen); };
  for (const [index, entry] of entries.entries()) {
    const limit = limitOf(entry.event);
    const key = limit?.of_student === true ? `${entry.debit} ${entry.student_id}` : entry.debit;
    if (limit !== null && (left.get(entry) ?? 0n) + (moved.get(key) ?? 0n) < entry.fen) return [limit.refusal, index, entry.debit];
    add(key, -entry.fen);
    add(entry.credit, entry.fen);
  }
  return null;
}
