import { checkRows, type CampusResult, type CheckResult } from '../core/check/check.ts';
import { answerFacts, judgingOn, type Judging } from '../core/check/judging.ts';
import type { Row } from '../core/exchange/sheets.ts';
import type { CampusRows } from '../core/facts/campus-rows.ts';
import { campusFacts } from '../core/facts/campus-facts.ts';
import type { RegionRows } from '../core/facts/region-rows.ts';
import type { Pack } from '../core/policy/pack.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadCampusRows, loadRows, type AsKnown } from '../store/campus-rows.ts';
import type { Known } from '../store/known-time.ts';
import { loadRegionRows } from '../store/region-rows.ts';
import type { Transaction } from '../store/transaction.ts';

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
  readonly campuses: readonly CampusRows[];
  readonly organisations: ReadonlyMap<string, Row<'organisations'>>;
}

/** Judges every campus, school and target of a region; each campus is loaded by index and counted by core. */
export async function judgeRegion(tx: Transaction, pack: Pack, day: AskedDay): Promise<JudgedRegion> {
  const known = knownOf(day);
  const heads = await loadRows(tx, 'campuses', known);
  const campuses: CampusRows[] = [];
  for (const { campus_id, status } of heads) {
    if (status === 'closed') continue;
    const rows = await loadCampusRows(tx, campus_id, known);
    if (rows !== null) campuses.push(rows);
  }
  const rows = await loadRegionRows(tx, known);
  const organisations = await loadOrganisations(tx, known);
  const judging = judgingOn(pack, day.on);
  return { result: checkRows({ region_code: null, campuses, region: rows }, judging), judging, rows, campuses, organisations };
}

/** One campus as it was judged. */
export interface JudgedCampus {
  readonly result: CampusResult;
  readonly judging: Judging;
  readonly rows: CampusRows;
}

/** The same for one campus, whatever else the region has; null when there is none, or it is closed. */
export async function judgeCampus(tx: Transaction, pack: Pack, campus_id: string, day: AskedDay): Promise<JudgedCampus | null> {
  const rows = await loadCampusRows(tx, campus_id, knownOf(day));
  if (rows === null || rows.campus.status === 'closed') return null;
  const judging = judgingOn(pack, day.on);
  const facts = judging.rules === null ? null : campusFacts(rows, day.on, judging.rules);
  const { school_id, name } = rows.campus;
  return { result: { campus_id, school_id, name, ...answerFacts(facts, judging) }, judging, rows };
}

/**
 * The notices about one school, and its facts: from its own campuses alone. The region's targets are not asked.
 */
export async function judgeSchool(tx: Transaction, pack: Pack, school_id: string, day: AskedDay) {
  const known = knownOf(day);
  const heads = await loadRows(tx, 'campuses', known, 'r.school_id = $2', school_id);
  const schools = await loadRows(tx, 'schools', known, 'r.school_id = $2', school_id);
  if (heads.length === 0 && schools.length === 0) return null;
  const campuses: CampusRows[] = [];
  for (const { campus_id } of heads) {
    const rows = await loadCampusRows(tx, campus_id, known);
    if (rows !== null) campuses.push(rows);
  }
  const region: RegionRows = {
    schools, campuses: null, parks: null, services: [], intakes: null, cohorts: null, graduates: null, destinations: null,
  };
  const { schools: answers } = checkRows({ region_code: null, campuses, region }, { ...judgingOn(pack, day.on), pack: { ...pack, targets: [] } });
  return answers.find((answer) => answer.school_id === school_id) ?? null;
}

export async function loadOrganisations(tx: Transaction, known: AsKnown): Promise<ReadonlyMap<string, Row<'organisations'>>> {
  return new Map((await loadRows(tx, 'organisations', known)).map((row) => [row.org_id, row]));
}

export function knownOf({ known_on }: AskedDay): AsKnown {
  return known_on === undefined ? {} : { known_on };
}
