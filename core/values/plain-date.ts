/**
 * A calendar date as ISO text (`2025-10-31`). Text order is date order, so `<` and `<=` compare
 * dates. All arithmetic is on the proleptic Gregorian calendar, without clock or time zone.
 */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The date of these numbers, or null when there is no such day (30 February, month 13). Years 1–9999. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12)) return null;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return null;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as PlainDate;
}

/** Reads ISO text; null when it is not a real date. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = ISO.exec(text);
  return match === null ? null : plainDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** A date literal of code or data; throws on anything else. */
export function date(text: string): PlainDate {
  const value = parsePlainDate(text);
  if (value === null) throw new Error(`not a date: ${text}`);
  return value;
}

export function yearOf(d: PlainDate): number {
  return Number(d.slice(0, 4));
}

export function monthOf(d: PlainDate): number {
  return Number(d.slice(5, 7));
}

export function dayOf(d: PlainDate): number {
  return Number(d.slice(8, 10));
}

export function addDays(d: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(d) + days);
}

/** Whole days from a to b; negative when b is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Days since 0000-03-01 (an era-based count that needs no table). */
function dayNumber(d: PlainDate): number {
  const month = monthOf(d);
  const year = yearOf(d) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(d) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

function fromDayNumber(n: number): PlainDate {
  const era = Math.floor(n / 146097);
  const dayOfEra = n - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const result = plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
  if (result === null) throw new Error(`date out of range: day ${n}`);
  return result;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** The calendar year in which the academic year of `d` begins (1 September). */
export function academicYearOf(d: PlainDate): number {
  return monthOf(d) >= 9 ? yearOf(d) : yearOf(d) - 1;
}
