import { exact, type Exact } from '../values/exact.ts';
import { known, rowsOf, unreported, type Fact } from '../verdict/fact.ts';
import type { RegionRows } from './region-rows.ts';

/**
 * Heads admitted to the pilot in a year (B44): of each programme the registered number of its `intakes`
 * row, else its distinct students of that cohort. By school as well.
 */
export interface Intake {
  readonly total: Exact;
  readonly by_school: ReadonlyMap<string, number>;
}

export function intakeOf(rows: RegionRows, year: number): Fact<Intake> {
  const registered = (rows.intakes ?? []).filter((r) => r.year === year && r.registered !== null);
  if (rows.cohorts === null && registered.length === 0) return unreported('intakes', 'students');
  const by_school = new Map<string, number>();
  const count = (school_id: string, heads: number) => by_school.set(school_id, (by_school.get(school_id) ?? 0) + heads);
  const programmes = new Set(registered.map((r) => r.programme_id));
  for (const row of registered) count(row.school_id, row.registered ?? 0);
  for (const cohort of rows.cohorts ?? []) {
    if (cohort.year === year && !programmes.has(cohort.programme_id)) count(cohort.school_id, cohort.students);
  }
  const total = exact([...by_school.values()].reduce((sum, heads) => sum + heads, 0));
  // What is expected and was never told has no row.
  return known({ total, by_school }, [rowsOf('intakes', registered.filter(({ row }) => row > 0))]);
}
