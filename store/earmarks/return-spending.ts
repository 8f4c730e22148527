import { amountIn } from '../../core/funding/amount.ts';
import { earmarkHolders, FUND_EVENTS } from '../../core/funding/earmark-entries.ts';
import { fenOf, yuanText } from '../../core/values/fen.ts';
import { yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { post } from '../ledger/post.ts';
import { lockFacts, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { bringEarmarkUp } from './bring-up.ts';
import { campusMoney } from './campus-money.ts';
import { no, type EarmarkOutcome, type Given } from './outcome.ts';

export interface ReturnEntry {
  readonly spending_id: string;
  readonly amount_yuan: string;
  readonly reason: string;
  readonly returned_on: PlainDate;
}

/**
 * M5-g: what was spent on something that the money is not for comes back to where it was taken from. The spending stays as it was recorded;
 * whoever recorded it is not who finds it disallowed.
 */
export async function returnSpending(tx: Transaction, entry: ReturnEntry, { today }: Given): Promise<EarmarkOutcome> {
  const stamp = await lockFacts(tx);
  const [row] = await loadRows(tx, 'spending', {}, 'r.spending_id = $2', entry.spending_id);
  const [money] = row === undefined ? [] : await campusMoney(tx, row.campus_id);
  if (stamp === null || row === undefined || money === undefined || !money.keeps) return no('unknown_spending');
  const amount = amountIn(entry.amount_yuan);
  if ('fault' in amount) return no(amount.fault);
  const reason = entry.reason.trim();
  if (reason === '') return no('reason_missing');
  if (entry.returned_on > today) return no('day_to_come');
  if (entry.returned_on < row.spent_on) return no('before_spending');
  const { recorders, back } = await historyOf(tx, row.spending_id);
  if (recorders.includes(tx.actor.account)) return no('same_person');
  if (back + amount.fen > fenOf(row.amount_yuan)) return no('beyond_spending');
  const { campus_id, fund, category } = row;
  const fiscal_year = yearOf(row.spent_on);
  const return_id = await takeNumbers(tx, 'next_record_id', 1);
  await tx.change(
    `insert into spending_returns (region_id, return_id, spending_id, campus_id, fiscal_year, fund, category, fen, reason, returned_on, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [tx.actor.region_id, return_id, row.spending_id, campus_id, fiscal_year, fund, category, amount.fen, reason, entry.returned_on, money.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'spending.return', object: `spending/${row.spending_id}`, detail: { return_id, campus_id, fiscal_year } });
  const earmark = { ...row, school_id: money.campus.school_id };
  await tx.decided(['funds'], async (deciding) => {
    await bringEarmarkUp(deciding, earmark, stamp.at);
    const posted = await post(deciding, [{ source: BigInt(return_id), event: FUND_EVENTS[fund].returned, holders: earmarkHolders(earmark), amount_yuan: yuanText(amount.fen), year: fiscal_year, valid_on: entry.returned_on }], stamp.at);
    if (posted.outcome !== 'posted') throw new Error(`a return is refused by the books: ${posted.refusal}`);
  });
  return { outcome: 'done', id: String(return_id) };
}

/** Everybody who ever recorded it, and what of it has come back. */
async function historyOf(tx: Transaction, spending_id: string): Promise<{ readonly recorders: readonly string[]; readonly back: bigint }> {
  return tx.whole(async (whole) => {
    const recorded = await whole.query<{ recorded_by: string }>('select distinct recorded_by from register_spending where region_id = $1 and spending_id = $2', [whole.actor.region_id, spending_id]);
    const [returned] = await whole.query<{ back: string }>('select coalesce(sum(fen), 0)::text as back from spending_returns where region_id = $1 and spending_id = $2', [whole.actor.region_id, spending_id]);
    return { recorders: recorded.map(({ recorded_by }) => recorded_by), back: BigInt(returned?.back ?? 0) };
  });
}
