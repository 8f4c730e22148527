import type { FundingRules } from '../funding/rules.ts';
import { dayIn } from '../funding/rules.ts';
import type { Settlement } from '../funding/settle.ts';
import type { Line } from '../funding/line.ts';
import type { StudentAccount } from '../funding/student-accounts.ts';
import { yuanText, type Fen } from '../values/fen.ts';
import { SETTLED_ORDERS, type OrderKind, type SettledOrder } from './order-kinds.ts';

/** One payment of an order, to an institution, a teacher, a student or a firm. */
export interface OrderLine<K extends OrderKind = OrderKind> {
  readonly kind: K;
  /** Of a refund: the fee that is given back. */
  readonly fee: 'tuition' | 'dorm' | 'other' | null;
  readonly from_id: string;
  readonly to_id: string;
  readonly student_id: string | null;
  readonly year: number;
  readonly fen: Fen;
  /** How it came about. */
  readonly formula: string;
}

export interface AskedOrder {
  readonly kind: SettledOrder;
  readonly payer_id: string;
  /** The campuses that the payer runs, where it is a school. */
  readonly campuses: readonly string[];
}

/** What of a kind an institution has to pay on a day, by the settlement of the year: to whom, how much, and how that came about. */
export function proposeOrder(settlement: Settlement, rules: FundingRules, asked: AskedOrder): OrderLine<SettledOrder>[] {
  const lines = asked.kind === 'fee_refund' || asked.kind === 'custody_refund' ? refunds(settlement, rules, asked) : passedOn(settlement, asked);
  return lines.toSorted((a, b) => (a.from_id + a.to_id < b.from_id + b.to_id ? -1 : a.from_id + a.to_id > b.from_id + b.to_id ? 1 : (a.fee ?? '') < (b.fee ?? '') ? -1 : 1));
}

function passedOn({ lines, scope }: Settlement, { kind, payer_id, campuses }: AskedOrder): OrderLine<SettledOrder>[] {
  const { line: wanted, year, payer } = SETTLED_ORDERS[kind];
  const pays = (from: string | null): from is string => (payer === 'college' ? from === payer_id : from !== null && campuses.includes(from));
  return lines.flatMap((line) => {
    const { from_id, to_id, outstanding } = line;
    if (line.kind !== wanted || !pays(from_id) || outstanding === null || outstanding <= 0n) return [];
    return [{ kind, fee: null, from_id, to_id, student_id: null, year: year === 'fiscal' ? scope.fiscal_year : scope.academic_year, fen: outstanding, formula: formulaOf(line, outstanding) }];
  });
}

function formulaOf({ trace, due, paid }: Line, left: Fen): string {
  const how = trace.find(({ figure }) => figure === 'due')?.formula ?? '';
  return `${how}; ${yuanText(due ?? 0n)} − ${yuanText(paid ?? 0n)} = ${yuanText(left)}`;
}

/** Student by student. Custody money is settled when the year closes, of leavers when they go (R4-g); fees are given back as soon as they are due. */
function refunds({ students, scope }: Settlement, rules: FundingRules, { kind, payer_id, campuses }: AskedOrder): OrderLine<SettledOrder>[] {
  const closes = dayIn(scope.academic_year + 1, rules.fees.custody_close);
  return students.flatMap((account) => {
    const { kind: fee, place, leaving, refund_due, refunded, student_id } = account;
    const left = refund_due - refunded;
    if (left <= 0n || (fee === 'custody') !== (kind === 'custody_refund')) return [];
    const from_id = fee === 'custody' ? place.campus_id : place.college_id;
    const pays = fee === 'custody' ? campuses.includes(from_id) && (leaving !== null || scope.as_of >= closes) : from_id === payer_id;
    return pays ? [{ kind, fee: fee === 'custody' ? null : fee, from_id, to_id: student_id, student_id, year: scope.academic_year, fen: left, formula: refundFormula(account, left) }] : [];
  });
}

function refundFormula({ received, kind, spent, kept, refunded }: StudentAccount, left: Fen): string {
  const due = kind === 'custody' ? spent : kept;
  return `${yuanText(received)} − ${yuanText(due)}${refunded === 0n ? '' : ` − ${yuanText(refunded)}`} = ${yuanText(left)}`;
}
