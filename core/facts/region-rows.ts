import type { Dataset, Row } from '../exchange/sheets.ts';
import { groupBy } from './campus-rows.ts';

/** The records that the targets of a region ask. Null: the sheet was not reported at all. */
export interface RegionRows {
  readonly schools: readonly Row<'schools'>[] | null;
  readonly campuses: readonly Row<'campuses'>[] | null;
  readonly parks: readonly Row<'parks'>[] | null;
  readonly services: readonly Row<'services'>[];
  readonly intakes: readonly Row<'intakes'>[] | null;
  /** Distinct students by programme and year of entry. */
  readonly cohorts: readonly Cohort[] | null;
  /** Rows with status graduated. */
  readonly graduates: readonly Row<'students'>[] | null;
  readonly destinations: readonly Row<'destinations'>[] | null;
}

export interface Cohort {
  readonly programme_id: string;
  readonly school_id: string;
  readonly year: number;
  readonly students: number;
}

export function regionRowsOf(dataset: Dataset): RegionRows {
  return {
    schools: dataset.schools ?? null,
    campuses: dataset.campuses ?? null,
    parks: dataset.parks ?? null,
    services: dataset.services ?? [],
    intakes: dataset.intakes ?? null,
    cohorts: dataset.students === undefined ? null : cohortsOf(dataset.students),
    graduates: dataset.students?.filter((r) => r.status === 'graduated') ?? null,
    destinations: dataset.destinations ?? null,
  };
}

function cohortsOf(students: readonly Row<'students'>[]): Cohort[] {
  const byProgramme = groupBy(students, (r) => r.programme_id);
  return [...byProgramme].flatMap(([programme_id, rows]) => {
    const years = new Map<number, { school_id: string; students: Set<string> }>();
    for (const row of rows) {
      const year = years.get(row.cohort);
      if (year === undefined) years.set(row.cohort, { school_id: row.school_id, students: new Set([row.student_id]) });
      else year.students.add(row.student_id);
    }
    return [...years].map(([year, { school_id, students: heads }]) => ({ programme_id, school_id, year, students: heads.size }));
  });
}
