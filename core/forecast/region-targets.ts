import type { Row } from '../exchange/sheets.ts';
import type { Cohort, RegionRows } from '../facts/region-rows.ts';
import type { Pack } from '../policy/pack.ts';
import { date, yearOf } from '../values/plain-date.ts';
import { judgeTarget, type TargetVerdict } from '../verdict/target.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Intake } from './intake.ts';
import type { Programme } from './programmes.ts';
import type { YearRules } from './year-rules.ts';

/** Where graduates will work is a figure of the forecast and never a verdict. */
const NOT_FORECAST: ReadonlySet<string> = new Set(['1.2-k']);

/** The aims of the region on the day of each year, with the intakes that are expected. */
export function foreseenTargets(
  pack: Pack, rules: readonly YearRules[], region: RegionRows, expected: readonly ExpectedIntake[],
): readonly TargetVerdict[][] {
  const targets = pack.targets.filter((target) => !NOT_FORECAST.has(target.id));
  const rows = withExpected(region, rules[0]?.year ?? 0, expected);
  return rules.map(({ on, judging }) => {
    const asked = new Set([yearOf(on), ...targets.flatMap((target) => dueYear(judging.parameters, target.due) ?? [])]);
    const ofYears = {
      ...rows,
      intakes: rows.intakes?.filter(({ year }) => asked.has(year)) ?? null,
      cohorts: rows.cohorts?.filter(({ year }) => asked.has(year)) ?? null,
    };
    return targets.map((target) => judgeTarget(target, ofYears, on, judging.parameters));
  });
}

/** What one programme is expected to take in a year to come. */
export interface ExpectedIntake {
  readonly programme: Programme;
  readonly year: number;
  readonly intake: Intake;
}

/** The last year for which intakes are asked: an aim may fall due after the last year of the forecast. */
export function lastIntakeYear(pack: Pack, to: number, planning: ParametersInForce): number {
  return Math.max(to, ...pack.targets.flatMap((target) => dueYear(planning, target.due) ?? []));
}

function dueYear(parameters: ParametersInForce, key: string): number | null {
  const day = parameters.get(key)?.value;
  return typeof day === 'string' ? yearOf(date(day)) : null;
}

/** Nothing of the registers stands behind an intake that nobody ever told. */
const NO_ROW = 0;

/** The records of the region up to the year it starts from, and after it what is expected instead. */
function withExpected(region: RegionRows, start: number, expected: readonly ExpectedIntake[]): RegionRows {
  if (region.intakes === null && region.cohorts === null) return region;
  const intakes: Row<'intakes'>[] = (region.intakes ?? []).filter(({ year }) => year <= start);
  const cohorts: Cohort[] = (region.cohorts ?? []).filter(({ year }) => year <= start);
  for (const { programme: { programme_id, school_id }, year, intake } of expected) {
    const { students, row } = intake;
    if (row === null && region.cohorts !== null) cohorts.push({ programme_id, school_id, year, students });
    else intakes.push({ row: row ?? NO_ROW, year, school_id, programme_id, planned: null, admitted: null, registered: students });
  }
  // Of years that have begun, students who were not reported are not none.
  return { ...region, intakes, cohorts: region.cohorts === null ? null : cohorts };
}
