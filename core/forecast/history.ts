import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from '../facts/campus-rows.ts';
import { destinationCodes, destinationsOf } from '../facts/employment.ts';
import { regionRowsOf } from '../facts/region-rows.ts';
import { amountOf, type CountingRules } from '../facts/rules.ts';
import { divide, exact, least, ONE, type Exact } from '../values/exact.ts';
import { inForce } from '../values/period.ts';
import { date } from '../values/plain-date.ts';
import type { ParametersInForce } from '../verdict/parameter.ts';
import type { Rates } from './rates.ts';
import { isGradeOfStage } from './state.ts';
import { dayOf } from './year-rules.ts';

/** Rates of the past, and of how many heads each of them is a share. */
export interface PastRates {
  readonly rates: Partial<Rates>;
  readonly heads: { readonly [K in keyof Rates]: number };
}

/** Years from entry to the end of grade 5. */
const YEARS = 5;

/** A cohort whose five years are over: heads on each of its autumns, and how it ended. */
interface Past {
  readonly year: number;
  readonly heads: number[];
  readonly graduates: Row<'students'>[];
  completed: number;
}

/**
 * What became of the cohorts of each programme that are over, where there are enough of them. A rate for which
 * they say nothing is left out. Nobody comes from elsewhere in a forecast, so no rate is above one.
 */
export function historyRates(
  dataset: Dataset, start: number, counting: CountingRules, planning: ParametersInForce,
): ReadonlyMap<string, PastRates> {
  const enough = Number(amountOf(planning, 'forecast.history_cohorts').n);
  const destinations = groupBy(dataset.destinations, (row) => row.student_id);
  const local = (past: Past) => localGraduates(past, destinations, planning);
  const found = new Map<string, PastRates>();
  for (const [programme_id, rows] of groupBy(dataset.students, (row) => row.programme_id)) {
    const cohorts = pastCohorts(rows, start, counting, planning);
    if (cohorts.length >= enough) found.set(programme_id, { rates: ratesOf(cohorts, dataset.destinations === undefined ? null : local), heads: headsOf(cohorts) });
  }
  return found;
}

function pastCohorts(rows: readonly Row<'students'>[], start: number, counting: CountingRules, planning: ParametersInForce): Past[] {
  const cohorts = new Map<number, Past>();
  // Who completed and graduated later counts as a graduate.
  const graduated = new Set(rows.filter(({ status }) => status === 'graduated').map(({ student_id }) => student_id));
  for (const row of rows) {
    if (row.cohort + YEARS > start) continue;
    const past = cohorts.get(row.cohort) ?? { year: row.cohort, heads: [0, 0, 0, 0, 0], graduates: [], completed: 0 };
    cohorts.set(row.cohort, past);
    if (row.status === 'graduated') past.graduates.push(row);
    if (row.status === 'completed' && !graduated.has(row.student_id)) past.completed += 1;
    const autumn = row.grade - 1;
    const there = counting.counted_statuses.has(row.status) && isGradeOfStage(row) && inForce(row, dayOf(row.cohort + autumn, planning));
    if (there) past.heads[autumn] = (past.heads[autumn] ?? 0) + 1;
  }
  return [...cohorts.values()].filter(({ heads: [first = 0] }) => first > 0);
}

function ratesOf(cohorts: readonly Past[], local: ((past: Past) => number) | null): Partial<Rates> {
  const inAutumn = (...autumns: number[]) => total(cohorts, ({ heads }) => autumns.reduce((sum, autumn) => sum + (heads[autumn] ?? 0), 0));
  const graduates = total(cohorts, (past) => past.graduates.length);
  const stay = share(inAutumn(1, 2, 4), inAutumn(0, 1, 3));
  const kept = share(inAutumn(3), inAutumn(2));
  return given({
    stay,
    step_up: stay === null || kept === null || stay.n === 0n ? null : least(divide(kept, stay), ONE),
    certificate: share(graduates, graduates + total(cohorts, ({ completed }) => completed)),
    local: local === null ? null : share(total(cohorts, local), graduates),
  });
}

function headsOf(cohorts: readonly Past[]): PastRates['heads'] {
  const inAutumn = (...autumns: number[]) => total(cohorts, ({ heads }) => autumns.reduce((sum, autumn) => sum + (heads[autumn] ?? 0), 0));
  const graduates = total(cohorts, (past) => past.graduates.length);
  return { stay: inAutumn(0, 1, 3), step_up: inAutumn(2), certificate: graduates + total(cohorts, ({ completed }) => completed), local: graduates };
}

function localGraduates({ graduates }: Past, destinations: ReadonlyMap<string, Row<'destinations'>[]>, planning: ParametersInForce): number {
  const own = graduates.flatMap((row) => destinations.get(row.student_id) ?? []);
  const byYear = groupBy(graduates, (row) => row.from.slice(0, 4));
  return [...byYear].reduce((sum, [year, rows]) => {
    const region = { ...regionRowsOf({}), graduates: rows, destinations: own };
    const { value } = destinationsOf(region, date(`${year}-12-31`), destinationCodes(planning));
    return sum + Number(value?.local.n ?? 0n);
  }, 0);
}

function total(cohorts: readonly Past[], figure: (past: Past) => number): number {
  return cohorts.reduce((sum, past) => sum + figure(past), 0);
}

function share(part: number, whole: number): Exact | null {
  return whole === 0 ? null : least(exact(part, whole), ONE);
}

function given(rates: { readonly [K in keyof Rates]: Exact | null }): Partial<Rates> {
  return Object.fromEntries(Object.entries(rates).filter(([, value]) => value !== null));
}
