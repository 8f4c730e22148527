import type { HeldRole, Standing } from '../../core/access/reach.ts';
import { ROLE_NAMES, type Role } from '../../core/access/roles.ts';
import type { Place, Somebody } from './policy-oracle.ts';
import { COUNTIES, orgId, thingId, VARIANTS, type Side, type UnitName } from './units.ts';

/** Somebody who asks: as the oracle sees them, and as what they are appointed in the store. */
export interface Asking extends Somebody {
  readonly account: string;
  readonly side: Side;
  /** Null: nobody is signed in. */
  readonly standing: Standing | null;
}

const OTHER_SIDE: Readonly<Record<Side, Side>> = { a: 'b', b: 'a' };

/** Where a role's organisation stands. */
function orgOf(role: Role, side: Side): string | null {
  if (role === 'office') return orgId('office', 'r');
  if (role === 'city_bureau') return orgId('bureau', 'r');
  if (role === 'county_bureau') return orgId('county', side);
  if (role === 'finance_bureau') return orgId('payer', side);
  if (role === 'department' || role === 'enterprise') return orgId(role, side);
  if (role.startsWith('college_')) return orgId('college', side);
  return role.startsWith('school_') || role === 'campus_manager' || role === 'counsellor' || role === 'teacher' ? orgId('school', side) : null;
}

/** Every variant of a unit's campus or class: the states of one's own things. */
const ownThings = (thing: 'campus' | 'class' | 'student', side: Side): string[] => VARIANTS.map((variant) => thingId(thing, `${side}1` as UnitName, variant));

function heldBy(role: Role, side: Side): HeldRole {
  return {
    role, org_id: orgOf(role, side), division_code: role === 'county_bureau' ? COUNTIES[side] : null,
    campuses: role === 'campus_manager' ? ownThings('campus', side) : [], classes: role === 'counsellor' ? ownThings('class', side) : [],
    ...(role === 'teacher' && { staff_no: thingId('person', `${side}1` as UnitName, 'standing') }),
  };
}

/** What a role at its place is called where duties say who owes them. */
function postsAt(role: Role, side: Side): string[] {
  const at = (ids: readonly (string | null)[]): string[] => ids.map((id) => `${role}@${id}`);
  if (role === 'office' || role === 'city_bureau') return [`${role}@*`];
  if (role === 'county_bureau') return at([COUNTIES[side]]);
  if (role === 'campus_manager') return at(ownThings('campus', side));
  if (role === 'counsellor') return at(ownThings('class', side));
  if (role === 'teacher') return [`teacher@${thingId('person', `${side}1` as UnitName, 'standing')}`];
  return role === 'finance_bureau' || role === 'department' || role === 'enterprise' || role.startsWith('college_') || role.startsWith('school_') ? at([orgOf(role, side)]) : [];
}

function placeOf(role: Role, side: Side, student: string): Place {
  const org = orgOf(role, side);
  return {
    role,
    levels: {
      Y: [`county:${COUNTIES[side]}`], O: org === null ? [] : [`org:${org}`],
      C: ownThings('campus', side).map((id) => `campus:${id}`), K: ownThings('class', side).map((id) => `class:${id}`),
      P: postsAt(role, side), T: [`person:${thingId('person', `${side}1` as UnitName, 'standing')}`], L: org === null ? [] : [`roll:${org}`], N: org === null ? [] : [`round:${org}`],
      S: role === 'student' ? [`student:${student}`] : ['self'], W: ownThings('student', side).map((id) => `student:${id}`),
    },
  };
}

function asking(role: Role, side: Side, more: { readonly name?: string; readonly student?: string; readonly granted?: readonly string[] } = {}): Asking {
  const student = more.student ?? thingId('student', `${side}1`, 'standing');
  const granted = more.granted ?? [];
  return {
    account: more.name ?? `${role}.${side}`, side, places: [placeOf(role, side, student)], granted,
    standing: { roles: [heldBy(role, side)], student_id: role === 'student' ? student : null, wards: role === 'guardian' ? ownThings('student', side) : [], granted },
  };
}

const nobody = (account: string, standing: Standing | null): Asking => ({ account, side: 'a', places: [], granted: [], standing });

export const ANONYMOUS = nobody('anonymous', null);
/** Signed in once, and appointed to nothing. */
export const NO_APPOINTMENT = nobody('nothing.a', { roles: [], student_id: null, wards: [], granted: [] });

/** A role of each side of the world. */
export function rolesOf(side: Side): Asking[] {
  return ROLE_NAMES.map((role) => asking(role, side));
}

/** What no single role is: grants, two appointments at once, and the students of the other states. */
export const MORE: readonly Asking[] = [
  asking('office', 'a', { name: 'office.granted', granted: ['*'] }),
  asking('school_head', 'a', { name: 'head.granted', granted: [`class:${thingId('class', 'b1', 'standing')}`] }),
  // A grant to somebody outside the pilot's staff opens nothing; the oracle is told of none.
  { ...asking('enterprise', 'a', { name: 'enterprise.granted' }), standing: { ...standingOf('enterprise'), granted: ['*'] } },
  asking('student', 'a', { name: 'student.answered', student: thingId('student', 'a1', 'answered') }),
  asking('student', 'a', { name: 'student.ended', student: thingId('student', 'a1', 'ended') }),
  twoPlaces('head.counsellor', 'school_head', 'counsellor'),
];

function standingOf(role: Role): Standing {
  return { roles: [heldBy(role, 'a')], student_id: null, wards: [], granted: [] };
}

/** One role on the one side, another on the other. */
function twoPlaces(account: string, here: Role, there: Role): Asking {
  const one = asking(here, 'a');
  const other = asking(there, OTHER_SIDE.a);
  return {
    ...one, account, places: [...one.places, ...other.places],
    standing: { ...standingOf(here), roles: [heldBy(here, 'a'), heldBy(there, OTHER_SIDE.a)] },
  };
}

export const EVERYBODY: readonly Asking[] = [ANONYMOUS, NO_APPOINTMENT, ...rolesOf('a'), ...rolesOf('b'), ...MORE];

