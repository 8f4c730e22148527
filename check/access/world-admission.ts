import type pg from 'pg';
import { canary } from './canary.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { thingId, UNITS, type Unit } from './units.ts';

/** Somebody who is admitted to a unit's programme, with a look-alike, and whose they are as the oracle tells it. */
export interface WorldAdmission {
  readonly unit: Unit['name'];
  readonly admission_id: string;
  readonly duplicate_id: string;
  readonly labels: readonly string[];
  readonly name: string;
}

const FIRST = 700_000;
export const ADMISSION_YEAR = 2025;

/** Two of one name and birth date for every unit, as an import would have left them. */
export async function admitStudents(owner: pg.Client, region_id: number): Promise<WorldAdmission[]> {
  const made: WorldAdmission[] = [];
  for (const [at, unit] of Object.values(UNITS).entries()) {
    const labels = labelsOfRow('programmes', unitRow('programmes', unit, 'standing'), { unit, variant: 'standing' });
    const name = canary(unit.name, 'admissions', 'name');
    const ids = [FIRST + at * 10, FIRST + at * 10 + 1];
    for (const admission_id of ids) {
      await owner.query(
        `insert into admissions (region_id, admission_id, year, exam_number, name, sex, birth_date, school_id, programme_id, admitted_on, batch, source_row, scopes, recorded_at, recorded_by)
         values ($1, $2, $3, $4, $5, '1', '2010-03-04', $6, $7, '2025-08-10', 1, 2, $8, now(), 'world')`,
        [region_id, admission_id, ADMISSION_YEAR, String(admission_id), name, unit.school, thingId('programme', unit.name, 'standing'), [...labels].sort()]);
    }
    const duplicate_id = FIRST + at * 10 + 5;
    await owner.query(
      `insert into admission_duplicates (region_id, duplicate_id, admission_id, other_kind, other_id, by_id, scopes, recorded_at, recorded_by) values ($1, $2, $3, 'admission', $4, false, $5, now(), 'world')`,
      [region_id, duplicate_id, ids[1], String(ids[0]), [...labels].sort()]);
    made.push({ unit: unit.name, admission_id: String(ids[0]), duplicate_id: String(duplicate_id), labels, name });
  }
  return made;
}
