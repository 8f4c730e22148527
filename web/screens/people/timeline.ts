import { daysBetween, plainDate, yearOf } from '../../../core/values/plain-date.ts';
import type { PlainDate } from '../../../core/values/plain-date.ts';

export interface Span {
  readonly from: PlainDate;
  /** The last day; null while it is open. */
  readonly to: PlainDate | null;
}

/** Places on an axis of whole years, in percent of its width. */
export interface Timeline {
  /** Where years begin that are written. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
  readonly today: number;
  /** In the order of the spans. */
  readonly bars: readonly { readonly at: number; readonly width: number }[];
}

const MOST_YEARS_WRITTEN = 6;
/** A span of one day is seen still. */
const LEAST_WIDTH = 0.6;

/** Lays spans on an axis from the first year that one begins in to the last that one ends in, this year included. */
export function layTimeline(spans: readonly Span[], today: PlainDate): Timeline {
  const years = [yearOf(today), ...spans.flatMap(({ from, to }) => [yearOf(from), ...(to === null ? [] : [yearOf(to)])])];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const start = newYear(first);
  const length = daysBetween(start, newYear(last + 1));
  const at = (day: PlainDate) => (daysBetween(start, day) / length) * 100;
  const step = Math.ceil((last - first + 1) / MOST_YEARS_WRITTEN);
  return {
    years: Array.from({ length: Math.ceil((last - first + 1) / step) }, (_, n) => first + n * step).map((year) => ({ year, at: at(newYear(year)) })),
    today: at(today),
    bars: spans.map(({ from, to }) => {
      const days = to === null ? length - daysBetween(start, from) : daysBetween(from, to) + 1;
      return { at: at(from), width: Math.max(LEAST_WIDTH, (days / length) * 100) };
    }),
  };
}

function newYear(year: number): PlainDate {
  return plainDate(year, 1, 1) as PlainDate;
}
