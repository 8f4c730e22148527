import type { RawCell } from './raw-cell.ts';
import { createReader } from './reader.ts';
import type { Reading } from './reader.ts';

export type Table = readonly (readonly RawCell[])[];

/** Reads tables as a file would be read, for tests: sheet name → heading and rows, the heading in row 1. */
export function readTables(tables: Readonly<Record<string, Table>>): Reading {
  const reader = createReader();
  for (const [name, table] of Object.entries(tables)) {
    const sheet = reader.sheet(name);
    for (const [index, cells] of table.entries()) sheet?.row(index + 1, cells);
  }
  return reader.finish();
}

/** The findings in short: `row column code`, in their order. */
export function findings({ problems }: Reading): readonly string[] {
  return problems.map(({ row, column, code }) => `${row ?? '-'} ${column ?? '-'} ${code}`);
}
