import { compatible, needsSecondFactor, type Role } from '../access/roles.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Leave to act in one's stead, as it is to be given. */
export interface Delegating {
  readonly role: Role;
  readonly first_day: PlainDate;
  readonly last_day: PlainDate;
}

export interface DelegatingFacts {
  readonly oneself: boolean;
  /** The roles that the giver holds today; leave that was given to them is none of their own. */
  readonly own: readonly Role[];
  /** The roles of the one who is to stand in; empty where it is nobody of the same organisation. */
  readonly deputy: readonly Role[];
  readonly today: PlainDate;
}

export type DelegatingRefusal =
  /** Nobody stands in for oneself. */
  | 'oneself'
  /** One gives only what one holds. */
  | 'not_your_office'
  /** Not a colleague of the same institution. */
  | 'unknown_deputy'
  /** The last day is before the first, or past, or too far away. */
  | 'days_not_possible'
  /** Who signs in without a second factor does not decide in the stead of who needs one. */
  | 'deputy_without_factor'
  /** The role is held beside no other. */
  | 'held_alone';

/** Leave holds a year at most, then it is given again. */
export const MOST_DAYS = 366;

/** Why leave is refused; null when it may be given. `daysAhead`: from today to the last day. */
export function refusalOfDelegating({ role, first_day, last_day }: Delegating, { oneself, own, deputy, today }: DelegatingFacts, daysAhead: number): DelegatingRefusal | null {
  if (oneself) return 'oneself';
  if (!own.includes(role)) return 'not_your_office';
  if (deputy.length === 0) return 'unknown_deputy';
  if (last_day < first_day || last_day < today || daysAhead > MOST_DAYS) return 'days_not_possible';
  if (!compatible([...deputy, role])) return 'held_alone';
  return needsSecondFactor([role]) && !needsSecondFactor(deputy) ? 'deputy_without_factor' : null;
}
