import type { Kind } from '../access/kinds.ts';
import type { Action } from '../access/policy-table.ts';
import { mayTouch, reachOf, type HeldRole } from '../access/reach.ts';
import type { Capacity } from './decide.ts';

/** A role with the places that it is for: one's own, or that of the person in whose stead one acts. */
export interface Acting extends HeldRole {
  readonly in_stead_of: string | null;
}

/**
 * As what somebody may act in a matter, or in another kind of record, that carries these labels: by each role alone, so that the head of one school
 * who has some other office at a second one is no head there.
 */
export function capacitiesIn(acting: readonly Acting[], scopes: readonly string[], kind: Kind = 'matters', action: Action = 'approve'): Capacity[] {
  return acting.filter((held) => mayTouch(reachOf({ roles: [held], student_id: null, wards: [], granted: [] }), kind, action, scopes))
    .map(({ role, in_stead_of }) => ({ role, in_stead_of }));
}
