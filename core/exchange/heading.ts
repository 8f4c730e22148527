import { cellText } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import { spelling } from './plain-text.ts';
import type { Sheet } from './sheet.ts';

/** Where the columns of a sheet stand: position by column key, and the headings that name none. */
export interface Heading {
  readonly positions: ReadonlyMap<string, number>;
  readonly unknown: readonly string[];
}

/** A unit or hint in brackets behind a heading, as in `占地面积（平方米）`. */
const SUFFIX = /\([^()]*\)$/;

/**
 * Reads a heading row: English keys, Chinese or English labels, in any order. A second heading for
 * the same column counts as unknown; a blank one is left out.
 */
export function readHeading(sheet: Sheet, cells: readonly RawCell[]): Heading {
  const columns = columnsBySpelling(sheet);
  const positions = new Map<string, number>();
  const unknown: string[] = [];
  for (const [position, cell] of cells.entries()) {
    const heading = cellText(cell).trim();
    const written = spelling(heading);
    if (written === '') continue;
    const key = columns.get(written) ?? columns.get(written.replace(SUFFIX, ''));
    if (key === undefined || positions.has(key)) unknown.push(heading);
    else positions.set(key, position);
  }
  return { positions, unknown };
}

/** Every way to write a heading of this sheet → the column's key. */
export function columnsBySpelling(sheet: Sheet): ReadonlyMap<string, string> {
  const columns = new Map<string, string>();
  for (const [key, { label }] of Object.entries(sheet.columns)) {
    for (const word of [spelling(label.en), spelling(label.zh), spelling(label.zh).replace(SUFFIX, ''), spelling(key), ...(sheet.headings?.[key] ?? []).map(spelling)]) {
      columns.set(word, key);
    }
  }
  return columns;
}
