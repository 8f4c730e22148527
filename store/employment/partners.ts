import type { AgreedWith } from '../../core/employment/partners.ts';
import type { Transaction } from '../transaction.ts';

/** Every agreement that stands. To be called within `tx.whole`. */
export function agreementsOf(whole: Transaction): Promise<AgreedWith[]> {
  return whole.query<AgreedWith>(
    'select agreement_id::text, parties, programmes, valid_from as "from", valid_to as "to" from partner_agreements where region_id = $1 and superseded_at is null order by partner_agreements.agreement_id', [whole.actor.region_id]);
}
