import { academicYearOf, monthOf, type PlainDate } from '../values/plain-date.ts';

const SPRING = { from: 2, to: 8 } as const;

/** Which term of a study a day lies in: 1 the autumn of entry, 2 the spring after it, 3 the next autumn … (C10). */
export function termOf(on: PlainDate, entered_on: PlainDate): number {
  const spring = monthOf(on) >= SPRING.from && monthOf(on) <= SPRING.to;
  return (academicYearOf(on) - academicYearOf(entered_on)) * 2 + (spring ? 2 : 1);
}

/** Academic years of a study that have begun by a day, the one of entry included. */
export function yearsBegun(since: PlainDate, on: PlainDate): number {
  return academicYearOf(on) - academicYearOf(since) + 1;
}
