import { open, readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readCsv } from '../core/exchange/csv.ts';
import { decodeText } from '../core/exchange/decode-text.ts';
import { createReader } from '../core/exchange/reader.ts';
import type { Reader, Reading } from '../core/exchange/reader.ts';
import { EXPLANATION_SHEET } from './explanation-sheet.ts';
import { directoryOffset, extensionOf, fileKind } from './file-kind.ts';
import { MAX_CSV_BYTES } from './limits.ts';
import type { Source } from './package-directory.ts';
import { Refused, refusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { readXlsxRows } from './xlsx-rows.ts';
import type { RowProgress } from './xlsx-rows.ts';

export interface ReadOptions {
  /** Called now and then with the sheet and the row that reading has reached. */
  readonly onProgress?: (at: RowProgress) => void;
}

/** The first bytes hold what a file is; the rest is not looked at before. */
const HEAD_BYTES = 64 * 1024;
const DIRECTORY_BYTES = 16 * 1024;

/**
 * Reads a dataset from a folder of `.csv` files (one per sheet, named by its key or Chinese label),
 * a single `.csv`, or an `.xlsx`. A file that is not fit to be read is a `Refusal`; what is wrong with
 * rows and cells is listed in `problems`. Rejects only on faults of the machine (a disk that fails).
 */
export async function readDatasetPath(path: string, options: ReadOptions = {}): Promise<Reading | Refusal> {
  const file = basename(path);
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) return refusal('not_found', file, found.code ?? null);
  if (found.isDirectory()) return readFolder(path, options);
  if (!found.isFile()) return refusal('not_a_workbook', file, 'neither a file nor a folder');
  const reader = createReader();
  const refused = await readFileInto(reader, path, file, options);
  return refused ?? reader.finish();
}

/** The same for an uploaded file, by its name and bytes. */
export function readDatasetBytes(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<Reading | Refusal> {
  return readDatasetFiles([{ name, bytes }], options);
}

/** The same for several uploaded files that are one dataset, as a folder of `.csv` files is. */
export async function readDatasetFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[], options: ReadOptions = {},
): Promise<Reading | Refusal> {
  const reader = createReader();
  for (const { name, bytes } of files) {
    const refused = await readBytesInto(reader, basename(name), bytes, options);
    if (refused !== null) return refused;
  }
  return reader.finish();
}

async function readBytesInto(reader: Reader, file: string, bytes: Uint8Array, options: ReadOptions): Promise<Refusal | null> {
  const offset = directoryOffset(bytes);
  const kind = fileKind(file, bytes.subarray(0, HEAD_BYTES), bytes.subarray(offset, offset + DIRECTORY_BYTES));
  if (kind === 'xlsx') return readWorkbookInto(reader, bytes, file, options);
  return kind === 'csv' ? readCsvInto(reader, file, bytes, options) : refusal(kind, file);
}

async function readFolder(path: string, options: ReadOptions): Promise<Reading | Refusal> {
  const names = (await readdir(path)).filter((name) => extensionOf(name) === 'csv' && !name.startsWith('.')).sort();
  if (names.length === 0) return refusal('not_a_workbook', basename(path), 'the folder holds no .csv file');
  const reader = createReader();
  for (const name of names) {
    const refused = await readFileInto(reader, join(path, name), name, options);
    if (refused !== null) return refused;
  }
  return reader.finish();
}

async function readFileInto(reader: Reader, path: string, file: string, options: ReadOptions): Promise<Refusal | null> {
  const head = await readHead(path);
  if (head === null) return refusal('not_found', file, 'may not be read');
  const kind = fileKind(file, head.bytes, head.directory);
  if (kind === 'xlsx') return readWorkbookInto(reader, path, file, options);
  if (kind !== 'csv') return refusal(kind, file);
  if (head.size > MAX_CSV_BYTES) return refusal('too_large', file, `${head.size} bytes`);
  return readCsvInto(reader, file, await readFile(path), options);
}

async function readHead(path: string): Promise<{ bytes: Uint8Array; directory: Uint8Array; size: number } | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const read = async (length: number, position: number): Promise<Uint8Array> => {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const bytes = await read(HEAD_BYTES, 0);
    return { bytes, directory: await read(DIRECTORY_BYTES, directoryOffset(bytes)), size };
  } finally {
    await handle.close();
  }
}

async function readWorkbookInto(reader: Reader, source: Source, file: string, options: ReadOptions): Promise<Refusal | null> {
  try {
    await readXlsxRows(source, (name) => {
      if (name.trim() === EXPLANATION_SHEET) return null;
      const sheet = reader.sheet(name);
      return sheet === null ? null : (rowNumber, cells) => sheet.row(rowNumber, cells);
    }, options.onProgress);
    return null;
  } catch (error) {
    if (error instanceof Refused) return refusal(error.code, file, error.message);
    throw error;
  }
}

function readCsvInto(reader: Reader, file: string, bytes: Uint8Array, options: ReadOptions): Refusal | null {
  if (bytes.length > MAX_CSV_BYTES) return refusal('too_large', file, `${bytes.length} bytes`);
  const name = file.replace(/\.csv$/i, '');
  const sheet = reader.sheet(name);
  if (sheet === null) return null;
  let last = 0;
  readCsv(decodeText(bytes), (rowNumber, cells) => sheet.row(last = rowNumber, cells));
  options.onProgress?.({ sheet: name, row: last });
  return null;
}
