/** How the cells of a column are written and shown. */
export type CellFormat = 'general' | 'text' | 'wrapped' | 'integer' | 'decimal' | 'date';

/** Text, a number, yes or no, nothing. In columns of numbers a decimal text (`4019.00`) is written as that number, exactly; in columns of dates ISO text as a real date. */
export type TableCell = string | number | boolean | null;

export interface TableColumn {
  readonly heading: string;
  /** In characters of Latin width; a Chinese character takes two. */
  readonly width: number;
  readonly format: CellFormat;
  /** Marks the heading. */
  readonly required?: boolean;
  /** A drop-down below the heading: its values, or the cells of another sheet that hold them. */
  readonly choices?: readonly string[] | { readonly range: string };
  /** Shown when a cell of the column is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
}

/** One sheet: lines above, a heading that stays in sight, rows. */
export interface Table {
  readonly name: string;
  readonly above?: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly TableCell[]>;
}
