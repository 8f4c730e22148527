import { aboveZero, lesser, shareOfFen, sumOf, yuanOf, yuanText } from '../values/fen.ts';
import { accountsOf, evidenceOf, passOnDay, type Fees } from './fees.ts';
import { exactText, lineOf, LINE_KINDS, rowsIn, used, type Line } from './line.ts';
import { pairs, type Pair } from './pairs.ts';
import { periodText } from './scope.ts';
import { amountOf, receivedBy, type StudentAccount } from './student-accounts.ts';

const PASSED_ON = [['dorm', 'dorm'], ['other_fee', 'other'], ['custody', 'custody']] as const;

/**
 * R4-e: dormitory, other and custody fees go to the campus in full: the first two net of refunds, custody as
 * received, since the campus settles it with the students (B28). R4-f: what is in custody is nobody's income.
 */
export function passingOnLines(fees: Fees): Line[] {
  return PASSED_ON.flatMap(([kind, fee]) =>
    pairs(accountsOf(fees, fee), ({ place }) => [place.college_id, place.campus_id], fees.payments.get(kind)).map((pair) => passingOnLine(kind, pair, fees)));
}

function passingOnLine(kind: 'dorm' | 'other_fee' | 'custody', { from_id, to_id, items, payments }: Pair<StudentAccount>, fees: Fees): Line {
  const { rules, scope } = fees;
  const { clause } = LINE_KINDS[kind];
  const whole = (account: StudentAccount) => (kind === 'custody' ? account.received : account.net);
  const base = sumOf(items, whole);
  const due = shareOfFen(base, rules.pass_on_share);
  const paid = sumOf(payments, amountOf);
  const until = passOnDay(fees);
  const dated = shareOfFen(sumOf(items, (a) => lesser(whole(a), receivedBy(a, until))), rules.pass_on_share);
  const overdue = aboveZero(dated - paid);
  const ratio = exactText(rules.pass_on_share);
  return lineOf(kind, {
    from_id, to_id, period: periodText(scope.academic), base: yuanOf(base), ratio, due, paid, overdue,
    trace: [
      {
        figure: 'base', clause, parameters: used(rules.parameters, kind === 'custody' ? 'custody.base' : 'dorm.base'),
        formula: `Σ ${kind === 'custody' ? 'received' : '(received − refund due)'} = ${yuanText(base)}`, evidence: evidenceOf(items, 'receipts'),
      },
      { figure: 'due', clause, parameters: used(rules.parameters, 'fees.pass_on_share'), formula: `${ratio} × ${yuanText(base)} = ${yuanText(due)}`, evidence: [] },
      { figure: 'paid', clause, parameters: [], formula: `Σ paid = ${yuanText(paid)}`, evidence: rowsIn('payments', payments) },
      {
        figure: 'overdue', clause, parameters: used(rules.parameters, 'fees.pass_on_days'),
        formula: `${yuanText(dated)} (≤ ${until}) − ${yuanText(paid)} → ${yuanText(overdue)}`, evidence: [],
      },
    ],
  });
}
