import { date, type PlainDate } from '../core/values/plain-date.ts';

const SHANGHAI = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today's calendar date in Asia/Shanghai: the one place where the product reads the clock for a date. */
export function today(): PlainDate {
  return date(SHANGHAI.format(new Date()));
}

/** The calendar date in Asia/Shanghai of a moment. */
export function dayOfMoment(instant: string): PlainDate {
  return date(SHANGHAI.format(new Date(instant)));
}
