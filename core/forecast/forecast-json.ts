import { gapJson, targetJson, verdictJson, type TargetJson, type VerdictJson } from '../check/check-json.ts';
import type { Problem } from '../exchange/problem.ts';
import { toDecimalText, toFixed, type Exact } from '../values/exact.ts';
import { yuanText } from '../values/fen.ts';
import type { Verdict } from '../verdict/verdict.ts';
import type { HigherGrades } from './campus-ground.ts';
import type { CampusYear, Forecast } from './forecast.ts';
import type { IntakeOrigin } from './intake.ts';
import type { Needed } from './needed.ts';
import type { RateName, RateSource } from './rates.ts';
import type { RegionYear } from './region-year.ts';

/** The answer of `forecast --json`, and of the server. */
export interface ForecastJson {
  readonly rates: readonly { readonly name: RateName; readonly value: string; readonly origin: RateSource; readonly programme_id: string | null }[];
  readonly rows: readonly CampusYearJson[];
  readonly region: readonly RegionYearJson[];
  readonly problems: readonly Problem[];
}

export interface CampusYearJson {
  readonly year: number;
  readonly campus_id: string;
  readonly grades: HigherGrades;
  readonly students: number | null;
  /** The campus's standards, then the notices of its school. */
  readonly verdicts: readonly VerdictJson[];
  readonly gaps: readonly { readonly standard: string; readonly value: string; readonly unit: string }[];
  readonly capacity: { readonly students: number | null; readonly binding: readonly string[] };
  readonly needed: { readonly [K in keyof Needed]: number | null };
  readonly grant_due_yuan: string | null;
  readonly grant_standard: { readonly yuan_per_student: string; readonly origin: 'entered' | 'assumed'; readonly fiscal_year: number } | null;
}

export interface RegionYearJson {
  readonly year: number;
  readonly intake: number;
  readonly intakes: readonly { readonly programme_id: string; readonly students: number; readonly origin: IntakeOrigin; readonly of_year: number | null }[];
  readonly grades: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number; readonly 5: number };
  readonly completing: number | null;
  readonly graduates: number | null;
  readonly local: number | null;
  readonly leavers: number | null;
  readonly targets: readonly TargetJson[];
}

/** Null forecast: with errors among the problems nothing is foreseen. */
export function forecastJson(forecast: Forecast | null, problems: readonly Problem[]): ForecastJson {
  if (forecast === null) return { rates: [], rows: [], region: [], problems };
  return {
    rates: forecast.rates.map(({ name, value, origin, programme_id }) => ({ name, value: rateText(value), origin, programme_id })),
    rows: forecast.rows.map(campusYearJson),
    region: forecast.region.map(regionYearJson),
    problems,
  };
}

export function campusYearJson({ year, campus_id, grades, students, verdicts, notices, capacity, needed, grant }: CampusYear): CampusYearJson {
  const all = [...verdicts, ...notices];
  return {
    year, campus_id, grades, students,
    verdicts: all.map(verdictJson),
    gaps: all.flatMap(gapOf),
    capacity: { students: capacity.students, binding: capacity.binding },
    needed: needed ?? { teachers: null, ideology: null, counsellors: null, psychologists: null },
    grant_due_yuan: grant.due === null ? null : yuanText(grant.due),
    grant_standard: grant.standard && {
      yuan_per_student: toFixed(grant.standard.yuan_per_student, 2, 'down'), origin: grant.standard.origin, fiscal_year: grant.standard.of_year,
    },
  };
}

function gapOf({ standard, gap }: Verdict): CampusYearJson['gaps'] {
  const printed = gapJson(gap);
  return printed === null ? [] : [{ standard, ...printed }];
}

export function regionYearJson({ year, intake, intakes, grades: [h1, h2, h3, h4, h5], moved, targets }: RegionYear): RegionYearJson {
  return {
    year, intake,
    intakes: intakes.map(({ programme_id, intake: { students, origin, of_year } }) => ({ programme_id, students, origin, of_year })),
    grades: { 1: h1, 2: h2, 3: h3, 4: h4, 5: h5 },
    completing: moved?.completing ?? null, graduates: moved?.graduates ?? null, local: moved?.local ?? null, leavers: moved?.leavers ?? null,
    targets: targets.map(targetJson),
  };
}

/** At least two decimals; a share of the past that no decimal writes exactly stays a fraction. */
export function rateText(value: Exact): string {
  return toDecimalText(value, 2) ?? `${value.n}/${value.d}`;
}
