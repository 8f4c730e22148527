import { date, daysInMonth, monthOf, yearOf, type PlainDate } from '../values/plain-date.ts';
import type { ReportKind } from './report.ts';

/** The days that a report is about, and what they are called: `2025-10`, `2025`. */
export interface ReportPeriod {
  readonly period: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

const two = (month: number): string => String(month).padStart(2, '0');

/** The month or year asked for, else the present one; it ends no later than today, and one that is to come is the present one. */
export function periodOf(kind: ReportKind, asked: string | undefined, today: PlainDate): ReportPeriod {
  const begins = (year: string, month: string): PlainDate => date(kind === 'annual' ? `${year}-01-01` : `${year}-${month}-01`);
  const now = begins(String(yearOf(today)), two(monthOf(today)));
  const given = asked === undefined ? now : begins(asked.slice(0, 4), asked.length > 4 ? asked.slice(5, 7) : two(monthOf(today)));
  const first = given > today ? now : given;
  const [year, month] = [yearOf(first), monthOf(first)];
  const end = date(kind === 'annual' ? `${year}-12-31` : `${year}-${two(month)}-${two(daysInMonth(year, month))}`);
  return { period: first.slice(0, kind === 'annual' ? 4 : 7), first, last: end > today ? today : end };
}
