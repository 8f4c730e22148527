import type { EventName } from './events.ts';
import type { PostingRefusal } from './refusals.ts';

/**
 * Movements that take from what an account holds, and never more than that: what comes in is passed on, what is due is
 * paid, an earmark is spent for its purpose. Of refunds it is what the student is due.
 */
const LIMITED: Partial<Readonly<Record<EventName, LimitedEvent>>> = {
  share_paid: { refusal: 'above_due' }, dorm_paid: { refusal: 'above_due' }, other_paid: { refusal: 'above_due' }, custody_paid: { refusal: 'above_due' },
  grant_paid: { refusal: 'above_due' }, lecture_paid: { refusal: 'above_due' }, earmark_spent: { refusal: 'beyond_earmark' },
  // What was passed on of these funds in one year may be spent in the next. Of other money no register tells where it came from.
  share_spent: { refusal: 'beyond_earmark', over_years: true }, dorm_spent: { refusal: 'beyond_earmark', over_years: true },
  support_paid: { refusal: 'above_due' }, support_dropped: { refusal: 'above_due' },
  refund_paid: { refusal: 'above_due', of_student: true }, custody_refunded: { refusal: 'above_due', of_student: true },
};

export interface LimitedEvent {
  readonly refusal: PostingRefusal;
  readonly of_student?: true;
  /** What is left of every year counts, not of the entry's alone. */
  readonly over_years?: true;
}

export function limitOf(event: EventName): LimitedEvent | null {
  return LIMITED[event] ?? null;
}
