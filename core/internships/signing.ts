import { guardianRequired } from '../agreements/age.ts';
import { waysOf } from '../agreements/signing.ts';
import type { ValueOf } from '../duties/declaration.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { BEFORE, PARTIES, type Party } from './parties.ts';

/** A signature that stands. */
export interface Signed {
  readonly party: Party;
  readonly on: PlainDate;
  readonly person_id: number | null;
}

/** The agreement on an internship as far as signing goes: its content never changes, another post is another agreement. */
export interface ToSign {
  readonly content_hash: string;
  readonly birth_date: PlainDate;
  /** Whether it is still wanted: nothing is signed of what was given up or is over. */
  readonly open: boolean;
  readonly signatures: readonly Signed[];
}

export const SIGNATURE_REFUSALS = ['content_changed', 'placement_over', 'signed_already', 'others_first', 'not_electronic', 'not_on_paper', 'same_person', 'day_not_possible', 'no_rule_in_force', 'not_for_this_party'] as const;
export type SignatureRefusal = (typeof SIGNATURE_REFUSALS)[number];

/** S2-i, B62: why a party may not sign now; null where it may. Each signs once, in their order, nobody for two. */
export function refusalOfSignature(placement: ToSign, { party, content_hash, person_id, on }: { readonly party: Party; readonly content_hash: string; readonly person_id: number; readonly on: PlainDate }, value: ValueOf): SignatureRefusal | null {
  if (placement.content_hash !== content_hash) return 'content_changed';
  if (!placement.open) return 'placement_over';
  if (!waysOf(value).includes('electronic')) return value('agreement.signing') === undefined ? 'no_rule_in_force' : 'not_electronic';
  if (placement.signatures.some((one) => one.party === party)) return 'signed_already';
  if (placement.signatures.some((one) => one.person_id === person_id)) return 'same_person';
  const missing = missingParties(placement, value, on);
  if (missing === null) return 'no_rule_in_force';
  return BEFORE[party].some((before) => missing.includes(before)) ? 'others_first' : null;
}

/** Who signed on paper on which day, as the school says. */
export type SignedOnPaper = Readonly<Partial<Record<Party, PlainDate>>>;

/** B62: why what was signed on paper cannot be recorded; null where it can. Nobody signs before those who are to sign first. */
export function refusalOfPaper(placement: ToSign, { content_hash, signed, on }: { readonly content_hash: string; readonly signed: SignedOnPaper; readonly on: PlainDate }, value: ValueOf): SignatureRefusal | null {
  if (placement.content_hash !== content_hash) return 'content_changed';
  if (!placement.open) return 'placement_over';
  if (!waysOf(value).includes('paper')) return value('agreement.signing') === undefined ? 'no_rule_in_force' : 'not_on_paper';
  const given = PARTIES.filter((party) => signed[party] !== undefined);
  if (given.length === 0 || given.some((party) => (signed[party] as PlainDate) > on)) return 'day_not_possible';
  if (given.some((party) => placement.signatures.some((one) => one.party === party))) return 'signed_already';
  const all = [...placement.signatures, ...given.map((party) => ({ party, on: signed[party] as PlainDate, person_id: null }))];
  const missing = missingParties({ ...placement, signatures: all }, value, on);
  if (missing === null) return 'no_rule_in_force';
  if (given.some((party) => BEFORE[party].some((before) => missing.includes(before)))) return 'others_first';
  const dayOf = new Map(all.map((one) => [one.party, one.on]));
  return all.some((one) => BEFORE[one.party].some((before) => (dayOf.get(before) ?? one.on) > one.on)) ? 'day_not_possible' : null;
}

/** The parties whose signature is wanting, in their order; null where no rule says whether a guardian signs (B24). */
export function missingParties({ signatures, birth_date }: Pick<ToSign, 'signatures' | 'birth_date'>, value: ValueOf, on: PlainDate): Party[] | null {
  const guardian = guardianRequired(value, birth_date, signatures.find(({ party }) => party === 'student')?.on ?? on);
  if (guardian === null) return null;
  return PARTIES.filter((party) => (party !== 'guardian' || guardian) && !signatures.some((one) => one.party === party));
}

/** The day on which the last has signed; null while somebody is wanting. */
export function agreedOn(placement: Pick<ToSign, 'signatures' | 'birth_date'>, value: ValueOf, on: PlainDate): PlainDate | null {
  if (missingParties(placement, value, on)?.length !== 0) return null;
  return placement.signatures.map((one) => one.on).toSorted().at(-1) ?? null;
}
