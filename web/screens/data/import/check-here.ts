import { readCsv } from '../../../../core/exchange/csv.ts';
import { decodeText } from '../../../../core/exchange/decode-text.ts';
import { describeProblem } from '../../../../core/exchange/describe.ts';
import { createReader, sheetNamed } from '../../../../core/exchange/reader.ts';
import type { Problem } from '../../../../core/exchange/problem.ts';
import type { ListedProblem } from './answers.ts';

/** Larger files are read by the server, where the page does not wait for it. */
const MOST_BYTES_HERE = 4 * 1024 * 1024;

export interface NamedText {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The problems of CSV files, found in the browser by the reader that the server uses. What other rows an id may
 * refer to is known to the server alone, so that `unknown_reference` is left to it.
 */
export function checkHere(files: readonly NamedText[]): readonly ListedProblem[] {
  const reader = createReader();
  for (const { name, bytes } of files) {
    const sheet = reader.sheet(baseName(name));
    if (sheet !== null) readCsv(decodeText(bytes), (row, cells) => sheet.row(row, cells));
  }
  return reader.finish().problems.filter(({ code }) => code !== 'unknown_reference').map(worded);
}

/** Whether files are cheap to read here: text, and little of it. */
export function isCheap(files: readonly { readonly name: string; readonly size: number }[]): boolean {
  return files.every(({ name }) => name.toLowerCase().endsWith('.csv')) && files.reduce((sum, { size }) => sum + size, 0) <= MOST_BYTES_HERE;
}

/** Whether no file is named after a sheet: then it is an office's own and has to be mapped. */
export function namesNoSheet(files: readonly { readonly name: string }[]): boolean {
  return files.every(({ name }) => name.toLowerCase().endsWith('.csv') && sheetNamed(baseName(name)) === null);
}

function baseName(name: string): string {
  return name.replace(/\.csv$/i, '');
}

function worded(problem: Problem): ListedProblem {
  return { ...problem, text: { zh: describeProblem(problem, 'zh'), en: describeProblem(problem, 'en') } };
}
