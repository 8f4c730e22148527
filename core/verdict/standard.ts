import type { Bilingual } from '../values/bilingual.ts';
import { answerOf } from './answer.ts';
import type { ParametersInForce } from './parameter.ts';
import type { Basis, Verdict } from './verdict.ts';

/** A pure function of facts and parameters. */
export interface Standard<Facts> {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
  readonly basis: Basis;
  /** A notice is shown and never counted: it is in no summary and no exit status. */
  readonly notice: boolean;
  /** Keys of the parameters without which there is no rule; the first holds the value that is required. */
  readonly reads: readonly [string, ...string[]];
  /** The function for one day: what depends on parameters alone is worked out once, then many facts are judged. */
  readonly bind: (parameters: ParametersInForce) => (facts: Facts) => Verdict;
}

/** The standards of one day, ready to judge any number of facts. */
export type Judge<Facts> = (facts: Facts | null) => Verdict[];

/**
 * Binds standards to the parameters of a day. A standard that reads a parameter not in force answers
 * `no_rule` whatever the facts; facts may be null only on days without counting rules, when all do.
 */
export function bindStandards<Facts>(standards: readonly Standard<Facts>[], parameters: ParametersInForce): Judge<Facts> {
  const bound = standards.map((standard) => {
    const answer = noRule(standard);
    if (standard.reads.some((key) => !parameters.has(key))) return () => answer;
    const judge = standard.bind(parameters);
    return (facts: Facts | null) => (facts === null ? answer : judge(facts));
  });
  return (facts) => bound.map((judge) => judge(facts));
}

/** No parameter covers the day: there is no rule in force, and nothing is borrowed from another year. */
function noRule<Facts>(standard: Standard<Facts>): Verdict {
  const required = { op: '=', value: null, from: null, parameter: standard.reads[0] } as const;
  return answerOf(standard, required, { outcome: 'not_applicable', reason: 'no_rule' });
}
