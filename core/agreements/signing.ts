import type { ValueOf } from '../duties/declaration.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { guardianRequired } from './age.ts';
import { BEFORE, PARTIES, type Party } from './party.ts';

/** A signature that stands. */
export interface Signed {
  readonly party: Party;
  readonly on: PlainDate;
  readonly person_id: number | null;
}

/** A version of an agreement as far as signing goes. */
export interface ToSign {
  readonly version: number;
  readonly content_hash: string;
  /** The version that was drawn up last. */
  readonly last_version: number;
  readonly birth_date: PlainDate;
  /** B37: the student left after the secondary stage, and the agreement with it. */
  readonly ended: boolean;
  readonly signatures: readonly Signed[];
}

export interface Attempt {
  readonly party: Party;
  /** What was read. */
  readonly version: number;
  readonly content_hash: string;
  readonly person_id: number;
  readonly on: PlainDate;
  /** How many are signed in this act. */
  readonly many: number;
}

export const SIGNATURE_REFUSALS = [
  'content_changed', 'signed_already', 'others_first', 'not_electronic', 'no_batch', 'same_person', 'no_rule_in_force', 'agreement_ended',
] as const;
export type SignatureRefusal = (typeof SIGNATURE_REFUSALS)[number];

/** Under which clause a signature is refused. */
export const REFUSAL_CLAUSES: Readonly<Record<SignatureRefusal, string>> = {
  content_changed: 'R3-f', signed_already: 'R3-e', others_first: 'R3-e', not_electronic: 'R3-e', no_batch: 'R3-e', same_person: 'R3-e', no_rule_in_force: 'R3-e', agreement_ended: 'R3-f',
};

/**
 * R3-e: why a party may not sign now; null where it may. The content is that of the last version, each party signs once,
 * the family before the school and the school before the college, and nobody for two parties.
 */
export function refusalOfSignature(agreement: ToSign, attempt: Attempt, value: ValueOf): SignatureRefusal | null {
  const { party, on, many, person_id } = attempt;
  if (agreement.ended) return 'agreement_ended';
  if (agreement.last_version !== attempt.version || agreement.content_hash !== attempt.content_hash) return 'content_changed';
  if (!waysOf(value).includes('electronic')) return value('agreement.signing') === undefined ? 'no_rule_in_force' : 'not_electronic';
  if (party === 'college' && many > 1 && value('agreement.college_batch') !== true) return 'no_batch';
  if (agreement.signatures.some((one) => one.party === party)) return 'signed_already';
  if (agreement.signatures.some((one) => one.person_id === person_id)) return 'same_person';
  const missing = missingParties(agreement, value, on);
  if (missing === null) return 'no_rule_in_force';
  return BEFORE[party].some((before) => missing.includes(before)) ? 'others_first' : null;
}

/** B62: the ways of signing that count. */
export function waysOf(value: ValueOf): readonly string[] {
  return String(value('agreement.signing') ?? '').split(';');
}

/** The parties whose signature is wanting, in their order; null where no rule says whether a guardian signs. */
export function missingParties({ signatures, birth_date }: Pick<ToSign, 'signatures' | 'birth_date'>, value: ValueOf, on: PlainDate): Party[] | null {
  const byStudent = signatures.find(({ party }) => party === 'student')?.on ?? on;
  const guardian = guardianRequired(value, birth_date, byStudent);
  if (guardian === null) return null;
  return PARTIES.filter((party) => (party !== 'guardian' || guardian) && !signatures.some((one) => one.party === party));
}
