import { daysAfter } from './made-days.ts';
import { add, hundredths } from './made-sheets.ts';
import type { MadeSheets } from './made-sheets.ts';
import type { Asked } from './naive-money.ts';
import type { Random } from './random.ts';

export interface MadeCampusMoney { readonly id: string; readonly school: string; readonly college: string; readonly payer: string }
export interface MadeStudent {
  readonly id: string;
  readonly campus: MadeCampusMoney;
  /** Where the student was before, in the same year. */
  readonly earlier: MadeCampusMoney | null;
  /** The day of coming back after leaving, where the student does. */
  readonly back: string | null;
}

/** Amounts of fees: usual ones, such as do not divide, a fen, nothing. */
export const yuan = (random: Random): string => hundredths(random.pick([660_000, 600_000, 80_000, 160_000, 120_000, 3333, 660_001, 1, 0, random.whole(1, 900_000)]));

/** A day near what the contract turns on. */
export function payDay(random: Random, { year, day }: Asked): string {
  return random.pick([
    day, daysAfter(day, -1), daysAfter(day, 1), daysAfter(day, -30), daysAfter(day, -31), daysAfter(day, -32), `${year + 1}-01-31`, `${year + 1}-02-01`, `${year + 1}-08-31`,
    daysAfter(`${year}-09-01`, random.whole(0, 400)), daysAfter(`${year}-09-01`, random.whole(0, 60)),
  ]);
}

/** Adds a payment of the year, now and then of another. */
export function pay(random: Random, sheets: MadeSheets, asked: Asked, given: { readonly kind: string; readonly of?: string; readonly from_id: string; readonly to_id: string }): void {
  const years = given.kind === 'grant'
    ? { academic_year: '', fiscal_year: random.oneIn(10) ? asked.fiscal - 1 : asked.fiscal }
    : { academic_year: random.oneIn(10) ? asked.year + 1 : asked.year, fiscal_year: random.oneIn(9) ? asked.fiscal : '' };
  add(sheets, 'payments', { payment_id: `Y${(sheets['payments'] ?? []).length + 1}`, of: '', ...given, ...years, amount_yuan: hundredths(random.whole(0, 1_500_000)), paid_on: payDay(random, asked) });
}
