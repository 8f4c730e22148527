import { randomBytes } from 'node:crypto';
import { sampleSize } from '../../core/funding/spending-draw.ts';
import { yearOf } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { campusMoney } from './campus-money.ts';
import { no, type EarmarkOutcome, type Given } from './outcome.ts';

const SEED_BYTES = 16;

/** M5-g: draws spending of a campus and year to be looked at. Nobody chooses the seed, and it is written down with the list that was drawn from. */
export async function drawOfSpending(tx: Transaction, { campus_id, fiscal_year }: { readonly campus_id: string; readonly fiscal_year: number }, { pack, today }: Given): Promise<EarmarkOutcome> {
  const stamp = await lockRegion(tx);
  const [money] = await campusMoney(tx, campus_id);
  if (stamp === null || money === undefined || !money.draws) return no('unknown_campus');
  const spending = await tx.whole((whole) => loadRows(whole, 'spending', {}, 'r.campus_id = $2', campus_id));
  const listed = spending.filter(({ spent_on }) => yearOf(spent_on) === fiscal_year).map(({ spending_id }) => spending_id).sort();
  const size = sampleSize(listed.length, parametersOn(pack.parameters, today));
  if (size === null) return no('no_rule');
  if (size === 0) return no('nothing_to_draw');
  const draw_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into spending_draws (region_id, draw_id, campus_id, fiscal_year, seed, listed, size, drawn_on, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [tx.actor.region_id, draw_id, campus_id, fiscal_year, randomBytes(SEED_BYTES).toString('hex'), listed, size, today, money.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'spending.draw', object: `spending_draws/${draw_id}`, detail: { campus_id, fiscal_year, listed: listed.length, size } });
  return { outcome: 'done', id: String(draw_id) };
}
