import { sumOf, yuanOf, yuanText, type Fen } from '../values/fen.ts';
import { accountsOf, evidenceOf, overdueByStudent, type Fees } from './fees.ts';
import { lineOf, LINE_KINDS, STUDENTS, used, type Line } from './line.ts';
import { pairs } from './pairs.ts';
import { dayIn } from './rules.ts';
import { periodText } from './scope.ts';
import type { StudentAccount } from './student-accounts.ts';

/** What the settlement of one student's custody money comes to. */
export type CustodySettlement = 'refund' | 'claim' | 'zero';

/** R4-g: what is left is returned, what is short is claimed. */
export function custodySettlement({ received, spent }: StudentAccount): { readonly balance: Fen; readonly settlement: CustodySettlement } {
  const balance = received - spent;
  return { balance, settlement: balance > 0n ? 'refund' : balance < 0n ? 'claim' : 'zero' };
}

/**
 * R4-g: custody money is settled once a year on actual spending, with leavers when they go (B33). The campus
 * returns what is left; what is short the student pays as a custody receipt.
 */
export function custodyLines(fees: Fees): Line[] {
  const accounts = accountsOf(fees, 'custody');
  return [
    ...pairs(accounts, ({ place }) => [place.campus_id, STUDENTS]).map(({ from_id, items }) =>
      custodyLine('custody_refund', { from_id, to_id: STUDENTS }, items, { due: (a) => a.refund_due, paid: (a) => a.refunded }, fees)),
    ...pairs(accounts, ({ place }) => [STUDENTS, place.campus_id]).map(({ to_id, items }) =>
      custodyLine('custody_claim', { from_id: STUDENTS, to_id }, items, { due: (a) => a.owed, paid: () => 0n }, fees)),
  ];
}

interface Sides { readonly from_id: string; readonly to_id: string }
interface Amounts { readonly due: (account: StudentAccount) => Fen; readonly paid: (account: StudentAccount) => Fen }

function custodyLine(kind: 'custody_refund' | 'custody_claim', sides: Sides, items: readonly StudentAccount[], amounts: Amounts, fees: Fees): Line {
  const { rules, scope } = fees;
  const { clause } = LINE_KINDS[kind];
  const due = sumOf(items, amounts.due);
  const paid = sumOf(items, amounts.paid);
  const overdue = overdueByStudent(items, (a) => (settlementIsLate(a, fees) ? amounts.due(a) : 0n), amounts.paid);
  const concerned = items.filter((a) => amounts.due(a) > 0n);
  return lineOf(kind, {
    ...sides, period: periodText(scope.academic), base: yuanOf(due), due, paid, overdue,
    trace: [
      {
        figure: 'base', clause, parameters: [],
        formula: `Σ ${kind === 'custody_refund' ? '(received − spent)' : '(spent − received)'} = ${yuanText(due)}`, evidence: evidenceOf(concerned, 'receipts', 'spending'),
      },
      { figure: 'paid', clause, parameters: [], formula: `Σ refunded = ${yuanText(paid)}`, evidence: kind === 'custody_refund' ? evidenceOf(items, 'refunds') : [] },
      {
        figure: 'overdue', clause, parameters: used(rules.parameters, 'custody.close', 'custody.leaver'),
        formula: `Σ (due before ${scope.as_of} − paid) = ${yuanText(overdue)}`, evidence: evidenceOf(concerned, 'departures'),
      },
    ],
  });
}

function settlementIsLate({ leaving }: StudentAccount, { rules, scope }: Fees): boolean {
  return scope.as_of > (leaving?.on ?? dayIn(scope.academic_year + 1, rules.custody_close));
}
