import { isCreditCode } from '../values/credit-code.ts';
import { inForce, type Period } from '../values/period.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';

/** Kinds of organisation that can be party to a partner agreement. */
export const PARTY_KINDS = ['college', 'school', 'enterprise', 'park'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** What college, school and enterprises agreed for programmes, from a day to a day. */
export interface PartnerAgreement extends Period {
  readonly agreement_id: string;
  readonly parties: readonly string[];
  readonly programmes: readonly string[];
}

export type AgreementState = 'coming' | 'in_force' | 'expiring' | 'ended';

/** How an agreement stands on a day; `expiring` in its last `notice_days` days, the last day included. */
export function agreementState({ from, to }: Period, on: PlainDate, notice_days: number): AgreementState {
  if (on < from) return 'coming';
  if (!inForce({ from, to }, on)) return 'ended';
  return to !== null && addDays(on, notice_days) >= to ? 'expiring' : 'in_force';
}

/** An organisation of the directory, as far as it can be a party. */
export interface Party {
  readonly org_id: string;
  readonly kind: string;
  readonly credit_code: string | null;
}

/** A programme of the directory, as far as an agreement can be about it. */
export interface AgreedProgramme {
  readonly programme_id: string;
  readonly college_id: string;
  readonly school_id: string;
}

export interface AgreementDraft extends Period {
  readonly parties: readonly string[];
  readonly programmes: readonly string[];
}

export type AgreementRefusal =
  | { readonly why: 'ends_before_it_begins' | 'one_party' | 'no_college_or_school' }
  | { readonly why: 'unknown_party' | 'party_of_other_kind' | 'bad_credit_code' | 'no_credit_code' | 'unknown_programme' | 'programme_of_others'; readonly id: string };

/**
 * M1-a, S2-h: why an agreement cannot be recorded; null when it can. Every party stands in the directory, firms with a
 * sound credit code; a college or a school is among them, and each programme is one of theirs.
 */
export function refusalOfAgreement(draft: AgreementDraft, organisations: ReadonlyMap<string, Party>, programmes: ReadonlyMap<string, AgreedProgramme>): AgreementRefusal | null {
  if (draft.to !== null && draft.to < draft.from) return { why: 'ends_before_it_begins' };
  for (const id of draft.parties) {
    const refusal = refusalOfParty(id, organisations.get(id));
    if (refusal !== null) return refusal;
  }
  if (new Set(draft.parties).size < 2) return { why: 'one_party' };
  if (!draft.parties.some((id) => ['college', 'school'].includes(organisations.get(id)?.kind ?? ''))) return { why: 'no_college_or_school' };
  for (const id of draft.programmes) {
    const programme = programmes.get(id);
    if (programme === undefined) return { why: 'unknown_programme', id };
    if (!isOfParties(programme, draft.parties, organisations)) return { why: 'programme_of_others', id };
  }
  return null;
}

/** Where a college is party it is the programme's, and so is a school: two others agree nothing for it. */
function isOfParties({ college_id, school_id }: AgreedProgramme, parties: readonly string[], organisations: ReadonlyMap<string, Party>): boolean {
  const there = (kind: PartyKind): boolean => parties.some((id) => organisations.get(id)?.kind === kind);
  return (parties.includes(college_id) || !there('college')) && (parties.includes(school_id) || !there('school'));
}

function refusalOfParty(id: string, party: Party | undefined): AgreementRefusal | null {
  if (party === undefined) return { why: 'unknown_party', id };
  if (!(PARTY_KINDS as readonly string[]).includes(party.kind)) return { why: 'party_of_other_kind', id };
  if (party.kind !== 'enterprise') return null;
  if (party.credit_code === null) return { why: 'no_credit_code', id };
  return isCreditCode(party.credit_code) ? null : { why: 'bad_credit_code', id };
}
