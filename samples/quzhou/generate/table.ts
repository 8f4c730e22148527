import type { Sheet } from '../../../core/exchange/sheet.ts';

export type Cell = string | number | boolean | null;
/** Cells by column name; a column left out is an empty cell. */
export type Row<S extends Sheet> = { readonly [K in keyof S['columns']]?: Cell };

/** One sheet of the sample, in the order of the declared columns. */
export interface Table {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows laid out as the sheet declares them, so that a new column cannot be forgotten silently. */
export function table<S extends Sheet>(sheet: S, rows: readonly Row<S>[]): Table {
  const columns = Object.keys(sheet.columns);
  return {
    sheet: sheet.name,
    columns,
    rows: rows.map((row) => columns.map((name) => cellText((row as Readonly<Record<string, Cell | undefined>>)[name]))),
  };
}

function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell);
}

/** The text of a `.csv` file (RFC 4180): mark of UTF-8 first, so that office programs read Chinese; CRLF. */
export function csvText({ columns, rows }: Table): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
