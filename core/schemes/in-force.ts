import type { PlainDate } from '../values/plain-date.ts';

/** A version of a programme's scheme that the teaching committee approved. */
export interface ApprovedScheme {
  readonly matter_id: number;
  readonly programme_id: string;
  /** The first cohort that it is for. */
  readonly from_cohort: number;
  readonly decided_on: PlainDate;
}

/**
 * M9-b: the version that a cohort is taught by on a day: of those decided by then, the one for the latest cohort that is
 * not after it; of two for the same cohort, the one decided last. Null: no class of it can open.
 */
export function schemeInForce<S extends ApprovedScheme>(schemes: readonly S[], programme_id: string, cohort: number, on: PlainDate): S | null {
  const fitting = schemes.filter((one) => one.programme_id === programme_id && one.from_cohort <= cohort && one.decided_on <= on);
  return fitting.toSorted((a, b) => b.from_cohort - a.from_cohort || (a.decided_on < b.decided_on ? 1 : a.decided_on > b.decided_on ? -1 : b.matter_id - a.matter_id))[0] ?? null;
}
