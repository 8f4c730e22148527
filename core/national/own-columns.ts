import { readCsv } from '../exchange/csv.ts';
import type { Bilingual } from '../values/bilingual.ts';
import { fieldOf } from './fields.ts';
import type { NationalColumn, NationalLayout } from './layout.ts';

/** A column as an office lists it for itself. */
export interface OwnColumn {
  readonly table: string;
  readonly heading: string;
  /** A field of the closed list; empty where the column stays blank. */
  readonly field: string;
  readonly required: boolean;
}

export type WrongColumn =
  | { readonly why: 'no_columns' }
  | { readonly why: 'no_heading' | 'twice'; readonly line: number }
  | { readonly why: 'unknown_table' | 'unknown_field'; readonly line: number; readonly value: string };

const HEADINGS: Readonly<Record<string, keyof OwnColumn>> = { 表: 'table', table: 'table', 栏目: 'heading', heading: 'heading', 字段: 'field', field: 'field', 必填: 'required', required: 'required' };
const YES: ReadonlySet<string> = new Set(['是', 'yes', '1', 'true']);

/** A list of columns as CSV: 表, 栏目, 字段, 必填; 表 may be left out where the system has one. */
export function readOwnColumns(text: string): OwnColumn[] {
  let heads: (keyof OwnColumn | undefined)[] | null = null;
  const columns: OwnColumn[] = [];
  readCsv(text, (_, cells) => {
    if (heads === null) {
      heads = cells.map((cell) => HEADINGS[cell.trim().toLowerCase()]);
      return;
    }
    if (cells.every((cell) => cell.trim() === '')) return;
    const cell = (name: keyof OwnColumn): string => cells[(heads ?? []).indexOf(name)]?.trim() ?? '';
    columns.push({ table: cell('table'), heading: cell('heading'), field: cell('field'), required: YES.has(cell('required').toLowerCase()) });
  });
  return columns;
}

const OWN_SOURCE: Bilingual = { zh: '报送单位自备的栏目表', en: 'The reporting office’s own list of columns' };

/** The layout with an office's own columns in their order, for the tables that it lists; what is wrong with the list where it cannot be. */
export function withOwnColumns(layout: NationalLayout, own: readonly OwnColumn[]): NationalLayout | WrongColumn {
  if (own.length === 0) return { why: 'no_columns' };
  const [first] = layout.tables;
  const only = layout.tables.length === 1 ? first?.id ?? '' : '';
  const byTable = new Map<string, NationalColumn[]>();
  for (const [at, { table: given, heading, field, required }] of own.entries()) {
    const line = at + 2;
    const table = layout.tables.find(({ id }) => id === (given === '' ? only : given));
    if (table === undefined) return { why: 'unknown_table', line, value: given };
    if (heading === '') return { why: 'no_heading', line };
    if (field !== '' && fieldOf(table.rows, field) === undefined) return { why: 'unknown_field', line, value: field };
    const columns = byTable.get(table.id) ?? [];
    if (columns.some((one) => one.heading === heading)) return { why: 'twice', line };
    columns.push({ heading, field: field === '' ? null : field, blank: field === '' ? 'not_recorded' : null, required });
    byTable.set(table.id, columns);
  }
  return { ...layout, source: OWN_SOURCE, tables: layout.tables.flatMap((table) => (byTable.has(table.id) ? [{ ...table, columns: byTable.get(table.id) ?? [] }] : [])) };
}

/** What is wrong with a list of columns, in words. */
export function describeWrongColumn(wrong: WrongColumn): Bilingual {
  switch (wrong.why) {
    case 'no_columns': return { zh: '栏目表里没有栏目。', en: 'The list has no columns.' };
    case 'no_heading': return { zh: `第 ${wrong.line} 行没有栏目名称。`, en: `Line ${wrong.line} has no heading.` };
    case 'twice': return { zh: `第 ${wrong.line} 行的栏目前面已有。`, en: `The heading of line ${wrong.line} was there before.` };
    case 'unknown_table': return { zh: `第 ${wrong.line} 行：没有这张表：${wrong.value}`, en: `Line ${wrong.line}: there is no such table: ${wrong.value}` };
    case 'unknown_field': return { zh: `第 ${wrong.line} 行：没有这个字段：${wrong.value}`, en: `Line ${wrong.line}: there is no such field: ${wrong.value}` };
  }
}
