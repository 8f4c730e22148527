import type { Kind } from './kinds.ts';
import type { Action } from './policy-table.ts';
import { mayAtAll, type Reach } from './reach.ts';

/** `students.read`. */
export type Permission = `${Kind}.${Action}`;

/** What no program does in somebody's place: to approve, and to see a sealed value, takes the person. */
const BY_THE_PERSON: readonly Action[] = ['approve', 'reveal'];

/** Whether a token may be given this permission by somebody with this reach. */
export function mayHandOn(reach: Reach, permission: Permission): boolean {
  const [kind, action] = permission.split('.') as [Kind, Action];
  return !BY_THE_PERSON.includes(action) && mayAtAll(reach, kind, action);
}

/** What is left of a reach for a program that was given these permissions. */
export function narrowed(reach: Reach, permissions: readonly Permission[]): Reach {
  return new Map([...reach].filter(([permission]) => permissions.includes(permission) && mayHandOn(reach, permission)));
}
