import { amountOf } from '../facts/rules.ts';
import type { StepUpAnswer, StepUpLine } from '../students/step-up.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';

/** What a season comes to for one student. */
export type Decision =
  /** Every line is met. */
  | 'passed'
  /** Below the line, or did not come, and a resit is still to be taken. */
  | 'resit'
  /** Below the line, or did not come, and no resit is left. */
  | 'not_passed'
  /** On no filed list, not on the roll in the final grade, or conduct not passed: whatever the score. */
  | 'not_eligible'
  /** Something that decides is not reported, or the test is still to be taken. */
  | 'undecided';

export const DECISIONS = ['passed', 'resit', 'not_passed', 'not_eligible', 'undecided'] as const satisfies readonly Decision[];

/** How often a student is known to have sat or missed the test and its resits. */
export interface Attempts {
  readonly test: boolean;
  readonly resits: number;
}

export interface Decided {
  readonly decision: Decision;
  /** The lines that are not met, or cannot be answered. */
  readonly reasons: readonly StepUpLine['name'][];
}

/** M9-d, M3-c: what is decided of a student once the scores of a season are in, as far as they are. */
export function decisionOf({ lines, outcome }: StepUpAnswer, { test, resits }: Attempts, parameters: ParametersInForce): Decided {
  const reasons = lines.filter((line) => line.outcome !== 'met').map(({ name }) => name);
  if (outcome === 'met') return { decision: 'passed', reasons };
  const others = lines.filter(({ name }) => name !== 'score').map((line) => line.outcome);
  if (others.includes('unmet')) return { decision: 'not_eligible', reasons };
  if (others.includes('undetermined') || !test) return { decision: 'undecided', reasons };
  const allowed = amountOf(parameters, 'upgrade.resits');
  return { decision: BigInt(resits) * allowed.d < allowed.n ? 'resit' : 'not_passed', reasons };
}

/** Whether a decision is the last word of the season, so that it may be published. */
export function isFinal(decision: Decision): boolean {
  return decision === 'passed' || decision === 'not_passed' || decision === 'not_eligible';
}
