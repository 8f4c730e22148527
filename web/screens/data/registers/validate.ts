import { describeProblem } from '../../../../core/exchange/describe.ts';
import { createReader } from '../../../../core/exchange/reader.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { Problem } from '../../../../core/exchange/problem.ts';
import type { Language } from '../../../../core/values/bilingual.ts';
import { sheetOf, withoutPlace } from '../sheet-words.ts';

/** Texts of a row by column, as they are typed. */
export type Texts = Readonly<Record<string, string>>;
/** What is wrong, by cell; a whole row's problem stands at the first column. */
export type CellProblems = ReadonlyMap<string, string>;

/** Names a cell among rows. */
export function cellKey(row: string, column: string): string {
  return `${row}\n${column}`;
}

const FIRST_ROW = 2;

/**
 * Judges rows by the rules of the exchange format, each cell by itself and the rows among each other. Blank rows
 * are passed over. Ids of other registers are for the server to know. Warnings do not stop a row and are left out.
 */
export function validateRows(sheet: SheetName, rows: readonly { readonly key: string; readonly texts: Texts }[], language: Language): CellProblems {
  const columns = Object.keys(sheetOf(sheet)?.columns ?? {});
  const reader = createReader();
  const read = reader.sheet(sheet);
  read?.row(1, columns);
  for (const [index, { texts }] of rows.entries()) read?.row(index + FIRST_ROW, columns.map((name) => texts[name] ?? ''));
  const wrong = reader.finish().problems.filter(({ severity, code }) => severity === 'error' && code !== 'unknown_reference');
  return new Map(wrong.map((problem) => [cellKey(rows[(problem.row ?? FIRST_ROW) - FIRST_ROW]?.key ?? '', problem.column ?? columns[0] ?? ''), sentence(problem, language)]));
}

/** What is wrong with one row, by column. */
export function validateRow(sheet: SheetName, texts: Texts, language: Language): ReadonlyMap<string, string> {
  const found = validateRows(sheet, [{ key: '', texts }], language);
  return new Map([...found].map(([key, text]) => [key.slice(1), text]));
}

function sentence(problem: Problem, language: Language): string {
  return withoutPlace(describeProblem(problem, language), language);
}
