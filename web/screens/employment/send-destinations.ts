import type { DestinationDraft } from '../../../core/employment/draft.ts';
import { yuanText } from '../../../core/values/fen.ts';
import { ask, client, onceOnly } from '../../client.ts';

/** Sends them as one request: all of them are recorded, or none. */
export async function sendDestinations(drafts: readonly DestinationDraft[]): Promise<number> {
  const entries = drafts.map(({ wage_fen, employer_id, employer_credit_code, workplace_division, industry, position, contract_kind, match, agreed_on, insured_from, contact, reason, ...draft }) => ({
    ...draft, ...(wage_fen !== null && { wage_yuan: yuanText(wage_fen) }), ...(employer_id !== null && { employer_id }), ...(employer_credit_code !== null && { employer_credit_code }),
    ...(workplace_division !== null && { workplace_division }), ...(industry !== null && { industry }), ...(position !== null && { position }), ...(contract_kind !== null && { contract_kind }), ...(match !== null && { match }),
    ...(agreed_on !== null && { agreed_on }), ...(insured_from !== null && { insured_from }), ...(contact !== null && { contact }), ...(reason !== null && { reason }),
  }));
  return (await ask(client.api.employment.destinations.$post({ json: { entries } }, onceOnly()))).recorded;
}
