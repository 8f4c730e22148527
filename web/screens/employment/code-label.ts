import { destinationCodes } from '../../../core/exchange/sheets/destination-codes.ts';
import type { Language } from '../../../core/values/bilingual.ts';

const CODES: Readonly<Record<string, readonly [zh: string, en: string]>> = destinationCodes;
/** A third figure tells kinds of a family apart; the form offers the families. */
const MOST_FIGURES = 2;

/** `11 签劳动合同形式就业`. */
export function codeLabel(code: string, language: Language): string {
  return `${code} ${CODES[code]?.[language === 'zh' ? 0 : 1] ?? ''}`.trim();
}

export const CODE_CHOICES: readonly string[] = Object.keys(CODES).filter((code) => code.length <= MOST_FIGURES);
