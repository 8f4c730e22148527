import { overlaps, type Period } from '../values/period.ts';
import { compatible, ROLES, type OrganisationKind, type Role } from './roles.ts';

/** What somebody is to be appointed to. */
export interface Appointing extends Period {
  readonly role: Role;
  readonly org_id: string | null;
  readonly campuses: readonly string[];
  readonly classes: readonly string[];
  /** Of a teacher: as whom of the register of staff. */
  readonly staff_no?: string | null;
}

/** What the appointment is judged by. */
export interface AppointingFacts {
  /** Whether whoever appoints is that very person. */
  readonly oneself: boolean;
  readonly person: { readonly kind: 'staff' | 'student' | 'guardian'; readonly closed: boolean };
  /** The kind of the organisation that is named; null where there is none of that id. */
  readonly organisation: OrganisationKind | null;
  /** Of the campuses, classes and staff named, those that are not the organisation's. */
  readonly foreign: readonly string[];
  /** Appointments of the person that have not been ended. */
  readonly held: readonly Appointing[];
}

export type AppointingRefusal =
  /** Nobody appoints oneself. */
  | 'oneself'
  | 'person_closed'
  /** Only staff is appointed: students and guardians are what they are by the registers. */
  | 'not_staff'
  | 'ends_before_it_begins'
  | 'unknown_organisation'
  /** The role is held in organisations of other kinds, or in none. */
  | 'role_elsewhere'
  /** A campus manager without campus, a counsellor without class, a teacher without number of the staff, or any of them of another organisation. */
  | 'narrowed_wrongly'
  /** Together with a role of the same days that must be held alone. */
  | 'held_alone'
  /** The same role at the same organisation on the same days. */
  | 'held_already';

/** Roles that are nothing without the campuses or classes that they are for. */
const NARROWED: Partial<Readonly<Record<Role, 'campuses' | 'classes'>>> = { campus_manager: 'campuses', counsellor: 'classes' };

/** Why an appointment is refused; null when it may be made. */
export function refusalOfAppointing(wanted: Appointing, facts: AppointingFacts): AppointingRefusal | null {
  if (facts.oneself) return 'oneself';
  if (facts.person.closed) return 'person_closed';
  if (facts.person.kind !== 'staff') return 'not_staff';
  if (wanted.to !== null && wanted.to < wanted.from) return 'ends_before_it_begins';
  const place = refusalOfPlace(wanted, facts);
  if (place !== null) return place;
  const beside = facts.held.filter((one) => overlaps(one, wanted));
  if (beside.some((one) => !compatible([one.role, wanted.role]))) return 'held_alone';
  return beside.some((one) => one.role === wanted.role && one.org_id === wanted.org_id && sameNarrowing(one, wanted)) ? 'held_already' : null;
}

function refusalOfPlace(wanted: Appointing, facts: AppointingFacts): AppointingRefusal | null {
  const { at } = ROLES[wanted.role];
  if (at === 'person') return 'role_elsewhere';
  if (at === 'region') {
    if (wanted.org_id !== null) return 'role_elsewhere';
  } else {
    if (wanted.org_id === null || facts.organisation === null) return 'unknown_organisation';
    if (!(at as readonly OrganisationKind[]).includes(facts.organisation)) return 'role_elsewhere';
  }
  const narrowed = NARROWED[wanted.role];
  for (const by of ['campuses', 'classes'] as const) {
    if ((wanted[by].length > 0) !== (by === narrowed)) return 'narrowed_wrongly';
  }
  const asStaff = (wanted.staff_no ?? null) !== null;
  if (asStaff !== (wanted.role === 'teacher')) return 'narrowed_wrongly';
  return facts.foreign.length > 0 ? 'narrowed_wrongly' : null;
}

function sameNarrowing(a: Appointing, b: Appointing): boolean {
  const of = ({ campuses, classes, staff_no }: Appointing): string => [...campuses, ...classes, staff_no ?? ''].sort().join('\n');
  return of(a) === of(b);
}
