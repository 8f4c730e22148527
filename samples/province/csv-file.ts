import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Sheet } from '../../core/exchange/sheet.ts';

/** Characters gathered before a write: large enough that writing costs little, small enough to stay cheap. */
const BATCH = 1 << 20;

/** A sheet's file that rows are poured into, in the order of the columns named. */
export interface CsvFile {
  readonly row: (...cells: readonly (string | number)[]) => void;
  readonly close: () => void;
}

/** Opens `<sheet>.csv` in the folder. Columns not named stay out of the file; cells are written as they are. */
export function csvFile<S extends Sheet>(folder: string, sheet: S, columns: readonly (keyof S['columns'] & string)[]): CsvFile {
  const file = openSync(join(folder, `${sheet.name}.csv`), 'w');
  let batch = `\uFEFF${columns.join(',')}\r\n`;
  const flush = (): void => {
    writeSync(file, batch);
    batch = '';
  };
  return {
    row: (...cells) => {
      batch += `${cells.join(',')}\r\n`;
      if (batch.length > BATCH) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}
