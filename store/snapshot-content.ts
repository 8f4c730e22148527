import { check } from '../core/check/check.ts';
import { checkJson, measuredJson, verdictJson } from '../core/check/check-json.ts';
import type { CheckJson, MeasuredJson, RequiredJson, VerdictJson } from '../core/check/check-json.ts';
import type { Judging } from '../core/check/judging.ts';
import type { Dataset, SheetName } from '../core/exchange/sheets.ts';
import { factsToJson } from '../core/facts/facts-json.ts';
import type { CampusFactsJson } from '../core/facts/facts-json.ts';
import { toDecimalText } from '../core/values/exact.ts';
import type { Exact } from '../core/values/exact.ts';
import type { Parameter } from '../core/verdict/parameter.ts';
import type { Outcome, Verdict } from '../core/verdict/verdict.ts';

/** A verdict as it is frozen: with its parts and the parameter that it was held against. */
export interface FrozenVerdict extends VerdictJson {
  readonly parameter: string;
  readonly parts: readonly { readonly name: string; readonly outcome: Outcome; readonly measured: MeasuredJson | null; readonly required: RequiredJson | null }[];
}

export interface FrozenParameter {
  readonly key: string;
  readonly value: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
  readonly clause: string;
}

/** Everything that was so on a day: facts, the values of law, the readings chosen, and what they answered. */
export interface SnapshotContent {
  readonly pack: string;
  readonly as_of: string;
  readonly region: string | null;
  readonly parameters: readonly FrozenParameter[];
  /** Id of a doubtful reading, the parameter that settles it, and the value that did. */
  readonly readings: readonly { readonly id: string; readonly key: string; readonly value: string }[];
  readonly campuses: readonly {
    readonly campus_id: string; readonly school_id: string; readonly name: string; readonly students: number | null;
    readonly facts: CampusFactsJson | null; readonly verdicts: readonly FrozenVerdict[];
  }[];
  readonly schools: readonly { readonly school_id: string; readonly verdicts: readonly FrozenVerdict[] }[];
  readonly targets: CheckJson['targets'];
  readonly summary: CheckJson['summary'];
}

/** The sheets that standards and targets read. */
export const judgedSheets: readonly SheetName[] = [
  'region', 'parks', 'services', 'schools', 'campuses', 'land', 'rooms', 'facilities', 'bases', 'equipment', 'staff', 'classes',
  'teaching', 'programmes', 'students', 'headcounts', 'intakes', 'destinations',
];

/** Judges a dataset and puts everything that the answer rests on beside it. */
export function snapshotContent(dataset: Dataset, judging: Judging): SnapshotContent {
  const result = check(dataset, [], judging);
  const { campuses: answered, ...json } = checkJson(result);
  const parameters = [...judging.parameters.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    pack: json.pack, as_of: json.as_of, region: json.region, targets: json.targets, summary: json.summary,
    parameters: parameters.map((one) => (
      { key: one.key, value: valueText(one.value), unit: one.unit, from: one.from, to: one.to, clause: one.clause })),
    readings: parameters.flatMap(({ key, value, reading }) => (reading === null ? [] : [{ id: reading.id, key, value: valueText(value) }])),
    campuses: result.campuses.map(({ campus_id, school_id, name, facts, verdicts, composites }, at) => ({
      campus_id, school_id, name, students: answered[at]?.students ?? null,
      facts: facts === null ? null : factsToJson(facts), verdicts: [...verdicts, ...composites].map(frozen),
    })),
    schools: result.schools.map(({ school_id, verdicts }) => ({ school_id, verdicts: verdicts.map(frozen) })),
  };
}

/** A verdict as it is frozen. */
export function frozen(verdict: Verdict): FrozenVerdict {
  return {
    ...verdictJson(verdict),
    parameter: verdict.required.parameter,
    parts: verdict.parts.map(({ name, outcome, measured, required }) => ({
      name, outcome,
      measured: measured === null ? null : measuredJson(measured, required?.op ?? '>='),
      required: required === null ? null : { op: required.op, value: required.value === null ? null : numberText(required.value), from: required.from },
    })),
  };
}

function valueText(value: Parameter['value']): string {
  return typeof value === 'object' ? numberText(value) : String(value);
}

/** A decimal where there is one, else the fraction: nothing is rounded. */
function numberText(value: Exact): string {
  return toDecimalText(value) ?? `${value.n}/${value.d}`;
}
