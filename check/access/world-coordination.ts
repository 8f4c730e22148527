import type pg from 'pg';
import { COUNTIES, orgId, type Side } from './units.ts';

export interface WorldCircular {
  readonly circular_id: string;
  readonly labels: readonly string[];
}

export interface WorldEntry {
  readonly entry_id: string;
  readonly school: string;
  readonly labels: readonly string[];
}

const FIRST = 910_000;
const SIDES: readonly Side[] = ['a', 'b'];
const labelsOf = (side: Side): string[] => [`org:${orgId('school', side)}`, `county:${COUNTIES[side]}`];

/** A circular to each school, and an entry of the log by each, as acts would have left them. */
export async function makeCoordination(owner: pg.Client, region_id: number): Promise<{ readonly circulars: readonly WorldCircular[]; readonly log: readonly WorldEntry[] }> {
  const made = { circulars: [] as WorldCircular[], log: [] as WorldEntry[] };
  for (const [at, side] of SIDES.entries()) {
    const [school, labels] = [orgId('school', side), labelsOf(side)];
    await owner.query(
      `insert into circulars (region_id, circular_id, title, body, addressed, issued_on, read_by, scopes, recorded_at, recorded_by) values ($1, $2, '通知', '正文', $3, '2025-10-01', '2025-10-31', $4, now(), 'world')`, [region_id, FIRST + at, [school], labels]);
    await owner.query(
      `insert into pilot_log (region_id, entry_id, kind, on_date, title, note, parties, others, channel, void, scopes, recorded_at, recorded_by) values ($1, $2, 'publicity', '2025-10-20', '报道', '', $3, '', 'press', false, $4, now(), 'world')`, [region_id, FIRST + at, [school], labels]);
    made.circulars.push({ circular_id: String(FIRST + at), labels });
    made.log.push({ entry_id: String(FIRST + at), school, labels });
  }
  return made;
}
