import type { DestinationRefusal } from '../../../core/employment/draft.ts';
import type { TypedField } from './destination-draft.ts';

const FIELDS: Readonly<Partial<Record<DestinationRefusal, TypedField>>> = {
  evidence_missing: 'evidence_ref', evidence_of_other_code: 'evidence_ref', employer_missing: 'employer', employer_not_asked: 'employer', bad_credit_code: 'employer', workplace_missing: 'workplace_division', bad_workplace: 'workplace_division',
  industry_missing: 'industry', contract_missing: 'contract_kind', wage_missing: 'wage_yuan', match_missing: 'match', day_to_come: 'agreed_on', late_without_reason: 'reason', correction_without_reason: 'reason',
};

/** The field that a refusal is about. */
export const fieldOf = (refusal: DestinationRefusal): TypedField => FIELDS[refusal] ?? 'code';
export const idOf = (field: TypedField): string => `destination-${field}`;
