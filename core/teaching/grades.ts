import { amountOf } from '../facts/rules.ts';
import { compare, parseExact, toDecimalText, ZERO, type Exact } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import { teachingRefusal, type TeachingRefusal } from './refusals.ts';

/** A grade as it is typed: plain decimal; null: absent from the examination. */
export interface TypedGrade {
  readonly student_id: string;
  readonly score: string | null;
}

export interface GradeRules {
  readonly full_marks: Exact;
  readonly pass_line: Exact;
}

const KEYS = ['course.full_marks', 'course.pass_line'] as const;
const SCORE = /^\d{1,3}(?:\.\d)?$/;

/** Null on a day when one of the values is not in force: then no grade is given. */
export function gradeRules(parameters: ParametersInForce): GradeRules | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  return { full_marks: amountOf(parameters, 'course.full_marks'), pass_line: amountOf(parameters, 'course.pass_line') };
}

/** M3-e: everything that keeps a table of grades from being saved, student by student. What is not typed yet keeps nothing. */
export function gradeRefusals(grades: readonly TypedGrade[], roster: ReadonlySet<string>, { full_marks }: GradeRules): TeachingRefusal[] {
  const seen = new Set<string>();
  return grades.flatMap(({ student_id, score }) => {
    const why = seen.has(student_id) ? 'twice' : !roster.has(student_id) ? 'not_in_class' : score !== null && !isScore(score, full_marks) ? 'out_of_range' : null;
    seen.add(student_id);
    return why === null ? [] : [teachingRefusal(why, student_id)];
  });
}

function isScore(text: string, full_marks: Exact): boolean {
  const score = SCORE.test(text) ? parseExact(text) : null;
  return score !== null && compare(score, full_marks) <= 0;
}

/** Who has no grade, neither a score nor that they were absent. */
export function withoutGrade(grades: readonly TypedGrade[], roster: readonly string[]): TeachingRefusal[] {
  const known = new Set(grades.map(({ student_id }) => student_id));
  return roster.filter((id) => !known.has(id)).map((id) => teachingRefusal('grades_missing', id));
}

/** Whoever was absent has not passed. */
export function isPassed(score: string | null, { pass_line }: GradeRules): boolean {
  return compare(score === null ? ZERO : parseExact(score) ?? ZERO, pass_line) >= 0 && score !== null;
}

/** Two scores are the same grade however they are written. */
export function sameScore(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return compare(parseExact(a) ?? ZERO, parseExact(b) ?? ZERO) === 0;
}

/** `85.0` → `85`. */
export function plainScore(score: string | null): string | null {
  const value = score === null ? null : parseExact(score);
  return value === null ? null : toDecimalText(value);
}
