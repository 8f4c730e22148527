import type { Role } from '../access/roles.ts';

/** What a duty names as its place, as labels: `school:S1`, `college:H1`, `campus:C1`, `payer:G1`, `department:D1`, `firm:F1`, `county:330802`, `class:K1`, `person:T1` by the number in the register of staff. */
export type Place = readonly string[];

type Thing = 'school' | 'college' | 'campus' | 'payer' | 'department' | 'firm' | 'county' | 'class' | 'person' | 'region';

/** Of which thing of a duty's place the holder of a role has charge. */
const CHARGE: Partial<Readonly<Record<Role, Thing>>> = {
  office: 'region', city_bureau: 'region', county_bureau: 'county', finance_bureau: 'payer', department: 'department',
  college_programme: 'college', college_academic: 'college', college_finance: 'college', college_roll: 'college', college_leadership: 'college',
  school_registrar: 'school', school_finance: 'school', school_head: 'school', campus_manager: 'campus', counsellor: 'class', teacher: 'person', enterprise: 'firm',
};

/** A role at its place, as a label: whoever holds it there has the post. `school_registrar@S1`, `office@*`. */
export function postsOf(role: Role, place: Place): string[] {
  const thing = CHARGE[role];
  if (thing === undefined) return [];
  if (thing === 'region') return [`${role}@*`];
  return place.filter((label) => label.startsWith(`${thing}:`)).map((label) => `${role}@${label.slice(thing.length + 1)}`);
}

interface Held {
  readonly role: Role;
  readonly org_id: string | null;
  readonly division_code: string | null;
  readonly campuses: readonly string[];
  readonly classes: readonly string[];
  readonly staff_no?: string | null;
}

/** The posts of somebody who holds a role, as labels. */
export function postsHeld({ role, org_id, division_code, campuses, classes, staff_no = null }: Held): string[] {
  const at = (ids: readonly (string | null)[]): string[] => ids.flatMap((id) => (id === null ? [] : [`${role}@${id}`]));
  switch (CHARGE[role]) {
    case undefined: return [];
    case 'region': return [`${role}@*`];
    case 'county': return at([division_code]);
    case 'campus': return at(campuses);
    case 'class': return at(classes);
    case 'person': return at([staff_no]);
    default: return at([org_id]);
  }
}
