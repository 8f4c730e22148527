import { compare } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import { problem } from './problem.ts';
import { isSound } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';

/**
 * Reports and returns the rows that have the key of an earlier one: `duplicate_row` when all values
 * are the same (the row counts once), `duplicate_key` when they are not. The rows have one id.
 */
export function duplicatesAmong(read: ReadSheet, rows: readonly ReadRow[]): ReadonlySet<ReadRow> {
  const { sheet } = read;
  const first = new Map<unknown, ReadRow>();
  const again = new Set<ReadRow>();
  for (const row of rows) {
    const key = keyWithinId(read, row);
    if (key === undefined) continue;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      continue;
    }
    again.add(row);
    const same = Object.keys(sheet.columns).every((column) => isSameValue(earlier[column], row[column]));
    const value = sheet.key.map((column) => row[column] ?? '').join(' ').trim();
    read.problems.push(problem(sheet.name, row.row, null, same ? 'duplicate_row' : 'duplicate_key', value));
  }
  return again;
}

/** What tells a row from others of the same id; undefined when a part of it could not be read. */
function keyWithinId(read: ReadSheet, row: ReadRow): unknown {
  const { key } = read.sheet;
  if ((read.faulty.has(row) || read.missing.size > 0) && !key.every((column) => isSound(read, row, column))) return undefined;
  if (key.length === 2) return row[key[1] as string];
  let text = '';
  for (let at = 1; at < key.length; at++) text += `${row[key[at] as string] ?? ''}\u0001`;
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
