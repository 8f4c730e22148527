import type { Dataset, Row } from '../exchange/sheets.ts';
import { regionRowsOf, type RegionRows } from '../facts/region-rows.ts';
import { forecastFrom, type Forecast } from '../forecast/forecast.ts';
import { amountOf } from '../facts/rules.ts';
import { groundOf, type Ground } from '../forecast/ground.ts';
import type { RateSource } from '../forecast/rates.ts';
import type { Pack } from '../policy/pack.ts';
import { ONE, type Exact } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';

/** A cohort is in the higher stage three years after its intake, and leaves the year after that. */
export const YEARS_TO_GRADE_5 = 4;

/** What was asked: the last year to decide for, and the new students that it shall have. */
export interface Question {
  readonly pack: Pack;
  readonly on: PlainDate;
  readonly to: number;
  readonly target: number | null;
  readonly rates: RateSource;
}

/** Everything that a plan starts from: the region as it will be if nothing is decided. */
export interface Situation extends Question {
  readonly dataset: Dataset;
  readonly region: RegionRows;
  readonly ground: Ground;
  /** Without a plan. */
  readonly forecast: Forecast;
  /** The first year that can still be decided. */
  readonly first: number;
  /** What a yuan for a kind of option counts for when plans are compared. */
  readonly weight: (kind: Row<'options'>['kind']) => Exact;
  /** The last year that is judged: those who come in the last year decided for are in grade 5 then. */
  readonly last: number;
}

export function situationOf(dataset: Dataset, question: Question): Situation {
  const last = question.to + YEARS_TO_GRADE_5;
  const ground = groundOf(dataset, question.pack, question.on, last);
  const inForce = parametersOn(question.pack.parameters, question.on);
  const weight: Situation['weight'] = (kind) => (inForce.has(`allocation.weight.${kind}`) ? amountOf(inForce, `allocation.weight.${kind}`) : ONE);
  return { ...question, weight, dataset, region: regionRowsOf(dataset), ground, forecast: forecastFrom(ground, question.rates), first: ground.start + 1, last };
}

/** Nothing was reported that could be planned for. */
export function isEmptyRegion({ campuses = [], programmes = [], intakes = [], students = [] }: Dataset): boolean {
  return campuses.length + programmes.length + intakes.length + students.length === 0;
}

/** The years in which something can be bought or hired. */
export function decidedYears({ first, last }: Situation): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
