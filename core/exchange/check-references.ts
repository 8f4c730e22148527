import { problem } from './problem.ts';
import { idsOf } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';

type Sheets = ReadonlyMap<string, ReadSheet>;
type Ids = ReadonlySet<unknown>;

/**
 * Reports values that are no key of the sheets they refer to (`unknown_reference`). A column is
 * checked when all sheets that it may refer to hold rows: an absent one could hold the value, and a tab
 * of the template that was left blank says nothing.
 */
export function checkReferences(sheets: Sheets): void {
  const known = new Map<string, Ids | null>();
  for (const read of sheets.values()) {
    if (!read.present) continue;
    for (const [column, { references }] of Object.entries(read.sheet.columns)) {
      if (references === undefined) continue;
      const ids = references.map((name) => knownIds(sheets, known, name));
      if (ids.every((set) => set !== null)) checkColumn(read, column, ids);
    }
  }
}

/** The ids of a sheet, gathered once; null when the sheet or its id column is absent. */
function knownIds(sheets: Sheets, known: Map<string, Ids | null>, name: string): Ids | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const read = sheets.get(name);
  const usable = read !== undefined && read.rows.length > 0 && !read.missing.has(read.sheet.key[0] as string);
  const ids = usable ? idsOf(read) : null;
  known.set(name, ids);
  return ids;
}

function checkColumn(read: ReadSheet, column: string, ids: readonly Ids[]): void {
  let sound: unknown = null;
  for (const row of read.rows) {
    const value = row[column];
    // Neighbouring rows mostly refer to the same thing.
    if (value === null || value === sound) continue;
    if (!Array.isArray(value) && ids.some((set) => set.has(value))) sound = value;
    else checkCell(read, row, column, Array.isArray(value) ? value : [value], ids);
  }
}

function checkCell(read: ReadSheet, row: ReadRow, column: string, values: readonly unknown[], ids: readonly Ids[]): void {
  for (const value of values) {
    if (ids.some((set) => set.has(value))) continue;
    read.problems.push(problem(read.sheet.name, row.row, column, 'unknown_reference', String(value)));
  }
}
