import { gapsOf, type CoverKind, type Span } from '../insurance/cover.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** What stands of an internship by the registers and by what was signed. Null is "not there". */
export interface Papers {
  readonly agreed_on: PlainDate | null;
  readonly trained_on: PlainDate | null;
  readonly policies: Readonly<Record<CoverKind, readonly Span[]>>;
  /** Whether the firm has an agreement with college or school on the first day (S2-h). */
  readonly partner: boolean;
}

export type MissingWhat = 'agreement' | 'training' | CoverKind | 'partner_agreement';

/** One thing that keeps an internship from beginning, with the days that lack cover. */
export interface Missing {
  readonly what: MissingWhat;
  readonly clause: string;
  readonly gaps: readonly Span[];
}

const lacking = (what: MissingWhat, clause: string, gaps: readonly Span[] = []): Missing => ({ what, clause, gaps });

/**
 * S2-i, R4-j: what is missing for an internship of these days: agreement and safety training stand before the first day, and
 * both insurances cover every day, that of the school to the end of its own year at least (B53). `year_ends` is null where no
 * rule says when that is: all days then.
 */
export function missingPapers({ agreed_on, trained_on, policies, partner }: Papers, { from, to }: Span, year_ends: PlainDate | null): Missing[] {
  const until = year_ends !== null && year_ends < to ? year_ends : to;
  const school = gapsOf(policies.school_liability, { from, to: until });
  const internship = gapsOf(policies.internship_liability, { from, to });
  return [
    ...(partner ? [] : [lacking('partner_agreement', 'S2-h')]),
    ...(agreed_on !== null && agreed_on < from ? [] : [lacking('agreement', 'S2-i')]),
    ...(trained_on !== null && trained_on < from ? [] : [lacking('training', 'S2-i')]),
    ...(school.length === 0 ? [] : [lacking('school_liability', 'R4-j', school)]),
    ...(internship.length === 0 ? [] : [lacking('internship_liability', 'R4-j', internship)]),
  ];
}
