import { SCHEME_TERMS } from '../schemes/scheme.ts';
import { academicYearOf, addDays, date, type PlainDate } from '../values/plain-date.ts';
import { termOf } from '../students/terms.ts';

/** `2025-1` is the autumn of the academic year 2025, `2025-2` the spring after it. */
export interface Term {
  readonly year: number;
  readonly half: 1 | 2;
}

const TERM = /^(20\d\d)-([12])$/;

export function parseTerm(text: string): Term | null {
  const match = TERM.exec(text);
  return match === null ? null : { year: Number(match[1]), half: match[2] === '1' ? 1 : 2 };
}

/** C10: which of the ten terms of its study a cohort is in; null before and after. */
export function termOfCohort({ year, half }: Term, cohort: number): number | null {
  const nth = (year - cohort) * 2 + half;
  return nth >= 1 && nth <= SCHEME_TERMS ? nth : null;
}

export interface TermDays {
  readonly first_day: PlainDate;
  readonly last_day: PlainDate;
}

/** Whether days are those of a term: both in its half of the academic year, the autumn not before the year begins. */
export function daysFit(term: Term, { first_day, last_day }: TermDays, yearBegins: PlainDate): boolean {
  const within = (day: PlainDate): boolean => academicYearOf(day) === term.year && termOf(day, yearBegins) === term.half;
  return first_day < last_day && within(first_day) && within(last_day) && first_day >= yearBegins;
}

/** The term that a day lies in, as the calendar of schools has it. */
export function termOn(on: PlainDate): string {
  const year = academicYearOf(on);
  return `${year}-${termOf(on, date(`${year}-09-01`))}`;
}

/** Weeks of a term, the first and the last counted whole. */
export function weeksOf({ first_day, last_day }: TermDays): number {
  let weeks = 0;
  for (let day = first_day; day <= last_day; day = addDays(day, 7)) weeks += 1;
  return weeks;
}

/** The day in a term by which its classes are made up: today while it lasts, else its day nearest to today. */
export function dayInTerm({ year, half }: Term, today: PlainDate): PlainDate {
  const [first, last] = half === 1 ? [date(`${year}-09-01`), date(`${year + 1}-01-31`)] : [date(`${year + 1}-02-01`), date(`${year + 1}-08-31`)];
  return today < first ? first : today > last ? last : today;
}

/** The same in an academic year. */
export function dayInYear(year: number, today: PlainDate): PlainDate {
  const [first, last] = [date(`${year}-09-01`), date(`${year + 1}-08-31`)];
  return today < first ? first : today > last ? last : today;
}
