import type { Row } from '../exchange/sheets.ts';
import { addDays } from '../values/plain-date.ts';
import { aboveZero, shareOfFen, sumOf, yuanOf, yuanText } from '../values/fen.ts';
import type { GrantPart, Unsplit } from './grant-receipts.ts';
import { exactText, lineOf, LINE_KINDS, rowsIn, used, type Line } from './line.ts';
import type { GrantRules } from './rules.ts';
import { periodText, type Scope } from './scope.ts';
import { amountOf } from './student-accounts.ts';

/** M5-f: the college passes the whole grant of a campus on to it within thirty days of each receipt (B32). */
export function grantPassLine(
  campus: Row<'campuses'>, parts: readonly GrantPart[], unsplit: Unsplit | null, payments: readonly Row<'payments'>[], rules: GrantRules, scope: Scope,
): Line {
  const { clause } = LINE_KINDS.grant_pass;
  const base = sumOf(parts, ({ fen }) => fen);
  const due = unsplit === null ? shareOfFen(base, rules.pass_on_share) : null;
  const paid = sumOf(payments, amountOf);
  const late = parts.filter(({ receipt }) => scope.as_of > addDays(receipt.received_on, rules.pass_on_days));
  const dated = shareOfFen(sumOf(late, ({ fen }) => fen), rules.pass_on_share);
  const overdue = due === null ? null : aboveZero(dated - paid);
  const ratio = exactText(rules.pass_on_share);
  return lineOf('grant_pass', {
    from_id: campus.college_id, to_id: campus.campus_id, period: periodText(scope.fiscal), base: unsplit === null ? yuanOf(base) : null, ratio, due, paid, overdue,
    missing: unsplit === null ? [] : [unsplit],
    trace: [
      { figure: 'base', clause, parameters: [], formula: `Σ received = ${yuanText(base)}`, evidence: rowsIn('grant_receipts', parts.map(({ receipt }) => receipt)) },
      { figure: 'due', clause, parameters: used(rules.parameters, 'grant.pass_on_share'), formula: `${ratio} × ${yuanText(base)} = ${due === null ? '?' : yuanText(due)}`, evidence: [] },
      { figure: 'paid', clause, parameters: [], formula: `Σ paid = ${yuanText(paid)}`, evidence: rowsIn('payments', payments) },
      { figure: 'overdue', clause, parameters: used(rules.parameters, 'grant.pass_on_days'), formula: `${yuanText(dated)} − ${yuanText(paid)} → ${overdue === null ? '?' : yuanText(overdue)}`, evidence: [] },
    ],
  });
}
