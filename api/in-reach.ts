import { summaryOf, type CheckResult } from '../core/check/check.ts';
import { loadRows, type AsKnown } from '../store/campus-rows.ts';
import type { SnapshotContent } from '../store/snapshot-content.ts';
import type { Transaction } from '../store/transaction.ts';

/** The campuses and schools whose records the asker may read, as the database itself tells them. */
export interface InReach {
  readonly campuses: ReadonlySet<string>;
  readonly schools: ReadonlySet<string>;
}

/** Asked in the asker's own transaction, never within `tx.whole`. */
export async function inReach(tx: Transaction, known: AsKnown = {}): Promise<InReach> {
  const [campuses, schools] = await Promise.all([loadRows(tx, 'campuses', known), loadRows(tx, 'schools', known)]);
  return {
    campuses: new Set(campuses.map(({ campus_id }) => campus_id)),
    schools: new Set(schools.map(({ school_id }) => school_id)),
  };
}

/** Whether the asker may read this campus; one that is not there answers as one out of reach. */
export async function campusInReach(tx: Transaction, campus_id: string, known: AsKnown = {}): Promise<boolean> {
  return (await loadRows(tx, 'campuses', known, 'r.key = $2', campus_id)).length > 0;
}

/** The same for a school, by what it reported of itself or by a campus that it carries. */
export async function schoolInReach(tx: Transaction, school_id: string, known: AsKnown = {}): Promise<boolean> {
  const carried = await loadRows(tx, 'campuses', known, 'r.school_id = $2', school_id);
  return carried.length > 0 || (await loadRows(tx, 'schools', known, 'r.school_id = $2', school_id)).length > 0;
}

/** What of a judged region is the asker's to see. The targets are figures of the whole region. */
export function resultInReach(result: CheckResult, { campuses, schools }: InReach): CheckResult {
  const own = result.campuses.filter(({ campus_id }) => campuses.has(campus_id));
  if (own.length === result.campuses.length && result.schools.every(({ school_id }) => schools.has(school_id))) return result;
  return {
    ...result, campuses: own, schools: result.schools.filter(({ school_id }) => schools.has(school_id)),
    summary: summaryOf(own.flatMap(({ verdicts }) => verdicts)),
  };
}

/** The same of what was frozen. */
export function contentInReach(content: SnapshotContent, { campuses, schools }: InReach): SnapshotContent {
  return {
    ...content, campuses: content.campuses.filter(({ campus_id }) => campuses.has(campus_id)),
    schools: content.schools.filter(({ school_id }) => schools.has(school_id)),
  };
}
