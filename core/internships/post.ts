import type { PartnerAgreement } from '../partners/agreement.ts';
import { inForce } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A post that a firm offers for a term (S2-g). */
export interface PostDraft {
  readonly employer_id: string;
  readonly title: string;
  readonly seats: number;
  readonly programmes: readonly string[];
  readonly place: string;
  /** Yuan a month as a decimal; null where the firm does not say. */
  readonly wage_yuan: string | null;
  readonly safety_contact: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** S2-g: a firm offers its own posts; a department or park those of any firm. */
export function mayOfferFor(offered_by: string, employer_id: string, kind: string | undefined): boolean {
  return offered_by === employer_id || kind === 'department' || kind === 'park' || kind === 'government';
}

interface Known {
  readonly organisations: ReadonlyMap<string, { readonly kind: string }>;
  readonly programmes: ReadonlyMap<string, { readonly school_id: string; readonly college_id: string }>;
  readonly agreements: readonly PartnerAgreement[];
  readonly today: PlainDate;
}

export type PostRefusal =
  | { readonly why: 'ends_before_it_begins' | 'over_already' | 'no_programme' | 'seats_below_placed' }
  | { readonly why: 'not_a_firm' | 'no_partner_agreement' | 'unknown_programme' | 'programme_of_others'; readonly id: string };

/** S2-h: the agreements of a firm with a college or school that hold today and on a day. */
export function partnersOn(agreements: readonly PartnerAgreement[], employer_id: string, ...days: readonly PlainDate[]): PartnerAgreement[] {
  return agreements.filter((one) => one.parties.includes(employer_id) && days.every((day) => inForce(one, day)));
}

/** S2-g, S2-h: why a post cannot be offered; null where it can. Only a firm whose agreement holds offers posts, and to programmes of its partners. */
export function refusalOfPost({ employer_id, programmes, from, to }: Pick<PostDraft, 'employer_id' | 'programmes' | 'from' | 'to'>, known: Known): PostRefusal | null {
  if (to < from) return { why: 'ends_before_it_begins' };
  if (to < known.today) return { why: 'over_already' };
  if (known.organisations.get(employer_id)?.kind !== 'enterprise') return { why: 'not_a_firm', id: employer_id };
  const partners = partnersOn(known.agreements, employer_id, known.today, from);
  if (partners.length === 0) return { why: 'no_partner_agreement', id: employer_id };
  if (programmes.length === 0) return { why: 'no_programme' };
  for (const id of programmes) {
    const programme = known.programmes.get(id);
    if (programme === undefined) return { why: 'unknown_programme', id };
    // A college has many schools: it is the school that places, or the agreement names the programme.
    if (!partners.some((one) => one.parties.includes(programme.school_id) || one.programmes.includes(id))) return { why: 'programme_of_others', id };
  }
  return null;
}
