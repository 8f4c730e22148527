import { duplicatesAmong } from './check-duplicates.ts';
import { overlapCheck, shareCheck } from './check-periods.ts';
import { idsOf, isSound } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';

/**
 * Checks what the rows of one sheet must be to each other, and takes duplicates out. Every key, every
 * overlap and every sum of shares begins with the id, so only rows of the same id are compared.
 */
export function checkAmongRows(read: ReadSheet): void {
  const duplicates = new Set<ReadRow>();
  const checks = [overlapCheck(read), shareCheck(read)].filter((check) => check !== null);
  for (const rows of rowsOfSameId(read)) {
    const again = duplicatesAmong(read, rows);
    for (const row of again) duplicates.add(row);
    const counted = again.size === 0 ? rows : rows.filter((row) => !again.has(row));
    for (const check of checks) check(counted);
  }
  if (duplicates.size > 0) read.rows = read.rows.filter((row) => !duplicates.has(row));
}

function rowsOfSameId(read: ReadSheet): Iterable<readonly ReadRow[]> {
  // In most sheets no id comes twice, which one look-up per row tells.
  if (idsOf(read).size === read.rows.length) return [];
  const [id = ''] = read.sheet.key;
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
