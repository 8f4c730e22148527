import type { ValueOf } from '../duties/declaration.ts';
import { plainDate, yearOf, type PlainDate } from '../values/plain-date.ts';
import type { Span } from './cover.ts';

const PERIOD = /^(\d{2})-(\d{2})\/(\d{2})-(\d{2})$/;

/** B53: the period of school-liability insurance that holds a day (`09-01/08-31`); null where no rule is in force. */
export function insuranceYear(value: ValueOf, on: PlainDate): Span | null {
  const match = PERIOD.exec(String(value('insurance.school_liability_period')));
  if (match === null) return null;
  const [fromMonth = 0, fromDay = 0, toMonth = 0, toDay = 0] = match.slice(1).map(Number);
  for (const year of [yearOf(on), yearOf(on) - 1]) {
    const from = plainDate(year, fromMonth, fromDay);
    const wraps = toMonth < fromMonth || toMonth === fromMonth && toDay < fromDay;
    const to = plainDate(wraps ? year + 1 : year, toMonth, toDay);
    if (from !== null && to !== null && from <= on && on <= to) return { from, to };
  }
  return null;
}
