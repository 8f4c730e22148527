import type { Column } from '../core/exchange/column.ts';
import { sheets, type SheetName } from '../core/exchange/sheets.ts';
import { writeCell } from '../core/exchange/write.ts';
import type { StoredRecord } from '../store/registers.ts';

/** What a value is in JSON, as `rowSchema` of the contract says: exact numbers as decimal text, the rest as it is. */
export type CellJson = string | number | boolean | readonly string[] | null;

export function cellsOf(sheet: SheetName, values: Readonly<Record<string, unknown>>): Record<string, CellJson> {
  return Object.fromEntries(Object.entries<Column>(sheets[sheet].columns).map(([name, column]) => [name, cellJson(column, values[name])]));
}

function cellJson(column: Column, value: unknown): CellJson {
  if (value === null || value === undefined) return null;
  return column.kind === 'number' || column.kind === 'money' || column.kind === 'share' ? writeCell(column, value) : (value as CellJson);
}

/** The day on which a record's period ends, in the sheets that have one. */
function endOf(values: Readonly<Record<string, unknown>>): string | null {
  return (values['to'] ?? values['retired_on'] ?? null) as string | null;
}

export function recordView(sheet: SheetName, record: StoredRecord) {
  return {
    record_id: String(record.record_id),
    values: cellsOf(sheet, record.values),
    file: record.file_name,
    row: record.source_row,
    reported_by: record.recorded_by,
    reported_at: record.recorded_at,
    ended_on: endOf(record.values as Readonly<Record<string, unknown>>),
  };
}
