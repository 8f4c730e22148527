import type { Bilingual } from '../values/bilingual.ts';
import type { Column } from './column.ts';

export type Columns = Readonly<Record<string, Column>>;

/** One sheet of the exchange format. */
export interface Sheet<C extends Columns = Columns> {
  readonly name: string;
  readonly label: Bilingual;
  readonly columns: C;
  /** The columns whose values tell a row from every other; empty cells count as values. */
  readonly key: readonly string[];
  /** Rows alike in these columns may not be in force on the same day (`overlap`). */
  readonly noOverlap?: readonly string[];
  /** Shares of rows alike in these columns may not exceed one on any day (`share_over_one`). */
  readonly sharesOf?: readonly string[];
  /** Only rows with these code values count towards `sharesOf`; without it all do. */
  readonly sharesWhere?: Readonly<Record<string, string>>;
  /** What else the headings of a list that others print are called, by column. */
  readonly headings?: Readonly<Record<string, readonly string[]>>;
}

type Value<C> = C extends Column<infer T> ? T : never;

/** A read row: one typed value per column, and the row number that the user sees (the heading is row 1). */
export type RowOf<S extends { readonly columns: Columns }> =
  { readonly [K in keyof S['columns']]: Value<S['columns'][K]> } & { readonly row: number };

type KeyOf<C extends Columns> = keyof C & string;

interface Rules<C extends Columns> {
  readonly key: readonly KeyOf<C>[];
  readonly noOverlap?: readonly KeyOf<C>[];
  readonly sharesOf?: readonly KeyOf<C>[];
  readonly sharesWhere?: { readonly [K in KeyOf<C>]?: string };
  readonly headings?: { readonly [K in KeyOf<C>]?: readonly string[] };
}

export function sheet<const C extends Columns>(
  name: string,
  label: readonly [zh: string, en: string],
  columns: C,
  rules: Rules<C>,
): Sheet<C> {
  const { sharesWhere, headings, ...others } = rules;
  return {
    name, label: { zh: label[0], en: label[1] }, columns, ...others,
    ...(headings && { headings: headings as Readonly<Record<string, readonly string[]>> }),
    ...(sharesWhere && { sharesWhere: sharesWhere as Readonly<Record<string, string>> }),
  };
}
