import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { daysBetween, type PlainDate } from '../values/plain-date.ts';
import type { CountedRows } from './counted-rows.ts';
import type { Places } from './places.ts';
import type { FeeRules } from './rules.ts';
import type { Scope } from './scope.ts';

/** A student who left within the year. */
export interface Leaving {
  /** The earliest departure of the year. */
  readonly on: PlainDate;
  /** Months of fees that were used: from the first day to the departure, both counted, a part of a month as one. */
  readonly months: bigint;
  /** First day of the student being in school again; charges due from then on are not reduced. */
  readonly returned_on: PlainDate | null;
  readonly row: number;
}

/**
 * R4-b, R4-d: how much of the year those who left have used (B34).
 * 待释义: who left and has come back owes the new charges in full; a row that only records the leave is no return.
 */
export function leavings(dataset: Dataset, rows: CountedRows, places: Places, rules: FeeRules, scope: Scope): Map<string, Leaving> {
  const earliest = new Map<string, Row<'departures'>>();
  for (const row of rows.departures) {
    const before = earliest.get(row.student_id);
    if (before === undefined || row.on < before.on) earliest.set(row.student_id, row);
  }
  const first_days = firstDays(dataset, scope);
  const rolls = groupBy(dataset.students, (r) => (earliest.has(r.student_id) && rules.in_school.has(r.status) ? r.student_id : null));
  const left = new Map<string, Leaving>();
  for (const [student_id, { on, row }] of earliest) {
    const college_id = places.students.get(student_id)?.college_id;
    if (college_id === undefined) continue;
    const returned_on = returnAfter(on, rolls.get(student_id) ?? []);
    left.set(student_id, { on, months: monthsUsed(first_days(college_id), on, rules), returned_on, row });
  }
  return left;
}

/** First day of the academic year of each college: its calendar, else 1 September. */
export function firstDays(dataset: Dataset, scope: Scope): (college_id: string) => PlainDate {
  const days = new Map<string, PlainDate>();
  for (const row of dataset.calendar ?? []) if (row.academic_year === scope.academic_year) days.set(row.college_id, row.first_day);
  return (college_id) => days.get(college_id) ?? scope.academic.from;
}

/** 0 for who left before the first day, else ⌈days ÷ days of a month⌉, at most the months of a year. */
export function monthsUsed(first_day: PlainDate, left_on: PlainDate, rules: Pick<FeeRules, 'refund_months' | 'refund_month_days'>): bigint {
  const days = daysBetween(first_day, left_on) + 1;
  if (days < 1) return 0n;
  const months = BigInt(Math.ceil(days / rules.refund_month_days));
  return months < rules.refund_months ? months : rules.refund_months;
}

function returnAfter(left_on: PlainDate, roll: readonly Row<'students'>[]): PlainDate | null {
  let earliest: PlainDate | null = null;
  for (const { from } of roll) if (from > left_on && (earliest === null || from < earliest)) earliest = from;
  return earliest;
}
