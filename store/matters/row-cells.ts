import type { Sheet } from '../../core/exchange/sheet.ts';
import { sheets, type Row, type SheetName } from '../../core/exchange/sheets.ts';
import { writeCell } from '../../core/exchange/write.ts';
import type { Cells } from '../register-changes.ts';

/** A row as a form would give it. */
export function cellsOf<S extends SheetName>(sheet: S, row: Row<S>): Cells {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries((sheets[sheet] as Sheet).columns).map(([name, column]) => [name, writeCell(column, values[name])]));
}
