import type { Evidence, Gap, Outcome } from '../verdict/verdict.ts';

/** The lines of the checklist, in its order. */
export const REQUIREMENT_NAMES = ['credits', 'conduct', 'internship', 'certificate', 'list', 'fees'] as const;
export type RequirementName = (typeof REQUIREMENT_NAMES)[number];

/** One line of a student's checklist: a condition of graduation with the clause behind it. */
export interface Requirement {
  readonly clause: string;
  readonly name: RequirementName;
  readonly outcome: Outcome;
  /** Whether it decides the outcome of the student; the others are shown and an office decides. */
  readonly counts: boolean;
  /** `exempted`: a decision frees the student of the certificate. */
  readonly reason: 'exempted' | null;
  /** Credits to earn, or yuan that are due: what would make the line met. */
  readonly gap: Gap | null;
  /** Sheets or columns to report before the line can be judged. */
  readonly missing: readonly string[];
  readonly evidence: readonly Evidence[];
}

const NONE: readonly never[] = [];

/** A line with what every line has; what is not given is empty. */
export function requirement(
  head: Pick<Requirement, 'clause' | 'name' | 'counts'>,
  found: Pick<Requirement, 'outcome'> & Partial<Requirement>,
): Requirement {
  return {
    clause: head.clause,
    name: head.name,
    outcome: found.outcome,
    counts: head.counts,
    reason: found.reason ?? null,
    gap: found.gap ?? null,
    missing: found.missing ?? NONE,
    evidence: (found.evidence ?? NONE).filter((one) => one.rows.length > 0),
  };
}
