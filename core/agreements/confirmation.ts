import type { ValueOf } from '../duties/declaration.ts';

export const CONFIRMATION_REFUSALS = ['content_changed', 'not_asked', 'not_signed', 'not_year_4', 'confirmed_already'] as const;
export type ConfirmationRefusal = (typeof CONFIRMATION_REFUSALS)[number];

/** B23: in year 4 the agreement of year 1 is confirmed, not signed anew; null where it may be. */
export function refusalOfConfirmation(
  given: { readonly same_content: boolean; readonly complete: boolean; readonly stage: 'secondary' | 'higher' | null; readonly confirmed: boolean }, value: ValueOf,
): ConfirmationRefusal | null {
  if (value('agreement.confirm_year_4') !== true) return 'not_asked';
  if (!given.complete) return 'not_signed';
  if (given.stage !== 'higher') return 'not_year_4';
  if (given.confirmed) return 'confirmed_already';
  return given.same_content ? null : 'content_changed';
}
