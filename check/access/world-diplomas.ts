import type pg from 'pg';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { thingId, UNITS, type Unit } from './units.ts';

/** The secondary diploma of a unit's student, which nobody has taken yet. */
export interface WorldDiploma {
  readonly unit: Unit['name'];
  readonly diploma_id: string;
  readonly number: string;
  readonly labels: readonly string[];
}

const FIRST = 900_000_000;

/** A diploma for each unit's student, as if they had left after the secondary stage, with the labels of their row of the roll. */
export async function issueAll(owner: pg.Client, region_id: number, day: string): Promise<WorldDiploma[]> {
  const made: WorldDiploma[] = [];
  for (const unit of Object.values(UNITS)) {
    const [id, student] = [FIRST + unit.at, thingId('student', unit.name, 'standing')];
    const number = `${unit.school}中2025${String(unit.at + 1).padStart(6, '0')}`;
    await owner.query(
      `insert into roll_changes (region_id, change_id, student_id, change, clause, on_date, from_place, to_place, reason, ground, evidence, keeper, keeper_id, before_record, added_record, entered_by, entered_at, scopes, recorded_at, recorded_by)
       select $1, $2, r.student_id, 'leave_after_secondary', 'M9-d', $4, '{}', '{}', '离校', 'other', '[]', 'school', r.school_id, r.record_id, r.record_id, (select min(person_id) from people where region_id = $1), now(), r.scopes, now(), 'made'
       from register_students r where r.region_id = $1 and r.student_id = $3 and r.superseded_at is null and not r.withdrawn`, [region_id, id, student, day]);
    await owner.query(
      `insert into diplomas (region_id, diploma_id, kind, issuer_id, year, serial, number_text, code, student_id, name, school_id, programme_id, change_id, issued_on, scopes, recorded_at, recorded_by)
       select $1, $2, 'secondary', r.school_id, 2025, $5, $6, $7, r.student_id, r.name, r.school_id, r.programme_id, $2, $4, r.scopes, now(), 'made'
       from register_students r where r.region_id = $1 and r.student_id = $3 and r.superseded_at is null and not r.withdrawn`, [region_id, id, student, day, unit.at + 1, number, `made-code-${region_id}-${unit.at}`]);
    made.push({ unit: unit.name, diploma_id: String(id), number, labels: labelsOfRow('students', unitRow('students', unit, 'standing'), { unit, variant: 'standing' }) });
  }
  return made;
}
