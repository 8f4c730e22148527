import { inForce, type Period } from '../../core/values/period.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import type { Transaction } from '../transaction.ts';

export interface AgreedWith extends Period {
  readonly agreement_id: string;
  readonly parties: readonly string[];
  readonly programmes: readonly string[];
}

/** Agreements that stand, of these schools' or all. To be called within `tx.whole`. */
export function agreementsOf(whole: Transaction): Promise<AgreedWith[]> {
  return whole.query<AgreedWith>(
    'select agreement_id::text, parties, programmes, valid_from as "from", valid_to as "to" from partner_agreements where region_id = $1 and superseded_at is null order by partner_agreements.agreement_id', [whole.actor.region_id]);
}

/** The agreement by which a firm is a partner of a programme on a day: one about the programme, or about no programme in particular with its school. */
export function partnership(agreements: readonly AgreedWith[], firm_id: string, { programme_id, school_id }: { readonly programme_id: string; readonly school_id: string }, on: PlainDate): AgreedWith | null {
  return agreements.find((one) => inForce(one, on) && one.parties.includes(firm_id) && (one.programmes.includes(programme_id) || one.programmes.length === 0 && one.parties.includes(school_id))) ?? null;
}
