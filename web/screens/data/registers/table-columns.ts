import { sheets } from '../../../../core/exchange/sheets.ts';
import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { Column } from '../../../../core/exchange/column.ts';
import type { Language } from '../../../../core/values/bilingual.ts';
import { unitWord } from '../../../../core/values/unit-words.ts';
import type { TableColumn } from '../../../components/DataTable/table-view.ts';
import { tableKind } from './cell-text.ts';
import type { RegisterRecord } from './queries.ts';
import type { Texts } from './validate.ts';

/** A row of a register as texts by column. */
export interface TextRow {
  readonly key: string;
  readonly texts: Texts;
}

type Declared = readonly (readonly [name: string, column: Column])[];

const DECLARED = new Map<SheetName, Declared>();

/** The declared columns of a sheet, in their order; the same list each time. */
export function declaredColumns(sheet: SheetName): Declared {
  const known = DECLARED.get(sheet) ?? Object.entries<Column>(sheets[sheet].columns);
  DECLARED.set(sheet, known);
  return known;
}

const WIDTHS_REM: Partial<Record<Column['kind'], number>> = { share: 5.5, yes_no: 6, year: 6, term: 6, integer: 6.5, code: 8 };
const LONG_NAME = 8;

/** Codes of eighteen characters are read whole. */
const WIDE_CODE_REM = 12.5;

function widthOf({ kind, check, label }: Column, language: Language): number {
  if (check === 'citizen_id' || check === 'credit_code') return WIDE_CODE_REM;
  return Math.max(WIDTHS_REM[kind] ?? 9, language === 'zh' && label.zh.length > LONG_NAME ? 11 : 0);
}

/** The columns of a register's table, from the sheet's declaration; the key and what it is called matter on a phone. */
export function tableColumns(sheet: SheetName, language: Language): readonly TableColumn<TextRow>[] {
  const declared = declaredColumns(sheet);
  const named = declared.find(([name]) => name === 'name')?.[0];
  const main = new Set([declared[0]?.[0], named ?? declared[1]?.[0]]);
  return declared.map(([name, column]) => ({
    key: name,
    label: column.label[language],
    kind: tableKind(column),
    ...(column.unit !== undefined && { unit: unitWord(column.unit, language) }),
    text: (row) => row.texts[name] ?? '',
    main: main.has(name),
    width_rem: widthOf(column, language),
  }));
}

/** Columns that no record fills are not shown at first; choosing columns brings them back. */
export function hiddenAtFirst(sheet: SheetName, records: readonly RegisterRecord[]): readonly string[] {
  return declaredColumns(sheet).filter(([name, { optional }]) => optional && records.every(({ values }) => isEmpty(values[name]))).map(([name]) => name);
}

function isEmpty(cell: RegisterRecord['values'][string] | undefined): boolean {
  return cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0);
}
