import { Worker } from 'node:worker_threads';
import type { RawCell } from '../core/exchange/raw-cell.ts';
import type { Source } from './package-directory.ts';
import { Refused } from './refusal.ts';
import { BatchReader } from './row-batch.ts';
import type { Answer, FromThread, ThreadInput } from './thread-messages.ts';

/** Takes the rows of one sheet, blank rows left out. Numbers are those the user sees: the first row is 1. */
export type TakeRow = (rowNumber: number, cells: RawCell[]) => void;

/** Asked once for each sheet in the order of the tabs; null when its rows are not wanted. */
export type TakeSheet = (name: string) => TakeRow | null;

/** How far the reading is, for a progress line. */
export interface RowProgress {
  readonly sheet: string;
  readonly row: number;
}

/**
 * What the thread may hold on its heap. It needs about 40 MiB for a sheet of any length; a file that
 * asks for more than this was made to exhaust memory.
 */
const THREAD_MEMORY_MIB = 256;

/**
 * Reads the cells of an .xlsx file in a thread of its own and hands them on row by row: text, numbers,
 * truth values, days as `2025-09-01`, formulas as the value last calculated. Rejects with `Refused` when
 * the file is not fit to be read; rows already handed on are then to be thrown away.
 */
export async function readXlsxRows(source: Source, takeSheet: TakeSheet, onProgress?: (at: RowProgress) => void): Promise<void> {
  const thread = new Worker(new URL('./xlsx-worker.ts', import.meta.url), {
    workerData: { source } satisfies ThreadInput,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MIB, maxYoungGenerationSizeMb: 16 },
    execArgv: [],
  });
  try {
    await takeAll(thread, takeSheet, onProgress);
  } finally {
    await thread.terminate();
  }
}

function takeAll(thread: Worker, takeSheet: TakeSheet, onProgress?: (at: RowProgress) => void): Promise<void> {
  const shared: string[] = [];
  let reader = new BatchReader(shared, false);
  let sheet = '';
  let take: TakeRow | null = null;
  let lastRow = 0;
  const answer = (wanted: boolean): void => thread.postMessage({ wanted } satisfies Answer);
  return new Promise((resolve, reject) => {
    thread.on('message', (message: FromThread) => {
      try {
        switch (message.kind) {
          case 'begin':
            reader = new BatchReader(shared, message.from1904);
            break;
          case 'texts':
            for (const text of message.texts) shared.push(text);
            break;
          case 'sheet':
            sheet = message.name;
            take = takeSheet(sheet);
            answer(take !== null);
            break;
          case 'rows':
            reader.read(message.batch, (row, cells) => take?.(lastRow = row, cells));
            answer(true);
            onProgress?.({ sheet, row: lastRow });
            break;
          case 'done':
            resolve();
            break;
          case 'refused':
            reject(new Refused(message.code, message.detail));
        }
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refused('too_large', 'memory of the reading thread') : error);
    });
    thread.on('exit', (code) => reject(new Error(`the reading thread ended early (${code})`)));
  });
}
