import type { HeldRole } from '../access/reach.ts';
import type { Role } from '../access/roles.ts';
import type { Answerers } from './questions.ts';

const GROUP: Partial<Readonly<Record<Role, Answerers>>> = {
  student: 'student', guardian: 'guardian', teacher: 'teacher', counsellor: 'teacher', campus_manager: 'school_staff', school_head: 'school_staff', school_registrar: 'school_staff', school_finance: 'school_staff',
  college_programme: 'college_staff', college_academic: 'college_staff', college_finance: 'college_staff', college_roll: 'college_staff', college_leadership: 'college_staff',
  enterprise: 'enterprise', office: 'bureau', city_bureau: 'bureau', county_bureau: 'bureau', finance_bureau: 'bureau', department: 'bureau',
};
/** Somebody who is several things answers as the first of these. */
const FIRST: readonly Answerers[] = ['student', 'enterprise', 'teacher', 'school_staff', 'college_staff', 'bureau', 'guardian'];

/** As what somebody answers, and by which of their roles; null for those who are not asked. Administrators and auditors look at the pilot from outside. */
export function answersAs(roles: readonly HeldRole[]): { readonly group: Answerers; readonly held: HeldRole } | null {
  for (const group of FIRST) {
    const held = roles.find(({ role }) => GROUP[role] === group);
    if (held !== undefined) return { group, held };
  }
  return null;
}
