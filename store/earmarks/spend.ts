import { mayBeSpentOn, type Category, type Fund } from '../../core/funding/allowed-spending.ts';
import { amountIn } from '../../core/funding/amount.ts';
import { spentMovement, type Earmark } from '../../core/funding/earmark-entries.ts';
import { yuanText, type Fen } from '../../core/values/fen.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import type { EarmarkRefusal } from '../../core/funding/earmark-refusals.ts';
import { loadRows } from '../campus-rows.ts';
import { post } from '../ledger/post.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import { answerRows } from '../register-answers.ts';
import type { Transaction } from '../transaction.ts';
import { bringEarmarkUp } from './bring-up.ts';
import { campusMoney } from './campus-money.ts';
import { no, type EarmarkOutcome, type Given } from './outcome.ts';

/** Spending as it is entered. */
export interface SpendingEntry {
  readonly spending_id: string;
  readonly campus_id: string;
  readonly fund: Fund;
  readonly category: Category;
  readonly amount_yuan: string;
  readonly spent_on: PlainDate;
}

/**
 * M5-b, M5-g: records what a campus spent: in the register and in the books, of the grant against the budget of its kind, of the tuition share
 * and of dormitory fees against what was passed on of them, in one transaction. Whoever spends of the same earmark waits; nobody spends more
 * than is left, and nothing on what the fund is not for.
 */
export async function recordSpending(tx: Transaction, entry: SpendingEntry, given: Given): Promise<EarmarkOutcome> {
  const stamp = await lockFacts(tx);
  const [money] = await campusMoney(tx, entry.campus_id);
  if (stamp === null || money === undefined || !money.spends) return no('unknown_campus');
  const amount = amountIn(entry.amount_yuan);
  if ('fault' in amount) return no(amount.fault);
  const fault = await faultOf(tx, entry, given);
  return fault === null ? spent(tx, entry, amount.fen, { stamp, earmark: { ...entry, school_id: money.campus.school_id } }) : no(fault);
}

async function faultOf(tx: Transaction, { spending_id, fund, category, spent_on }: SpendingEntry, { pack, today }: Given): Promise<EarmarkRefusal | null> {
  if (spending_id.trim() === '') return 'id_missing';
  if (spent_on > today) return 'day_to_come';
  const may = mayBeSpentOn(fund, category, parametersOn(pack.parameters, spent_on));
  if (may !== true) return may === null ? 'no_rule' : 'category_not_allowed';
  const known = await tx.whole((whole) => whole.query('select 1 from register_spending r where r.region_id = $1 and r.spending_id = $2', [whole.actor.region_id, spending_id.trim()]));
  return known.length > 0 ? 'spending_known' : null;
}

async function spent(tx: Transaction, entry: SpendingEntry, fen: Fen, { stamp, earmark }: { readonly stamp: Stamp; readonly earmark: Earmark }): Promise<EarmarkOutcome> {
  const { campus_id, fund, category, spent_on } = entry;
  const spending_id = entry.spending_id.trim();
  return tx.decided(['funds'], async (deciding) => {
    await bringEarmarkUp(deciding, earmark, stamp.at);
    await answerRows(deciding, 'spending', [{ spending_id, campus_id, fund, category, amount_yuan: yuanText(fen), spent_on }], { action: 'spending.enter', object: `spending/${spending_id}`, reason: category }, stamp);
    const [row] = await deciding.whole((whole) => loadRows(whole, 'spending', {}, 'r.spending_id = $2', spending_id));
    if (row === undefined) throw new Error('spending that was recorded is not there');
    const { fen: _, ...movement } = spentMovement(earmark, row, fen);
    const posted = await post(deciding, [{ ...movement, amount_yuan: yuanText(fen) }], stamp.at);
    if (posted.outcome === 'posted') return { outcome: 'done', id: spending_id };
    if (posted.refusal === 'beyond_earmark' || posted.refusal === 'unknown_party') return no('beyond_earmark');
    throw new Error(`spending is refused by the books: ${posted.refusal}`);
  });
}
