import type { CellAt } from '../grid-move.ts';
import { moveIn } from '../grid-move.ts';

/** The cell that has the focus, and the opposite corner of what is selected. Row −1 is the head. */
export interface Selection {
  readonly active: CellAt;
  readonly anchor: CellAt;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const START: Selection = { active: { row: 0, column: 0 }, anchor: { row: 0, column: 0 } };

export function select(at: CellAt, extend: boolean, from: Selection): Selection {
  return { active: at, anchor: extend ? from.anchor : at };
}

export function rectangleOf({ active, anchor }: Selection): Rectangle {
  return {
    top: Math.max(0, Math.min(active.row, anchor.row)),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

export function contains(area: Rectangle, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/** Where a key takes the selection; null for keys that do not move it. The head is one step above the first row. */
export function pressed(from: Selection, event: Pressed, rows: number, columns: number, page: number): Selection | null {
  const { active } = from;
  if (event.key === 'ArrowUp' && active.row === 0 && !event.shiftKey) return select({ ...active, row: -1 }, false, from);
  if (event.key === 'ArrowDown' && active.row === -1) return rows === 0 ? null : select({ ...active, row: 0 }, false, from);
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    const row = Math.min(rows - 1, Math.max(0, active.row + (event.key === 'PageDown' ? page : -page)));
    return select({ ...active, row }, event.shiftKey, from);
  }
  const body = { row: Math.max(0, active.row), column: active.column };
  const moved = moveIn(body, event.key, event.ctrlKey, Math.max(1, rows), columns);
  if (moved === null) return null;
  const row = active.row === -1 && moved.row === 0 && event.key !== 'ArrowUp' ? -1 : moved.row;
  return select({ ...moved, row }, event.shiftKey && row >= 0, from);
}
