import type { Row } from '../exchange/sheets.ts';
import { fenOf, type Fen } from '../values/fen.ts';
import { date, yearOf } from '../values/plain-date.ts';
import type { Category, Fund } from './allowed-spending.ts';
import { entryOf, type Entry, type Movement } from './entry.ts';
import { accountsOf, type EventName, type Holders } from './events.ts';

/** What moves on the earmark of a fund, and which payments bring it there; the grant comes by budgets. */
export const FUND_EVENTS = {
  grant: { given: 'earmark_given', spent: 'earmark_spent', returned: 'earmark_returned', payment: null },
  tuition_share: { given: 'share_earmarked', spent: 'share_spent', returned: 'share_returned', payment: 'tuition_share' },
  dorm: { given: 'dorm_earmarked', spent: 'dorm_spent', returned: 'dorm_returned', payment: 'dorm' },
  other: { given: 'other_earmarked', spent: 'other_spent', returned: 'other_returned', payment: 'other_fee' },
} as const satisfies Readonly<Record<Fund, { readonly given: EventName; readonly spent: EventName; readonly returned: EventName; readonly payment: Row<'payments'>['kind'] | null }>>;

/** Whose money is meant: of the grant that of a campus and kind, of the tuition share that of its school, of other funds that of the campus. */
export interface Earmark {
  readonly fund: Fund;
  readonly campus_id: string;
  readonly school_id: string;
  readonly category: Category;
}

/** Parts 1 and 2 of a payment are what the settlement of the year makes of it. */
const EARMARKING_PART = 3;

export function earmarkHolders({ campus_id, school_id, category }: Earmark): Holders {
  return { campus: campus_id, school: school_id, purpose: `${campus_id}:${category}` };
}

/** The account of an earmark: `earmark:C1:equipment`, `earmark:dorm:C1`, `earmark:tuition_share:S1`. */
export function earmarkAccount(earmark: Earmark): string {
  return accountsOf(FUND_EVENTS[earmark.fund].spent, earmarkHolders(earmark)).debit;
}

export interface EarmarkRows {
  readonly campuses: readonly Pick<Row<'campuses'>, 'campus_id' | 'school_id'>[];
  readonly budgets: readonly Row<'budgets'>[];
  readonly payments: readonly Row<'payments'>[];
  readonly spending: readonly Row<'spending'>[];
}

/**
 * M5-g, S2-c: what the registers put on earmarks and take from them. A budget is there from the first day of its fiscal year, a fund from the
 * day on which it was passed on; spending belongs to the calendar year of its day.
 */
export function earmarkEntries({ campuses, budgets, payments, spending }: EarmarkRows): Entry[] {
  const schools = new Map(campuses.map(({ campus_id, school_id }) => [campus_id, school_id]));
  const moves = [
    ...budgets.map((row): Movement => ({
      source: BigInt(row.row), event: 'earmark_given', holders: { payer: row.payer_id, purpose: `${row.campus_id}:${row.category}` }, fen: fenOf(row.amount_yuan), year: row.fiscal_year, valid_on: date(`${row.fiscal_year}-01-01`) })),
    ...payments.flatMap((row): Movement[] => {
      const event = GIVEN_BY.get(row.kind);
      return event === undefined ? [] : [{
        source: BigInt(row.row), part: EARMARKING_PART, event, holders: { college: row.from_id, campus: row.to_id, school: schools.get(row.to_id) ?? row.to_id }, fen: fenOf(row.amount_yuan), year: yearOf(row.paid_on), valid_on: row.paid_on }];
    }),
    ...spending.flatMap((row): Movement[] => {
      const school_id = schools.get(row.campus_id);
      return school_id === undefined ? [] : [spentMovement({ ...row, school_id }, row, fenOf(row.amount_yuan))];
    }),
  ];
  return moves.filter(({ fen }) => fen > 0n).map(entryOf);
}

const GIVEN_BY: ReadonlyMap<Row<'payments'>['kind'], EventName> = new Map(Object.values(FUND_EVENTS).flatMap(({ given, payment }) => (payment === null ? [] : [[payment, given] as const])));

/** What one spending moves. */
export function spentMovement(earmark: Earmark, { row, spent_on }: Pick<Row<'spending'>, 'row' | 'spent_on'>, fen: Fen): Movement {
  return { source: BigInt(row), event: FUND_EVENTS[earmark.fund].spent, holders: earmarkHolders(earmark), fen, year: yearOf(spent_on), valid_on: spent_on };
}
