import { entryOf, type Movement } from '../../core/funding/entry.ts';
import { PAYMENT_EVENTS, type PaymentEvent } from '../../core/funding/events.ts';
import type { SettledOrder } from '../../core/orders/order-kinds.ts';
import type { OrderLine } from '../../core/orders/propose.ts';
import { yuanText } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { leftOf, lockAccounts } from '../ledger/limits.ts';
import { limitOf } from '../../core/funding/limits.ts';
import { post } from '../ledger/post.ts';
import { settleInAct } from '../ledger/settle-in-act.ts';
import { lockFacts } from '../record-stamp.ts';
import { answerRows } from '../register-answers.ts';
import { keyOf, registerNamed } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import { rulesOfOrder, type Given } from './order.ts';

/** Writes the payments of an order into the register and posts them, in the transaction in which the bank's confirmation is entered. */
export async function payOrder(tx: Transaction, lines: readonly OrderLine<SettledOrder>[], { matter_id, paid_on, reference }: { readonly matter_id: number; readonly paid_on: PlainDate; readonly reference: string }, given: Given): Promise<void> {
  const rows = lines.map(({ kind, fee, from_id, to_id, year, fen }, at) => ({
    payment_id: `F${matter_id}-${at + 1}`, kind, of: fee, from_id, to_id, academic_year: kind === 'grant' ? null : year, fiscal_year: kind === 'grant' ? year : null, amount_yuan: yuanText(fen), paid_on,
  }));
  await tx.decided(['funds', 'fees'], async (deciding) => {
    await bringBooksUp(deciding, lines, given);
    const stamp = await lockFacts(deciding);
    if (stamp === null) throw new Error('payments of a region that is not there');
    await answerRows(deciding, 'payments', rows, { action: 'payment.enter', object: `matters/${matter_id}`, reason: reference }, stamp);
    const register = registerNamed('payments');
    const keys = rows.map((row) => keyOf(register, row));
    const sources = new Map((await deciding.whole((whole) => whole.query<{ key: string; record_id: bigint }>(
      `select key, record_id from ${register.table} r where r.region_id = $1 and r.key = any($2::text[]) and r.superseded_at is null`, [whole.actor.region_id, keys]))).map(({ key, record_id }) => [key, BigInt(record_id)]));
    const postings = lines.flatMap((line, at) => movesOf(line, sources.get(keys[at] ?? '') ?? 0n, paid_on).map(({ fen, ...move }) => ({ ...move, amount_yuan: yuanText(fen) })));
    const posted = await post(deciding, postings, stamp.at);
    if (posted.outcome !== 'posted') throw new Error(`payments that were confirmed are refused: ${posted.refusal} ${posted.account ?? ''}`);
  });
}

/** What one payment moves, at the payer and at the payee. */
function movesOf({ kind, from_id, to_id, student_id, year, fen }: OrderLine<SettledOrder>, source: bigint, valid_on: PlainDate): Movement[] {
  const about = { source, fen, student_id, year, valid_on };
  if (kind === 'fee_refund') return [{ ...about, event: 'refund_paid', holders: { college: from_id } }];
  if (kind === 'custody_refund') return [{ ...about, event: 'custody_refunded', holders: { campus: from_id } }];
  const { payer, payee, moves } = PAYMENT_EVENTS[kind satisfies PaymentEvent];
  return moves.map((event, at) => ({ ...about, part: at + 1, event, holders: { [payer]: from_id, [payee]: to_id } }));
}

/**
 * What is due stands in the books before it is paid. Receipts that were matched are there; what came in by the registers, and what
 * the rules come to since, is posted first, as the settlement of the year posts it.
 */
async function bringBooksUp(deciding: Transaction, lines: readonly OrderLine<SettledOrder>[], given: Given): Promise<void> {
  const [first] = lines;
  const years = first === undefined ? null : rulesOfOrder(first, given);
  if (years === null || await booksAllow(deciding, lines, given.today)) return;
  const settled = await settleInAct(deciding, years.scope, years.rules);
  if (settled.outcome !== 'settled') throw new Error(`the books do not hold what is due: ${settled.outcome}`);
}

async function booksAllow(deciding: Transaction, lines: readonly OrderLine<SettledOrder>[], today: PlainDate): Promise<boolean> {
  const entries = lines.flatMap((line) => movesOf(line, 0n, today)).map(entryOf).filter(({ event }) => limitOf(event) !== null);
  await lockAccounts(deciding, entries.map(({ debit }) => debit));
  const left = await deciding.whole((whole) => leftOf(whole, entries));
  // Of one account several payees may be paid: together they take no more than it holds.
  const wanted = new Map<string, bigint>();
  return entries.every((entry) => {
    const key = limitOf(entry.event)?.of_student === true ? `${entry.debit} ${entry.student_id}` : entry.debit;
    const all = (wanted.get(key) ?? 0n) + entry.fen;
    wanted.set(key, all);
    return (left.get(entry) ?? 0n) >= all;
  });
}
