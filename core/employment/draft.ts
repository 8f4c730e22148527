import { destinationCodes } from '../exchange/sheets/destination-codes.ts';
import { isCreditCode } from '../values/credit-code.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { Industry } from './industries.ts';
import { needsOf, type ContractKind, type EvidenceKind, type Match } from './outcomes.ts';

/** A destination as the school enters it; null where nothing was said. */
export interface DestinationDraft {
  readonly student_id: string;
  readonly code: string;
  readonly employer_id: string | null;
  readonly employer_credit_code: string | null;
  readonly workplace_division: string | null;
  readonly industry: Industry | null;
  readonly position: string | null;
  readonly contract_kind: ContractKind | null;
  readonly wage_fen: bigint | null;
  readonly match: Match | null;
  readonly agreed_on: PlainDate | null;
  readonly insured_from: PlainDate | null;
  readonly contact: string | null;
  readonly evidence: EvidenceKind;
  readonly evidence_ref: string;
  /** Why it comes after the last day, or why what was recorded today is put right. */
  readonly reason: string | null;
}

/** What the registers say of the graduate on the day of the entry. */
export interface GraduateFacts {
  readonly graduated_on: PlainDate | null;
  readonly earlier: readonly { readonly recorded_on: PlainDate }[];
}

export interface EntryDay {
  readonly today: PlainDate;
  /** The last day of the graduation year on which the first destination is in time. */
  readonly deadline: PlainDate | null;
}

export type DestinationRefusal =
  | 'unknown_code' | 'not_graduated' | 'evidence_missing' | 'evidence_of_other_code' | 'employer_missing' | 'employer_not_asked' | 'bad_credit_code' | 'workplace_missing' | 'bad_workplace'
  | 'industry_missing' | 'contract_missing' | 'wage_missing' | 'match_missing' | 'day_to_come' | 'late_without_reason' | 'correction_without_reason';

const DIVISION = /^\d{6}$/;

/** M10-b: why a destination is not recorded; the first of the reasons, null where there is none. */
export function refusalOfDestination(draft: DestinationDraft, { graduated_on, earlier }: GraduateFacts, { today, deadline }: EntryDay): DestinationRefusal | null {
  if (!Object.hasOwn(destinationCodes, draft.code)) return 'unknown_code';
  if (graduated_on === null || graduated_on > today) return 'not_graduated';
  const proof = refusalOfProof(draft);
  if (proof !== null) return proof;
  for (const day of [draft.agreed_on, draft.insured_from]) if (day !== null && day > today) return 'day_to_come';
  const said = draft.reason !== null && draft.reason.trim() !== '';
  if (earlier.some(({ recorded_on }) => recorded_on === today) && !said) return 'correction_without_reason';
  return isLate(earlier, { today, deadline }) && !said ? 'late_without_reason' : null;
}

/** The first destination after the last day for it; whoever was recorded in time is told of again whenever there is news. */
export function isLate(earlier: GraduateFacts['earlier'], { today, deadline }: EntryDay): boolean {
  return deadline !== null && today > deadline && !earlier.some(({ recorded_on }) => recorded_on <= deadline);
}

function refusalOfProof(draft: DestinationDraft): DestinationRefusal | null {
  const takes = needsOf(draft.code);
  if (takes === null) return 'unknown_code';
  if (draft.evidence_ref.trim() === '') return 'evidence_missing';
  if (draft.evidence !== takes.evidence) return 'evidence_of_other_code';
  if (draft.employer_credit_code !== null && !isCreditCode(draft.employer_credit_code)) return 'bad_credit_code';
  const employer = draft.employer_id !== null || draft.employer_credit_code !== null;
  if (takes.needs === 'nothing') return employer ? 'employer_not_asked' : null;
  return takes.needs === 'employer' ? refusalOfWork(draft, employer) : refusalOfPlace(draft);
}

function refusalOfPlace({ workplace_division, industry }: DestinationDraft): DestinationRefusal | null {
  if (workplace_division === null) return 'workplace_missing';
  if (!DIVISION.test(workplace_division)) return 'bad_workplace';
  return industry === null ? 'industry_missing' : null;
}

function refusalOfWork(draft: DestinationDraft, employer: boolean): DestinationRefusal | null {
  if (!employer) return 'employer_missing';
  const place = refusalOfPlace(draft);
  if (place !== null) return place;
  if (draft.contract_kind === null) return 'contract_missing';
  if (draft.wage_fen === null) return 'wage_missing';
  return draft.match === null ? 'match_missing' : null;
}
