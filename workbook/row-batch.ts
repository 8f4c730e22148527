import type { RawCell } from '../core/exchange/raw-cell.ts';
import { MAX_COLUMN } from './limits.ts';
import { dayOfSerial } from './number-format.ts';

/** What a cell of a batch holds; `values` has the number, the truth value or the position of the text. */
export const CELL = { number: 0, shared: 1, text: 2, truth: 3, day: 4, moment: 5 } as const;
export type CellKind = (typeof CELL)[keyof typeof CELL];

/**
 * Rows of one sheet on their way from the worker: flat arrays that are moved, not copied, and only
 * cells with a value. `rowEnds[i]` is the number of cells up to the end of row i.
 */
export interface RowBatch {
  readonly sheet: number;
  readonly rowCount: number;
  readonly rowNumbers: Uint32Array<ArrayBuffer>;
  readonly rowEnds: Uint32Array<ArrayBuffer>;
  readonly columns: Uint16Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  readonly values: Float64Array<ArrayBuffer>;
  /** Texts written in the cells themselves, by position. */
  readonly texts: string[];
}

/** A batch is sent before it could overflow with one more row of the widest kind. */
const FULL = 2 * MAX_COLUMN;
const CAPACITY = FULL + MAX_COLUMN;

/** Collects the rows of one sheet into batches and hands each on when it is full. */
export class BatchWriter {
  readonly #sheet: number;
  readonly #send: (batch: RowBatch) => void;
  #batch: RowBatch;
  #rows = 0;
  #cells = 0;
  #rowStart = 0;

  constructor(sheet: number, send: (batch: RowBatch) => void) {
    this.#sheet = sheet;
    this.#send = send;
    this.#batch = emptyBatch(sheet);
  }

  cell(column: number, kind: CellKind, value: number): void {
    const at = this.#cells++;
    this.#batch.columns[at] = column;
    this.#batch.kinds[at] = kind;
    this.#batch.values[at] = value;
  }

  text(column: number, text: string): void {
    this.cell(column, CELL.text, this.#batch.texts.push(text) - 1);
  }

  /** Ends a row; a row without values is not sent. */
  endRow(rowNumber: number): void {
    if (this.#cells === this.#rowStart) return;
    this.#batch.rowNumbers[this.#rows] = rowNumber;
    this.#batch.rowEnds[this.#rows++] = this.#cells;
    this.#rowStart = this.#cells;
    if (this.#cells > FULL) this.flush();
  }

  flush(): void {
    if (this.#rows === 0) return;
    this.#send({ ...this.#batch, rowCount: this.#rows });
    this.#batch = emptyBatch(this.#sheet);
    this.#rows = 0;
    this.#cells = 0;
    this.#rowStart = 0;
  }
}

function emptyBatch(sheet: number): RowBatch {
  return {
    sheet, rowCount: 0, texts: [],
    rowNumbers: new Uint32Array(CAPACITY), rowEnds: new Uint32Array(CAPACITY),
    columns: new Uint16Array(CAPACITY), kinds: new Uint8Array(CAPACITY), values: new Float64Array(CAPACITY),
  };
}

/** The buffers of a batch that are moved between threads. */
export function buffersOf(batch: RowBatch): ArrayBuffer[] {
  return [batch.rowNumbers, batch.rowEnds, batch.columns, batch.kinds, batch.values].map((array) => array.buffer);
}

/** Turns batches back into rows. Equal days share one text, so that a long sheet stays small. */
export class BatchReader {
  readonly #shared: readonly string[];
  readonly #from1904: boolean;
  readonly #days = new Map<number, string | null>();

  constructor(shared: readonly string[], from1904: boolean) {
    this.#shared = shared;
    this.#from1904 = from1904;
  }

  read(batch: RowBatch, push: (rowNumber: number, cells: RawCell[]) => void): void {
    let at = 0;
    for (let row = 0; row < batch.rowCount; row++) {
      const end = batch.rowEnds[row] as number;
      const cells: RawCell[] = [];
      for (; at < end; at++) {
        const column = batch.columns[at] as number;
        while (cells.length < column) cells.push(null);
        cells.push(this.#cell(batch, at));
      }
      push(batch.rowNumbers[row] as number, cells);
    }
  }

  #cell(batch: RowBatch, at: number): RawCell {
    const value = batch.values[at] as number;
    switch (batch.kinds[at] as CellKind) {
      case CELL.number: return value;
      case CELL.shared: return this.#shared[value] ?? null;
      case CELL.text: return batch.texts[value] ?? null;
      case CELL.truth: return value === 1;
      case CELL.day: return this.#day(value) ?? value;
      case CELL.moment: return dayOfSerial(value, this.#from1904, 'moment') ?? value;
    }
  }

  #day(serial: number): string | null {
    let day = this.#days.get(serial);
    if (day === undefined) {
      day = dayOfSerial(serial, this.#from1904, 'day');
      // Times under a day format would all differ; the days of some centuries would not.
      if (this.#days.size < 100_000) this.#days.set(serial, day);
    }
    return day;
  }
}
