import { ceil, compare, fraction, upToCents } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { cell, rowNumber } from './naive-rows.ts';
import type { NaiveRow } from './naive-rows.ts';

export type Outcome = 'met' | 'unmet' | 'undetermined' | 'not_applicable';
export type Test = '>=' | '<=' | '>' | '=';

/** What is measured against what: one test of a standard. */
export interface Measure {
  readonly numerator: Fraction;
  readonly denominator: Fraction;
  readonly test: Test;
  readonly limit: Fraction;
}

export interface NaiveAlternative {
  readonly outcome: Outcome;
  readonly measure: Measure;
}

/** The second reading's answer to one standard. */
export interface NaiveAnswer {
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** Sheets or kinds to report next. */
  readonly missing: readonly string[];
  /** What may be printed as measured: one, or several where a standard has several tests. Empty: not compared. */
  readonly measures: readonly Measure[];
  /** Exact; null: none; undefined: the text does not say. */
  readonly gap: Fraction | null | undefined;
  readonly alternatives: Readonly<Record<string, NaiveAlternative>>;
  /** Rows that the numerator is the sum of; undefined: not compared. */
  readonly evidence?: { readonly sheet: string; readonly rows: readonly number[] };
}

const BLANK: NaiveAnswer = { outcome: 'met', reason: null, missing: [], measures: [], gap: null, alternatives: {} };
export const missingAnswer = (missing: readonly string[]): NaiveAnswer => ({ ...BLANK, outcome: 'undetermined', missing });
export const notApplicable = (reason: string): NaiveAnswer => ({ ...BLANK, outcome: 'not_applicable', reason });

/** Whether a measure passes. A denominator of zero never does. */
export function passes({ numerator, denominator, test, limit }: Measure): boolean {
  if (denominator.n === 0n) return false;
  const found = compare(fraction(numerator.n * denominator.d, numerator.d * denominator.n), limit);
  if (test === '>=') return found >= 0;
  if (test === '<=') return found <= 0;
  return test === '>' ? found > 0 : found === 0;
}

export function judged(measure: Measure, gap: () => Fraction | undefined, more: Partial<NaiveAnswer> = {}): NaiveAnswer {
  const met = passes(measure);
  return { ...BLANK, outcome: met ? 'met' : 'unmet', measures: [measure], gap: met ? null : gap(), ...more };
}

export const alternative = (measure: Measure): NaiveAlternative => ({ outcome: passes(measure) ? 'met' : 'unmet', measure });

/** m² and yuan that are short, rounded up to 0.01. */
export const shortOf = (needed: Fraction, there: Fraction): Fraction => upToCents(fraction(needed.n * there.d - there.n * needed.d, needed.d * there.d));
/** Whole heads that are short. */
export const headsShortOf = (needed: Fraction, there: Fraction): Fraction => fraction(ceil(fraction(needed.n * there.d - there.n * needed.d, needed.d * there.d)));

/** `from` ≤ D and (`to` empty or D ≤ `to`). */
export function inForce(row: NaiveRow, day: string): boolean {
  return cell(row, 'from') <= day && (cell(row, 'to') === '' || day <= cell(row, 'to'));
}

export const distinct = (rows: readonly NaiveRow[], column: string): string[] => [...new Set(rows.map((row) => cell(row, column)))];

export const evidence = (sheet: string, rows: readonly NaiveRow[]): { sheet: string; rows: number[] } => ({ sheet, rows: rows.map(rowNumber) });
