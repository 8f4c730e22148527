import { aboveZero, sumOf, yuanOf, yuanText } from '../values/fen.ts';
import type { Fees } from './fees.ts';
import { lineOf, LINE_KINDS, rowsIn, type Line } from './line.ts';
import { pairs } from './pairs.ts';
import { periodText } from './scope.ts';
import { amountOf } from './student-accounts.ts';

/** R4-b, R4-d: only the college collects. Whoever else took a student's money owes it to the college at once. */
export function wrongPayeeLines(fees: Fees): Line[] {
  const taken = fees.accounts.flatMap(({ receipts, place }) => receipts.flatMap((receipt) => (
    receipt.received_by === null || receipt.received_by === place.college_id ? [] : [{ receipt, by: receipt.received_by, college_id: place.college_id }])));
  const { clause } = LINE_KINDS.wrong_payee;
  return pairs(taken, ({ by, college_id }) => [by, college_id], fees.payments.get('forwarded')).map(({ from_id, to_id, items, payments }) => {
    const due = sumOf(items, ({ receipt }) => amountOf(receipt));
    const paid = sumOf(payments, amountOf);
    return lineOf('wrong_payee', {
      from_id, to_id, period: periodText(fees.scope.academic), base: yuanOf(due), due, paid, overdue: aboveZero(due - paid),
      trace: [
        { figure: 'base', clause, parameters: [], formula: `Σ received = ${yuanText(due)}`, evidence: rowsIn('receipts', items.map(({ receipt }) => receipt)) },
        { figure: 'paid', clause, parameters: [], formula: `Σ forwarded = ${yuanText(paid)}`, evidence: rowsIn('payments', payments) },
      ],
    });
  });
}
