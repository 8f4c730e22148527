import { isCreditCode } from '../values/credit-code.ts';
import type { Party } from './agreement.ts';

/** What a code of 18 places looks like, sound or not. */
const LIKE_CODE = /^[0-9A-Z]{18}$/;

/**
 * The organisation that is meant by its id or, as on paper, by its unified social credit code. A code that is wrong in
 * itself is told apart from one that the directory does not know.
 */
export function partyNamed(text: string, organisations: readonly Party[]): Party | { readonly why: 'unknown_party' | 'bad_credit_code'; readonly id: string } {
  const named = text.trim();
  const byId = organisations.find(({ org_id }) => org_id === named);
  if (byId !== undefined) return byId;
  const code = named.toUpperCase();
  if (LIKE_CODE.test(code) && !isCreditCode(code)) return { why: 'bad_credit_code', id: named };
  return organisations.find(({ credit_code }) => credit_code === code) ?? { why: 'unknown_party', id: named };
}
