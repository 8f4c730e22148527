import { duplicatesAmong } from './check-duplicates.ts';
import { overlapCheck, shareCheck } from './check-periods.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';
import { rowsOfSameId } from './same-id.ts';

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
