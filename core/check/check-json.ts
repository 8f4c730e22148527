import { finiteFactor, isZero, toDecimalText, toFixed, type Exact } from '../values/exact.ts';
import type { Problem } from '../exchange/problem.ts';
import type { TargetVerdict } from '../verdict/target.ts';
import type { Alternative, Basis, Evidence, Gap, Measured, Operator, Outcome, Reason, Required, Verdict } from '../verdict/verdict.ts';
import type { CheckResult } from './check.ts';

/** The answer of `check --json`, and of the server: every number as exact text. */
export interface CheckJson {
  readonly pack: string;
  readonly as_of: string;
  readonly region: string | null;
  readonly problems: readonly Problem[];
  readonly campuses: readonly { readonly campus_id: string; readonly students: number | null; readonly verdicts: readonly VerdictJson[] }[];
  readonly schools: readonly { readonly school_id: string; readonly verdicts: readonly VerdictJson[] }[];
  readonly targets: readonly TargetJson[];
  readonly summary: Readonly<Record<Outcome, number>>;
}

export interface MeasuredJson {
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
  readonly unit: string;
}

export interface RequiredJson {
  readonly op: Operator;
  readonly value: string | null;
  readonly from: string | null;
}

export interface AlternativeJson {
  readonly reading: string;
  readonly outcome: Outcome;
  readonly measured: MeasuredJson;
  readonly required: RequiredJson;
}

export interface VerdictJson {
  readonly standard: string;
  readonly clause: string;
  readonly basis: Basis;
  readonly outcome: Outcome;
  readonly measured: MeasuredJson;
  readonly required: RequiredJson;
  readonly gap: { readonly value: string; readonly unit: string } | null;
  readonly missing: readonly string[];
  readonly reason: Reason | null;
  readonly readings: readonly string[];
  readonly alternatives: readonly AlternativeJson[];
  readonly evidence: readonly Evidence[];
}

/** A verdict with the tests that it consists of, as screens and reports tell it. */
export interface VerdictView extends VerdictJson {
  readonly parts: readonly PartJson[];
}

export interface PartJson {
  readonly name: string;
  readonly outcome: Outcome;
  readonly measured: MeasuredJson | null;
  readonly required: RequiredJson | null;
}

export interface TargetJson {
  readonly standard: string;
  readonly part: string | null;
  readonly clause: string;
  readonly notice: boolean;
  readonly year: number | null;
  readonly due: string | null;
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly measured: MeasuredJson;
  readonly required: RequiredJson;
  readonly missing: readonly string[];
  readonly alternatives: readonly AlternativeJson[];
  readonly evidence: readonly Evidence[];
}

export function checkJson(result: CheckResult): CheckJson {
  return {
    pack: result.pack,
    as_of: result.as_of,
    region: result.region,
    problems: result.problems,
    campuses: result.campuses.map((campus) => ({
      campus_id: campus.campus_id,
      students: headsOf(campus.facts?.students.value ?? null),
      verdicts: [...campus.verdicts, ...campus.composites].map(verdictJson),
    })),
    schools: result.schools.map(({ school_id, verdicts }) => ({ school_id, verdicts: verdicts.map(verdictJson) })),
    targets: result.targets.map(targetJson),
    summary: result.summary,
  };
}

export function headsOf(students: Exact | null): number | null {
  return students === null ? null : Number(students.n / students.d);
}

export function verdictJson(verdict: Verdict): VerdictJson {
  return {
    standard: verdict.standard,
    clause: verdict.clause,
    basis: verdict.basis,
    outcome: verdict.outcome,
    measured: measuredJson(verdict.measured, verdict.required.op),
    required: requiredJson(verdict.required),
    gap: gapJson(verdict.gap),
    missing: verdict.missing,
    reason: verdict.reason,
    readings: verdict.readings,
    alternatives: verdict.alternatives.map(alternativeJson),
    evidence: verdict.evidence.filter((e) => e.rows.length > 0),
  };
}

export function verdictView(verdict: Verdict): VerdictView {
  return {
    ...verdictJson(verdict),
    parts: verdict.parts.map(({ name, outcome, measured, required }) => ({
      name,
      outcome,
      measured: measured && measuredJson(measured, required?.op ?? '='),
      required: required && requiredJson(required),
    })),
  };
}

export function targetJson(target: TargetVerdict): TargetJson {
  const { standard, part, clause, notice, year, due, outcome, reason, missing } = target;
  const counts = target.measured.denominator?.n === 1n && target.measured.unit !== 'ratio';
  const measured = measuredJson(target.measured, target.required.op);
  return {
    standard, part, clause, notice, year, due, outcome, reason,
    measured: counts ? { ...measured, value: measured.numerator } : measured,
    required: requiredJson(target.required),
    missing,
    alternatives: target.alternatives.map(alternativeJson),
    evidence: target.evidence.filter((e) => e.rows.length > 0),
  };
}

function alternativeJson(alternative: Alternative): AlternativeJson {
  const { reading, outcome, measured, required } = alternative;
  return { reading, outcome, measured: measuredJson(measured, required.op), required: requiredJson(required) };
}

/**
 * Exact decimals; the value has four, truncated toward failure so that a figure just short never looks
 * as if it had passed.
 */
export function measuredJson(measured: Measured, op: Operator): MeasuredJson {
  const { numerator, denominator, unit, amounts } = measured;
  if (numerator === null || denominator === null) return { numerator: null, denominator: null, value: null, unit };
  const [upper, lower] = finite(numerator, denominator);
  const [upperUnit = '', lowerUnit = ''] = amounts === undefined ? unit.split('/') : [amounts, amounts];
  return {
    numerator: toDecimalText(upper, decimalsOf(upperUnit)),
    denominator: toDecimalText(lower, decimalsOf(lowerUnit)),
    value: denominator.n === 0n ? null : fourDecimals(numerator, denominator, op),
    unit,
  };
}

function fourDecimals(numerator: Exact, denominator: Exact, op: Operator): string {
  const ratio = { n: numerator.n * denominator.d, d: numerator.d * denominator.n };
  return toFixed(ratio, 4, op === '<=' || op === '=' ? 'up' : 'down');
}

/**
 * A capped sum can be a number of sevenths, which no decimal writes exactly: then numerator and
 * denominator are both multiplied by what makes them finite, so that their ratio stays exact.
 */
function finite(numerator: Exact, denominator: Exact): readonly [Exact, Exact] {
  const by = finiteFactor(numerator) * finiteFactor(denominator);
  return [{ n: numerator.n * by, d: numerator.d }, { n: denominator.n * by, d: denominator.d }];
}

function decimalsOf(unit: string): number {
  return unit === 'm2' || unit === 'yuan' ? 2 : 0;
}

export function requiredJson(required: Required): RequiredJson {
  return { op: required.op, value: required.value === null ? null : toDecimalText(required.value), from: required.from };
}

export function gapJson(gap: Gap | null): VerdictJson['gap'] {
  if (gap === null || isZero(gap.value)) return null;
  const decimals = decimalsOf(gap.unit);
  return { value: toFixed(gap.value, decimals, 'up'), unit: gap.unit };
}
