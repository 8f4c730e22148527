import type { Basis, Required, Verdict } from './verdict.ts';

/** A verdict of a standard: what is not given is empty. */
export function answerOf(
  standard: { readonly id: string; readonly clause: string; readonly basis: Basis },
  required: Required,
  given: Pick<Verdict, 'outcome'> & Partial<Verdict>,
): Verdict {
  return {
    standard: standard.id,
    clause: standard.clause,
    basis: given.basis ?? standard.basis,
    outcome: given.outcome,
    measured: given.measured ?? NOTHING_MEASURED,
    required,
    gap: given.gap ?? null,
    missing: given.missing ?? [],
    reason: given.reason ?? null,
    readings: given.readings ?? [],
    alternatives: given.alternatives ?? [],
    parts: given.parts ?? [],
    evidence: given.evidence ?? [],
  };
}

const NOTHING_MEASURED = { numerator: null, denominator: null, unit: '' } as const;
