import type { CampusFacts } from '../facts/campus-facts.ts';
import type { SchoolFacts } from '../facts/school-facts.ts';
import { divide, exact, multiply, scaled } from '../values/exact.ts';
import { known } from '../verdict/fact.ts';
import type { Standard } from '../verdict/standard.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { Judging } from './judging.ts';

/** The most students of the higher stage that one standard allows, everything else unchanged. */
export interface Allowed {
  readonly standard: string;
  /** Null: not known (see `missing`), no rule in force, or no number of students that would break it. */
  readonly students: number | null;
  /** Sheets to report before this can be said. */
  readonly missing: readonly string[];
}

/** How many students there are room, land, equipment and staff for. */
export interface Capacity {
  /** The least of what the standards allow; null when none of them says a number. */
  readonly students: number | null;
  /** The standards that allow no more than that: all of them when several tie. */
  readonly binding: readonly string[];
  readonly allowed: readonly Allowed[];
}

/** The standards of which each counts something per student. */
export const PER_STUDENT = ['R1-b', 'R1-c', 'R1-d', 'R2-b', 'R5-d', 'R5-e', 'R5-i', 'R5-j'] as const;

/** Far above any campus; what still passes there is not limited by the number of students. */
const MOST_STUDENTS = 1 << 22;

/** A standard asked with a number of students; undefined where no rule is in force. */
type At = (students: number) => Verdict | undefined;

/**
 * Binds the question once for a day. The standards themselves are asked, so that parameters and readings in
 * force hold here too: more students never help any of them, hence the largest number is found by asking.
 */
export function capacityOn(judging: Judging): (facts: CampusFacts) => Capacity {
  const asked = PER_STUDENT.flatMap((id) => judging.pack.standards.filter((standard) => standard.id === id))
    .map((standard) => ({ id: standard.id, ask: askOn(standard, judging) }));
  return (facts) => tightest(asked.map(({ id, ask }) => allowedBy(id, (students) => ask?.({ ...facts, students: known(exact(students)) }))));
}

/** B8: the same of the secondary students of a school, by what is left of it once its campuses are taken out. */
export function schoolCapacityOn(judging: Judging): (facts: SchoolFacts) => Capacity {
  const asked = judging.pack.schoolStandards.map((standard) => ({ id: standard.id, ask: askOn(standard, judging) }));
  return (facts) => tightest(asked.map(({ id, ask }) => allowedBy(id, (students) => ask?.({ ...facts, secondary_students: known(exact(students)) }))));
}

function tightest(allowed: readonly Allowed[]): Capacity {
  const numbers = allowed.flatMap(({ students }) => (students === null ? [] : [students]));
  const students = numbers.length === 0 ? null : Math.min(...numbers);
  return { students, binding: allowed.filter((a) => students !== null && a.students === students).map((a) => a.standard), allowed };
}

function askOn<Facts>(standard: Standard<Facts>, { parameters }: Judging): ((facts: Facts) => Verdict) | null {
  return standard.reads.every((key) => parameters.has(key)) ? standard.bind(parameters) : null;
}

function allowedBy(standard: string, at: At): Allowed {
  const first = at(1);
  if (first === undefined || first.outcome === 'not_applicable') return { standard, students: null, missing: [] };
  if (first.outcome === 'undetermined') return { standard, students: null, missing: first.missing };
  if (first.outcome === 'unmet') return { standard, students: 0, missing: [] };
  const passes = (students: number) => at(students)?.outcome === 'met';
  const likely = likelyMost(first);
  if (passes(likely) && !passes(likely + 1)) return { standard, students: likely, missing: [] };
  return { standard, students: passes(MOST_STUDENTS) ? null : mostThatPasses(1, MOST_STUDENTS, passes), missing: [] };
}

/** What the figure of one student leads to expect of many: nearly always right, and asked before it is believed. */
function likelyMost({ measured: { numerator, denominator }, required: { op, value } }: Verdict): number {
  if (numerator === null || denominator === null || value === null || numerator.n <= 0n || value.n <= 0n) return 1;
  const most = op === '>=' ? divide(numerator, multiply(value, denominator)) : divide(multiply(value, denominator), numerator);
  return Math.min(MOST_STUDENTS, Math.max(1, Number(scaled(most, 0, 'down'))));
}

/** The largest number that passes, where `low` does, `high` does not and fewer always pass. */
function mostThatPasses(low: number, high: number, passes: (students: number) => boolean): number {
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) from = middle;
    else to = middle;
  }
  return from;
}
