import { parseExact } from '../../../core/values/exact.ts';
import { plainDate } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';

/** What a person types for a number: full-width digits, spaces and grouping are understood; null when it is none. */
export function typedNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-');
  return parseExact(plain) === null ? null : plain;
}

/** `2025-10-31`, `2025/10/31`, `2025.10.31`, `20251031` and `2025年10月31日`, full-width too; null when there is no such day. */
export function typedDate(text: string): PlainDate | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return match === null ? null : plainDate(Number(match[1]), Number(match[2]), Number(match[3]));
}
