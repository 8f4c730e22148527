import { parsePlainDate } from '../core/values/plain-date.ts';

/** How a number with this format reads: as itself, as a calendar day, or as a day with its time. */
export type FormatKind = 'number' | 'day' | 'moment';

const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_MOMENT = 22;

/** A built-in format by its id. 27–36 and 50–58 are days in Chinese, Japanese and Korean workbooks; 32–35, 55, 56 are times. */
export function builtInKind(id: number): FormatKind {
  if (id === BUILT_IN_MOMENT) return 'moment';
  return BUILT_IN_DAYS.has(id) ? 'day' : 'number';
}

/** A custom format by its code, such as `yyyy"年"m"月"d"日"`; a bare time of day stays a number. */
export function formatKind(code: string): FormatKind {
  // The format allows 255 characters; more would only be there to cost time.
  const first = code.slice(0, 255).replace(/"[^"]*"?|\\.|_.|\*./g, '').split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(first)) return 'number';
  const letters = first.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p|e[+-]/gi, '').toLowerCase();
  const time = /[hs]/.test(letters);
  const day = /[yd]/.test(letters) || (/m/.test(letters) && !time);
  if (!day) return 'number';
  return time ? 'moment' : 'day';
}

const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_1900 = 25_569;
const DAYS_1904 = 1_462;
const LAST_SERIAL = 2_958_465;

/**
 * The day that a serial number stands for, as `2025-09-01`, with ` 08:30:00` behind it when the
 * format shows a time and there is one. Null when the number is outside the calendar of workbooks.
 */
export function dayOfSerial(serial: number, from1904: boolean, kind: FormatKind): string | null {
  const in1900 = from1904 ? serial + DAYS_1904 : serial;
  if (!(in1900 >= 1 && in1900 < LAST_SERIAL + 1)) return null;
  // Serial 60 is 29 February 1900, a day that never was; the numbers before it are one day behind.
  const days = !from1904 && in1900 < 60 ? in1900 + 1 : in1900;
  const seconds = Math.round((days - UNIX_EPOCH_1900) * 86_400);
  const whole = kind === 'day' ? Math.floor(days - UNIX_EPOCH_1900) * MS_PER_DAY : seconds * 1_000;
  const iso = new Date(whole).toISOString();
  const time = iso.slice(11, 19);
  return kind === 'moment' && time !== '00:00:00' ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}

/** The serial number of an ISO day, counted from 1900; null when the text is not a day after February 1900. */
export function serialOfDay(text: string): number | null {
  const day = parsePlainDate(text);
  return day === null || day < '1900-03-01' ? null : Date.parse(day) / MS_PER_DAY + UNIX_EPOCH_1900;
}
