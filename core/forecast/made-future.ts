import { campusOnTheLine, readTyped, studentRow, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { forecastFrom, type Forecast } from './forecast.ts';
import { groundOf } from './ground.ts';
import type { RateSource } from './rates.ts';

/** For tests: looks ahead from typed rows, which must have no errors. */
export function foresee(sheets: TypedSheets, on: string, to: number, source: RateSource = 'pack'): Forecast {
  const { dataset, problems } = readTyped(sheets);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return forecastFrom(groundOf(dataset, quzhou2024, date(on), to), source);
}

/** So many students of a programme in one grade, on the roll from a day on without an end. */
export function pupils(count: number, programme_id: string, grade: number, given: TypedRow = {}): TypedRow[] {
  const stage = grade <= 3 ? 'secondary' : 'higher';
  return Array.from({ length: count }, (_, at) => studentRow(`${programme_id}-${grade}-${at}`, {
    programme_id, grade, stage, cohort: 2026 - grade, campus_id: stage === 'higher' ? 'C' : '', ...given,
  }));
}

/** The campus on the line, whose 268 students are followed by those that are given. */
export function onTheLine(given: TypedSheets = {}): TypedSheets {
  return { ...campusOnTheLine(), ...given };
}
