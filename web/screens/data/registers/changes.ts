import type { SheetName } from '../../../../core/exchange/sheets.ts';
import type { PlainDate } from '../../../../core/values/plain-date.ts';
import { ask, client, onceOnly } from '../../../client.ts';
import { sheetOf } from '../sheet-words.ts';
import type { Cell, RegisterRecord } from './queries.ts';
import type { Texts } from './validate.ts';

/** The values that the server is asked to store: what stands, with the typed texts over it. It reads texts as it reads a file's. */
export function valuesOf(sheet: SheetName, record: RegisterRecord | null, texts: Texts): Record<string, Cell> {
  const columns = Object.keys(sheetOf(sheet)?.columns ?? {});
  return Object.fromEntries(columns.map((name): [string, Cell] => {
    const typed = texts[name];
    if (typed !== undefined) return [name, typed.trim() === '' ? null : typed];
    return [name, record?.values[name] ?? null];
  }));
}

export function addRecord(sheet: SheetName, texts: Texts) {
  return ask(client.api.registers[':sheet'].$post({ param: { sheet }, json: { values: valuesOf(sheet, null, texts) } }, onceOnly()));
}

export function correctRecord(sheet: SheetName, record: RegisterRecord, texts: Texts, reason: string) {
  const json = { values: valuesOf(sheet, record, texts), ...(reason.trim() !== '' && { reason: reason.trim() }) };
  return ask(client.api.registers[':sheet'][':record_id'].correct.$post({ param: { sheet, record_id: record.record_id }, json }, onceOnly()));
}

export function endRecord(sheet: SheetName, record: RegisterRecord, on: PlainDate, reason: string) {
  const json = { on, ...(reason.trim() !== '' && { reason: reason.trim() }) };
  return ask(client.api.registers[':sheet'][':record_id'].end.$post({ param: { sheet, record_id: record.record_id }, json }, onceOnly()));
}
