import type { HeldRole } from '../core/access/reach.ts';

/** Who acts: the person behind the account, and the roles they hold today. */
export interface ActingPerson {
  readonly person_id: number;
  readonly roles: readonly HeldRole[];
}
