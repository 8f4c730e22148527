import { campusResult, checkAnswered, type CampusResult, type SchoolResult } from '../core/check/check.ts';
import type { Judging } from '../core/check/judging.ts';
import type { RegionRows } from '../core/facts/region-rows.ts';
import { loadCampusRows, loadRows, type AsKnown } from './campus-rows.ts';
import type { Transaction } from './transaction.ts';

/**
 * The notices about one school, and its facts: from its own campuses alone, the region's targets are not asked. Null
 * when nothing is known of it. To be called within `tx.whole`.
 */
export async function judgeSchoolRows(tx: Transaction, given: Judging, school_id: string, known: AsKnown = {}): Promise<SchoolResult | null> {
  const heads = await loadRows(tx, 'campuses', known, 'r.school_id = $2', school_id);
  const schools = await loadRows(tx, 'schools', known, 'r.school_id = $2', school_id);
  if (heads.length === 0 && schools.length === 0) return null;
  const judging = { ...given, pack: { ...given.pack, targets: [] } };
  const campuses: CampusResult[] = [];
  for (const { campus_id } of heads) {
    const rows = await loadCampusRows(tx, campus_id, known);
    const result = rows && campusResult(rows, judging);
    if (result !== null) campuses.push(result);
  }
  const region: RegionRows = {
    schools, campuses: null, parks: null, services: [], intakes: null, cohorts: null, graduates: null, destinations: null,
  };
  const { schools: answers } = checkAnswered({ region_code: null, campuses, region }, judging);
  return answers.find((answer) => answer.school_id === school_id) ?? null;
}
