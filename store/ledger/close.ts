import type { AccountingPeriod } from '../../core/funding/entry.ts';
import type { Instant } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

export type CloseOutcome = { readonly outcome: 'closed' | 'closed_already' };

/** R4-g: closes a month, and with it every month before; what comes in for them later is posted in the first that is open. */
export async function closePeriod(tx: Transaction, period: AccountingPeriod, at: Instant): Promise<CloseOutcome> {
  const through = await closedThrough(tx);
  if (through !== null && through >= period) return { outcome: 'closed_already' };
  await tx.query('insert into ledger_closings (region_id, period, recorded_at, recorded_by) values ($1, $2, $3, $4)', [tx.actor.region_id, period, at, tx.actor.account]);
  await tx.audit({ action: 'ledger.close', object: `ledger/${period.slice(0, 7)}` });
  return { outcome: 'closed' };
}

/** The last month that is closed; null while none is. */
export async function closedThrough(tx: Transaction): Promise<AccountingPeriod | null> {
  const [row] = await tx.query<{ through: AccountingPeriod | null }>('select max(period) as through from ledger_closings where region_id = $1', [tx.actor.region_id]);
  return row?.through ?? null;
}
