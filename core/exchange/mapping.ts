import { columnsBySpelling } from './heading.ts';
import { spelling } from './plain-text.ts';
import { cellText } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import type { Sheet } from './sheet.ts';
import { SYNONYMS } from './synonyms.ts';

/** One source column and where it would go; `sure` when its heading is a known way to write the column. */
export interface ProposedColumn {
  readonly position: number;
  readonly heading: string;
  readonly column: string | null;
  readonly sure: boolean;
}

/** How an office's own sheet would be read as a sheet of the exchange format. */
export interface MappingProposal {
  readonly sheet: string;
  /** First and last row of the heading, as the user counts rows. */
  readonly heading_rows: readonly [first: number, last: number];
  readonly columns: readonly ProposedColumn[];
  /** Required columns that no source column was found for. */
  readonly missing: readonly string[];
  /** The share of the sheet's columns that were found, sure ones counting double; 0 when nothing fits. */
  readonly fit: number;
}

/** A row as the file shows it. */
export interface ShownRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}

/** Titles, dates of issue and remarks stand above the heading; further down there are only records. */
const MOST_ROWS_ABOVE = 30;
const SUFFIX = /\([^()]*\)/g;
const NOT_A_HEADING = /^[-+]?[\d.,/%年月日:-]+$/;
const SURE = 2;
const LIKELY = 1;

/**
 * Finds the heading among the first rows of a tab (titles above it are passed over, a heading of two rows
 * is read as one) and proposes which source column is which. Null when no row names any column.
 */
export function proposeMapping(rows: readonly ShownRow[], sheet: Sheet): MappingProposal | null {
  const words = wordsOf(sheet);
  let best: MappingProposal | null = null;
  for (const [at, row] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
    const below = rows[at + 1];
    const alone = proposalOf(sheet, words, [row.row, row.row], headingTexts(row.cells));
    best = better(alone, best);
    if (below === undefined || below.row !== row.row + 1) continue;
    const both = proposalOf(sheet, words, [row.row, below.row], mergedTexts(row.cells, below.cells));
    best = better(both, best);
  }
  return best;
}

/** The one that explains more; of two alike the one with the shorter heading. */
function better(next: MappingProposal | null, best: MappingProposal | null): MappingProposal | null {
  if (next === null || best === null) return next ?? best;
  if (next.fit !== best.fit) return next.fit > best.fit ? next : best;
  return heightOf(next) < heightOf(best) ? next : best;
}

function heightOf({ heading_rows: [first, last] }: MappingProposal): number {
  return last - first;
}

/** What a source column may be called: the heading itself, and without what stands above it. */
type Heading = readonly [whole: string, ...narrower: string[]];

function headingTexts(cells: readonly RawCell[]): (Heading | null)[] {
  return cells.map((cell) => {
    const text = shown(cell);
    return text === '' ? null : [text];
  });
}

/** Two rows as one: a merged cell stands over the empty cells to its right, until the next one that is filled. */
function mergedTexts(above: readonly RawCell[], below: readonly RawCell[]): (Heading | null)[] {
  let over = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, position): Heading | null => {
    const upper = shown(above[position] ?? null);
    const lower = shown(below[position] ?? null);
    if (upper !== '') over = upper;
    if (lower === '') return upper === '' ? null : [upper];
    return over === '' ? [lower] : [`${over}${lower}`, lower];
  });
}

function shown(cell: RawCell): string {
  const text = cellText(cell).trim();
  return NOT_A_HEADING.test(text) ? '' : text;
}

/** Every known way to write a heading, its column, and how sure it is. */
function wordsOf(sheet: Sheet): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const add = (word: string, column: string) => {
    if (!words.has(word)) words.set(word, column);
  };
  for (const [word, column] of columnsBySpelling(sheet)) add(word, column);
  for (const column of Object.keys(sheet.columns)) {
    for (const word of SYNONYMS[column] ?? []) add(spelling(word), column);
  }
  return words;
}

function proposalOf(
  sheet: Sheet, words: ReadonlyMap<string, string>, heading_rows: readonly [number, number], headings: readonly (Heading | null)[],
): MappingProposal | null {
  const taken = new Map<string, { readonly position: number; readonly weight: number }>();
  const named = headings.flatMap((heading, position) => (heading === null ? [] : [{ heading, position }]));
  for (const weight of [SURE, LIKELY]) {
    for (const { heading, position } of named) {
      if ([...taken.values()].some((t) => t.position === position)) continue;
      const column = weight === SURE ? surely(heading, words, taken) : likely(heading, words, taken);
      if (column !== null) taken.set(column, { position, weight });
    }
  }
  if (taken.size === 0) return null;
  const byPosition = new Map([...taken].map(([column, { position, weight }]) => [position, { column, sure: weight === SURE }]));
  const points = [...taken.values()].reduce((sum, { weight }) => sum + weight, 0);
  return {
    sheet: sheet.name,
    heading_rows,
    columns: named.map(({ heading, position }) => ({
      position, heading: heading[0], column: byPosition.get(position)?.column ?? null, sure: byPosition.get(position)?.sure ?? false,
    })),
    missing: Object.entries(sheet.columns).filter(([name, { optional }]) => !optional && !taken.has(name)).map(([name]) => name),
    // A heading that explains few of its cells is a title or a record that happens to hold a word.
    fit: (points / (SURE * Object.keys(sheet.columns).length)) * (taken.size / named.length),
  };
}

type Taken = ReadonlyMap<string, unknown>;

function surely(heading: Heading, words: ReadonlyMap<string, string>, taken: Taken): string | null {
  for (const text of heading) {
    for (const written of [spelling(text), spelling(text).replace(SUFFIX, '')]) {
      const column = words.get(written);
      if (column !== undefined && !taken.has(column)) return column;
    }
  }
  return null;
}

/** The column whose longest known heading is within the heading, or holds it. */
function likely(heading: Heading, words: ReadonlyMap<string, string>, taken: Taken): string | null {
  let best: { readonly column: string; readonly length: number } | null = null;
  for (const text of heading) {
    const written = spelling(text).replace(SUFFIX, '');
    for (const [word, column] of words) {
      if (word.length < 2 || written.length < 2 || taken.has(column)) continue;
      const common = written.includes(word) ? word.length : word.includes(written) ? written.length : 0;
      if (common > (best?.length ?? 1)) best = { column, length: common };
    }
  }
  return best?.column ?? null;
}

/** A mapping that somebody agreed to: which source position is which column, and values that the source lacks. */
export interface AgreedMapping {
  readonly sheet: string;
  readonly heading_rows: readonly [first: number, last: number];
  readonly columns: readonly { readonly position: number; readonly column: string }[];
  readonly constants: Readonly<Record<string, string>>;
}

/**
 * The rows of an office's own tab as rows of the exchange format: first the heading, then what stands below
 * the source's heading, each with its own row number.
 */
export function* mappedRows(rows: Iterable<ShownRow>, mapping: AgreedMapping): Generator<ShownRow> {
  const constants = Object.entries(mapping.constants);
  const [, last] = mapping.heading_rows;
  yield { row: last, cells: [...mapping.columns.map((c) => c.column), ...constants.map(([column]) => column)] };
  for (const { row, cells } of rows) {
    if (row <= last) continue;
    const mapped = mapping.columns.map(({ position }) => cells[position] ?? null);
    const blank = mapped.every((cell) => cell === null || cellText(cell).trim() === '');
    if (!blank) yield { row, cells: [...mapped, ...constants.map(([, value]) => value)] };
  }
}
