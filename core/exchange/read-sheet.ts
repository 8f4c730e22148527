import { problem } from './problem.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { Sheet } from './sheet.ts';

/** A row while it is being read; values that could not be read are null. */
export type ReadRow = Record<string, unknown> & { readonly row: number };

/** All that was read of one sheet; `present` once a heading was seen. */
export interface ReadSheet {
  readonly sheet: Sheet;
  readonly problems: Problem[];
  /** Rows with errors → the columns whose values are not to be relied on. */
  readonly faulty: Map<ReadRow, Set<string>>;
  /** Required columns that the heading lacks. */
  readonly missing: Set<string>;
  present: boolean;
  rows: ReadRow[];
}

export function emptySheet(sheet: Sheet): ReadSheet {
  return { sheet, problems: [], faulty: new Map(), missing: new Set(), present: false, rows: [] };
}

/** Whether the value of this cell can be relied on. */
export function isSound(read: ReadSheet, row: ReadRow, column: string): boolean {
  return !read.missing.has(column) && !(read.faulty.get(row)?.has(column) ?? false);
}

/** The first part of the key of every row, which is what other sheets refer to; faulty rows included. */
export function idsOf({ sheet, rows }: ReadSheet): ReadonlySet<unknown> {
  const id = sheet.key[0] as string;
  const ids = new Set<unknown>();
  for (const row of rows) ids.add(row[id]);
  return ids;
}

/** Adds a finding about a cell while its row is read; an error makes the cell unreliable. */
export function addCellFinding(read: ReadSheet, row: ReadRow, column: string, code: ProblemCode, value: string | null): void {
  const found = problem(read.sheet.name, row.row, column, code, value);
  read.problems.push(found);
  if (found.severity === 'warning') return;
  const columns = read.faulty.get(row);
  if (columns === undefined) read.faulty.set(row, new Set([column]));
  else columns.add(column);
}
