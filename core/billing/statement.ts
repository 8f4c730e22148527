import type { Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { amountOf, FEE_KINDS, type FeeKind } from '../funding/student-accounts.ts';
import { aboveZero, sumOf, type Fen } from '../values/fen.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** One student's rows of money, of all years. */
export interface MoneyRows {
  readonly charges: readonly Row<'charges'>[];
  readonly receipts: readonly Row<'receipts'>[];
  readonly spending: readonly Row<'custody_spending'>[];
  readonly refunds: readonly Row<'payments'>[];
}

export interface FeeStanding {
  readonly kind: FeeKind;
  readonly charged: Fen;
  readonly paid: Fen;
  readonly refunded: Fen;
  /** Of custody money: what was bought for the student. */
  readonly spent: Fen;
  readonly owed: Fen;
  /** Of custody money: what is left for the student. */
  readonly back: Fen;
  readonly due_on: PlainDate | null;
}

export interface StatementYear {
  readonly academic_year: number;
  readonly fees: readonly FeeStanding[];
  readonly movements: readonly { readonly on: PlainDate; readonly what: 'charge' | 'receipt' | 'spending' | 'refund'; readonly kind: FeeKind; readonly item: string; readonly fen: Fen }[];
}

/** R4-b, R4-g: what a student was billed, has paid, was given back, and what was bought of custody money, year by year, the latest first. */
export function statementOf({ charges, receipts, spending, refunds }: MoneyRows): StatementYear[] {
  const moves = [
    ...charges.map((row) => ({ year: row.academic_year, on: row.due_on, what: 'charge' as const, kind: row.kind, item: '', fen: amountOf(row) })),
    ...receipts.map((row) => ({ year: row.academic_year, on: row.received_on, what: 'receipt' as const, kind: row.kind, item: row.receipt_id, fen: amountOf(row) })),
    ...spending.map((row) => ({ year: row.academic_year, on: row.spent_on, what: 'spending' as const, kind: 'custody' as const, item: row.item, fen: amountOf(row) })),
    ...refunds.map((row) => ({ year: row.academic_year ?? 0, on: row.paid_on, what: 'refund' as const, kind: row.kind === 'custody_refund' ? 'custody' as const : row.of ?? 'tuition', item: '', fen: amountOf(row) })),
  ];
  return [...groupBy(moves, ({ year }) => String(year))].sort(([a], [b]) => Number(b) - Number(a)).map(([year, own]) => ({
    academic_year: Number(year),
    fees: FEE_KINDS.flatMap((kind) => standingOf(kind, own.filter((one) => one.kind === kind))),
    movements: own.toSorted((a, b) => (a.on < b.on ? 1 : -1)).map(({ year: _, ...one }) => one),
  }));
}

function standingOf(kind: FeeKind, own: readonly { readonly what: string; readonly on: PlainDate; readonly fen: Fen }[]): FeeStanding[] {
  if (own.length === 0) return [];
  const of = (what: string): Fen => sumOf(own.filter((one) => one.what === what), ({ fen }) => fen);
  const [charged, paid, refunded, spent] = [of('charge'), of('receipt'), of('refund'), of('spending')];
  const days = own.filter(({ what }) => what === 'charge').map(({ on }) => on).sort();
  return [{ kind, charged, paid, refunded, spent, owed: aboveZero(charged - paid), back: kind === 'custody' ? aboveZero(paid - spent - refunded) : 0n, due_on: days.at(-1) ?? null }];
}
