import { lesser, sumOf, yuanOf, yuanText, type Fen } from '../values/fen.ts';
import { accountsOf, evidenceOf, overdueByStudent, type Fees } from './fees.ts';
import { lineOf, LINE_KINDS, STUDENTS, used, type Line } from './line.ts';
import { pairs } from './pairs.ts';
import { periodText } from './scope.ts';
import { amountOf, type StudentAccount } from './student-accounts.ts';

const BILLS = [['bill_tuition', 'tuition'], ['bill_dorm', 'dorm'], ['bill_other', 'other']] as const;

/** R4-b, R4-d: what the students owe the college of tuition, dormitory and other fees, and what of it has come in. */
export function billLines(fees: Fees): Line[] {
  return BILLS.flatMap(([kind, fee]) =>
    pairs(accountsOf(fees, fee), ({ place }) => [STUDENTS, place.college_id]).map(({ to_id, items }) => {
      const charged = sumOf(items, (a) => a.charged);
      const kept = sumOf(items, (a) => a.kept);
      const net = sumOf(items, (a) => a.net);
      const overdue = overdueByStudent(items, (a) => billedBefore(a, fees), (a) => a.net);
      const { clause } = LINE_KINDS[kind];
      const reduced = items.filter((a) => a.leaving !== null);
      const months = fee === 'other' || reduced.length === 0 ? [] : used(fees.rules.parameters, 'refund.months', 'refund.month_days', 'refund.part_month', 'refund.day_count');
      return lineOf(kind, {
        from_id: STUDENTS, to_id, period: periodText(fees.scope.academic), base: yuanOf(charged), due: kept, paid: net, overdue,
        trace: [
          { figure: 'base', clause, parameters: [], formula: `Σ charged = ${yuanText(charged)}`, evidence: evidenceOf(items, 'charges') },
          { figure: 'due', clause, parameters: months, formula: `${yuanText(charged)} − ${yuanText(charged - kept)} = ${yuanText(kept)}`, evidence: evidenceOf(reduced, 'departures') },
          { figure: 'paid', clause, parameters: [], formula: `Σ min(received, kept) = ${yuanText(net)}`, evidence: evidenceOf(items, 'receipts') },
          { figure: 'overdue', clause, parameters: [], formula: `Σ (due before ${fees.scope.as_of} − net) = ${yuanText(overdue)}`, evidence: [] },
        ],
      });
    }));
}

/** What had fallen due before the day, as far as it stays due. */
function billedBefore({ kept, charges }: StudentAccount, { scope }: Fees): Fen {
  return lesser(kept, sumOf(charges.filter(({ due_on }) => due_on < scope.as_of), amountOf));
}
