import { writeFile } from 'node:fs/promises';
import type { ColumnKind } from '../core/exchange/column.ts';
import { templateJson } from '../core/exchange/template.ts';
import type { TemplateColumn, TemplateSheet } from '../core/exchange/template.ts';
import { choicesOf, explanationTable, hintOf } from './explanation-sheet.ts';
import type { CellFormat, Table, TableColumn } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Codes and terms are kept as text, so that `001` keeps its zeros and `2025-1` does not become a day. */
const FORMATS: Readonly<Record<ColumnKind, CellFormat>> = {
  text: 'text', reference: 'text', code: 'text', yes_no: 'text', list: 'text', term: 'text',
  integer: 'integer', year: 'integer', number: 'decimal', money: 'decimal', share: 'general', date: 'date',
};

/** The blank workbook that offices fill in, as the bytes of an .xlsx: an explanation, then a tab for each sheet. */
export function templateWorkbook(): Promise<Buffer> {
  const { sheets } = templateJson();
  return writeWorkbook([explanationTable(sheets), ...sheets.map((sheet) => blankTable(sheets, sheet))]);
}

/** Writes the template to a file, in the place of one that is there. */
export async function writeTemplate(path: string): Promise<void> {
  await writeFile(path, await templateWorkbook());
}

/** A sheet without rows: headings, widths, choices. */
export function blankTable(sheets: readonly TemplateSheet[], sheet: TemplateSheet): Table {
  return { name: sheet.label.zh, columns: sheet.columns.map((column) => tableColumn(sheets, sheet, column)), rows: [] };
}

function tableColumn(sheets: readonly TemplateSheet[], sheet: TemplateSheet, column: TemplateColumn): TableColumn {
  const choices = choicesOf(sheets, sheet, column);
  return {
    heading: column.label.zh,
    width: Math.max(12, Math.min(32, column.label.zh.length * 2 + 4)),
    format: FORMATS[column.kind],
    required: column.required,
    ...(choices !== undefined && { choices }),
    ...(column.required && { prompt: { title: '必填', text: hintOf(column) } }),
  };
}
