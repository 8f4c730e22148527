/** A cell as a file gives it: dates arrive as ISO text or as what the cell shows. */
export type RawCell = string | number | boolean | null;

const SIGNIFICANT_DIGITS = 15;

/** The text of a cell, as a user would see it. */
export function cellText(raw: RawCell): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return numberText(raw);
  return raw === null ? '' : String(raw);
}

/**
 * A number without exponent, by its fifteen significant digits: what spreadsheets keep and show, so
 * that 12.339999999999999 reads 12.34.
 */
export function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value)) return '';
  const [mantissa = '', exponent = '0'] = value.toExponential(SIGNIFICANT_DIGITS - 1).split('e');
  const sign = value < 0 ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const point = Number(exponent) + 1;
  if (point <= 0) return trimFraction(`${sign}0.${'0'.repeat(-point)}${digits}`);
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return trimFraction(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`);
}

function trimFraction(text: string): string {
  return text.replace(/\.?0+$/, '');
}
