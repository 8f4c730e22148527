import { parseExact } from '../values/exact.ts';
import { SCHEME_TERMS, type SchemeContent, type SchemeCourse } from './scheme.ts';

/** Why a content cannot be drawn up: the place, a course by its code or the scheme itself, and what is wrong there. */
export interface SchemeProblem {
  readonly code: string | null;
  readonly field: keyof SchemeCourse | 'required_credits' | 'firms';
  readonly why: 'missing' | 'duplicate' | 'not_possible' | 'unknown_firm';
}

const MOST_HOURS = 2000;
const CREDITS = /^\d{1,3}(?:\.\d)?$/;

/** M9-a: everything in which a content is not one yet. `known` are the firms of the region. */
export function schemeProblems({ required_credits, firms, courses }: SchemeContent, known: ReadonlySet<string>): SchemeProblem[] {
  const of = (field: SchemeProblem['field'], why: SchemeProblem['why'], code: string | null = null): SchemeProblem => ({ code, field, why });
  return [
    ...(isCredits(required_credits) ? [] : [of('required_credits', 'not_possible')]),
    ...firms.filter((id) => !known.has(id)).map(() => of('firms', 'unknown_firm')),
    ...(new Set(firms).size === firms.length ? [] : [of('firms', 'duplicate')]),
    ...(courses.length === 0 ? [of('code', 'missing')] : []),
    ...courses.flatMap((course, at) => courseProblems(course).concat(courses.findIndex(({ code }) => code === course.code) < at ? [of('code', 'duplicate', course.code)] : [])),
  ];
}

function courseProblems(course: SchemeCourse): SchemeProblem[] {
  const wrong = (field: keyof SchemeCourse, why: SchemeProblem['why'] = 'not_possible'): SchemeProblem[] => [{ code: course.code, field, why }];
  return [
    ...(course.code.trim() === '' ? wrong('code', 'missing') : []),
    ...(course.name.trim() === '' ? wrong('name', 'missing') : []),
    ...(Number.isInteger(course.term) && course.term >= 1 && course.term <= SCHEME_TERMS ? [] : wrong('term')),
    ...(isCredits(course.credits) ? [] : wrong('credits')),
    ...(isHours(course.theory_hours) ? [] : wrong('theory_hours')),
    ...(isHours(course.practice_hours) ? [] : wrong('practice_hours')),
    ...(course.theory_hours + course.practice_hours === 0 ? wrong('theory_hours', 'missing') : []),
  ];
}

/** More than none, to one decimal. */
function isCredits(text: string): boolean {
  return CREDITS.test(text) && (parseExact(text)?.n ?? 0n) > 0n;
}

function isHours(hours: number): boolean {
  return Number.isInteger(hours) && hours >= 0 && hours <= MOST_HOURS;
}
