import { inForce } from '../values/period.ts';
import { date, yearOf, type PlainDate } from '../values/plain-date.ts';
import { pilotPeriods, type PilotPeriod } from '../supervision/pilot-periods.ts';
import { intakeOf } from './intake.ts';
import type { RegionRows } from './region-rows.ts';

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
  const pilots = pilotPeriods((rows.schools ?? []).filter((r) => r.on <= on));
  const intakeYears = (rows.intakes ?? []).map((r) => r.year);
  const named = [
    ...pilots.map(({ from }) => yearOf(from)),
    ...intakeYears,
    ...(rows.cohorts ?? []).map((r) => r.year),
  ];
  if (named.length === 0) return [];
  const years: YearFigures[] = [];
  for (let year = Math.min(...named); year <= Math.max(yearOf(on), ...intakeYears); year += 1) {
    years.push(figuresOf(rows, pilots, year, on, years.at(-1)));
  }
  return years;
}

function figuresOf(rows: RegionRows, pilots: readonly PilotPeriod[], year: number, on: PlainDate, before: YearFigures | undefined): YearFigures {
  // The current year is counted on the day asked about, so that a school that joins later is not in it yet.
  const day = year === yearOf(on) ? on : date(`${year}-12-31`);
  // S3-f: a school that was stopped and resumed is counted in both of its times, and in none between them.
  const active = new Set(pilots.filter((period) => inForce(period, day)).map(({ school_id }) => school_id)).size;
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
