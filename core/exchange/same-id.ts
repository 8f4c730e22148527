import { isSound } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';

/** The rows of every id that comes twice or more, in the order of the sheet. */
export function rowsOfSameId(read: ReadSheet): Iterable<readonly ReadRow[]> {
  const [id = ''] = read.sheet.key;
  if (!comesTwice(read.rows, id)) return [];
  const first = new Map<unknown, ReadRow>();
  const groups = new Map<unknown, ReadRow[]>();
  for (const row of read.rows) {
    if (!isSound(read, row, id)) continue;
    const earlier = first.get(row[id]);
    if (earlier === undefined) {
      first.set(row[id], row);
      continue;
    }
    const group = groups.get(row[id]);
    if (group === undefined) groups.set(row[id], [earlier, row]);
    else group.push(row);
  }
  return groups.values();
}

/** In most sheets no id comes twice, which one look-up per row tells. */
function comesTwice(rows: readonly ReadRow[], id: string): boolean {
  const ids = new Set<unknown>();
  return rows.some((row, at) => ids.add(row[id]).size <= at);
}
