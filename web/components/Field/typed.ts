import { tidyValue } from '../../../core/exchange/plain-text.ts';
import { readDate } from '../../../core/exchange/read-date.ts';
import { parseExact } from '../../../core/values/exact.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';

/** What a person types for a number: full-width digits, spaces and grouping are understood; null when it is none. */
export function typedNumber(text: string): string | null {
  const plain = tidyValue(text).replace(/[\s,]/g, '').replace('−', '-');
  return parseExact(plain) === null ? null : plain;
}

/** A date as the exchange format reads it, and `20251031` and `2025.10.31`, which people type; null when there is no such day. */
export function typedDate(text: string): PlainDate | null {
  const tidy = tidyValue(text);
  return readDate(tidy) ?? readDate(tidy.replaceAll('.', '-').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
}
