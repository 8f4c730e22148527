import type { Dataset, Row } from '../exchange/sheets.ts';

/**
 * All records about one campus, whoever loaded them: `check` from a workbook, the server by index from
 * its registers. An empty list means that the campus has no row in that sheet.
 */
export interface CampusRows {
  readonly campus: Row<'campuses'>;
  readonly rooms: readonly Row<'rooms'>[];
  readonly land: readonly Row<'land'>[];
  readonly facilities: readonly Row<'facilities'>[];
  readonly bases: readonly Row<'bases'>[];
  readonly equipment: readonly Row<'equipment'>[];
  readonly classes: readonly Row<'classes'>[];
  readonly teaching: readonly Row<'teaching'>[];
  readonly headcounts: readonly Row<'headcounts'>[];
  /** Rows of stage higher at this campus. */
  readonly students: readonly Row<'students'>[];
  /** Rows of stage higher at this campus. */
  readonly staff: readonly Row<'staff'>[];
  /** Every staff row, anywhere, of the persons in `staff` and `teaching` (overlaps, industry experts). */
  readonly staff_of_persons: ReadonlyMap<string, readonly Row<'staff'>[]>;
  /** Higher major code of each programme; a programme that is not there was not reported. */
  readonly higher_codes: ReadonlyMap<string, string>;
}

/** The rows of every campus of a dataset, in the order of the sheet `campuses`. */
export function campusRowsOf(dataset: Dataset): CampusRows[] {
  const rooms = groupBy(dataset.rooms, (r) => r.campus_id);
  const land = groupBy(dataset.land, (r) => r.campus_id);
  const facilities = groupBy(dataset.facilities, (r) => r.campus_id);
  const bases = groupBy(dataset.bases, (r) => r.campus_id);
  const equipment = groupBy(dataset.equipment, (r) => r.campus_id);
  const classes = groupBy(dataset.classes, (r) => r.campus_id);
  const teaching = groupBy(dataset.teaching, (r) => r.campus_id);
  const headcounts = groupBy(dataset.headcounts, (r) => r.campus_id);
  const students = groupBy(dataset.students, (r) => (r.stage === 'higher' ? r.campus_id : null));
  const staff = groupBy(dataset.staff, (r) => (r.stage === 'higher' ? r.campus_id : null));
  const staff_of_persons = groupBy(dataset.staff, (r) => r.person_id);
  const higher_codes = new Map(dataset.programmes?.map((p) => [p.programme_id, p.higher_code]));
  return (dataset.campuses ?? []).map((campus) => ({
    campus,
    rooms: rooms.get(campus.campus_id) ?? [],
    land: land.get(campus.campus_id) ?? [],
    facilities: facilities.get(campus.campus_id) ?? [],
    bases: bases.get(campus.campus_id) ?? [],
    equipment: equipment.get(campus.campus_id) ?? [],
    classes: classes.get(campus.campus_id) ?? [],
    teaching: teaching.get(campus.campus_id) ?? [],
    headcounts: headcounts.get(campus.campus_id) ?? [],
    students: students.get(campus.campus_id) ?? [],
    staff: staff.get(campus.campus_id) ?? [],
    staff_of_persons,
    higher_codes,
  }));
}

/** Rows by key, in their order; rows whose key is null are left out. */
export function groupBy<T>(rows: readonly T[] | undefined, keyOf: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows ?? []) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
