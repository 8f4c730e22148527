import { date } from '../../core/values/plain-date.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';

/** The calendar date in Asia/Shanghai at this moment, wherever the browser stands. */
export function today(): PlainDate {
  return date(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()));
}
