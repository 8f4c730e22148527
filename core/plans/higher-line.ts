import { amountOf, choiceOf } from '../facts/rules.ts';
import { scaled } from '../values/exact.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** The line of the higher stage that a line of the secondary one is linked with. */
export interface HigherLine {
  readonly year: number;
  readonly heads: number;
}

/** How the rules of a day link the two. */
export interface PlanRules {
  /** Years from the intake to the step up. */
  readonly lag: number;
  /** B47: whether a plan counts in the higher stage as well. */
  readonly both: boolean;
}

/** Null where no rule is in force. */
export function planRules(parameters: ParametersInForce): PlanRules | null {
  if (!parameters.has('plan.lag_years') || !parameters.has('plan.counted')) return null;
  return { lag: Number(scaled(amountOf(parameters, 'plan.lag_years'), 0, 'down')), both: choiceOf(parameters, 'plan.counted') === 'secondary_and_higher' };
}

/** M8-c, B47: one and the same quota, in the year of the step up. */
export function higherLine({ lag, both }: PlanRules, year: number, heads: number): HigherLine | null {
  return both ? { year: year + lag, heads } : null;
}

export interface Overfull {
  readonly programme_id: string;
  readonly heads: number;
  readonly line: number;
}

/** B47: programmes of which more step up than the line holds. A cohort that was never planned here has no line, and is held back by none. */
export function beyondLine(steppingUp: ReadonlyMap<string, number>, lines: ReadonlyMap<string, number>): Overfull[] {
  return [...steppingUp].flatMap(([programme_id, heads]) => {
    const line = lines.get(programme_id);
    return line !== undefined && heads > line ? [{ programme_id, heads, line }] : [];
  });
}
