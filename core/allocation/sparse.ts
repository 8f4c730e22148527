import type { Rule } from './model.ts';

/** Rules in the numbers of a machine, row after row, as an optimiser takes them and as a thread can be given them. */
export interface Sparse {
  /** Where each row begins, and where the last one ends. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** What each row must at least come to. */
  readonly least: Float64Array;
  /** The most of each choice; the least is zero. */
  readonly most: Float64Array;
}

/** A row of a model: Σ value × choice ≥ least. */
export interface SparseRow {
  readonly least: number;
  readonly terms: readonly { readonly choice: number; readonly value: number }[];
}

export function sparseOf(rules: readonly Pick<Rule, 'factors' | 'least'>[], most: readonly number[]): Sparse {
  return sparseRows(rules.map(({ least, factors }) => ({ least: Number(least), terms: factors.map(({ choice, factor }) => ({ choice, value: Number(factor) })) })), most);
}

export function sparseRows(rows: readonly SparseRow[], most: readonly number[]): Sparse {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ terms }, at) => { starts[at + 1] = (starts[at] ?? 0) + terms.length; });
  const terms = rows.flatMap((row) => row.terms);
  return {
    starts, least: Float64Array.from(rows, ({ least }) => least), most: Float64Array.from(most),
    indices: Int32Array.from(terms, ({ choice }) => choice), values: Float64Array.from(terms, ({ value }) => value),
  };
}
