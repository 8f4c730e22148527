import { daysBetween, type PlainDate } from '../values/plain-date.ts';

/** How a return stands to the last day for it: in time, or so many days after, done or still waited for. */
export interface Lateness {
  readonly late: boolean;
  readonly days: number;
}

/** `done_on`: the day of the submission that stands; null while there is none, so that the days grow. The last day itself is in time. */
export function latenessOf(due: PlainDate, done_on: PlainDate | null, today: PlainDate): Lateness {
  const days = daysBetween(due, done_on ?? today);
  return days > 0 ? { late: true, days } : { late: false, days: 0 };
}
