import { add, exact, gcd, multiply, ZERO, type Exact } from '../values/exact.ts';
import type { Demand } from './demand.ts';
import { gathered, type Linear } from './linear.ts';

/** A whole number to choose, from 0 up to `most`. */
export interface Choice {
  readonly name: string;
  readonly most: number;
  /** Yuan for each, over all years. */
  readonly cost_yuan: Exact;
}

/** Σ factor × choice ≥ least, in whole numbers: nothing depends on how a machine rounds. */
export interface Rule {
  /** Null: it says what the choices mean and can never be given up. */
  readonly demand: Demand | null;
  readonly factors: readonly { readonly choice: number; readonly factor: bigint }[];
  readonly least: bigint;
}

/** What an optimiser is asked: the choices of least cost that keep every rule. */
export interface Model {
  readonly choices: readonly Choice[];
  readonly rules: readonly Rule[];
}

/** A model that is being written. */
export interface Draft extends Model {
  readonly choice: (choice: Choice) => number;
  /** Asks that the sum be at least zero. */
  readonly ask: (demand: Demand | null, atLeastZero: Linear) => void;
}

export function createDraft(): Draft {
  const choices: Choice[] = [];
  const rules: Rule[] = [];
  return {
    choices,
    rules,
    choice: (choice) => choices.push(choice) - 1,
    ask: (demand, sum) => {
      const rule = wholeRule(demand, sum);
      if (rule.factors.length > 0 || rule.least > 0n) rules.push(rule);
    },
  };
}

export function wholeRule(demand: Demand | null, sum: Linear): Rule {
  const terms = gathered(sum);
  const common = terms.reduce((d, { factor }) => (d / gcd(d, factor.d)) * factor.d, 1n);
  const whole = terms.map(({ variable: choice, factor }) => ({ choice, factor: factor.n * (common / factor.d) }));
  const shared = whole.reduce((g, { factor }) => gcd(g, factor < 0n ? -factor : factor), 0n);
  const divisor = shared === 0n ? 1n : shared;
  // With whole factors and choices the sum is whole: what is asked of it may be rounded up.
  const asked = { n: -sum.constant.n * common, d: sum.constant.d * divisor };
  return { demand, factors: whole.map(({ choice, factor }) => ({ choice, factor: factor / divisor })), least: upward(asked.n, asked.d) };
}

function upward(n: bigint, d: bigint): bigint {
  const down = n / d;
  return down * d < n ? down + 1n : down;
}

/** The rules that an answer breaks, worked out in whole numbers. */
export function broken({ rules }: Pick<Model, 'rules'>, values: readonly number[]): Rule[] {
  return rules.filter((rule) => spare(rule, values) < 0n);
}

/** By how much a rule is more than kept. */
export function spare({ factors, least }: Rule, values: readonly number[]): bigint {
  return factors.reduce((sum, { choice, factor }) => sum + factor * BigInt(values[choice] ?? 0), 0n) - least;
}

export function costOf({ choices }: Pick<Model, 'choices'>, values: readonly number[]): Exact {
  return choices.reduce((sum, { cost_yuan }, choice) => (values[choice] ? add(sum, multiply(cost_yuan, exact(values[choice]))) : sum), ZERO);
}
