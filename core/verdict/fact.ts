import type { Evidence } from './verdict.ts';

/**
 * A number about a campus, school or region on a date, with the records behind it. A fact that was not
 * reported has no value and names what to report: missing is not zero.
 */
export interface Fact<T> {
  readonly value: T | null;
  /** Sheets (for facilities: kinds) to report; empty when the value is known. */
  readonly missing: readonly string[];
  readonly evidence: readonly Evidence[];
}

export function known<T>(value: T, evidence: readonly Evidence[] = []): Fact<T> {
  return { value, missing: [], evidence };
}

export function unreported<T>(...missing: string[]): Fact<T> {
  return { value: null, missing, evidence: [] };
}

export function rowsOf(sheet: string, rows: readonly { readonly row: number }[]): Evidence {
  return { sheet, rows: rows.map((r) => r.row) };
}

/** The value of a fact that the caller knows to be reported. */
export function value<T>(fact: Fact<T>): T {
  if (fact.value === null) throw new Error(`fact is not known: ${fact.missing.join(', ')}`);
  return fact.value;
}
