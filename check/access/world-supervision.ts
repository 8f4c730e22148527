import type pg from 'pg';
import { COUNTIES, orgId, UNITS, type Side } from './units.ts';

/** A visit of a college at a school of its programmes, and whose it is. */
export interface WorldVisit {
  readonly college: string;
  readonly school: string;
  readonly visit_id: string;
  /** The college's, the school's, and the school's county. */
  readonly labels: readonly string[];
}

const FIRST = 900_000;
const CHECKLIST = [{ line: 'R1-a', clause: 'R1-a', label: { zh: '办学条件', en: 'Conditions' }, about: null }];

/** A visit on conduct for each college and school that have programmes together, as the college's own act would have left it. */
export async function makeVisits(owner: pg.Client, region_id: number): Promise<WorldVisit[]> {
  const pairs = [...new Map(Object.values(UNITS).map(({ college, school }) => [`${college} ${school}`, { college, school }])).values()];
  const made: WorldVisit[] = [];
  for (const [at, { college, school }] of pairs.entries()) {
    const side: Side = school === orgId('school', 'a') ? 'a' : 'b';
    const labels = [`org:${college}`, `org:${school}`, `county:${COUNTIES[side]}`];
    await owner.query(
      `insert into supervision_visits (region_id, visit_id, kind, college_id, school_id, year, term, on_date, visitors, note, checklist, checklist_hash, scopes, recorded_at, recorded_by)
       values ($1, $2, 'conduct', $3, $4, 2025, null, '2025-10-20', '张三', '', $5, $6, $7, now(), 'world')`, [region_id, FIRST + at, college, school, JSON.stringify(CHECKLIST), `sha256:${'0'.repeat(64)}`, labels]);
    await owner.query(
      `insert into supervision_lines (region_id, visit_id, line, answer, remark, scopes, recorded_at, recorded_by) values ($1, $2, 'R1-a', 'met', '', $3, now(), 'world')`, [region_id, FIRST + at, labels]);
    made.push({ college, school, visit_id: String(FIRST + at), labels });
  }
  return made;
}
