import { rateFault, type FeeRate, type RateRefusal } from '../../core/billing/rate.ts';
import { amountIn } from '../../core/funding/amount.ts';
import type { FeeKind } from '../../core/funding/student-accounts.ts';
import { mayTouch } from '../../core/access/reach.ts';
import { loadRows } from '../campus-rows.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A rate as it is entered. */
export interface RateEntry {
  readonly college_id: string;
  readonly academic_year: number;
  readonly kind: FeeKind;
  readonly programme_id: string | null;
  readonly amount_yuan: string;
  readonly approval: string;
  readonly items: string;
}

export type RateEntered = { readonly outcome: 'done'; readonly rate_id: number } | { readonly outcome: 'rate_refused'; readonly why: RateRefusal };

/** R4-b, R4-d: enters a rate; one that stands for the same fee, year and programme is answered by it and stays readable. */
export async function enterRate(tx: Transaction, entry: RateEntry): Promise<RateEntered> {
  const { college_id, academic_year, kind, programme_id, approval, items } = entry;
  const scopes = [`org:${college_id}`];
  if (!mayTouch(tx.actor.reach, 'funds', 'write', scopes)) return { outcome: 'rate_refused', why: 'not_your_college' };
  const amount = amountIn(entry.amount_yuan);
  if ('fault' in amount) return { outcome: 'rate_refused', why: amount.fault };
  const fault = rateFault(entry) ?? await unknownProgramme(tx, college_id, programme_id);
  if (fault !== null) return { outcome: 'rate_refused', why: fault };
  await lockRegion(tx);
  await tx.change(
    `update fee_rates set superseded_at = clock_timestamp() where region_id = $1 and college_id = $2 and academic_year = $3 and kind = $4 and coalesce(programme_id, '') = $5 and superseded_at is null`,
    [tx.actor.region_id, college_id, academic_year, kind, programme_id ?? '']);
  const rate_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into fee_rates (region_id, rate_id, college_id, academic_year, kind, programme_id, fen, approval, items, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp(), $11)`,
    [tx.actor.region_id, rate_id, college_id, academic_year, kind, programme_id, amount.fen, approval.trim(), items.trim(), scopes, tx.actor.account]);
  await tx.audit({ action: 'fee_rate.enter', object: `fee_rates/${rate_id}`, detail: { college_id, academic_year, kind } });
  return { outcome: 'done', rate_id };
}

async function unknownProgramme(tx: Transaction, college_id: string, programme_id: string | null): Promise<RateRefusal | null> {
  if (programme_id === null) return null;
  const [programme] = await tx.whole((whole) => loadRows(whole, 'programmes', {}, 'r.key = $2', programme_id));
  return programme?.college_id === college_id ? null : 'unknown_programme';
}

/** The rates that stand of a college and year, as far as they are in reach. */
export async function ratesOf(tx: Transaction, college_id: string, academic_year: number): Promise<FeeRate[]> {
  const rows = await tx.query<Omit<FeeRate, 'fen'> & { readonly fen: string }>(
    `select kind, programme_id, fen::text, approval, items from fee_rates where region_id = $1 and college_id = $2 and academic_year = $3 and superseded_at is null
     order by kind, programme_id nulls first`, [tx.actor.region_id, college_id, academic_year]);
  return rows.map((row) => ({ ...row, fen: BigInt(row.fen) }));
}
