import { capacitiesIn, type Acting } from '../../core/approvals/capacities.ts';
import type { Capacity } from '../../core/approvals/decide.ts';
import { holderColumns, holderOf, roleDay, type HolderRow } from '../held-roles.ts';
import type { Transaction } from '../transaction.ts';

/** The person who asks, and as what they may act today. */
export interface ActingPerson {
  readonly person: string;
  readonly acting: readonly Acting[];
}

/** Asked in the transaction of the step itself, so that an office that ended a moment ago is felt. Null for an account that is nobody's today. */
export async function actingPerson(tx: Transaction): Promise<ActingPerson | null> {
  const [row] = await tx.whole((whole) => whole.query<HolderRow>(
    `select ${holderColumns('$3')} from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id
     where a.region_id = $1 and a.account = $2 and a.closed_at is null and p.closed_at is null`, [tx.actor.region_id, tx.actor.account, roleDay()]));
  const holder = row === undefined ? null : holderOf(row);
  if (holder === null) return null;
  return { person: String(holder.person_id), acting: [...holder.roles.map((held) => ({ ...held, in_stead_of: null })), ...holder.standing_in] };
}

/** As what the person may act in a matter with these labels. */
export function capacitiesOf({ acting }: ActingPerson, scopes: readonly string[]): Capacity[] {
  return capacitiesIn(acting, scopes);
}
