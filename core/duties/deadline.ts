import { addDays, dayOf, daysInMonth, monthOf, plainDate, yearOf, type PlainDate } from '../values/plain-date.ts';
import { isWorkday, workdayFrom, type Holidays } from './holidays.ts';

/**
 * When something is due, from the day that sets it off. The day itself is not counted. A period of months ends on
 * the day of the month that has the number of the first, or on the month's last where there is none (B22).
 */
export type DeadlineRule =
  | { readonly kind: 'on'; readonly month: number; readonly day: number; readonly roll: boolean }
  | { readonly kind: 'months' | 'days'; readonly many: number; readonly roll: boolean }
  | { readonly kind: 'workdays'; readonly many: number };

/** A deadline that all share, and for whoever came later their own time, if that ends later (B22). */
export interface WithLatecomers {
  readonly kind: 'with_latecomers';
  readonly common: DeadlineRule;
  readonly own: DeadlineRule;
}

/** A last day, and the years that were counted without a table of holidays: each is to be shown with it. */
export interface Deadline {
  readonly on: PlainDate;
  readonly without_table: readonly number[];
}

/**
 * The last day on which what is due is still in time. `roll`: a last day that is a holiday moves to the next working
 * day. `on`: the first such day of a year on or after the one that sets it off.
 */
export function deadline(rule: DeadlineRule, from: PlainDate, holidays: Holidays): Deadline {
  if (rule.kind === 'workdays') {
    const on = afterWorkdays(from, rule.many, holidays);
    return { on, without_table: missing(from, on, holidays) };
  }
  const day = calendarDay(rule, from);
  if (!rule.roll) return { on: day, without_table: [] };
  const on = workdayFrom(day, holidays);
  return { on, without_table: missing(day, on, holidays) };
}

function calendarDay(rule: Exclude<DeadlineRule, { readonly kind: 'workdays' }>, from: PlainDate): PlainDate {
  switch (rule.kind) {
    case 'days': return addDays(from, rule.many);
    case 'months': return addMonths(from, rule.many);
    case 'on': return nextOn(from, rule.month, rule.day);
  }
}

/** The years of these days that have no table. */
function missing(first: PlainDate, last: PlainDate, holidays: Holidays): number[] {
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, at) => yearOf(first) + at);
  return years.filter((year) => !holidays.has(year));
}

function afterWorkdays(from: PlainDate, many: number, holidays: Holidays): PlainDate {
  let day = from;
  for (let counted = 0; counted < many; counted += isWorkday(day, holidays) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** The same day of a later month, or the last that the month has. */
export function addMonths(d: PlainDate, months: number): PlainDate {
  const ordinal = yearOf(d) * 12 + monthOf(d) - 1 + months;
  const [year, month] = [Math.floor(ordinal / 12), (ordinal % 12) + 1];
  const day = plainDate(year, month, Math.min(dayOf(d), daysInMonth(year, month)));
  if (day === null) throw new Error(`no such month: ${months} months after ${d}`);
  return day;
}

/** 29 February of a year that has none is its 28th. */
function nextOn(from: PlainDate, month: number, day: number): PlainDate {
  const inYear = (year: number): PlainDate => {
    const found = plainDate(year, month, Math.min(day, daysInMonth(year, month)));
    if (found === null) throw new Error(`no such day: ${month}-${day}`);
    return found;
  };
  const thisYear = inYear(yearOf(from));
  return thisYear >= from ? thisYear : inYear(yearOf(from) + 1);
}
