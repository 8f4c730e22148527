import { isClose } from '../../core/approvals/matters/books-close.ts';
import { hasErrors } from '../../core/exchange/problem.ts';
import { nextPeriod, periodOf } from '../../core/funding/entry.ts';
import { fundingRules } from '../../core/funding/rules.ts';
import { scopeOf } from '../../core/funding/scope.ts';
import { settle } from '../../core/funding/settle.ts';
import { academicYearOf } from '../../core/values/plain-date.ts';
import { closedThrough, closePeriod } from '../ledger/close.ts';
import { settleInAct } from '../ledger/settle-in-act.ts';
import { lockFacts } from '../record-stamp.ts';
import { loadSettlementRows } from '../settlement-rows.ts';
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
  const scope = scopeOf(academicYearOf(on), on);
  const rules = fundingRules(pack.parameters, scope);
  if ('no_rule_on' in rules) return held('该学年没有生效的规则', 'No rule is in force in that year');
  return hasErrors(settle(await loadSettlementRows(whole), [], rules, scope).problems) ? held('台账有差错，不能清算', 'The registers have errors') : holds;
};

/** A term and a year are settled as of their day, then the month is closed. */
export const booksClosed: Bring = (tx, { details: { on, value }, pack }) => tx.decided(['funds', 'fees'], async (deciding) => {
  if (on === undefined) throw new Error('books that are closed without a day');
  if (value !== 'month') {
    const scope = scopeOf(academicYearOf(on), on);
    const rules = fundingRules(pack.parameters, scope);
    if ('no_rule_on' in rules) throw new Error('a year that is closed has no rules');
    const { outcome } = await settleInAct(deciding, scope, rules);
    if (outcome !== 'settled' && outcome !== 'unchanged') throw new Error(`a year that is closed: ${outcome}`);
  }
  const stamp = await lockFacts(deciding);
  const closed = stamp === null ? null : await closePeriod(deciding, periodOf(on), stamp.at);
  if (closed?.outcome !== 'closed') throw new Error('a month that could be closed is not');
  return brought({ kind: 'closing', period: periodOf(on) });
});
