import { sheets } from '../../../core/exchange/sheets.ts';
import type { FeeKind } from '../../../core/funding/student-accounts.ts';
import type { Language } from '../../../core/values/bilingual.ts';

/** A kind of fee in words, as every sheet has it. */
export function feeText(kind: FeeKind, language: Language): string {
  return sheets.charges.columns.kind.codes?.[kind]?.[language] ?? kind;
}
