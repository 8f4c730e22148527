import type { Language } from '../../../core/values/bilingual.ts';
import { sheets } from '../../../core/exchange/sheets.ts';
import type { SheetName } from '../../../core/exchange/sheets.ts';
import type { Sheet } from '../../../core/exchange/sheet.ts';
import { uploadSheets, type UploadSheetName } from '../../../core/exchange/upload-sheets.ts';

/** The declared sheet of this name; undefined for a tab that is none. */
export function sheetOf(name: string): Sheet | undefined {
  if (Object.hasOwn(sheets, name)) return sheets[name as SheetName];
  return Object.hasOwn(uploadSheets, name) ? uploadSheets[name as UploadSheetName] : undefined;
}

/** What the sheet is called on screen; a tab that is no sheet by its own name. */
export function sheetLabel(name: string, language: Language): string {
  return sheetOf(name)?.label[language] ?? name;
}

/** What a column is called on screen; a heading that is no column as it is written. */
export function columnLabel(sheet: string, column: string, language: Language): string {
  return sheetOf(sheet)?.columns[column]?.label[language] ?? column;
}

/** A problem's sentence without its place, where that stands beside it. */
export function withoutPlace(text: string, language: Language): string {
  const sign = language === 'zh' ? '：' : ': ';
  return text.slice(text.indexOf(sign) + sign.length);
}
