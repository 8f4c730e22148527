import type { FundingRules } from '../../core/funding/rules.ts';
import type { Scope } from '../../core/funding/scope.ts';
import type { Transaction } from '../transaction.ts';
import { settleYear, type SettleOutcome } from './year/settle-year.ts';

/** Settles a year as a part of an act that does more, of another year too: books that stand as they should are no reason to let the act go. */
export async function settleInAct(tx: Transaction, scope: Scope, rules: FundingRules): Promise<SettleOutcome> {
  await leaveNoTables(tx);
  return settleYear({ ...tx, discard: () => undefined }, scope, rules);
}

/** What a settlement before in the same transaction worked with would stand in the way of the next. */
async function leaveNoTables(tx: Transaction): Promise<void> {
  const rows = await tx.arrays(`select relname from pg_class where relnamespace = pg_my_temp_schema() and relkind = 'r' and starts_with(relname, 'ledger_')`);
  if (rows.length > 0) await tx.change(`drop table ${rows.map(([name]) => `pg_temp.${String(name)}`).join(', ')}`);
}
