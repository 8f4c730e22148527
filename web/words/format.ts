import type { Language } from '../../core/values/bilingual.ts';
import { parsePlainDate } from '../../core/values/plain-date.ts';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** `2025-10-31` → `2025年10月31日` or `31 October 2025`; text that is no date stays as it is. */
export function formatDate(iso: string, language: Language): string {
  if (parsePlainDate(iso) === null) return iso;
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** Thousands are grouped with commas; decimals stay as given. `-1234567.50` → `-1,234,567.50`. */
export function groupDigits(decimal: string): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign = '', whole = '', fraction = ''] = match;
  return sign.replace('-', '−') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
}

/** Yuan with two decimals: `1950000` → `1,950,000.00 元` or `1,950,000.00 yuan`. */
export function formatMoney(yuan: string, language: Language): string {
  const [whole = '0', fraction = ''] = yuan.split('.');
  return `${groupDigits(`${whole}.${fraction.padEnd(2, '0')}`)} ${language === 'zh' ? '元' : 'yuan'}`;
}

/** A ratio as a percentage, by moving the point, so that nothing is rounded: `0.5333` → `53.33%`, `0.6` → `60%`. */
export function formatPercent(ratio: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio);
  if (match === null) return ratio;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded = fraction.padEnd(2, '0');
  const before = (whole + padded.slice(0, 2)).replace(/^0+(?=\d)/, '');
  const after = padded.slice(2);
  return `${sign.replace('-', '−')}${groupDigits(before)}${after === '' ? '' : `.${after}`}%`;
}

/** Drops the zeros behind the point that say nothing: `1.00` → `1`, `6.50` → `6.5`. */
export function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** File sizes, in the units that file managers use. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
