import type { Role } from '../../core/access/roles.ts';
import { actingPerson } from '../matters/acting.ts';
import type { Transaction } from '../transaction.ts';

/** Who acts in teaching: in their own name, never in somebody's stead. */
export interface TeachingPerson {
  readonly person_id: number | null;
  readonly holds: (role: Role, org_id: string) => boolean;
  readonly teaches: (staff_no: string | null) => boolean;
  readonly heads: (class_id: string) => boolean;
}

export async function whoActs(tx: Transaction): Promise<TeachingPerson> {
  const person = await actingPerson(tx);
  const own = (person?.acting ?? []).filter(({ in_stead_of }) => in_stead_of === null);
  return {
    person_id: person === null ? null : Number(person.person),
    holds: (role, org_id) => own.some((held) => held.role === role && held.org_id === org_id),
    teaches: (staff_no) => staff_no !== null && own.some((held) => held.role === 'teacher' && held.staff_no === staff_no),
    heads: (class_id) => own.some((held) => held.role === 'counsellor' && held.classes.includes(class_id)),
  };
}
