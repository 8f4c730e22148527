import type { Transaction } from './transaction.ts';

/**
 * Labels of what institutions do together: those of each of them. A college works with many counties, so the county
 * where it stands has no part in that. To be worked out when it is recorded.
 */
export async function cooperationScopes(tx: Transaction, colleges: readonly string[], others: readonly string[]): Promise<string[]> {
  const things = others.map((id) => `org:${id}`);
  const rows = await tx.whole((whole) => whole.query<{ scopes: string[] }>(
    'select scopes from labels where region_id = $1 and thing = any($2::text[])', [tx.actor.region_id, things]));
  return [...new Set([...colleges.map((id) => `org:${id}`), ...things, ...rows.flatMap(({ scopes }) => scopes)])].sort();
}

/** Labels of what is done for a campus: those of the campus. Empty where there is no such campus. */
export async function campusScopes(tx: Transaction, campus_id: string): Promise<string[]> {
  const rows = await tx.whole((whole) => whole.query<{ scopes: string[] }>(
    'select scopes from labels where region_id = $1 and thing = $2', [tx.actor.region_id, `campus:${campus_id}`]));
  return rows.flatMap(({ scopes }) => scopes);
}
