import type { SchoolFacts } from '../facts/school-facts.ts';
import { add, compare, exact, ZERO } from '../values/exact.ts';
import { known } from '../verdict/fact.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { SchoolGround } from './ground.ts';
import type { Path } from './path.ts';
import type { Grades } from './step.ts';
import type { YearRules } from './year-rules.ts';

/** What is left of a school for its secondary students (B8), as many more or fewer as its programmes have then. */
export function schoolRest(school: SchoolGround, paths: readonly Path[], rules: YearRules, index: number): readonly Verdict[] {
  return rules.judging.judgeSchool(schoolFactsIn(school, paths, index));
}

/** What that is judged by; null when no rule says how to count. */
export function schoolFactsIn(school: SchoolGround, paths: readonly Path[], index: number): SchoolFacts | null {
  const facts = school.years[index] ?? null;
  return facts === null ? null : withChange(facts, secondaryChange(paths, index));
}

function withChange(facts: SchoolFacts, change: number): SchoolFacts {
  const { value, evidence } = facts.secondary_students;
  if (value === null) return facts;
  const students = add(value, exact(change));
  return { ...facts, secondary_students: known(compare(students, ZERO) < 0 ? ZERO : students, evidence) };
}

function secondaryChange(paths: readonly Path[], index: number): number {
  return paths.reduce((change, { grades }) => change + secondaryIn(grades[index]) - secondaryIn(grades[0]), 0);
}

function secondaryIn(grades: Grades | undefined): number {
  return grades === undefined ? 0 : grades[0] + grades[1] + grades[2];
}
