import type { FundingRules } from '../../core/funding/rules.ts';
import type { Scope } from '../../core/funding/scope.ts';
import type { Transaction } from '../transaction.ts';
import { settleYear, type SettleOutcome } from './year/settle-year.ts';

/** Settles a year as a part of an act that does more: books that stand as they should are no reason to let the act go. */
export function settleInAct(tx: Transaction, scope: Scope, rules: FundingRules): Promise<SettleOutcome> {
  return settleYear({ ...tx, discard: () => undefined }, scope, rules);
}
