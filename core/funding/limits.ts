import type { EventName } from './events.ts';
import type { PostingRefusal } from './refusals.ts';

/**
 * Movements that take from what an account holds, and never more than that: what comes in is passed on, what is due is
 * paid, an earmark is spent for its purpose. Of refunds it is what the student is due.
 */
const LIMITED: Partial<Readonly<Record<EventName, { readonly refusal: PostingRefusal; readonly of_student?: true }>>> = {
  share_paid: { refusal: 'above_due' }, dorm_paid: { refusal: 'above_due' }, other_paid: { refusal: 'above_due' }, custody_paid: { refusal: 'above_due' },
  grant_paid: { refusal: 'above_due' }, lecture_paid: { refusal: 'above_due' }, earmark_spent: { refusal: 'beyond_earmark' },
  refund_paid: { refusal: 'above_due', of_student: true }, custody_refunded: { refusal: 'above_due', of_student: true },
};

export type LimitedEvent = { readonly refusal: PostingRefusal; readonly of_student?: true };

export function limitOf(event: EventName): LimitedEvent | null {
  return LIMITED[event] ?? null;
}
