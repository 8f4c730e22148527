import type { Row } from '../exchange/sheets.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { NOBODY, type Grades } from './step.ts';

/** The last grade of the secondary stage; the two above it are the higher stage. */
const LAST_SECONDARY = 3;

/** Heads by programme and grade on a day: distinct students whose status counts, in a grade of their stage. */
export function stateOn(students: readonly Row<'students'>[], on: PlainDate, statuses: ReadonlySet<string>): Map<string, Grades> {
  const seen = new Set<string>();
  const heads = new Map<string, number[]>();
  for (const row of students) {
    if (!inForce(row, on) || !statuses.has(row.status) || !isGradeOfStage(row) || seen.has(row.student_id)) continue;
    seen.add(row.student_id);
    const grades = heads.get(row.programme_id) ?? [...NOBODY];
    grades[row.grade - 1] = (grades[row.grade - 1] ?? 0) + 1;
    heads.set(row.programme_id, grades);
  }
  return new Map([...heads].map(([programme_id, [h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0]]) => [programme_id, [h1, h2, h3, h4, h5]]));
}

export function isGradeOfStage({ stage, grade }: Pick<Row<'students'>, 'stage' | 'grade'>): boolean {
  return stage === 'secondary' ? grade <= LAST_SECONDARY : grade > LAST_SECONDARY;
}
