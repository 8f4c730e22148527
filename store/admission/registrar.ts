import type { Role } from '../../core/access/roles.ts';
import { actingPerson } from '../matters/acting.ts';
import type { Transaction } from '../transaction.ts';

/** Whether the actor holds a role at an organisation themselves: rolls are kept by name, not in somebody's stead. */
export async function holds(tx: Transaction, role: Role, org_id: string): Promise<boolean> {
  const person = await actingPerson(tx);
  return person?.acting.some((held) => held.role === role && held.org_id === org_id && held.in_stead_of === null) ?? false;
}
