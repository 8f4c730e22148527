import type { Exact } from '../values/exact.ts';
import type { Fact } from './fact.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { answerOf } from './answer.ts';
import { measuredOf, outcomeOf, readingText, requiredBy, type Figure } from './measure.ts';
import type { ParametersInForce } from './parameter.ts';
import type { Standard } from './standard.ts';
import type { Alternative, Basis, Evidence, Gap, Measured, Operator, Outcome, Reason, Required, Verdict } from './verdict.ts';

/** One way to read what is measured: the reading as `key=value`, and the figure that it gives. */
export interface Way<Facts> {
  readonly reading: string;
  readonly figure: (parameters: ParametersInForce) => (facts: Facts) => Figure | Unanswered;
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
  /** Unit of both sides of a ratio of amounts. */
  readonly amounts?: Measured['amounts'];
  /** Heads that the rule protects: known and zero answers `no_students`. */
  readonly heads?: (facts: Facts) => Fact<Exact>;
  /** Facts that must be known. */
  readonly needs: (facts: Facts) => readonly Fact<unknown>[];
  /** Readings that the verdict names without offering a choice. */
  readonly readings?: readonly string[];
  readonly ways: readonly [Way<Facts>, ...Way<Facts>[]];
  /** The reading in force among the ways; without it the first way holds. */
  readonly chosen?: (parameters: ParametersInForce) => string;
  /** Ends the matter before the comparison, whichever way it is read: the first year of a ratio, an exemption. */
  readonly settled?: (parameters: ParametersInForce) => (facts: Facts) => { readonly outcome: Outcome; readonly reason: Reason } | null;
  readonly gapUnit: string;
  /** The least that must be added, exact; people and money are rounded up here. */
  readonly gap: (figure: Figure, required: Exact, parameters: ParametersInForce) => Exact;
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
  const chosen = spec.ways.find((way) => way.reading === reading) ?? spec.ways[0];
  const figureOf = chosen.figure(parameters);
  const alternatives = spec.ways.filter((way) => way !== chosen).map((way) => bindAlternative(spec, way, required, parameters));
  const readings = [...(spec.readings ?? []).map((key) => readingText(parameters, key)), ...(reading === undefined ? [] : [chosen.reading])];
  const settle = spec.settled?.(parameters);
  const unmeasured = measuredOf(null, spec.unit);

  return (facts) => {
    const evidence = spec.evidence(facts);
    if (spec.heads?.(facts).value?.n === 0n) {
      return answerOf(spec, required, { outcome: 'not_applicable', measured: unmeasured, reason: 'no_students', readings, evidence });
    }
    const missing = missingOf(spec.needs(facts));
    if (missing.length > 0) return answerOf(spec, required, { outcome: 'undetermined', measured: unmeasured, missing, readings, evidence });
    const figure = figureOf(facts);
    const others = alternatives.length === 0 ? NONE : alternatives.map((alternative) => alternative(facts));
    if ('outcome' in figure) {
      const { outcome } = figure;
      return answerOf(spec, required, { outcome, measured: unmeasured, missing: figure.missing, readings, alternatives: others, evidence });
    }
    const measured = measuredOf(figure, spec.unit, spec.amounts);
    const settled = settle?.(facts) ?? null;
    const outcome = settled?.outcome ?? outcomeOf(figure, spec.op, required.value);
    const alike = settled === null ? others : others.map((other) => ({ ...other, outcome: settled.outcome }));
    const gap: Gap | null = settled === null && outcome === 'unmet' ? { value: spec.gap(figure, required.value, parameters), unit: spec.gapUnit } : null;
    return answerOf(spec, required, { outcome, measured, gap, reason: settled?.reason ?? null, readings, alternatives: alike, evidence });
  };
}

const NONE: readonly never[] = [];

/** What another reading of the same facts would answer. */
function bindAlternative<Facts>(
  spec: RatioSpec<Facts>, way: Way<Facts>, required: Required & { readonly value: Exact }, parameters: ParametersInForce,
): (facts: Facts) => Alternative {
  const figureOf = way.figure(parameters);
  const { reading } = way;
  return (facts) => {
    const figure = figureOf(facts);
    return 'outcome' in figure
      ? { reading, outcome: figure.outcome, measured: measuredOf(null, spec.unit), required }
      : { reading, outcome: outcomeOf(figure, spec.op, required.value), measured: measuredOf(figure, spec.unit, spec.amounts), required };
  };
}

/** Everything that these facts still miss, each once, in order. */
export function missingOf(facts: readonly Fact<unknown>[]): readonly string[] {
  if (facts.every((fact) => fact.missing.length === 0)) return NONE;
  const missing: string[] = [];
  for (const fact of facts) {
    for (const name of fact.missing) if (!missing.includes(name)) missing.push(name);
  }
  return missing;
}
