import type { PlainDate } from './plain-date.ts';

/** Inclusive days; an open end is null, never a far-away date. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export function inForce(period: Period, on: PlainDate): boolean {
  return period.from <= on && (period.to === null || on <= period.to);
}

export function overlaps(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
