export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell, as in any grid; null for keys that do not move. Never leaves the grid. */
export function moveIn(at: CellAt, key: string, ctrl: boolean, rows: number, columns: number): CellAt | null {
  const row = (r: number) => ({ ...at, row: Math.min(rows - 1, Math.max(0, r)) });
  const column = (c: number) => ({ ...at, column: Math.min(columns - 1, Math.max(0, c)) });
  switch (key) {
    case 'ArrowUp': return ctrl ? row(0) : row(at.row - 1);
    case 'ArrowDown': return ctrl ? row(rows - 1) : row(at.row + 1);
    case 'ArrowLeft': return ctrl ? column(0) : column(at.column - 1);
    case 'ArrowRight': return ctrl ? column(columns - 1) : column(at.column + 1);
    case 'Home': return ctrl ? { row: 0, column: 0 } : column(0);
    case 'End': return ctrl ? { row: rows - 1, column: columns - 1 } : column(columns - 1);
    default: return null;
  }
}
