import { createUploadReader, type RowJudge, type UploadReader, type UploadReading } from '../core/exchange/upload-reader.ts';
import { uploadSheets, type UploadSheetName } from '../core/exchange/upload-sheets.ts';
import type { Refusal } from '../workbook/refusal.ts';
import { readTabs } from './read-upload.ts';
import type { UploadedFile } from './uploads.ts';

/** Reads a list that is uploaded by itself: the tab that bears its name, else the first one that is there. */
export async function readList<S extends UploadSheetName>(name: S, file: UploadedFile, judge?: RowJudge): Promise<UploadReading<S> | Refusal> {
  const { label } = uploadSheets[name];
  const names: readonly string[] = [name, label.zh, label.en];
  const tabs: { readonly tab: string; readonly reader: UploadReader<S> }[] = [];
  const refused = await readTabs([file], ({ tab }) => {
    const reader = createUploadReader(name, judge);
    tabs.push({ tab, reader });
    return (row, cells) => reader.row(row, cells);
  });
  if (refused !== null) return refused;
  const chosen = tabs.find(({ tab }) => names.includes(tab.trim())) ?? tabs[0];
  return (chosen?.reader ?? createUploadReader(name, judge)).finish();
}
