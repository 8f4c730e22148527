import { add, compare, ONE, subtract, toDecimalText, ZERO } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import { addDays } from '../values/plain-date.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { problem } from './problem.ts';
import { isSound } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';
import { rowsOfSameId } from './same-id.ts';

/** Judges rows of one id and adds what it finds to their sheet. */
export type GroupCheck = (rows: readonly ReadRow[]) => void;

interface Spell {
  readonly row: ReadRow;
  readonly from: PlainDate;
  /** The last day; null while open. */
  readonly to: PlainDate | null;
}

/** Finds overlaps among all rows of a sheet that holds no duplicates. */
export function checkOverlaps(read: ReadSheet): void {
  const check = overlapCheck(read);
  if (check !== null) for (const rows of rowsOfSameId(read)) check(rows);
}

/** Finds shares over one among all rows of a sheet that holds no duplicates. */
export function checkShares(read: ReadSheet): void {
  const check = shareCheck(read);
  if (check !== null) for (const rows of rowsOfSameId(read)) check(rows);
}

/** Reports rows of one thing that are in force on the same day (`overlap`), each row once; null where that may be. */
export function overlapCheck(read: ReadSheet): GroupCheck | null {
  const { name, noOverlap } = read.sheet;
  const spellsOf = noOverlap === undefined ? null : speller(read, noOverlap, {});
  if (spellsOf === null) return null;
  return (rows) => {
    for (const spells of spellsOf(rows)) {
      const late = new Set<Spell>();
      let reach: Spell | undefined;
      for (const spell of spells) {
        if (reach !== undefined && (reach.to === null || spell.from <= reach.to)) {
          late.add(spell.row.row > reach.row.row ? spell : reach);
        }
        if (reach === undefined || endsLater(spell, reach)) reach = spell;
      }
      const [start] = spanColumns(read);
      for (const { row, from } of late) read.problems.push(problem(name, row.row, start, 'overlap', from));
    }
  };
}

/** Reports the rows with which the shares of one thing exceed the whole on some day (`share_over_one`). */
export function shareCheck(read: ReadSheet): GroupCheck | null {
  const { name, sharesOf, sharesWhere = {} } = read.sheet;
  const spellsOf = sharesOf === undefined ? null : speller(read, sharesOf, sharesWhere);
  if (spellsOf === null) return null;
  return (rows) => {
    for (const spells of spellsOf(rows)) {
      const sound = spells.filter(({ row }) => isSound(read, row, 'share'));
      for (const [row, sum] of sumsOver(sound)) {
        read.problems.push(problem(name, row.row, 'share', 'share_over_one', toDecimalText(sum)));
      }
    }
  };
}

/** The rows at whose first day the shares in force sum to more than one, with that sum. */
function* sumsOver(spells: readonly Spell[]): Generator<[ReadRow, Exact]> {
  const endings = spells.filter(({ to }) => to !== null).toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
  let sum = ZERO;
  let ended = 0;
  for (const { row, from } of spells) {
    for (let next = endings[ended]; next !== undefined && (next.to ?? from) < from; next = endings[ended]) {
      sum = subtract(sum, next.row['share'] as Exact);
      ended += 1;
    }
    sum = add(sum, row['share'] as Exact);
    if (compare(sum, ONE) > 0) yield [row, sum];
  }
}

/**
 * Splits rows of one id into those alike in `columns` (the id and at most one more) that meet the
 * conditions, two and more, by first day and row. Null when a column is absent.
 */
function speller(
  read: ReadSheet, columns: readonly string[], where: Readonly<Record<string, string>>,
): ((rows: readonly ReadRow[]) => readonly (readonly Spell[])[]) | null {
  const conditions = Object.entries(where);
  const needed = [...columns, ...spanColumns(read), ...Object.keys(where)];
  if (needed.some((column) => read.missing.has(column))) return null;
  const counts = (row: ReadRow): boolean => conditions.every(([column, value]) => row[column] === value)
    && (!read.faulty.has(row) || needed.every((column) => isSound(read, row, column)));
  const [, within] = columns;
  return (rows) => {
    const counted = rows.filter(counts);
    const groups = within === undefined ? [counted] : alikeIn(counted, within);
    return groups.filter((group) => group.length > 1).map((group) => inOrder(read, group));
  };
}

function alikeIn(rows: readonly ReadRow[], column: string): readonly (readonly ReadRow[])[] {
  const groups = new Map<unknown, ReadRow[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group === undefined) groups.set(row[column], [row]);
    else group.push(row);
  }
  return [...groups.values()];
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

const EQUIPMENT_SPAN = ['acquired_on', 'retired_on'] as const;
const ORDINARY_SPAN = ['from', 'to'] as const;

function spanColumns({ sheet }: ReadSheet): readonly [start: string, end: string] {
  return EQUIPMENT_SPAN[0] in sheet.columns ? EQUIPMENT_SPAN : ORDINARY_SPAN;
}

function endsLater(a: Spell, b: Spell): boolean {
  return b.to !== null && (a.to === null || a.to > b.to);
}
