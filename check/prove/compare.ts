import type { AlternativeJson, CheckJson, MeasuredJson, RequiredJson, TargetJson, VerdictJson } from '../../core/check/check-json.ts';
import type { Measure, NaiveAnswer } from './naive-answer.ts';
import type { NaiveCheck } from './naive-check.ts';
import { compare, decimal, fourDecimals, over } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import type { NaiveTarget } from './naive-targets.ts';

/** Every difference between the product's answer and the second reading, in words; empty when they agree. */
export function differences(json: CheckJson, open: boolean, naive: NaiveCheck): string[] {
  const campuses = Object.entries(naive.campuses);
  return [
    ...differs('campuses', json.campuses.map((one) => one.campus_id).sort(), campuses.map(([id]) => id).sort()),
    ...differs('schools', json.schools.map((one) => one.school_id).sort(), Object.keys(naive.schools).sort()),
    ...differs('targets', json.targets.map(targetName).sort(), Object.keys(naive.targets).sort()),
    ...differs('summary', json.summary, naive.summary),
    ...differs('something open', open, isOpen(naive)),
    ...json.campuses.flatMap((found) => {
      const expected = naive.campuses[found.campus_id];
      if (expected === undefined) return [];
      return [
        ...differs(`${found.campus_id} students`, String(found.students), String(expected.students)),
        ...verdicts(found.campus_id, found.verdicts, { ...expected.standards, ...expected.composites }),
      ];
    }),
    ...json.schools.flatMap((found) => verdicts(found.school_id, found.verdicts, naive.schools[found.school_id] ?? {})),
    ...json.targets.flatMap((found) => target(found, naive.targets[targetName(found)])),
  ];
}

export const targetName = ({ standard, part }: TargetJson): string => (part === null ? standard : `${standard} ${part}`);

function isOpen({ summary, targets }: NaiveCheck): boolean {
  const due = Object.entries(targets).filter(([name]) => name !== '1.2-j stretch').map(([, one]) => one.outcome);
  return summary.unmet + summary.undetermined > 0 || due.includes('unmet') || due.includes('undetermined');
}

export function differs(what: string, found: unknown, expected: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? [] : [`${what}: product ${one}, second reading ${other}`];
}

export function verdicts(where: string, found: readonly VerdictJson[], expected: Readonly<Record<string, NaiveAnswer>>): string[] {
  return [
    ...differs(`${where} standards`, found.map((one) => one.standard).sort(), Object.keys(expected).sort()),
    ...found.flatMap((one) => {
      const answer = expected[one.standard];
      return answer === undefined ? [] : verdict(`${where} ${one.standard}`, one, answer);
    }),
  ];
}

function verdict(where: string, found: VerdictJson, expected: NaiveAnswer): string[] {
  if (found.outcome !== expected.outcome) return differs(where, found, readable(expected));
  const judged = expected.outcome === 'met' || expected.outcome === 'unmet';
  return [
    ...differs(`${where} reason`, expected.outcome === 'not_applicable' ? found.reason : null, expected.reason),
    ...differs(`${where} missing`, [...found.missing].sort(), [...expected.missing].sort()),
    ...(judged && expected.measures.length > 0 ? measuredDiffers(`${where} measured`, found.measured, found.required, expected.measures) : []),
    ...gapDiffers(`${where} gap`, found.gap, expected.gap),
    ...(judged ? alternativesDiffer(where, found.alternatives, expected.alternatives) : []),
    ...(judged && expected.evidence !== undefined ? evidenceDiffers(`${where} evidence`, found, expected.evidence) : []),
  ];
}

const exactText = ({ n, d }: Fraction): string => (d === 1n ? String(n) : `${n}/${d}`);
const measureText = (one: Measure): string => `${exactText(one.numerator)} ÷ ${exactText(one.denominator)} ${one.test} ${exactText(one.limit)}`;
const readable = (answer: NaiveAnswer): unknown => ({ ...answer, measures: answer.measures.map(measureText), gap: answer.gap && exactText(answer.gap), alternatives: Object.keys(answer.alternatives) });

const same = (text: string | null, exact: Fraction): boolean => text !== null && compare(decimal(text), exact) === 0;
const finite = ({ n, d }: Fraction): boolean => (n * 10n ** 40n) % d === 0n;

