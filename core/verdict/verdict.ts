import type { Exact } from '../values/exact.ts';
import type { PlainDate } from '../values/plain-date.ts';

export type Outcome = 'met' | 'unmet' | 'undetermined' | 'not_applicable';

/** Something is to be done or to be reported. */
export const isOpenOutcome = (outcome: Outcome): boolean => outcome === 'unmet' || outcome === 'undetermined';

/** Why a verdict is as it is, where the numbers alone do not say it. */
export type Reason = 'no_rule' | 'no_students' | 'first_year' | 'exempt' | 'not_due' | 'no_graduates';

/**
 * Whose rule decides: the policy's own words, another rule that they lean on, or our proposal.
 * Screens and reports say which, so that no school is accused of breaking what the policy does not say.
 */
export type Basis = 'text' | 'wider_rule' | 'default';

export type Operator = '>=' | '>' | '<=' | '=';

/** The figure that was compared. Null parts are not known; `value` is null also when nothing divides it. */
export interface Measured {
  readonly numerator: Exact | null;
  readonly denominator: Exact | null;
  /** Units of numerator and denominator as in `m2/student`, `student/teacher`, `person`. */
  readonly unit: string;
  /** Unit of both sides of a ratio of amounts, whose own `unit` is `ratio`. */
  readonly amounts?: 'yuan';
}

export interface Required {
  readonly op: Operator;
  readonly value: Exact | null;
  /** The day from which the value is in force. */
  readonly from: PlainDate | null;
  /** Key of the parameter that holds the value. */
  readonly parameter: string;
}

/** The least that must be added to pass, everything else unchanged. */
export interface Gap {
  readonly value: Exact;
  readonly unit: string;
}

/** Another reading of the same clause and what it would answer. */
export interface Alternative {
  readonly reading: string;
  readonly outcome: Outcome;
  readonly measured: Measured;
  readonly required: Required;
}

/** One of several tests that a standard consists of, for the words on the screen. */
export interface Part {
  readonly name: string;
  readonly outcome: Outcome;
  readonly measured: Measured | null;
  readonly required: Required | null;
}

/** Rows of a sheet that a figure was computed from, by the row number that the user sees. */
export interface Evidence {
  readonly sheet: string;
  readonly rows: readonly number[];
}

export interface Verdict {
  readonly standard: string;
  readonly clause: string;
  readonly basis: Basis;
  readonly outcome: Outcome;
  readonly measured: Measured;
  readonly required: Required;
  readonly gap: Gap | null;
  /** Sheets (for facilities: kinds) that must be reported before this can be judged. */
  readonly missing: readonly string[];
  readonly reason: Reason | null;
  /** The readings used, as `key=value`. */
  readonly readings: readonly string[];
  readonly alternatives: readonly Alternative[];
  readonly parts: readonly Part[];
  readonly evidence: readonly Evidence[];
}
