import type { Row } from '../../core/exchange/sheets.ts';
import { loadRows } from '../campus-rows.ts';
import type { Transaction } from '../transaction.ts';

/** M9-a: the programme of a scheme; null where there is none. To be called within `tx.whole`. */
export async function programmeOf(whole: Transaction, programme_id: string): Promise<Row<'programmes'> | null> {
  return (await loadRows(whole, 'programmes', {}, 'r.key = $2', programme_id))[0] ?? null;
}

/** Labels of those who draw up a scheme: the college, and its academic affairs by that office, which has no part in the college's other matters. */
export const drafterLabels = (college_id: string): string[] => [`org:${college_id}`, `college_academic@${college_id}`];

/** Labels by which college, school and firms have a scheme in reach. To be called within `tx.whole`. */
export async function scopesOfScheme(whole: Transaction, programme_id: string, firms?: readonly string[]): Promise<string[]> {
  const programme = await programmeOf(whole, programme_id);
  if (programme === null) return [];
  const rows = await whole.query<{ scopes: string[] }>(
    'select scopes from labels where region_id = $1 and thing = any($2::text[])', [whole.actor.region_id, [`org:${programme.school_id}`]]);
  const taking = firms ?? programme.enterprises ?? [];
  return [...new Set([...drafterLabels(programme.college_id), `org:${programme.school_id}`, ...rows.flatMap(({ scopes }) => scopes), ...taking.map((id) => `org:${id}`)])].sort();
}

/** The firms of the register, by id. To be called within `tx.whole`. */
export async function firmsOf(whole: Transaction): Promise<Map<string, string>> {
  const rows = await loadRows(whole, 'organisations', {}, 'r.kind = $2', 'enterprise');
  return new Map(rows.map(({ org_id, name }) => [org_id, name]));
}
