import type pg from 'pg';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { enterpriseOf, UNITS, type Unit } from './units.ts';

/** Guidance of a unit's student by somebody of its firm, and whose it is. */
export interface WorldService {
  readonly unit: Unit['name'];
  readonly service_id: string;
  readonly labels: readonly string[];
}

const FIRST = 800_000;

export async function guideStudents(owner: pg.Client, region_id: number): Promise<WorldService[]> {
  const made: WorldService[] = [];
  for (const [at, unit] of Object.values(UNITS).entries()) {
    const labels = [...labelsOfRow('students', unitRow('students', unit, 'standing'), { unit, variant: 'standing' }), `org:${enterpriseOf(unit)}`];
    const service_id = String(FIRST + at);
    await owner.query(
      `insert into employment_services (region_id, service_id, school_id, kind, on_date, title, attended, note, scopes, recorded_at, recorded_by)
       values ($1, $2, $3, 'guidance', '2025-10-20', '个别指导', 1, '', $4, now(), 'world')`, [region_id, service_id, unit.school, labels.sort()]);
    made.push({ unit: unit.name, service_id, labels });
  }
  return made;
}
