import { inForce } from '../values/period.ts';
import { date, yearOf, type PlainDate } from '../values/plain-date.ts';
import type { Row } from '../exchange/sheets.ts';
import { groupBy } from './campus-rows.ts';
import { intakeOf } from './intake.ts';
import type { RegionRows } from './region-rows.ts';
import { latestOn } from './students.ts';

/** Schools in the pilot and their intake in one year (1.2-b); the alert is a year with fewer than the year before it. */
export interface YearFigures {
  readonly year: number;
  readonly schools: number;
  /** Heads registered, of a year to come heads planned; null when neither was reported. */
  readonly intake: number | null;
  readonly planned: boolean;
  readonly schools_fell: boolean;
  readonly intake_fell: boolean;
}

/** From the first year with a pilot or an intake to the last year planned. */
export function yearSeries(rows: RegionRows, on: PlainDate): YearFigures[] {
  const schools = [...groupBy(rows.schools ?? [], (r) => r.school_id).values()].flatMap((own) => latestOn(own, on, (r) => r.on) ?? []);
  const intakeYears = (rows.intakes ?? []).map((r) => r.year);
  const named = [
    ...schools.flatMap((r) => (r.pilot_from === null ? [] : [yearOf(r.pilot_from)])),
    ...intakeYears,
    ...(rows.cohorts ?? []).map((r) => r.year),
  ];
  if (named.length === 0) return [];
  const years: YearFigures[] = [];
  for (let year = Math.min(...named); year <= Math.max(yearOf(on), ...intakeYears); year += 1) {
    years.push(figuresOf(rows, schools, year, on, years.at(-1)));
  }
  return years;
}

function figuresOf(rows: RegionRows, schools: readonly Row<'schools'>[], year: number, on: PlainDate, before: YearFigures | undefined): YearFigures {
  // The current year is counted on the day asked about, so that a school that joins later is not in it yet.
  const day = year === yearOf(on) ? on : date(`${year}-12-31`);
  const active = schools.filter((r) => r.pilot_from !== null && inForce({ from: r.pilot_from, to: r.pilot_to }, day)).length;
  const planned = year > yearOf(on);
  const intake = planned ? plannedIntake(rows, year) : registeredIntake(rows, year);
  return {
    year, schools: active, intake, planned,
    schools_fell: before !== undefined && active < before.schools,
    intake_fell: before !== undefined && before.intake !== null && intake !== null && intake < before.intake,
  };
}

function plannedIntake(rows: RegionRows, year: number): number | null {
  const plans = (rows.intakes ?? []).flatMap((r) => (r.year === year && r.planned !== null ? [r.planned] : []));
  return plans.length === 0 ? null : plans.reduce((sum, heads) => sum + heads, 0);
}

function registeredIntake(rows: RegionRows, year: number): number | null {
  const { value } = intakeOf(rows, year);
  return value === null ? null : Number(value.total.n / value.total.d);
}
