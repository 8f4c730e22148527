import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { sheetNames } from '../core/exchange/sheets.ts';
import type { Dataset, Row, SheetName } from '../core/exchange/sheets.ts';
import { csvLines } from '../core/exchange/write.ts';

const BYTE_ORDER_MARK = '\ufeff';
const PIECE = 256 * 1024;

/**
 * Writes each sheet of the dataset that is present as `<sheet>.csv` into the folder, which is created
 * when it is not there: UTF-8 with a byte order mark, so that spreadsheets show Chinese. Reading the
 * folder gives the same rows. Answers the names of the files.
 */
export async function writeCsvFolder(dataset: Dataset, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const written: string[] = [];
  for (const name of sheetNames) {
    const rows = dataset[name];
    if (rows === undefined) continue;
    const file = `${name}.csv`;
    await writeLines(join(folder, file), csvLines(name, rows as Iterable<Row<SheetName>>));
    written.push(file);
  }
  return written;
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  const file = await open(path, 'w');
  try {
    let piece = BYTE_ORDER_MARK;
    for (const line of lines) {
      piece += line;
      if (piece.length < PIECE) continue;
      await file.writeFile(piece);
      piece = '';
    }
    await file.writeFile(piece);
  } finally {
    await file.close();
  }
}
