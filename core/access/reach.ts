import { postsHeld } from '../duties/post.ts';
import { KINDS, MINOR_KINDS, type Kind } from './kinds.ts';
import { ACTIONS, POLICY, type Action, type Relation } from './policy-table.ts';
import type { Role } from './roles.ts';

/** A role that a person holds now. */
export interface HeldRole {
  readonly role: Role;
  /** The organisation of the appointment; null for the region as a whole and for persons. */
  readonly org_id: string | null;
  /** GB/T 2260 code of the organisation's division; null where it is not known. */
  readonly division_code: string | null;
  /** The campuses or classes that it is narrowed to; empty where it is not. */
  readonly campuses: readonly string[];
  readonly classes: readonly string[];
  /** Of a teacher: as whom of the register of staff; left out for everybody else. */
  readonly staff_no?: string | null;
}

/** Everything that decides what somebody may touch. */
export interface Standing {
  readonly roles: readonly HeldRole[];
  /** The student that the person is, if any. */
  readonly student_id: string | null;
  /** The students whom the person is a guardian of. */
  readonly wards: readonly string[];
  /** Labels of minors' records that a grant in force opens for reading. */
  readonly granted: readonly string[];
  /** Roles of others in whose stead the person acts today: in matters, and in nothing else. */
  readonly standing_in?: readonly HeldRole[];
}

/** `*` is everything of the region; otherwise a record is in reach that carries one of the labels. */
export type Labels = '*' | readonly string[];

/** For each kind and action the labels in reach; what is not there is out of reach altogether. */
export type Reach = ReadonlyMap<`${Kind}.${Action}`, Labels>;

/** Nothing at all: an actor of whom nothing is known. */
export const NOTHING: Reach = new Map();
/** The program itself. */
export const EVERYTHING: Reach = new Map(KINDS.flatMap((kind) => ACTIONS.map((action) => [`${kind}.${action}` as const, '*' as const])));
/** What it takes to find out who asks: accounts, the names of their organisations, and what was granted to them. */
export const LOOKING_UP: Reach = new Map((['accounts', 'reference', 'grants'] as const).map((kind) => [`${kind}.read` as const, '*' as const]));

/** What the policy table gives to somebody; labels are sorted, so that equal reaches read the same. */
export function reachOf(standing: Standing): Reach {
  const reach = new Map<`${Kind}.${Action}`, Set<string> | '*'>();
  const add = (key: `${Kind}.${Action}`, labels: Labels): void => {
    const known = reach.get(key);
    if (known === '*' || labels === '*') reach.set(key, '*');
    else if (labels.length > 0) reach.set(key, new Set([...known ?? [], ...labels]));
  };
  const addRole = (held: HeldRole, only?: Kind): void => {
    for (const { kinds, relation, actions } of POLICY[held.role]) {
      const labels = labelsOf(relation, held, standing);
      for (const kind of kinds) if (only === undefined || kind === only) for (const action of actions) add(`${kind}.${action}`, labels);
    }
  };
  for (const held of standing.roles) addRole(held);
  for (const held of standing.standing_in ?? []) addRole(held, 'matters');
  // A grant widens what somebody of the pilot's staff may read; to nobody else can one be given.
  if (reach.has('grants.write')) {
    const granted: Labels = standing.granted.includes('*') ? '*' : standing.granted;
    for (const kind of MINOR_KINDS) add(`${kind}.read`, granted);
  }
  return new Map([...reach].map(([key, labels]) => [key, labels === '*' ? labels : [...labels].sort()]));
}

function labelsOf(relation: Relation, held: HeldRole, { student_id, wards }: Standing): Labels {
  switch (relation) {
    case 'region': return '*';
    case 'county': return held.division_code === null ? [] : [`county:${held.division_code}`];
    case 'organisation': return held.org_id === null ? [] : [`org:${held.org_id}`];
    case 'rolls': return held.org_id === null ? [] : [`roll:${held.org_id}`];
    case 'rounds': return held.org_id === null ? [] : [`round:${held.org_id}`];
    case 'campuses': return held.campuses.map((id) => `campus:${id}`);
    case 'classes': return held.classes.map((id) => `class:${id}`);
    case 'self': return student_id === null ? ['self'] : [`student:${student_id}`];
    case 'post': return postsHeld(held);
    case 'taught': return held.staff_no == null ? [] : [`person:${held.staff_no}`];
    case 'wards': return wards.map((id) => `student:${id}`);
  }
}

/** Whether somebody may do this with any record of the kind at all. */
export function mayAtAll(reach: Reach, kind: Kind, action: Action): boolean {
  return reach.has(`${kind}.${action}`);
}

/** Whether this reach holds a record that carries these labels. */
export function mayTouch(reach: Reach, kind: Kind, action: Action, scopes: readonly string[]): boolean {
  const labels = reach.get(`${kind}.${action}`);
  return labels === '*' || (labels?.some((label) => scopes.includes(label)) ?? false);
}
