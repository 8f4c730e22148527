import { holdsMask, maskOf } from '../values/mask.ts';
import { checkAmongRows } from './check-among-rows.ts';
import { problem, type Problem } from './problem.ts';
import type { RawCell } from './raw-cell.ts';
import { emptySheet, type ReadRow, type ReadSheet } from './read-sheet.ts';
import { isBlank, rowReader, type PushRow } from './row-reader.ts';
import type { Sheet } from './sheet.ts';
import { uploadSheets, type UploadRow, type UploadSheetName } from './upload-sheets.ts';

/** What was read of a sheet that is uploaded by itself. With an error among the problems nothing of it is stored. */
export interface UploadReading<S extends UploadSheetName> {
  readonly rows: readonly UploadRow<S>[];
  readonly problems: readonly Problem[];
}

export interface UploadReader<S extends UploadSheetName> {
  /** One row of the file; the first that is not blank is the heading. */
  row(rowNumber: number, cells: readonly RawCell[]): void;
  finish(): UploadReading<S>;
}

/** Judges one row whose cells were read; a value that could not be read stands as null. */
export type RowJudge = (read: ReadSheet, row: ReadRow) => void;

/** Reads one sheet by the rules of the exchange format, and each row by a rule of its own besides. */
export function createUploadReader<S extends UploadSheetName>(name: S, judge?: RowJudge): UploadReader<S> {
  const sheet: Sheet = uploadSheets[name];
  const read = emptySheet(sheet);
  let push: PushRow | null = null;
  return {
    row: (rowNumber, cells) => {
      if (push !== null) return push(rowNumber, cells);
      if (cells.every(isBlank)) return;
      read.present = true;
      push = rowReader(read, rowNumber, cells);
    },
    finish: () => {
      if (judge !== undefined) for (const row of read.rows) judge(read, row);
      checkAmongRows(read);
      const { missing, faulty, problems } = read;
      if (!read.present) problems.push(problem(name, null, null, 'missing_value', null));
      const sound = missing.size > 0 ? [] : read.rows.filter((row) => !faulty.has(row));
      return { rows: sound as unknown as readonly UploadRow<S>[], problems: inOrder(problems).map((one) => masked(sheet, one)) };
    },
  };
}

const inOrder = (problems: readonly Problem[]): Problem[] => problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));

/** A personal value is masked in what is told of it. */
function masked({ columns }: Sheet, one: Problem): Problem {
  const kind = one.column === null ? undefined : columns[one.column]?.personal;
  return kind === undefined || one.value === null || holdsMask(one.value) ? one : { ...one, value: maskOf(kind, one.value) };
}
