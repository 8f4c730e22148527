import { mayTouch } from '../core/access/reach.ts';
import { loadRows } from './campus-rows.ts';
import type { Transaction } from './transaction.ts';

/** Whose money the actor may read of. */
export interface FundsInReach {
  /** Campuses that the actor sees, and whose funds are theirs to read. */
  readonly campuses: ReadonlyMap<string, string>;
  /** Whether it is an institution of the actor's. */
  readonly isOwn: (org_id: string) => boolean;
  /** Teachers whom the actor may read, by person. */
  readonly persons: ReadonlyMap<string, string>;
}

/** Asked in the actor's own transaction, never within `tx.whole`. */
export async function fundsInReach(tx: Transaction, persons: readonly string[]): Promise<FundsInReach> {
  const labelled = await tx.whole((whole) => whole.query<{ thing: string; scopes: string[] }>(`select thing, scopes from labels where region_id = $1 and thing like 'campus:%'`, [tx.actor.region_id]));
  const [campuses, staff] = await Promise.all([loadRows(tx, 'campuses', {}), loadRows(tx, 'staff', {}, 'r.person_id = any($2::text[])', persons)]);
  const scopes = new Map(labelled.map(({ thing, scopes: of }) => [thing, of]));
  const readable = (of: readonly string[]): boolean => mayTouch(tx.actor.reach, 'funds', 'read', of);
  return {
    campuses: new Map(campuses.filter(({ campus_id }) => readable(scopes.get(`campus:${campus_id}`) ?? [])).map(({ campus_id, name }) => [campus_id, name])),
    isOwn: (org_id) => readable([`org:${org_id}`]),
    persons: new Map(staff.map(({ person_id, name }) => [person_id, name])),
  };
}
