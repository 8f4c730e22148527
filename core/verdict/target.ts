import type { Bilingual } from '../values/bilingual.ts';
import { date, yearOf, type PlainDate } from '../values/plain-date.ts';
import { value, type Fact } from './fact.ts';
import { measuredOf, outcomeOf, requiredBy, type Figure } from './measure.ts';
import type { ParametersInForce } from './parameter.ts';
import type { Alternative, Evidence, Measured, Operator, Outcome, Reason, Required } from './verdict.ts';

/** An aim of the region with a day on which it falls due. */
export interface Target<Facts> {
  readonly id: string;
  /** Which of several aims in one clause. */
  readonly part: string | null;
  readonly clause: string;
  readonly label: Bilingual;
  /** Shown, never counted (the stretch aim). */
  readonly notice: boolean;
  readonly op: Operator;
  /** Keys of the value and of the day it falls due. */
  readonly parameter: string;
  readonly due: string;
  readonly unit: string;
  /** `at` is the earlier of the day asked for and the due day. */
  readonly measure: (facts: Facts, at: PlainDate, on: PlainDate, parameters: ParametersInForce) => Fact<Figure>;
  readonly alternatives?: readonly { readonly reading: string; readonly measure: Target<Facts>['measure'] }[];
  /** Why an empty figure does not apply. */
  readonly empty?: Reason;
}

export interface TargetVerdict {
  readonly standard: string;
  readonly part: string | null;
  readonly clause: string;
  readonly label: Bilingual;
  readonly notice: boolean;
  readonly year: number | null;
  readonly due: PlainDate | null;
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly measured: Measured;
  readonly required: Required;
  readonly missing: readonly string[];
  readonly alternatives: readonly Alternative[];
  readonly evidence: readonly Evidence[];
}

/** Judges a target on a day. Before it is due it does not apply yet, and shows how far things stand. */
export function judgeTarget<Facts>(target: Target<Facts>, facts: Facts, on: PlainDate, parameters: ParametersInForce): TargetVerdict {
  const about = { standard: target.id, part: target.part, clause: target.clause, label: target.label, notice: target.notice };
  const nothing = { measured: measuredOf(null, target.unit), missing: [], alternatives: [], evidence: [] };
  const dueText = parameters.get(target.due)?.value;
  if (!parameters.has(target.parameter) || typeof dueText !== 'string') {
    const required = { op: target.op, value: null, from: null, parameter: target.parameter };
    return { ...about, ...nothing, year: null, due: null, outcome: 'not_applicable', reason: 'no_rule', required };
  }
  const due = date(dueText);
  const required = requiredBy(parameters, target.parameter, target.op);
  const at = on < due ? on : due;
  const fact = target.measure(facts, at, on, parameters);
  const judged = judgeFigure(fact, target, required);
  const alternatives = (target.alternatives ?? []).map(({ reading, measure }) => {
    const { outcome, measured } = judgeFigure(measure(facts, at, on, parameters), target, required);
    return { reading, outcome, measured, required };
  });
  const answer = { ...about, ...judged, required, alternatives, evidence: fact.evidence, year: yearOf(due), due };
  return on < due ? { ...answer, outcome: 'not_applicable', reason: 'not_due' } : answer;
}

function judgeFigure<Facts>(fact: Fact<Figure>, target: Target<Facts>, required: Required & { readonly value: Figure['numerator'] }) {
  if (fact.value === null) {
    return { outcome: 'undetermined' as const, reason: null, measured: measuredOf(null, target.unit), missing: fact.missing };
  }
  const figure = value(fact);
  const measured = measuredOf(figure, target.unit);
  if (figure.denominator.n === 0n) return { outcome: 'not_applicable' as const, reason: target.empty ?? null, measured, missing: [] };
  return { outcome: outcomeOf(figure, target.op, required.value), reason: null, measured, missing: [] };
}
