import { add, isZero, multiply, ONE, subtract, ZERO, type Exact } from '../values/exact.ts';

/** A sum of decisions, each with a factor, and a constant. */
export interface Linear {
  readonly constant: Exact;
  readonly terms: readonly Term[];
}

export interface Term {
  /** Index of the decision. */
  readonly variable: number;
  readonly factor: Exact;
}

export const NOTHING: Linear = { constant: ZERO, terms: [] };

export function constant(value: Exact): Linear {
  return { constant: value, terms: [] };
}

export function variable(index: number, factor: Exact = ONE): Linear {
  return { constant: ZERO, terms: [{ variable: index, factor }] };
}

export function plus(...parts: readonly Linear[]): Linear {
  return { constant: parts.reduce((sum, part) => add(sum, part.constant), ZERO), terms: parts.flatMap(({ terms }) => terms) };
}

export function times(linear: Linear, by: Exact): Linear {
  return { constant: multiply(linear.constant, by), terms: linear.terms.map(({ variable: index, factor }) => ({ variable: index, factor: multiply(factor, by) })) };
}

export function minus(a: Linear, b: Linear): Linear {
  return plus(a, times(b, subtract(ZERO, ONE)));
}

/** Each decision once; those that cancel are left out. */
export function gathered({ terms }: Linear): Term[] {
  const sums = new Map<number, Exact>();
  for (const { variable: index, factor } of terms) sums.set(index, add(sums.get(index) ?? ZERO, factor));
  return [...sums].flatMap(([index, factor]) => (isZero(factor) ? [] : [{ variable: index, factor }]));
}
