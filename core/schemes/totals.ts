import { decimal, exact, sum, ZERO, type Exact } from '../values/exact.ts';
import type { CourseKind, SchemeCourse } from './scheme.ts';

export interface SchemeTotals {
  readonly credits: Exact;
  readonly theory_hours: number;
  readonly practice_hours: number;
  /** Practice hours of all hours; null while there are none. */
  readonly practice_share: Exact | null;
}

export function totalsOf(courses: readonly SchemeCourse[]): SchemeTotals {
  const theory_hours = courses.reduce((hours, one) => hours + one.theory_hours, 0);
  const practice_hours = courses.reduce((hours, one) => hours + one.practice_hours, 0);
  const hours = theory_hours + practice_hours;
  return { credits: courses.length === 0 ? ZERO : sum(courses.map(({ credits }) => decimal(credits))), theory_hours, practice_hours, practice_share: hours === 0 ? null : exact(practice_hours, hours) };
}

/** The same by term, for terms in which something is taught. */
export function totalsByTerm(courses: readonly SchemeCourse[]): { readonly term: number; readonly totals: SchemeTotals }[] {
  const terms = [...new Set(courses.map(({ term }) => term))].sort((a, b) => a - b);
  return terms.map((term) => ({ term, totals: totalsOf(courses.filter((one) => one.term === term)) }));
}

/** 1.1-a: hours that a scheme gives to courses of a kind. */
export function hoursOfKind(courses: readonly SchemeCourse[], kind: CourseKind): number {
  return courses.filter((one) => one.kind === kind).reduce((hours, one) => hours + one.theory_hours + one.practice_hours, 0);
}