/** A figure that no decimal can write (a capped seventh) may be printed with both sides multiplied. */
function sameParts(found: MeasuredJson, { numerator, denominator }: Measure): boolean {
  if (finite(numerator)) return same(found.numerator, numerator) && same(found.denominator, denominator);
  if (found.numerator === null || found.denominator === null) return false;
  return compare(over(decimal(found.numerator), decimal(found.denominator)), over(numerator, denominator)) === 0;
}

export function printedValue({ numerator, denominator, test }: Measure): string | null {
  return denominator.n === 0n ? null : fourDecimals(over(numerator, denominator), test === '<=' || test === '=');
}

function measuredDiffers(where: string, found: MeasuredJson, required: RequiredJson, expected: readonly Measure[]): string[] {
  const match = expected.some((one) => required.op === one.test && same(required.value, one.limit) && sameParts(found, one) && found.value === printedValue(one));
  const amounts = /^(m2|yuan)/.test(found.unit) ? [found.numerator ?? ''] : [];
  return [
    ...(match ? [] : [`${where}: product ${JSON.stringify({ found, required })}, second reading ${expected.map((one) => `${measureText(one)} = ${printedValue(one)}`).join(' or ')}`]),
    ...amounts.filter((amount) => !/\.\d{2,}$/.test(amount)).map((amount) => `${where}: ${amount} has fewer than two decimals`),
  ];
}

function gapDiffers(where: string, found: VerdictJson['gap'], expected: NaiveAnswer['gap']): string[] {
  if (expected === undefined) return [];
  if (found === null || expected === null) return differs(where, found, expected === null ? null : exactText(expected));
  const written = /^(m2|yuan)$/.test(found.unit) ? /^\d+\.\d{2}$/ : /^\d+$/;
  return same(found.value, expected) && written.test(found.value) ? [] : [`${where}: product ${JSON.stringify(found)}, second reading ${exactText(expected)}`];
}

function alternativesDiffer(where: string, found: readonly AlternativeJson[], expected: NaiveAnswer['alternatives']): string[] {
  const judged = found.filter((one) => one.outcome === 'met' || one.outcome === 'unmet');
  return [
    ...differs(`${where} readings`, judged.map((one) => one.reading).sort(), Object.keys(expected).sort()),
    ...judged.flatMap((one) => {
      const answer = expected[one.reading];
      if (answer === undefined) return [];
      return [...differs(`${where} ${one.reading}`, one.outcome, answer.outcome), ...measuredDiffers(`${where} ${one.reading}`, one.measured, one.required, [answer.measure])];
    }),
  ];
}

function evidenceDiffers(where: string, found: VerdictJson, expected: NonNullable<NaiveAnswer['evidence']>): string[] {
  const rows = found.evidence.filter((one) => one.sheet === expected.sheet).flatMap((one) => one.rows);
  // R5-d lists the external persons' rows of the same sheet beside.
  if (found.standard === 'R5-d') return differs(where, expected.rows.filter((row) => !rows.includes(row)), []);
  return differs(where, [...rows].sort((a, b) => a - b), [...expected.rows].sort((a, b) => a - b));
}

export function target(found: TargetJson, expected: NaiveTarget | undefined): string[] {
  if (expected === undefined) return [];
  const where = targetName(found);
  const measure = expected.measure;
  const counts = measure !== null && !['ratio'].includes(found.measured.unit);
  const value = measure === null ? null : counts ? exactText(measure.numerator) : printedValue(measure);
  return [
    ...differs(`${where} outcome`, found.outcome, expected.outcome),
    ...(expected.reason === null ? [] : differs(`${where} reason`, found.reason, expected.reason)),
    ...differs(`${where} value`, found.measured.value, value),
    ...(measure === null ? [] : differs(`${where} test`, [found.required.op, same(found.required.value, measure.limit)], [measure.test, true])),
    ...(measure === null || sameParts(found.measured, measure) ? [] : [`${where}: product ${JSON.stringify(found.measured)}, second reading ${measureText(measure)}`]),
    ...Object.entries(expected.alternatives).flatMap(([reading, other]) => {
      const printed = found.alternatives.find((one) => one.reading === reading)?.measured ?? null;
      return printed !== null && sameParts(printed, other) && printed.value === printedValue(other) ? [] : [`${where} ${reading}: product ${JSON.stringify(printed)}, second reading ${measureText(other)}`];
    }),
  ];
}
