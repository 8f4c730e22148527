import { toDecimalText, type Exact } from '../values/exact.ts';
import { value, type Fact } from './fact.ts';
import type { Parameter, ParametersInForce } from './parameter.ts';
import type { Measured, Operator, Outcome, Required } from './verdict.ts';

/** A figure that is fully known: a numerator and what divides it (possibly zero). */
export interface Figure {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

/** `numerator ÷ denominator` of two facts that are known. */
export function ratioOf(numerator: Fact<Exact>, denominator: Fact<Exact>): Figure {
  return { numerator: value(numerator), denominator: value(denominator) };
}

/** `numerator ÷ denominator <op> value` by cross-multiplication; a zero denominator never passes. */
export function passes({ numerator, denominator }: Figure, op: Operator, value: Exact): boolean {
  if (denominator.n === 0n) return false;
  // One comparison of two products, without the intermediate fractions: this is the innermost step of judging.
  const left = numerator.n * (value.d === 1n ? denominator.d : value.d * denominator.d);
  const right = value.n * denominator.n * numerator.d;
  switch (op) {
    case '>=': return left >= right;
    case '>': return left > right;
    case '<=': return left <= right;
    case '=': return left === right;
  }
}

export function outcomeOf(figure: Figure, op: Operator, value: Exact): Outcome {
  return passes(figure, op, value) ? 'met' : 'unmet';
}

/** Of several tests that must all pass: one failing is enough, whatever else is not known yet. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('unmet')) return 'unmet';
  return outcomes.includes('undetermined') ? 'undetermined' : 'met';
}

export function measuredOf(figure: Figure | null, unit: string, amounts?: Measured['amounts']): Measured {
  return figure === null
    ? { numerator: null, denominator: null, unit }
    : { numerator: figure.numerator, denominator: figure.denominator, unit, ...(amounts && { amounts }) };
}

/** What a parameter in force requires. */
export function requiredBy(parameters: ParametersInForce, key: string, op: Operator): Required & { readonly value: Exact } {
  const parameter = numberParameter(parameters, key);
  return { op, value: parameter.value, from: parameter.from, parameter: key };
}

function numberParameter(parameters: ParametersInForce, key: string): Parameter & { readonly value: Exact } {
  const parameter = parameters.get(key);
  if (parameter === undefined || typeof parameter.value !== 'object') throw new Error(`no number in force for ${key}`);
  return { ...parameter, value: parameter.value };
}

/** `key=value` of a parameter, as verdicts name the readings that they used. */
export function readingText(parameters: ParametersInForce, key: string): string {
  const value = parameters.get(key)?.value;
  if (value === undefined) throw new Error(`no reading in force for ${key}`);
  return `${key}=${typeof value === 'object' ? (toDecimalText(value) ?? `${value.n}/${value.d}`) : value}`;
}
