import type { CellAt } from '../grid-move.ts';
import type { TableColumn } from './table-view.ts';

export interface CellChange {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/** What makes a table one that can be written in. */
export interface TableEdit {
  /** One cell typed, or many pasted at once. */
  readonly onChange: (changes: readonly CellChange[]) => void;
  /** Rows pasted below the last row, as texts by column; without it they are not taken. */
  readonly onAdd?: (rows: readonly Readonly<Record<string, string>>[]) => void;
  /** What is wrong with a cell, if anything. */
  readonly problem?: (row: string, column: string) => string | undefined;
}

export interface Pasted {
  readonly changes: readonly CellChange[];
  readonly added: readonly Readonly<Record<string, string>>[];
  /** Cells that fell on columns that cannot be written, or beyond the table. */
  readonly dropped: number;
}

/** Lays pasted cells over the table from a cell on. Cells equal to what stands there are no change. */
export function layOver<R>(
  cells: readonly (readonly string[])[],
  at: CellAt,
  rows: readonly R[],
  columns: readonly TableColumn<R>[],
  rowKey: (row: R) => string,
  mayAdd: boolean,
): Pasted {
  const changes: CellChange[] = [];
  const added: Record<string, string>[] = [];
  let dropped = 0;
  cells.forEach((line, down) => {
    const row = rows[at.row + down];
    const fresh: Record<string, string> = {};
    line.forEach((text, across) => {
      const column = columns[at.column + across];
      if (column === undefined || (row !== undefined && column.readOnly === true) || (row === undefined && !mayAdd)) dropped += 1;
      else if (row === undefined) fresh[column.key] = text.trim();
      else if (column.text(row) !== text.trim()) changes.push({ row: rowKey(row), column: column.key, text: text.trim() });
    });
    if (Object.keys(fresh).length > 0) added.push(fresh);
  });
  return { changes, added, dropped };
}
