import type { PlainDate } from '../../../core/values/plain-date.ts';
import { date } from '../../../core/values/plain-date.ts';
import type { FieldProblem } from '../../components/ErrorSummary/ErrorSummary.tsx';
import type { organisationWords } from '../../words/organisations.ts';
import type { Agreement } from './queries.ts';

/** An agreement as it is being written. */
export interface AgreementDraft {
  readonly number: string;
  readonly parties: readonly string[];
  readonly programmes: readonly string[];
  readonly signed_on: PlainDate | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly terms: string;
  readonly reason: string;
}

/** A new agreement of a party, or that which is to be corrected. */
export function draftOf(corrected: Agreement | null, party: string | null): AgreementDraft {
  if (corrected === null) return { number: '', parties: party === null ? [] : [party], programmes: [], signed_on: null, from: null, to: null, terms: '', reason: '' };
  const { number, parties, programmes, signed_on, from, to, terms } = corrected;
  return {
    number, terms, reason: '', parties: parties.map(({ org_id }) => org_id), programmes: programmes.map(({ programme_id }) => programme_id),
    signed_on: date(signed_on), from: date(from), to: to === null ? null : date(to),
  };
}

/** What is missing before the server is asked. */
export function draftProblems(draft: AgreementDraft, corrects: boolean, say: (typeof organisationWords)['zh']): readonly FieldProblem[] {
  const { number, parties, programmes, signed_on, from, to, terms, reason } = draft;
  return [
    ...(number.trim() === '' ? [{ field: 'agreement-number', message: say.giveNumber }] : []),
    ...(parties.length < 2 ? [{ field: 'agreement-party', message: say.giveParties }] : []),
    ...(programmes.length === 0 ? [{ field: 'agreement-programme', message: say.giveProgrammes }] : []),
    ...(signed_on === null ? [{ field: 'agreement-signed', message: say.giveSigned }] : []),
    ...(from === null ? [{ field: 'agreement-from', message: say.giveFrom }] : []),
    ...(from !== null && to !== null && to < from ? [{ field: 'agreement-to', message: say.endsFirst }] : []),
    ...(terms.trim() === '' ? [{ field: 'agreement-terms', message: say.giveTerms }] : []),
    ...(corrects && reason.trim() === '' ? [{ field: 'agreement-reason', message: say.giveReason }] : []),
  ];
}
