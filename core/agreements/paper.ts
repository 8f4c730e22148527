import type { ValueOf } from '../duties/declaration.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { BEFORE, PARTIES, type Party } from './party.ts';
import { missingParties, waysOf, type ToSign } from './signing.ts';

/** Who signed on paper on which day, as the school says. */
export type SignedOnPaper = Readonly<Partial<Record<Party, PlainDate>>>;

export const PAPER_REFUSALS = ['content_changed', 'signed_already', 'others_first', 'day_not_possible', 'not_on_paper', 'no_rule_in_force', 'agreement_ended'] as const;
export type PaperRefusal = (typeof PAPER_REFUSALS)[number];

/** B62: why what was signed on paper cannot be recorded; null where it can. The order holds by days: nobody signs before those who are to sign first. */
export function refusalOfPaper(
  agreement: ToSign, { version, content_hash, signed, on }: { readonly version: number; readonly content_hash: string; readonly signed: SignedOnPaper; readonly on: PlainDate }, value: ValueOf,
): PaperRefusal | null {
  if (agreement.ended) return 'agreement_ended';
  if (agreement.last_version !== version || agreement.content_hash !== content_hash) return 'content_changed';
  if (!waysOf(value).includes('paper')) return value('agreement.signing') === undefined ? 'no_rule_in_force' : 'not_on_paper';
  const given = PARTIES.filter((party) => signed[party] !== undefined);
  if (given.length === 0 || given.some((party) => (signed[party] as PlainDate) > on)) return 'day_not_possible';
  if (given.some((party) => agreement.signatures.some((one) => one.party === party))) return 'signed_already';
  const all = [...agreement.signatures, ...given.map((party) => ({ party, on: signed[party] as PlainDate, person_id: null }))];
  const missing = missingParties({ ...agreement, signatures: all }, value, on);
  if (missing === null) return 'no_rule_in_force';
  if (given.some((party) => BEFORE[party].some((before) => missing.includes(before)))) return 'others_first';
  const dayOf = new Map(all.map((one) => [one.party, one.on]));
  return all.some((one) => BEFORE[one.party].some((before) => (dayOf.get(before) ?? one.on) > one.on)) ? 'day_not_possible' : null;
}
