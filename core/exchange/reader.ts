import { checkAmongRows } from './check-among-rows.ts';
import { checkReferences } from './check-references.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { spelling } from './plain-text.ts';
import type { RawCell } from './raw-cell.ts';
import { emptySheet } from './read-sheet.ts';
import type { ReadSheet } from './read-sheet.ts';
import { isBlank, rowReader } from './row-reader.ts';
import type { PushRow } from './row-reader.ts';
import { sheetNames, sheets } from './sheets.ts';
import type { Dataset, SheetName } from './sheets.ts';

/** Takes the rows of one sheet, from the heading on. Cells are read at once and not kept. */
export interface SheetReader {
  readonly name: SheetName;
  /** One row; `rowNumber` is what the user sees. The first row that is not blank is the heading. */
  row(rowNumber: number, cells: readonly RawCell[]): void;
}

/** What a reader has read. With an error among the problems the rows are not to be judged or stored. */
export interface Reading {
  readonly dataset: Dataset;
  readonly problems: readonly Problem[];
}

export interface Reader {
  /** The reader of a sheet by its English name or Chinese label; null, and a warning, when there is no such sheet. */
  sheet(name: string): SheetReader | null;
  /** Checks the sheets against each other and gives everything that was read. To be called once, at the end. */
  finish(): Reading;
}

/** Reads a dataset that is pushed row by row, from whatever file or form it comes. */
export function createReader(): Reader {
  const read = new Map<string, ReadSheet>(sheetNames.map((name) => [name, emptySheet(sheets[name])]));
  const unknown: Problem[] = [];
  return {
    sheet: (written) => {
      const name = sheetNamed(written);
      if (name !== null) return sheetReader(name, read.get(name) as ReadSheet);
      unknown.push(problem(written, null, null, 'unknown_sheet', written));
      return null;
    },
    finish: () => {
      const present = [...read.values()].filter((sheet) => sheet.present);
      for (const sheet of present) checkAmongRows(sheet);
      checkReferences(read);
      return { dataset: datasetOf(present), problems: [...unknown, ...present.flatMap(problemsInOrder)] };
    },
  };
}

const namesBySpelling = new Map(
  sheetNames.flatMap((name) => [name, sheets[name].label.zh, sheets[name].label.en].map((word) => [spelling(word), name])),
);

/** The sheet that this name or label means; null when there is none. */
export function sheetNamed(written: string): SheetName | null {
  return namesBySpelling.get(spelling(written)) ?? null;
}

function sheetReader(name: SheetName, read: ReadSheet): SheetReader {
  let push: PushRow | null = null;
  return {
    name,
    row: (rowNumber, cells) => {
      if (push !== null) return push(rowNumber, cells);
      if (cells.every(isBlank)) return;
      read.present = true;
      push = rowReader(read, rowNumber, cells);
    },
  };
}

/** The rows without errors; none of a sheet that lacks a required column. */
function datasetOf(present: readonly ReadSheet[]): Dataset {
  return Object.fromEntries(present.map(({ sheet, rows, faulty, missing }) => {
    if (missing.size > 0) return [sheet.name, []];
    return [sheet.name, faulty.size === 0 ? rows : rows.filter((row) => !faulty.has(row))];
  })) as Dataset;
}

/** By row, the heading first; within a row as found. */
function problemsInOrder({ problems }: ReadSheet): readonly Problem[] {
  return problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
}
