import type { Period } from '../values/period.ts';
import { date, yearOf, type PlainDate } from '../values/plain-date.ts';

/** What a settlement is about: an academic year, a fiscal year, and the day on which it is looked at. */
export interface Scope {
  /** Starting year: 2025 is 2025-09-01 … 2026-08-31. */
  readonly academic_year: number;
  readonly fiscal_year: number;
  readonly as_of: PlainDate;
  readonly academic: Period & { readonly to: PlainDate };
  readonly fiscal: Period & { readonly to: PlainDate };
}

/** Without a fiscal year it is the calendar year of the day. */
export function scopeOf(academic_year: number, as_of: PlainDate, fiscal_year = yearOf(as_of)): Scope {
  return {
    academic_year,
    fiscal_year,
    as_of,
    academic: { from: date(`${academic_year}-09-01`), to: date(`${academic_year + 1}-08-31`) },
    fiscal: { from: date(`${fiscal_year}-01-01`), to: date(`${fiscal_year}-12-31`) },
  };
}

/** `2025-09-01/2026-08-31`, as lines name their period. */
export function periodText({ from, to }: Scope['academic']): string {
  return `${from}/${to}`;
}
