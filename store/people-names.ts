import type { Transaction } from './transaction.ts';

/** Names of people by their numbers: who acts for an institution does so by name. */
export async function peopleNames(tx: Transaction, ids: readonly (bigint | number | string | null)[]): Promise<(id: bigint | number | string | null) => string | null> {
  const wanted = [...new Set(ids.flatMap((id) => (id === null ? [] : [String(id)])))];
  const rows = wanted.length === 0 ? [] : await tx.whole((whole) => whole.query<{ person_id: bigint; name: string }>(
    'select person_id, display_name as name from people where region_id = $1 and person_id = any($2::bigint[])', [whole.actor.region_id, wanted]));
  const names = new Map(rows.map(({ person_id, name }) => [String(person_id), name]));
  return (id) => (id === null ? null : names.get(String(id)) ?? null);
}
