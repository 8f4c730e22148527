import type { Exact } from '../values/exact.ts';
import { cellText } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import { tidyValue } from './plain-text.ts';

const DECIMAL = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/;
/** Longer numbers than any register holds; a limit so that a hostile cell costs nothing. */
const MAX_LENGTH = 40;

/** A decimal number in its parts; `fraction` has no zeros at its end. */
export interface Decimal {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** Reads `1234.50`, `1,234.5`, `１２` or a number; null when it is not a number. */
export function readDecimal(raw: RawCell): Decimal | null {
  const text = tidyValue(cellText(raw));
  if (text.length > MAX_LENGTH) return null;
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole, decimals] = match;
  if (whole === undefined && decimals === undefined) return null;
  const digits = (whole ?? '0').replaceAll(',', '');
  const fraction = (decimals ?? '').replace(/0+$/, '');
  const zero = /^0*$/.test(digits) && fraction === '';
  return { negative: sign === '-' && !zero, whole: digits, fraction };
}

/** The same number ÷ 100: the point moved two places to the left. */
export function percent({ negative, whole, fraction }: Decimal): Decimal {
  const padded = whole.padStart(3, '0');
  return { negative, whole: padded.slice(0, -2), fraction: (padded.slice(-2) + fraction).replace(/0+$/, '') };
}

/** Exact, with at least this many decimals, so that numbers of one column add up cheaply. */
export function toExact({ negative, whole, fraction }: Decimal, decimals: number): Exact {
  const padded = fraction.padEnd(decimals, '0');
  const units = BigInt(whole + padded);
  return { n: negative ? -units : units, d: 10n ** BigInt(padded.length) };
}
