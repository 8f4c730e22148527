import type { Role } from '../core/access/roles.ts';
import { ROLES } from '../core/access/roles.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { issueCodes, type IssuedCode } from '../store/activations.ts';
import { record } from '../store/appointments.ts';
import { today } from '../store/clock.ts';
import { standing } from '../store/known-time.ts';
import { addPerson, type NewPerson } from '../store/people.ts';
import { lockRegion } from '../store/record-stamp.ts';
import type { Transaction } from '../store/transaction.ts';

/** Three people besides the office, none of whom can do the work of another. */
const ADMINISTRATORS: Readonly<Partial<Record<Role, string>>> = { system_admin: 'sysadmin', security_admin: 'secadmin', audit_admin: 'auditadmin' };

export interface FirstAccount {
  readonly account: string;
  readonly name: string;
  readonly password: string;
}

export type FirstPeople = { readonly outcome: 'done'; readonly codes: readonly IssuedCode[] } | { readonly outcome: 'account_taken' | 'no_region' };

/** The people that a region begins with: the office, and slips for its three administrators. Done by the program. */
export async function addFirstPeople(tx: Transaction, { account, name, password }: FirstAccount): Promise<FirstPeople> {
  const [office] = await tx.query<{ org_id: string }>(
    `select org_id from register_organisations o where o.region_id = $1 and o.kind = 'office' and ${standing('o')} order by org_id limit 1`, [tx.actor.region_id]);
  const first = await addAppointed(tx, { kind: 'staff', account, name, password }, { role: 'office', org_id: office?.org_id ?? null, from: today() });
  if (first.outcome !== 'done') return { outcome: first.outcome };
  for (const [role, called] of Object.entries(ADMINISTRATORS) as [Role, string][]) {
    const made = await addAppointed(tx, { kind: 'staff', account: called, name: ROLES[role].name.zh }, { role, org_id: null, from: today() });
    if (made.outcome !== 'done') return { outcome: made.outcome };
  }
  const issued = await issueCodes(tx, Object.values(ADMINISTRATORS));
  return issued.outcome === 'done' ? { outcome: 'done', codes: issued.codes } : { outcome: 'no_region' };
}

interface Given {
  readonly role: Role;
  readonly org_id: string | null;
  readonly from: PlainDate;
  readonly campuses?: readonly string[];
  readonly classes?: readonly string[];
  readonly staff_no?: string | null;
}

/** A person of staff with account and appointment, by the program. */
export async function addAppointed(
  tx: Transaction, person: NewPerson, { role, org_id, from, campuses = [], classes = [], staff_no = null }: Given,
): Promise<{ readonly outcome: 'done' | 'account_taken' | 'no_region' }> {
  const added = await addPerson(tx, person);
  const stamp = await lockRegion(tx);
  if (added.outcome === 'out_of_reach' || stamp === null) return { outcome: 'no_region' };
  if (added.outcome !== 'done') return { outcome: added.outcome };
  await record(tx, added.person_id, { role, org_id, campuses, classes, staff_no, from, to: null }, stamp.at);
  return { outcome: 'done' };
}
