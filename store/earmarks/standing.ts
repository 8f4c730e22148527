import { EARMARKED } from '../../core/funding/events.ts';
import type { Entry } from '../../core/funding/entry.ts';
import { lastTurns, type Turned } from '../ledger/bring-up.ts';
import type { Transaction } from '../transaction.ts';

/** Entries that move on one account. */
export function touching<E extends Pick<Entry, 'debit' | 'credit'>>(account: string, entries: readonly E[]): E[] {
  return entries.filter(({ debit, credit }) => debit === account || credit === account);
}

/** Returns follow from no register: their records are their own. */
const OF_REGISTERS = EARMARKED.filter((event) => !event.endsWith('_returned'));

/** The last turn of every entry of earmarks, or of these, that follows from the registers. To be called within `tx.whole`. */
export function standingEarmarks(whole: Transaction, accounts?: readonly string[]): Promise<Turned[]> {
  return lastTurns(whole, OF_REGISTERS, accounts);
}
