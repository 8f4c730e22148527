import { campusResult, checkAnswered, type CampusResult, type CheckResult } from '../core/check/check.ts';
import { judgingOn, type Judging } from '../core/check/judging.ts';
import type { Row } from '../core/exchange/sheets.ts';
import type { CampusRows } from '../core/facts/campus-rows.ts';
import type { RegionRows } from '../core/facts/region-rows.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadCampusRows, loadRows, type AsKnown } from '../store/campus-rows.ts';
import { judgeSchoolRows } from '../store/judge-school.ts';
import type { Known } from '../store/known-time.ts';
import { loadRegionRows } from '../store/region-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import { campusInReach, schoolInReach } from './in-reach.ts';

/** What is asked about: a day, and as known when. */
export interface AskedDay {
  readonly on: PlainDate;
  readonly known_on?: Known;
}

/** A region as it was judged, with the rows that give it names. */
export interface JudgedRegion {
  readonly result: CheckResult;
  readonly judging: Judging;
  readonly rows: RegionRows;
  readonly campuses: readonly Row<'campuses'>[];
  readonly organisations: ReadonlyMap<string, Row<'organisations'>>;
}

/**
 * Judges every campus, school and target of a region, over all its records; each campus is loaded by index,
 * counted by core, and let go. What of it is told is for the caller to cut (api/in-reach.ts).
 */
export function judgeRegion(asked: Transaction, pack: Pack, day: AskedDay): Promise<JudgedRegion> {
  return asked.whole((tx) => judgeAll(tx, pack, day));
}

async function judgeAll(tx: Transaction, pack: Pack, day: AskedDay): Promise<JudgedRegion> {
  const known = knownOf(day);
  const judging = judgingOn(pack, day.on);
  const campuses = await loadRows(tx, 'campuses', known);
  const results: CampusResult[] = [];
  for (const { campus_id } of campuses) {
    const rows = await loadCampusRows(tx, campus_id, known);
    const result = rows && campusResult(rows, judging);
    if (result !== null) results.push(result);
  }
  const rows = await loadRegionRows(tx, known);
  const organisations = await loadOrganisations(tx, known);
  return { result: checkAnswered({ region_code: null, campuses: results, region: rows }, judging), judging, rows, campuses, organisations };
}

/** One campus as it was judged. */
export interface JudgedCampus {
  readonly result: CampusResult;
  readonly judging: Judging;
  readonly campus: CampusRows['campus'];
}

/** The same for one campus in the asker's reach, whatever else the region has; null when there is none, or it is closed. */
export async function judgeCampus(tx: Transaction, pack: Pack, campus_id: string, day: AskedDay): Promise<JudgedCampus | null> {
  if (!await campusInReach(tx, campus_id, knownOf(day))) return null;
  const rows = await tx.whole((whole) => loadCampusRows(whole, campus_id, knownOf(day)));
  const judging = judgingOn(pack, day.on);
  const result = rows && campusResult(rows, judging);
  return rows === null || result === null ? null : { result, judging, campus: rows.campus };
}

/**
 * The notices about one school in the asker's reach, and its facts: from its own campuses alone. The region's
 * targets are not asked.
 */
export async function judgeSchool(asked: Transaction, pack: Pack, school_id: string, day: AskedDay) {
  if (!await schoolInReach(asked, school_id, knownOf(day))) return null;
  return asked.whole((tx) => judgeSchoolRows(tx, judgingOn(pack, day.on), school_id, knownOf(day)));
}

export async function loadOrganisations(tx: Transaction, known: AsKnown): Promise<ReadonlyMap<string, Row<'organisations'>>> {
  return new Map((await loadRows(tx, 'organisations', known)).map((row) => [row.org_id, row]));
}

export function knownOf({ known_on }: AskedDay): AsKnown {
  return known_on === undefined ? {} : { known_on };
}
