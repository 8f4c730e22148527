import { termOf } from '../students/terms.ts';
import { academicYearOf, date, type PlainDate } from '../values/plain-date.ts';

/** S3-a looks at teaching and at what students become, by the schemes in force; S3-c at how the school is run, by the annex. */
export const VISIT_KINDS = ['quality', 'conduct'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

export const VISIT_CLAUSES: Readonly<Record<VisitKind, string>> = { quality: 'S3-a', conduct: 'S3-c' };
/** The duty that a visit of each kind is owed by. */
export const VISIT_DUTIES: Readonly<Record<VisitKind, string>> = { quality: 'quality_visit', conduct: 'conduct_visit' };

/** How many are asked for in a period. */
export const VISITS_ASKED: Readonly<Record<VisitKind, string>> = { quality: 'supervision.quality_per_term', conduct: 'supervision.conduct_per_year' };

/** What a visit counts for: a term of an academic year, or the year as a whole. */
export interface VisitPeriod {
  readonly year: number;
  readonly term: 1 | 2 | null;
}

/** The period that a day lies in: visits on quality count by term, those on conduct by academic year. */
export function periodOf(kind: VisitKind, on: PlainDate): VisitPeriod {
  const year = academicYearOf(on);
  if (kind === 'conduct') return { year, term: null };
  return { year, term: termOf(on, date(`${year}-09-01`)) === 1 ? 1 : 2 };
}
