import type { ParameterChange } from '../core/policy/changed-pack.ts';
import { lastMoment, type Known } from './known-time.ts';
import type { Transaction } from './transaction.ts';

/** The values that the region decided to change, in the order in which they were decided, as far as known then. */
export function loadParameterChanges(tx: Transaction, known_on?: Known): Promise<ParameterChange[]> {
  return tx.query<ParameterChange>(
    `select key, value, valid_from as "from", matter_id::text, decided_on, reason from changed_parameters
     where region_id = $1 and ($2::timestamptz is null or recorded_at <= $2::timestamptz) order by recorded_at, matter_id`,
    [tx.actor.region_id, lastMoment(known_on)]);
}
