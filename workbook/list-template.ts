import { templateSheet } from '../core/exchange/template.ts';
import { uploadSheets, type UploadSheetName } from '../core/exchange/upload-sheets.ts';
import { blankTable } from './template.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The blank workbook of a list that is uploaded by itself, as the bytes of an .xlsx. */
export function listTemplate(name: UploadSheetName): Promise<Buffer> {
  const sheet = templateSheet(uploadSheets[name]);
  return writeWorkbook([blankTable([], sheet)]);
}
