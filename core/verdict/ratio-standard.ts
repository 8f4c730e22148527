import type { Exact } from '../values/exact.ts';
import type { Fact } from './fact.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { answerOf } from './answer.ts';
import { measuredOf, outcomeOf, readingText, requiredBy, type Figure } from './measure.ts';
import type { ParametersInForce } from './parameter.ts';
import type { Standard } from './standard.ts';
import type { Alternative, Basis, Evidence, Gap, Operator, Outcome, Reason, Verdict } from './verdict.ts';

/** One way to read what is measured: the reading as `key=value`, and the figure that it gives. */
export interface Way<Facts> {
  readonly reading: string;
  readonly figure: (facts: Facts, parameters: ParametersInForce) => Figure | Unanswered;
}

/** A reading that cannot be answered: something else must be reported first, or it does not apply. */
export interface Unanswered {
  readonly outcome: 'undetermined' | 'not_applicable';
  readonly missing: readonly string[];
}

export interface RatioSpec<Facts> {
  readonly id: string;
  readonly clause: string;
  readonly label: Bilingual;
  readonly basis: Basis;
  readonly notice?: boolean;
  readonly op: Operator;
  /** Key of the parameter that the figure is compared with. */
  readonly parameter: string;
  /** Further parameters without which there is no rule. */
  readonly reads?: readonly string[];
  readonly unit: string;
  /** Heads that the rule protects: known and zero answers `no_students`. */
  readonly heads?: (facts: Facts) => Fact<Exact>;
  /** Facts that must be known. */
  readonly needs: (facts: Facts) => readonly Fact<unknown>[];
  /** Readings that the verdict names without offering a choice. */
  readonly readings?: readonly string[];
  readonly ways: readonly [Way<Facts>, ...Way<Facts>[]];
  /** The reading in force among the ways; without it the first way holds. */
  readonly chosen?: (parameters: ParametersInForce) => string;
  /** Ends the matter before the comparison: the first year of a ratio, an exemption. */
  readonly settled?: (facts: Facts, parameters: ParametersInForce) => { readonly outcome: Outcome; readonly reason: Reason } | null;
  readonly gapUnit: string;
  /** The least that must be added, exact; people and money are rounded up here. */
  readonly gap: (figure: Figure, required: Exact, facts: Facts, parameters: ParametersInForce) => Exact;
  readonly evidence: (facts: Facts) => readonly Evidence[];
}

/** A standard that compares one figure with one value: `numerator ÷ denominator ≥ (or ≤) value`. */
export function ratioStandard<Facts>(spec: RatioSpec<Facts>): Standard<Facts> {
  return {
    id: spec.id,
    clause: spec.clause,
    label: spec.label,
    basis: spec.basis,
    notice: spec.notice ?? false,
    reads: [spec.parameter, ...(spec.reads ?? [])],
    bind: (parameters) => bindRatio(spec, parameters),
  };
}

function bindRatio<Facts>(spec: RatioSpec<Facts>, parameters: ParametersInForce): (facts: Facts) => Verdict {
  const required = requiredBy(parameters, spec.parameter, spec.op);
  const reading = spec.chosen?.(parameters);
  const primary = spec.ways.find((way) => way.reading === reading) ?? spec.ways[0];
  const others = spec.ways.filter((way) => way !== primary);
  const named = [...(spec.readings ?? []).map((key) => readingText(parameters, key)), ...(reading === undefined ? [] : [primary.reading])];

  const unmeasured = measuredOf(null, spec.unit);

  const answer = (facts: Facts, outcome: Outcome, rest: Partial<Verdict>): Verdict =>
    answerOf(spec, required, { outcome, measured: unmeasured, readings: named, evidence: spec.evidence(facts), ...rest });
  const alternative = (facts: Facts, way: Way<Facts>): Alternative => {
    const figure = way.figure(facts, parameters);
    return 'outcome' in figure
      ? { reading: way.reading, outcome: figure.outcome, measured: unmeasured, required }
      : { reading: way.reading, outcome: outcomeOf(figure, spec.op, required.value), measured: measuredOf(figure, spec.unit), required };
  };

  return (facts) => {
    if (spec.heads?.(facts).value?.n === 0n) return answer(facts, 'not_applicable', { reason: 'no_students' });
    const missing = missingOf(spec.needs(facts));
    if (missing.length > 0) return answer(facts, 'undetermined', { missing });
    const figure = primary.figure(facts, parameters);
    const alternatives = others.map((way) => alternative(facts, way));
    if ('outcome' in figure) return answer(facts, figure.outcome, { missing: figure.missing, alternatives });
    const measured = measuredOf(figure, spec.unit);
    const settled = spec.settled?.(facts, parameters) ?? null;
    if (settled !== null) return answer(facts, settled.outcome, { measured, reason: settled.reason, alternatives });
    const outcome = outcomeOf(figure, spec.op, required.value);
    const gap: Gap | null =
      outcome === 'met' ? null : { value: spec.gap(figure, required.value, facts, parameters), unit: spec.gapUnit };
    return answer(facts, outcome, { measured, gap, alternatives });
  };
}

/** Everything that these facts still miss, each once, in order. */
export function missingOf(facts: readonly Fact<unknown>[]): string[] {
  const missing: string[] = [];
  for (const fact of facts) {
    for (const name of fact.missing) if (!missing.includes(name)) missing.push(name);
  }
  return missing;
}
