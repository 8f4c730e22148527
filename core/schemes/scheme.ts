import type { Row } from '../exchange/sheets.ts';

/** As the register of teaching knows courses. */
export type CourseKind = Row<'teaching'>['kind'];

/** Who teaches a course. */
export const TEACHING_SIDES = ['school', 'college', 'enterprise'] as const;
export type TeachingSide = (typeof TEACHING_SIDES)[number];

/** A line of the course table of five years. */
export interface SchemeCourse {
  /** Names the course within the scheme, in every version of it. */
  readonly code: string;
  readonly name: string;
  readonly kind: CourseKind;
  /** 1 the autumn of entry, 10 the spring of the fifth year. */
  readonly term: number;
  /** Plain decimal, at most one place. */
  readonly credits: string;
  readonly theory_hours: number;
  readonly practice_hours: number;
  readonly taught_by: TeachingSide;
  /** The certificate that it prepares for. */
  readonly certificate: string | null;
}

/** M9-a: what college, school and firms agree on for the students of a programme. */
export interface SchemeContent {
  /** Plain decimal: what a student needs to complete the studies. */
  readonly required_credits: string;
  /** Firms that take part, in the order of their ids. */
  readonly firms: readonly string[];
  /** In the order of terms and codes. */
  readonly courses: readonly SchemeCourse[];
}

/** Years of the two stages together, two terms each. */
export const SCHEME_TERMS = 10;

/** The same content in the order in which it is kept and compared. */
export function inOrder({ required_credits, firms, courses }: SchemeContent): SchemeContent {
  return { required_credits, firms: firms.toSorted(), courses: courses.toSorted((a, b) => a.term - b.term || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)) };
}
