import type pg from 'pg';
import { thingId, UNIT_NAMES, UNITS, type UnitName } from './units.ts';

/** A request of a visiting teacher at a campus, and whose it is. */
export interface WorldRequest {
  readonly unit: UnitName;
  readonly campus_id: string;
  readonly entry_id: string;
  /** Those of the campus. */
  readonly labels: readonly string[];
}

const FIRST = 910_000;

/** A request at the standing campus of each unit, as the college's own act would have left it. */
export async function makeRequests(owner: pg.Client, region_id: number): Promise<WorldRequest[]> {
  const made: WorldRequest[] = [];
  for (const [at, unit] of UNIT_NAMES.entries()) {
    const { school, college, payer, county } = UNITS[unit];
    const [campus_id, entry_id] = [thingId('campus', unit, 'standing'), FIRST + at];
    const labels = [`campus:${campus_id}`, `org:${school}`, `org:${college}`, `org:${payer}`, `county:${county}`];
    await owner.query(
      `insert into journal_entries (region_id, entry_id, kind, area, campus_id, recorded_on, scopes, recorded_at, recorded_by) values ($1, $2, 'visitor_request', 'daily', $3, '2025-10-20', $4, now(), 'world')`, [region_id, entry_id, campus_id, labels]);
    await owner.query(
      `insert into journal_visitor_request (region_id, entry_id, on_date, person, need, scopes) values ($1, $2, '2025-11-20', '王五', 'both', $3)`, [region_id, entry_id, labels]);
    await owner.query(
      `insert into journal_steps (region_id, entry_id, step_no, kind, area, act, to_state, on_date, person_id, role, details, scopes, recorded_at, recorded_by)
       values ($1, $2, 1, 'visitor_request', 'daily', 'open', 'asked', '2025-10-20', 0, 'college_academic', '{}', $3, now(), 'world')`, [region_id, entry_id, labels]);
    made.push({ unit, campus_id, entry_id: String(entry_id), labels });
  }
  return made;
}
