import { toDecimalText } from '../values/exact.ts';
import type { Exact } from '../values/exact.ts';
import type { Language } from '../values/bilingual.ts';
import type { Column } from './column.ts';
import { withGuard } from './formula-guard.ts';
import { sheets } from './sheets.ts';
import type { Row, SheetName } from './sheets.ts';
import type { Sheet } from './sheet.ts';

/** How headings and codes are written: as English keys, or in the words of a language. */
export type Wording = 'key' | Language;

/**
 * The text of a value as the reader takes it again: dates in ISO form, yes and no, numbers exact and
 * without exponent, lists with `;`. Empty for null.
 */
export function writeCell(column: Column, value: unknown, wording: Wording = 'key'): string {
  if (value === null || value === undefined) return '';
  switch (column.kind) {
    case 'code': return wording === 'key' ? String(value) : column.codes?.[String(value)]?.[wording] ?? String(value);
    case 'yes_no': return yesOrNo(value === true, wording);
    case 'list': return (value as readonly string[]).join(';');
    case 'number': case 'share': return toDecimalText(value as Exact) ?? '';
    case 'money': return toDecimalText(value as Exact, 2) ?? '';
    default: return String(value);
  }
}

function yesOrNo(yes: boolean, wording: Wording): string {
  if (wording === 'zh') return yes ? '是' : '否';
  return yes ? 'yes' : 'no';
}

/** The heading row of a sheet. */
export function writeHeading(sheet: Sheet, wording: Wording = 'key'): readonly string[] {
  return Object.entries(sheet.columns).map(([key, { label }]) => (wording === 'key' ? key : label[wording]));
}

/**
 * A sheet as the lines of a CSV file, heading first, each with its line end; comma-separated, to be
 * written in UTF-8. Reading it gives the same rows.
 */
export function* csvLines<S extends SheetName>(name: S, rows: Iterable<Row<S>>): Generator<string> {
  const sheet: Sheet = sheets[name];
  yield csvLine(writeHeading(sheet));
  const columns = Object.entries(sheet.columns);
  for (const row of rows as Iterable<Readonly<Record<string, unknown>>>) {
    yield csvLine(columns.map(([key, column]) => withGuard(writeCell(column, row[key]))));
  }
}

/** One line of CSV with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
