import { CellTag, cellsOfRange } from './cell-tag.ts';
import { MAX_CELLS, MAX_CHARACTERS, MAX_COLUMN, MAX_MERGED_CELLS, MAX_ROW, SPARSE_AREA, SPARSE_FACTOR } from './limits.ts';
import type { FormatKind } from './number-format.ts';
import { Refused } from './refusal.ts';
import { CELL } from './row-batch.ts';
import type { BatchWriter } from './row-batch.ts';
import type { SharedStrings } from './shared-strings.ts';
import { attributesOf, isName, mayBeEscaped, unescapeCell, xmlText } from './xml-text.ts';
import type { XmlHandler } from './xml-scanner.ts';

/** What the sheets of one workbook have in common, with the totals that the limits are held against. */
export interface SheetContext {
  readonly shared: SharedStrings;
  /** How a number reads, by cell style. */
  readonly styles: readonly FormatKind[];
  cells: number;
  characters: number;
}

type Reading = 'nothing' | 'value' | 'formula' | 'inline';
const C = 0x63, F = 0x66, T = 0x74, V = 0x76;

/** Reads the cells of a worksheet part into batches; holds one cell at a time. */
export class SheetCells implements XmlHandler {
  readonly #context: SheetContext;
  readonly #rows: BatchWriter | null;
  readonly #tag = new CellTag();
  #inData = false;
  #row = 0;
  #column = 0;
  #reading: Reading = 'nothing';
  #inPhonetic = false;
  #text = '';
  /** The value when it is a plain whole number, else -1: most cells are, and need no text made of them. */
  #integer = -1;
  #formula = '';
  #filled = 0;
  #widest = 0;
  #merged = 0;

  /** With `rows` null the sheet is only checked. */
  constructor(context: SheetContext, rows: BatchWriter | null) {
    this.#context = context;
    this.#rows = rows;
  }

  open(bytes: Buffer, nameFrom: number, nameTo: number, to: number): void {
    if (!this.#inData) {
      if (isName(bytes, nameFrom, nameTo, 'sheetData')) this.#inData = true;
      else if (isName(bytes, nameFrom, nameTo, 'mergeCell')) this.#merge(attributesOf(bytes, nameTo, to).get('ref') ?? '');
      return;
    }
    if (nameTo - nameFrom === 1) {
      const name = bytes[nameFrom];
      if (name === C) this.#openCell(bytes, nameTo, to);
      else if (name === V) this.#reading = 'value';
      else if (name === T) this.#reading = this.#inPhonetic ? 'nothing' : 'inline';
      else if (name === F) {
        this.#reading = 'formula';
        this.#formula = '=';
      }
    } else if (isName(bytes, nameFrom, nameTo, 'row')) this.#openRow(bytes, nameTo, to);
    else if (isName(bytes, nameFrom, nameTo, 'rPh')) this.#inPhonetic = true;
  }

