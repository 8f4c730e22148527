import { EARMARKED } from '../../core/funding/events.ts';
import type { Entry } from '../../core/funding/entry.ts';
import type { Turned } from '../ledger/bring-up.ts';
import type { Transaction } from '../transaction.ts';

/** Entries that move on one account. */
export function touching<E extends Pick<Entry, 'debit' | 'credit'>>(account: string, entries: readonly E[]): E[] {
  return entries.filter(({ debit, credit }) => debit === account || credit === account);
}

/** Returns follow from no register: their records are their own. */
const OF_REGISTERS = EARMARKED.filter((event) => !event.endsWith('_returned'));

/** The last turn of every entry of earmarks, or of these, that follows from the registers. To be called within `tx.whole`. */
export async function standingEarmarks(whole: Transaction, accounts?: readonly string[]): Promise<Turned[]> {
  const rows = await whole.query<Omit<Turned, 'source' | 'fen'> & { readonly source: string; readonly fen: string }>(
    `select distinct on (source, part) source::text, part, turn, event, clause, debit, credit, fen::text, student_id, year, valid_on from ledger_entries
     where region_id = $1 and student_id is null and event = any($2::text[])${accounts === undefined ? '' : ' and (debit = any($3::text[]) or credit = any($3::text[]))'}
     order by source, part, turn desc`, [whole.actor.region_id, OF_REGISTERS, ...(accounts === undefined ? [] : [accounts])]);
  return rows.map((row) => ({ ...row, source: BigInt(row.source), fen: BigInt(row.fen) }));
}
