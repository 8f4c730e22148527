import { MAX_COLUMN } from './limits.ts';
import { Refused } from './refusal.ts';
import { attributesOf, isName } from './xml-text.ts';

/** The `t` of a cell; none means a number. */
export type CellType = 'n' | 's' | 'b' | 'd' | 'e' | 'str' | 'inlineStr';

const QUOTE = 0x22, APOSTROPHE = 0x27, EQUALS = 0x3d;
const R = 0x72, S = 0x73, T = 0x74;

/** Where a cell stands and how it is to be read: the attributes of one `<c>` tag, in one pass and without objects. */
export class CellTag {
  /** 1 for A; 0 when the tag does not say. */
  column = 0;
  style = 0;
  type: CellType = 'n';

  read(bytes: Buffer, from: number, to: number): void {
    this.column = 0;
    this.style = 0;
    this.type = 'n';
    for (let at = from; at < to; at++) {
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) continue;
      const value = at + 1;
      for (at = value; at < to && bytes[at] !== quote; at++);
      if (bytes[value - 2] !== EQUALS || (bytes[value - 3] as number) <= 0x20) return this.#readSpaced(bytes, from, to);
      if ((bytes[value - 4] as number) > 0x20) continue;
      const name = bytes[value - 3];
      if (name === R) this.column = columnOfCell(bytes, value, at);
      else if (name === S) this.style = wholeNumber(bytes, value, at);
      else if (name === T) this.type = typeOf(bytes, value, at);
    }
  }

  /** The same where blanks stand around `=`, which is allowed and never seen. */
  #readSpaced(bytes: Buffer, from: number, to: number): void {
    const attributes = attributesOf(bytes, from, to);
    const cell = Buffer.from(attributes.get('r') ?? '');
    const type = Buffer.from(attributes.get('t') ?? 'n');
    this.column = cell.length === 0 ? 0 : columnOfCell(cell, 0, cell.length);
    this.style = Number(attributes.get('s') ?? '0');
    this.type = typeOf(type, 0, type.length);
  }
}

/** Column of a cell name such as `XFD12`; `too_large` past the last column of the format. */
function columnOfCell(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const letter = bytes[at] as number;
    if (letter >= 0x30 && letter <= 0x39) break;
    const upper = letter >= 0x61 ? letter - 0x20 : letter;
    if (upper < 0x41 || upper > 0x5a) throw new Refused('damaged', 'a cell without a proper name');
    column = column * 26 + upper - 0x40;
    if (column > MAX_COLUMN) throw new Refused('too_large', 'a cell beyond the last column');
  }
  return column;
}

/** Digits only; anything else makes a number that names no style. */
function wholeNumber(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + (bytes[at] as number) - 0x30;
  return value;
}

function typeOf(bytes: Buffer, from: number, to: number): CellType {
  if (to - from === 1) {
    switch (bytes[from]) {
      case S: return 's';
      case 0x6e: return 'n';
      case 0x62: return 'b';
      case 0x64: return 'd';
      case 0x65: return 'e';
    }
  }
  if (isName(bytes, from, to, 'str')) return 'str';
  if (isName(bytes, from, to, 'inlineStr')) return 'inlineStr';
  throw new Refused('damaged', 'a cell of unknown type');
}

/** Cells covered by a merged range such as `A1:C3`; 0 when it is not one. */
export function cellsOfRange(range: string): number {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7}):\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(range);
  if (match === null) return 0;
  const [, left = '', top, right = '', bottom] = match;
  return Math.max(0, Number(bottom) - Number(top) + 1) * Math.max(0, columnOfLetters(right) - columnOfLetters(left) + 1);
}

function columnOfLetters(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 0x40, 0);
}
