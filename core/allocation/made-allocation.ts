import { campusOnTheLine, readTyped, studentRow, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { situationOf, type Question, type Situation } from './situation.ts';

/** For tests: what a plan starts from, with 90 students in grade 4 of the campus on the line and nobody who follows them. */
export function situationFrom(given: TypedSheets, question: Partial<Question> = {}): Situation {
  const { dataset, problems } = readTyped({ ...onTheLine(), ...given });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)));
  return situationOf(dataset, { pack: aimless(), on: date('2025-10-31'), to: 2026, target: null, rates: 'pack', ...question });
}

export function onTheLine(): TypedSheets {
  return { ...campusOnTheLine(), students: pupils(90, 4), intakes: [{ year: 2025, school_id: 'S', programme_id: 'P', registered: 0 }] };
}

export function pupils(count: number, grade: number): TypedRow[] {
  const stage = grade <= 3 ? 'secondary' : 'higher';
  return Array.from({ length: count }, (_, at) => studentRow(`N${grade}-${at}`, { grade, stage, cohort: 2026 - grade, campus_id: stage === 'higher' ? 'C' : '' }));
}

/** An option of the campus on the line. */
export function option(option_id: string, kind: string, given: TypedRow = {}): TypedRow {
  return { option_id, campus_id: 'C', kind, unit: 1, cost_yuan: 1000, from_year: 2026, ...given };
}

/** The pack without aims of the region, which would all be unmet here. */
export function aimless(): Question['pack'] {
  return { ...quzhou2024, targets: [] };
}
