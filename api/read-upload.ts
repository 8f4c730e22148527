import { readCsv } from '../core/exchange/csv.ts';
import { decodeText } from '../core/exchange/decode-text.ts';
import { mappedRows, type AgreedMapping, type ShownRow } from '../core/exchange/mapping.ts';
import type { RawCell } from '../core/exchange/raw-cell.ts';
import { createReader, type Reading } from '../core/exchange/reader.ts';
import { extensionOf } from '../workbook/file-kind.ts';
import { readDatasetFiles } from '../workbook/read-dataset.ts';
import { Refused, refusal, type Refusal } from '../workbook/refusal.ts';
import { readXlsxRows } from '../workbook/xlsx-rows.ts';
import type { Upload, UploadedFile } from './uploads.ts';

/** A tab of an office's own file; CSV files have one, without name. */
export interface Tab {
  readonly file: string;
  readonly tab: string;
}

/** The dataset of an upload, read by its mappings where it has some. */
export async function readUpload({ files, mappings }: Upload): Promise<Reading | Refusal> {
  if (mappings === null) return readDatasetFiles(files);
  const rows = new Map<string, ShownRow[]>();
  const refused = await readTabs(files, (tab) => {
    const list: ShownRow[] = [];
    rows.set(JSON.stringify(tab), list);
    return (row, cells) => list.push({ row, cells });
  });
  if (refused !== null) return refused;
  const reader = createReader();
  for (const { file, tab, ...mapping } of mappings) {
    const sheet = reader.sheet(mapping.sheet);
    const agreed: AgreedMapping = mapping;
    for (const { row, cells } of mappedRows(rows.get(JSON.stringify({ file, tab })) ?? [], agreed)) sheet?.row(row, cells);
  }
  return reader.finish();
}

export type TakeCells = (row: number, cells: readonly RawCell[]) => void;

/** Reads every tab of every file as it stands, cell by cell. */
export async function readTabs(files: readonly UploadedFile[], take: (tab: Tab) => TakeCells): Promise<Refusal | null> {
  for (const { name, bytes } of files) {
    const refused = extensionOf(name) === 'csv' ? readCsvTab(name, bytes, take) : await readWorkbookTabs(name, bytes, take);
    if (refused !== null) return refused;
  }
  return null;
}

function readCsvTab(file: string, bytes: Uint8Array, take: (tab: Tab) => TakeCells): null {
  readCsv(decodeText(bytes), take({ file, tab: '' }));
  return null;
}

async function readWorkbookTabs(file: string, bytes: Uint8Array, take: (tab: Tab) => TakeCells): Promise<Refusal | null> {
  try {
    await readXlsxRows(bytes, (tab) => {
      const push = take({ file, tab });
      return (row, cells) => push(row, [...cells]);
    });
    return null;
  } catch (error) {
    if (error instanceof Refused) return refusal(error.code, file, error.message);
    throw error;
  }
}
