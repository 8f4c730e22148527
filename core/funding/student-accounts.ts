import type { Row } from '../exchange/sheets.ts';
import { aboveZero, fenOf, lesser, shareOfFenDown, sumOf, type Fen } from '../values/fen.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { CountedRows } from './counted-rows.ts';
import type { Leaving } from './leaving.ts';
import type { Place, Places } from './places.ts';
import type { FeeRules } from './rules.ts';

export type FeeKind = Row<'charges'>['kind'];

/** The kinds of fee, in the order of answers. */
export const FEE_KINDS: readonly FeeKind[] = ['tuition', 'dorm', 'custody', 'other'];

/** What leavers get back in part; of other fees nothing is returned for months not used. */
const REDUCED: ReadonlySet<FeeKind> = new Set(['tuition', 'dorm']);

/** The rows of one student and one kind of fee in a year. */
export interface AccountRows {
  readonly charges: Row<'charges'>[];
  readonly receipts: Row<'receipts'>[];
  readonly spending: Row<'custody_spending'>[];
  readonly refunds: Row<'payments'>[];
}

/** One student's account of one kind of fee, amounts in fen. Custody has spending and no net: what is left is settled. */
export interface StudentAccount extends AccountRows {
  readonly student_id: string;
  readonly kind: FeeKind;
  readonly place: Place;
  readonly leaving: Leaving | null;
  readonly charged: Fen;
  /** What of the charges stays due after leaving. */
  readonly kept: Fen;
  readonly received: Fen;
  readonly spent: Fen;
  readonly refund_due: Fen;
  readonly refunded: Fen;
  readonly owed: Fen;
  /** Received less what is to be returned. A refund counts from the day it is due, paid or not. */
  readonly net: Fen;
}

/** Every account that has a row, by student id, kinds in their order. All students of the rows are known to have a place. */
export function studentAccounts(rows: CountedRows, places: Places, left: ReadonlyMap<string, Leaving>, rules: FeeRules): StudentAccount[] {
  const byStudent = accountRows(rows);
  return [...byStudent.keys()].sort().flatMap((student_id) => {
    const place = places.students.get(student_id);
    if (place === undefined) throw new Error(`student without a place: ${student_id}`);
    const kinds = byStudent.get(student_id);
    return FEE_KINDS.flatMap((kind) => {
      const own = kinds?.get(kind);
      return own === undefined ? [] : [accountOf(student_id, kind, place, left.get(student_id) ?? null, own, rules)];
    });
  });
}

function accountRows(rows: CountedRows): Map<string, Map<FeeKind, AccountRows>> {
  const accounts = new Map<string, Map<FeeKind, AccountRows>>();
  const of = (student_id: string, kind: FeeKind): AccountRows => {
    let kinds = accounts.get(student_id);
    if (kinds === undefined) accounts.set(student_id, kinds = new Map());
    let own = kinds.get(kind);
    if (own === undefined) kinds.set(kind, own = { charges: [], receipts: [], spending: [], refunds: [] });
    return own;
  };
  for (const row of rows.charges) of(row.student_id, row.kind).charges.push(row);
  for (const row of rows.receipts) of(row.student_id, row.kind).receipts.push(row);
  for (const row of rows.custody_spending) of(row.student_id, 'custody').spending.push(row);
  for (const row of rows.payments) {
    if (row.kind === 'custody_refund') of(row.to_id, 'custody').refunds.push(row);
    if (row.kind === 'fee_refund' && row.of !== null) of(row.to_id, row.of).refunds.push(row);
  }
  return accounts;
}

function accountOf(student_id: string, kind: FeeKind, place: Place, leaving: Leaving | null, own: AccountRows, rules: FeeRules): StudentAccount {
  const charged = sumOf(own.charges, amountOf);
  const kept = leaving !== null && REDUCED.has(kind) ? keptOf(own.charges, leaving, rules) : charged;
  const received = sumOf(own.receipts, amountOf);
  const spent = sumOf(own.spending, amountOf);
  const due = kind === 'custody' ? spent : kept;
  const refund_due = aboveZero(received - due);
  return {
    ...own, student_id, kind, place, leaving, charged, kept, received, spent, refund_due,
    refunded: sumOf(own.refunds, amountOf),
    owed: aboveZero(due - received),
    net: received - refund_due,
  };
}

/** ⌊charges × months used ÷ months of a year⌋, and in full what fell due after a return. */
function keptOf(charges: AccountRows['charges'], { months, returned_on }: Leaving, rules: FeeRules): Fen {
  const reduced = charges.filter(({ due_on }) => returned_on === null || due_on < returned_on);
  const whole = sumOf(charges, amountOf) - sumOf(reduced, amountOf);
  return shareOfFenDown(sumOf(reduced, amountOf), { n: months, d: rules.refund_months }) + whole;
}

/** Fen of a row that has an amount in yuan. */
export function amountOf({ amount_yuan }: { readonly amount_yuan: Row<'charges'>['amount_yuan'] }): Fen {
  return fenOf(amount_yuan);
}

/** Fen received up to a day, that day included. */
export function receivedBy({ receipts }: Pick<AccountRows, 'receipts'>, day: PlainDate): Fen {
  return sumOf(receipts.filter(({ received_on }) => received_on <= day), amountOf);
}

/** Net fen of what had been received by a day: no more than stays due. */
export function netBy(account: StudentAccount, day: PlainDate): Fen {
  return lesser(account.kept, receivedBy(account, day));
}
