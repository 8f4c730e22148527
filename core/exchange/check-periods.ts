import { add, compare, ONE, subtract, toDecimalText, ZERO } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import { addDays } from '../values/plain-date.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { problem } from './problem.ts';
import { isSound } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';

interface Spell {
  readonly row: ReadRow;
  readonly from: PlainDate;
  /** The last day; null while open. */
  readonly to: PlainDate | null;
}

/** Reports rows of one thing that are in force on the same day (`overlap`), each row once. */
export function checkOverlaps(read: ReadSheet): void {
  const columns = read.sheet.noOverlap;
  if (columns === undefined) return;
  for (const spells of spellsByGroup(read, columns)) {
    const late = new Set<Spell>();
    let reach: Spell | undefined;
    for (const spell of spells) {
      if (reach !== undefined && (reach.to === null || spell.from <= reach.to)) {
        late.add(spell.row.row > reach.row.row ? spell : reach);
      }
      if (reach === undefined || endsLater(spell, reach)) reach = spell;
    }
    for (const { row, from } of late) {
      read.problems.push(problem(read.sheet.name, row.row, startColumn(read), 'overlap', from));
    }
  }
}

/** Reports the rows with which the shares of one thing exceed the whole on some day (`share_over_one`). */
export function checkShares(read: ReadSheet): void {
  const columns = read.sheet.sharesOf;
  if (columns === undefined || read.missing.has('share')) return;
  for (const spells of spellsByGroup(read, columns, read.sheet.sharesWhere)) {
    const sound = spells.filter(({ row }) => isSound(read, row, 'share'));
    const endings = sound.filter(({ to }) => to !== null).toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
    let sum = ZERO;
    let ended = 0;
    for (const { row, from } of sound) {
      for (let next = endings[ended]; next?.to !== undefined && next.to !== null && next.to < from; next = endings[ended]) {
        sum = subtract(sum, next.row['share'] as Exact);
        ended += 1;
      }
      sum = add(sum, row['share'] as Exact);
      if (compare(sum, ONE) > 0) {
        read.problems.push(problem(read.sheet.name, row.row, 'share', 'share_over_one', toDecimalText(sum)));
      }
    }
  }
}

/** Groups of two rows and more that are alike in these columns, each by first day and row. */
function spellsByGroup(
  read: ReadSheet, columns: readonly string[], where: Readonly<Record<string, string>> = {},
): readonly (readonly Spell[])[] {
  const conditions = Object.entries(where);
  const needed = [...columns, ...spanColumns(read), ...conditions.map(([column]) => column)];
  if (needed.some((column) => read.missing.has(column))) return [];
  const groups = new Map<unknown, ReadRow | ReadRow[]>();
  for (const row of read.rows) {
    if (conditions.some(([column, value]) => row[column] !== value)) continue;
    if (read.faulty.has(row) && !needed.every((column) => isSound(read, row, column))) continue;
    const key = columns.length === 1 ? row[columns[0] as string] : columns.map((column) => row[column]).join('\u0001');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, row);
    else if (Array.isArray(group)) group.push(row);
    else groups.set(key, [group, row]);
  }
  return [...groups.values()].filter((group) => Array.isArray(group)).map((rows) => inOrder(read, rows));
}

function inOrder(read: ReadSheet, rows: readonly ReadRow[]): readonly Spell[] {
  const spells = rows.map((row) => spellOf(read, row)).filter(({ from, to }) => to === null || from <= to);
  return spells.toSorted((a, b) => (a.from === b.from ? a.row.row - b.row.row : a.from < b.from ? -1 : 1));
}

function spellOf(read: ReadSheet, row: ReadRow): Spell {
  const [start, end] = spanColumns(read);
  const last = row[end] as PlainDate | null;
  // Equipment is not in force on the day it is retired.
  const to = end === 'retired_on' && last !== null ? addDays(last, -1) : last;
  return { row, from: row[start] as PlainDate, to };
}

function spanColumns(read: ReadSheet): readonly [start: string, end: string] {
  return 'acquired_on' in read.sheet.columns ? ['acquired_on', 'retired_on'] : ['from', 'to'];
}

function startColumn(read: ReadSheet): string {
  return spanColumns(read)[0];
}

function endsLater(a: Spell, b: Spell): boolean {
  return b.to !== null && (a.to === null || a.to > b.to);
}
