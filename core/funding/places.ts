import type { Dataset, Row } from '../exchange/sheets.ts';
import { problem, type Problem } from '../exchange/problem.ts';
import { overlaps } from '../values/period.ts';
import type { CountedRows } from './counted-rows.ts';
import type { Scope } from './scope.ts';

/** Where a student of the year belongs: the campus, the school that runs it, and the college that collects. */
export interface Place {
  readonly campus_id: string;
  readonly school_id: string;
  readonly college_id: string;
}

export interface Places {
  readonly campuses: ReadonlyMap<string, Row<'campuses'>>;
  readonly students: ReadonlyMap<string, Place>;
  /** The student's rows that could not be placed: no campus, or one that is not registered. */
  readonly unplaced: ReadonlyMap<string, Row<'students'>>;
  /** Every campus and college that a student of the year has been at so far. */
  readonly been_at: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Places students by their row of stage higher that overlaps the year and has started by the day, the latest of them. */
export function placesOf(dataset: Dataset, scope: Scope): Places {
  const campuses = new Map((dataset.campuses ?? []).map((campus) => [campus.campus_id, campus]));
  const latest = new Map<string, Row<'students'>>();
  const been_at = new Map<string, Set<string>>();
  for (const row of dataset.students ?? []) {
    if (row.stage !== 'higher' || row.from > scope.as_of || !overlaps(row, scope.academic)) continue;
    const before = latest.get(row.student_id);
    if (before === undefined || row.from > before.from) latest.set(row.student_id, row);
    noteVisit(been_at, row, campuses);
  }
  const students = new Map<string, Place>();
  const unplaced = new Map<string, Row<'students'>>();
  for (const [student_id, row] of latest) {
    const campus = row.campus_id === null ? undefined : campuses.get(row.campus_id);
    if (campus === undefined) unplaced.set(student_id, row);
    else students.set(student_id, { campus_id: campus.campus_id, school_id: row.school_id, college_id: campus.college_id });
  }
  return { campuses, students, unplaced, been_at };
}

function noteVisit(been_at: Map<string, Set<string>>, row: Row<'students'>, campuses: Places['campuses']): void {
  if (row.campus_id === null) return;
  const college_id = campuses.get(row.campus_id)?.college_id;
  const visited = been_at.get(row.student_id) ?? new Set();
  been_at.set(row.student_id, visited.add(row.campus_id));
  if (college_id !== undefined) visited.add(college_id);
}

/**
 * R4-b: the college collects of years 4 and 5 only. Money of a student who was not on the higher-stage roll
 * of the year is `not_higher_stage`; of one whose row names no known campus nobody can say who collects.
 */
export function placeProblems(rows: CountedRows, places: Places): Problem[] {
  const found: Problem[] = [];
  const reported = new Set<string>();
  for (const sheet of ['charges', 'receipts', 'custody_spending'] as const) {
    for (const { student_id, row } of rows[sheet]) {
      if (places.students.has(student_id)) continue;
      const unplaced = places.unplaced.get(student_id);
      if (unplaced === undefined) found.push(problem(sheet, row, 'student_id', 'not_higher_stage', student_id));
      else if (!reported.has(student_id)) found.push(campusProblem(unplaced));
      reported.add(student_id);
    }
  }
  return found;
}

function campusProblem({ row, campus_id }: Row<'students'>): Problem {
  return problem('students', row, 'campus_id', campus_id === null ? 'missing_value' : 'unknown_reference', campus_id);
}
