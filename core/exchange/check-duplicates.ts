import { compare } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import { problem } from './problem.ts';
import { isSound } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';

/**
 * Reports rows that have the key of an earlier row and takes them out: `duplicate_row` when all
 * values are the same (the row counts once), `duplicate_key` when they are not.
 */
export function takeOutDuplicates(read: ReadSheet): void {
  const { sheet } = read;
  const first = new Map<unknown, ReadRow>();
  const columns = Object.keys(sheet.columns);
  const again = new Set<ReadRow>();
  for (const row of read.rows) {
    const key = keyOf(read, row);
    const earlier = key === undefined ? undefined : first.get(key);
    if (earlier === undefined) {
      if (key !== undefined) first.set(key, row);
      continue;
    }
    again.add(row);
    const same = columns.every((column) => isSameValue(earlier[column], row[column]));
    const value = sheet.key.map((column) => row[column] ?? '').join(' ').trim();
    read.problems.push(problem(sheet.name, row.row, null, same ? 'duplicate_row' : 'duplicate_key', value));
  }
  if (again.size > 0) read.rows = read.rows.filter((row) => !again.has(row));
}

/** What identifies the row; undefined when a part of it could not be read. */
function keyOf(read: ReadSheet, row: ReadRow): unknown {
  const { key } = read.sheet;
  const relied = read.missing.size === 0 && !read.faulty.has(row);
  if (!relied && !key.every((column) => isSound(read, row, column))) return undefined;
  if (key.length === 1) return row[key[0] as string];
  let text = '';
  for (const column of key) text += `${row[column] ?? ''}\u0001`;
  return text;
}

function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => item === b[at]);
  return isExact(a) && isExact(b) && compare(a, b) === 0;
}

function isExact(value: unknown): value is Exact {
  return typeof value === 'object' && value !== null && 'n' in value;
}
