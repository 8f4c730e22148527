import { groupBy } from '../facts/campus-rows.ts';
import { amountOf } from '../facts/rules.ts';
import type { Score } from '../scores/read-scores.ts';
import { add, compare, divide, exact, ZERO, type Exact } from '../values/exact.ts';
import { passes } from '../verdict/measure.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Outcome, Verdict } from '../verdict/verdict.ts';

/** A student who was drawn, with the school that answers for them. */
export interface Tested {
  readonly student_id: string;
  readonly school_id: string;
}

/** M9-c: how the sample of a school did. Whoever did not come is counted apart and is no score of nothing. */
export interface SchoolResult {
  readonly school_id: string;
  readonly drawn: number;
  readonly sat: number;
  readonly absent: number;
  /** Drawn, and nothing is known of them yet. */
  readonly awaited: number;
  readonly passed: number;
  /** Of those who came; null where nobody did. */
  readonly mean: Exact | null;
  readonly verdict: Verdict;
}

export const LOW_RATE = 'sample.low_rate';
const KEYS = ['sample.pass_line', LOW_RATE] as const;

/** By school, in the order of their ids. Null on a day without rules. */
export function passRates(drawn: readonly Tested[], scores: ReadonlyMap<string, Score['score']>, parameters: ParametersInForce): SchoolResult[] | null {
  if (KEYS.some((key) => !parameters.has(key))) return null;
  const line = amountOf(parameters, 'sample.pass_line');
  return [...groupBy(drawn, ({ school_id }) => school_id)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([school_id, students]) => {
    const known = students.filter(({ student_id }) => scores.has(student_id)).map(({ student_id }) => scores.get(student_id) ?? null);
    const came = known.filter((score) => score !== null);
    const passed = came.filter((score) => compare(score, line) >= 0).length;
    return {
      school_id, drawn: students.length, sat: came.length, absent: known.length - came.length, awaited: students.length - known.length, passed,
      mean: came.length === 0 ? null : divide(came.reduce(add, ZERO), exact(came.length)),
      verdict: verdictOf({ passed, sat: came.length, awaited: students.length - known.length }, parameters),
    };
  });
}

/** Of those who came, those who passed; below the line that is agreed the school answers a finding. 待释义: what rate is low is not said; proposed is three in five. */
function verdictOf({ passed, sat, awaited }: { readonly passed: number; readonly sat: number; readonly awaited: number }, parameters: ParametersInForce): Verdict {
  const low = amountOf(parameters, LOW_RATE);
  const figure = { numerator: exact(passed), denominator: exact(sat) };
  const outcome: Outcome = awaited > 0 ? 'undetermined' : sat === 0 ? 'not_applicable' : passes(figure, '>=', low) ? 'met' : 'unmet';
  return {
    standard: 'sample_pass_rate', clause: 'M9-c', basis: 'default', outcome, measured: { ...figure, unit: 'ratio' },
    required: { op: '>=', value: low, from: parameters.get(LOW_RATE)?.from ?? null, parameter: LOW_RATE },
    gap: null, missing: awaited > 0 ? ['results'] : [], reason: outcome === 'not_applicable' ? 'no_students' : null, readings: [], alternatives: [], parts: [], evidence: [],
  };
}
