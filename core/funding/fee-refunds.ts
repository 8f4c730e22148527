import { addDays } from '../values/plain-date.ts';
import { sumOf, yuanOf, yuanText } from '../values/fen.ts';
import { accountsOf, evidenceOf, overdueByStudent, type Fees } from './fees.ts';
import { lineOf, LINE_KINDS, STUDENTS, used, type Line } from './line.ts';
import { pairs } from './pairs.ts';
import { dayIn } from './rules.ts';
import { periodText } from './scope.ts';
import type { StudentAccount } from './student-accounts.ts';

/** R4-b, R4-d: what the college returns to students: to leavers soon after they left, else by the end of the year (B34). */
export function feeRefundLines(fees: Fees): Line[] {
  const { clause } = LINE_KINDS.fee_refund;
  return pairs(accountsOf(fees, 'tuition', 'dorm', 'other'), ({ place }) => [place.college_id, STUDENTS]).map(({ from_id, items }) => {
    const due = sumOf(items, (a) => a.refund_due);
    const paid = sumOf(items, (a) => a.refunded);
    const overdue = overdueByStudent(items, (a) => (refundIsLate(a, fees) ? a.refund_due : 0n), (a) => a.refunded);
    const returned = items.filter((a) => a.refund_due > 0n);
    return lineOf('fee_refund', {
      from_id, to_id: STUDENTS, period: periodText(fees.scope.academic), base: yuanOf(due), due, paid, overdue,
      trace: [
        {
          figure: 'base', clause, parameters: used(fees.rules.parameters, 'refund.months', 'refund.month_days'),
          formula: `Σ (received − kept) = ${yuanText(due)}`, evidence: evidenceOf(returned, 'charges', 'receipts', 'departures'),
        },
        { figure: 'paid', clause, parameters: [], formula: `Σ refunded = ${yuanText(paid)}`, evidence: evidenceOf(items, 'refunds') },
        {
          figure: 'overdue', clause, parameters: used(fees.rules.parameters, 'refund.due_days', 'refund.close'),
          formula: `Σ (due before ${fees.scope.as_of} − refunded) = ${yuanText(overdue)}`, evidence: [],
        },
      ],
    });
  });
}

function refundIsLate({ leaving }: StudentAccount, { rules, scope }: Fees): boolean {
  const day = leaving === null ? dayIn(scope.academic_year + 1, rules.refund_close) : addDays(leaving.on, rules.refund_due_days);
  return scope.as_of > day;
}
