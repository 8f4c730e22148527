import { isClose } from '../../core/approvals/matters/books-close.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { nextPeriod, periodOf } from '../../core/funding/entry.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf, type Scope } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { bringAllEarmarksUp } from '../earmarks/bring-up.ts';
import { bringPremiumsUp } from '../insurance/premiums.ts';
import { closedThrough, closePeriod } from '../ledger/close.ts';
import { settleInAct } from '../ledger/settle-in-act.ts';
import { lockFacts } from '../record-stamp.ts';
import { loadSettlementRows } from '../settlement-rows.ts';
import type { Transaction } from '../transaction.ts';
import { brought, type Bring } from './decided.ts';
import { held, holds, type AskGuard } from './guard-answer.ts';

/** R4-g: what is over is closed, once; a term or a year only when it can be settled without errors. */
export const periodClosable: AskGuard = async (whole, { details: { on, value }, pack, today }) => {
  if (on === undefined || !isClose(value)) return held('没有写明结到哪个月', 'The month is not named');
  const period = periodOf(on);
  if (today < nextPeriod(period)) return held('该月还没有过完', 'The month is not over');
  const through = await closedThrough(whole);
  if (through !== null && through >= period) return held('该月已经结账', 'The month is closed already');
  if (value === 'month') return holds;
  const dataset = await loadSettlementRows(whole);
  for (const scope of await scopesOfClosing(whole, on)) {
    const rules = fundingRules(pack.parameters, scope);
    if ('no_rule_on' in rules) return held('该学年没有生效的规则', 'No rule is in force in that year');
    if (hasErrors(settle(dataset, [], rules, scope).problems)) return held('台账有差错，不能清算', 'The registers have errors');
  }
  return holds;
};

/**
 * A term and a year are settled as of their day, after the year before if that was ever settled, since what came late for it is posted now;
 * earmarks and premiums are brought to what their records say; then the month is closed.
 */
export const booksClosed: Bring = (tx, { details: { on, value }, pack }) => tx.decided(['funds', 'fees'], async (deciding) => {
  if (on === undefined) throw new Error('books that are closed without a day');
  if (value !== 'month') for (const scope of await scopesOfClosing(deciding, on)) await settleClosing(deciding, scope, pack);
  const stamp = await lockFacts(deciding);
  if (stamp !== null && value !== 'month') {
    await bringAllEarmarksUp(deciding, stamp.at);
    await bringPremiumsUp(deciding, null, stamp);
  }
  const closed = stamp === null ? null : await closePeriod(deciding, periodOf(on), stamp.at);
  if (closed?.outcome !== 'closed') throw new Error('a month that could be closed is not');
  return brought({ kind: 'closing', period: periodOf(on) });
});

/** The year of a day, after the year before it where that has been settled. */
async function scopesOfClosing(tx: Transaction, on: PlainDate): Promise<Scope[]> {
  const own = scopeOf(academicYearOf(on), on);
  const before = scopeOf(own.academic_year - 1, on, own.fiscal_year - 1);
  const settled = await tx.query('select 1 from ledger_runs where region_id = $1 and academic_year = $2 and fiscal_year = $3 limit 1', [tx.actor.region_id, before.academic_year, before.fiscal_year]);
  return settled.length > 0 ? [before, own] : [own];
}

async function settleClosing(deciding: Transaction, scope: Scope, { parameters }: Pack): Promise<void> {
  const rules = fundingRules(parameters, scope);
  if ('no_rule_on' in rules) throw new Error('a year that is closed has no rules');
  const { outcome } = await settleInAct(deciding, scope, rules);
  if (outcome !== 'settled' && outcome !== 'unchanged') throw new Error(`a year that is closed: ${outcome}`);
}
