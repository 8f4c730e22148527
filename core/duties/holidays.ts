import { addDays, daysBetween, date, yearOf, type PlainDate } from '../values/plain-date.ts';

/** The days of one year on which work is otherwise than its weekday says, as the State Council publishes them. */
export interface HolidayYear {
  readonly year: number;
  /** Days off, weekends within a holiday included or not. */
  readonly off: ReadonlySet<PlainDate>;
  /** Saturdays and Sundays that are worked. */
  readonly worked: ReadonlySet<PlainDate>;
}

/** Year → its table. A year that was not published, or not entered, has none. */
export type Holidays = ReadonlyMap<number, HolidayYear>;

const A_MONDAY = date('2024-01-01');
const SATURDAY = 5;

/** 0 Monday … 6 Sunday. */
export function weekdayOf(d: PlainDate): number {
  return ((daysBetween(A_MONDAY, d) % 7) + 7) % 7;
}

export function isWeekend(d: PlainDate): boolean {
  return weekdayOf(d) >= SATURDAY;
}

/** Whether a day is worked; a year without a table has its weekends only. */
export function isWorkday(d: PlainDate, holidays: Holidays): boolean {
  const table = holidays.get(yearOf(d));
  if (table?.worked.has(d) === true) return true;
  return !isWeekend(d) && table?.off.has(d) !== true;
}

/** The day itself where it is worked, else the next that is; no holiday is longer than a month. */
export function workdayFrom(d: PlainDate, holidays: Holidays): PlainDate {
  let day = d;
  for (let tried = 0; !isWorkday(day, holidays); tried += 1) {
    if (tried > LONGEST_HOLIDAY) throw new Error(`no working day within ${LONGEST_HOLIDAY} days of ${d}`);
    day = addDays(day, 1);
  }
  return day;
}

const LONGEST_HOLIDAY = 60;
