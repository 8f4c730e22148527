import { converter } from './convert.ts';
import type { Convert } from './convert.ts';
import { readHeading } from './heading.ts';
import { problem } from './problem.ts';
import type { ProblemCode } from './problem.ts';
import { cellText } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import { addCellFinding } from './read-sheet.ts';
import type { ReadRow, ReadSheet } from './read-sheet.ts';
import { rowRules, spans } from './row-rules.ts';
import type { ReportCell } from './row-rules.ts';
import type { SheetName } from './sheets.ts';

export type PushRow = (rowNumber: number, cells: readonly RawCell[]) => void;

interface Field {
  readonly name: string;
  readonly position: number;
  readonly optional: boolean;
  readonly convert: Convert;
}

/** Takes the heading of a sheet and gives the function that reads its rows into `read`. */
export function rowReader(read: ReadSheet, headingRow: number, heading: readonly RawCell[]): PushRow {
  const { sheet, problems } = read;
  const { positions, unknown } = readHeading(sheet, heading);
  for (const written of unknown) problems.push(problem(sheet.name, headingRow, written, 'unknown_column', written));
  const fields: Field[] = [];
  const blank: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(sheet.columns)) {
    blank[name] = column.fallback ?? null;
    const position = positions.get(name);
    if (position !== undefined) {
      fields.push({ name, position, optional: column.optional, convert: converter(column, sheet.key.includes(name)) });
    } else if (!column.optional) {
      read.missing.add(name);
      problems.push(problem(sheet.name, null, name, 'missing_column', null));
    }
  }
  const fill = rowFiller(read, fields);
  const judge = rowJudge(read);
  return (rowNumber, cells) => {
    if (fields.every(({ position }) => isBlank(cells[position]))) return;
    // Every row starts as a copy of one object, so that all rows of a sheet have one shape.
    const row = { ...blank, row: rowNumber };
    fill(row, cells);
    judge(row);
    read.rows.push(row);
  };
}

export function isBlank(cell: RawCell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && (cell === '' || cell.trim() === ''));
}

/** Converts the cells of a row into its values; what cannot be read is null and reported. */
function rowFiller(
  read: ReadSheet, fields: readonly Field[],
): (row: ReadRow & Record<string, unknown>, cells: readonly RawCell[]) => void {
  return (row, cells) => {
    let raw: RawCell = null;
    let name = '';
    const note = (code: ProblemCode): undefined => {
      addCellFinding(read, row, name, code, cellText(raw));
    };
    for (const field of fields) {
      name = field.name;
      raw = cells[field.position] ?? null;
      const value = raw === null || raw === '' ? null : field.convert(raw, note);
      if (value === undefined) row[name] = null;
      else if (value !== null) row[name] = value;
      else if (!field.optional) addCellFinding(read, row, name, 'missing_value', null);
    }
  };
}

/** Judges what the values of one row must be to each other. */
function rowJudge(read: ReadSheet): (row: ReadRow) => void {
  const { columns, name } = read.sheet;
  const rule = rowRules[name as SheetName] as ((row: ReadRow, report: ReportCell) => void) | undefined;
  const inside = spans.filter(([from, to]) => from in columns && to in columns);
  return (row) => {
    for (const [from, to] of inside) {
      const [first, last] = [row[from], row[to]];
      if (typeof first === 'string' && typeof last === 'string' && last < first) {
        addCellFinding(read, row, to, 'from_after_to', last);
      }
    }
    rule?.(row, (column, code) => {
      const value = row[column];
      // A value that could not be read has its finding already.
      if (value === null && read.faulty.get(row)?.has(column) === true) return;
      addCellFinding(read, row, column, code, typeof value === 'string' ? value : null);
    });
  };
}
