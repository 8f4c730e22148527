import { addDays, type PlainDate } from '../values/plain-date.ts';

/** The two kinds of insurance that the school takes out (R4-j). */
export const COVER_KINDS = ['school_liability', 'internship_liability'] as const;
export type CoverKind = (typeof COVER_KINDS)[number];

export const COVER_NAMES = {
  school_liability: { zh: '校方责任险', en: 'School liability' },
  internship_liability: { zh: '实习责任险', en: 'Internship liability' },
} as const satisfies Readonly<Record<CoverKind, unknown>>;

/** Days from the first to the last, both included. */
export interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** R4-j: the days of a span on which no policy holds, in their order; none where every day is covered. */
export function gapsOf(policies: readonly Span[], { from, to }: Span): Span[] {
  const gaps: Span[] = [];
  let next = from;
  for (const one of policies.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.to < next) continue;
    if (one.from > to) break;
    if (one.from > next) gaps.push({ from: next, to: addDays(one.from, -1) });
    next = addDays(one.to, 1);
  }
  if (next <= to) gaps.push({ from: next, to });
  return gaps;
}