  close(bytes: Buffer, nameFrom: number, nameTo: number): void {
    if (!this.#inData) return;
    if (nameTo - nameFrom === 1) {
      const name = bytes[nameFrom];
      if (name === C) this.#closeCell();
      else if (name === V || name === T || name === F) this.#reading = 'nothing';
    } else if (isName(bytes, nameFrom, nameTo, 'row')) this.#rows?.endRow(this.#row);
    else if (isName(bytes, nameFrom, nameTo, 'rPh')) this.#inPhonetic = false;
    else if (isName(bytes, nameFrom, nameTo, 'sheetData')) this.#inData = false;
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (this.#reading === 'nothing') return;
    if (this.#reading === 'value' && this.#text === '' && (this.#tag.type === 'n' || this.#tag.type === 's')) {
      if (this.#integer >= 0) throw new Refused('damaged', 'a number in pieces');
      this.#integer = integerOf(bytes, from, to);
      if (this.#integer >= 0) return;
    }
    const text = xmlText(bytes, from, to, literal);
    if (this.#reading === 'formula') this.#formula += text;
    else if (this.#tag.type === 'n' || this.#tag.type === 's') this.#text += text;
    else this.#text += mayBeEscaped(bytes, from, to) ? unescapeCell(text) : text;
  }

  #openRow(bytes: Buffer, from: number, to: number): void {
    const given = attributesOf(bytes, from, to).get('r');
    const row = given === undefined ? this.#row + 1 : Number(given);
    if (row > MAX_ROW) throw new Refused('too_large', `row ${row}`);
    if (!Number.isInteger(row) || row <= this.#row) throw new Refused('damaged', `row ${given} after row ${this.#row}`);
    this.#row = row;
    this.#column = 0;
  }

  #openCell(bytes: Buffer, from: number, to: number): void {
    this.#tag.read(bytes, from, to);
    const column = this.#tag.column === 0 ? this.#column + 1 : this.#tag.column;
    if (column > MAX_COLUMN) throw new Refused('too_large', `column ${column} in row ${this.#row}`);
    if (column <= this.#column || this.#row === 0) throw new Refused('damaged', `cells of row ${this.#row} out of order`);
    this.#column = column;
    this.#text = '';
    this.#integer = -1;
    this.#formula = '';
  }

  #closeCell(): void {
    this.#reading = 'nothing';
    const text = this.#text;
    const type = this.#tag.type;
    if (this.#integer >= 0 && text === '') {
      if (type === 's') this.#putShared(this.#integer);
      else this.#putNumber(this.#integer);
    } else if (text === '') {
      // A formula that was never calculated shows as it stands: dropping it would turn "not known" into "empty".
      if (this.#formula !== '' && type !== 'str') this.#put(this.#formula);
    } else if (type === 'n') this.#putDecimal(text);
    else if (type === 's') this.#putShared(Number(text));
    else if (type === 'b') this.#putValue(CELL.truth, text === '1' || text === 'true' ? 1 : 0);
    else if (type === 'd') this.#put(text.replace('T', ' ').replace(/ 00:00:00(\.0+)?Z?$/, ''));
    else this.#put(text);
  }

  #putDecimal(text: string): void {
    const value = Number(text);
    if (!Number.isFinite(value)) this.#put(text);
    // Seventeen digits are how the format writes 15 shown ones: 0.30000000000000004 is 0.3 to the eye.
    else this.#putNumber(text.length > 16 ? Number(value.toPrecision(15)) : value);
  }

  #putNumber(value: number): void {
    const kind = this.#context.styles[this.#tag.style];
    this.#putValue(kind === 'day' ? CELL.day : kind === 'moment' ? CELL.moment : CELL.number, value);
  }

  #putShared(position: number): void {
    const { shared } = this.#context;
    if (!(Number.isInteger(position) && position >= 0 && position < shared.count)) throw new Refused('damaged', `shared string ${position}`);
    const length = shared.lengthOf(position);
    if (length === 0) return;
    this.#admit(length);
    this.#rows?.cell(this.#column - 1, CELL.shared, position);
  }

  #putValue(kind: typeof CELL.number | typeof CELL.truth | typeof CELL.day | typeof CELL.moment, value: number): void {
    this.#admit(0);
    this.#rows?.cell(this.#column - 1, kind, value);
  }

  #put(text: string): void {
    this.#admit(text.length);
    this.#rows?.text(this.#column - 1, text);
  }

  /** Every cell with a value passes here before it is written. */
  #admit(characters: number): void {
    const context = this.#context;
    this.#filled++;
    if (++context.cells > MAX_CELLS) throw new Refused('too_large', `more than ${MAX_CELLS} cells`);
    context.characters += characters;
    if (context.characters > MAX_CHARACTERS) throw new Refused('too_large', 'more text than any register holds');
    if (this.#column > this.#widest) this.#widest = this.#column;
    const area = this.#row * this.#widest;
    if (area > SPARSE_AREA && this.#filled * SPARSE_FACTOR < area) {
      throw new Refused('too_large', `a value in row ${this.#row}, column ${this.#column}, with next to nothing before it`);
    }
  }

  #merge(range: string): void {
    this.#merged += cellsOfRange(range);
    if (this.#merged > MAX_MERGED_CELLS) throw new Refused('too_large', `merged range ${range}`);
  }
}

/** A whole number of at most 15 digits, -1 for any other text. */
function integerOf(bytes: Buffer, from: number, to: number): number {
  if (to - from > 15) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
