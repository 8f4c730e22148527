import type { Bilingual } from '../values/bilingual.ts';
import type { Column } from './column.ts';

export type Columns = Readonly<Record<string, Column>>;

/** One sheet of the exchange format. */
export interface Sheet<C extends Columns = Columns> {
  readonly name: string;
  readonly label: Bilingual;
  readonly columns: C;
  /** The columns whose values tell a row from every other; empty cells count as values. */
  readonly key: readonly (keyof C & string)[];
  /** Rows alike in these columns may not be in force on the same day (`overlap`). */
  readonly noOverlap?: readonly (keyof C & string)[];
  /** Shares of rows alike in these columns may not exceed one on any day (`share_over_one`). */
  readonly sharesOf?: readonly (keyof C & string)[];
}

type Value<C> = C extends Column<infer T> ? T : never;

/** A read row: one typed value per column, and the row number that the user sees (the heading is row 1). */
export type RowOf<S extends Sheet> = { readonly [K in keyof S['columns']]: Value<S['columns'][K]> } & { readonly row: number };

export function sheet<const C extends Columns>(
  name: string,
  label: readonly [zh: string, en: string],
  columns: C,
  rules: Pick<Sheet<C>, 'key' | 'noOverlap' | 'sharesOf'>,
): Sheet<C> {
  return { name, label: { zh: label[0], en: label[1] }, columns, ...rules };
}
