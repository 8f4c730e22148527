import { MAX_CELLS, MAX_CHARACTERS } from './limits.ts';
import { Refused } from './refusal.ts';
import { isName, mayBeEscaped, unescapeCell, xmlText } from './xml-text.ts';
import type { XmlHandler } from './xml-scanner.ts';

/**
 * Collects the texts of `<si>` elements: runs of rich text joined, phonetic guides left out.
 * Hands them on in portions and keeps only their lengths, which the limits on text need.
 */
export class SharedStrings implements XmlHandler {
  readonly #send: (texts: string[]) => void;
  #lengths = new Uint32Array(1024);
  #count = 0;
  #characters = 0;
  #portion: string[] = [];
  #text = '';
  #inText = false;
  #inPhonetic = false;

  constructor(send: (texts: string[]) => void) {
    this.#send = send;
  }

  get count(): number {
    return this.#count;
  }

  lengthOf(position: number): number {
    return this.#lengths[position] as number;
  }

  open(bytes: Buffer, nameFrom: number, nameTo: number): void {
    if (isName(bytes, nameFrom, nameTo, 't')) this.#inText = !this.#inPhonetic;
    else if (isName(bytes, nameFrom, nameTo, 'rPh')) this.#inPhonetic = true;
    else if (isName(bytes, nameFrom, nameTo, 'si')) this.#text = '';
  }

  close(bytes: Buffer, nameFrom: number, nameTo: number): void {
    if (isName(bytes, nameFrom, nameTo, 't')) this.#inText = false;
    else if (isName(bytes, nameFrom, nameTo, 'rPh')) this.#inPhonetic = false;
    else if (isName(bytes, nameFrom, nameTo, 'si')) this.#add(this.#text);
  }

  text(bytes: Buffer, from: number, to: number, literal: boolean): void {
    if (!this.#inText) return;
    const text = xmlText(bytes, from, to, literal);
    this.#text += mayBeEscaped(bytes, from, to) ? unescapeCell(text) : text;
  }

  flush(): void {
    if (this.#portion.length > 0) this.#send(this.#portion);
    this.#portion = [];
  }

  #add(text: string): void {
    this.#characters += text.length;
    if (this.#count === MAX_CELLS || this.#characters > MAX_CHARACTERS) throw new Refused('too_large', 'shared strings');
    if (this.#count === this.#lengths.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#lengths);
      this.#lengths = longer;
    }
    this.#lengths[this.#count++] = text.length;
    this.#portion.push(text);
    if (this.#portion.length === 8192) this.flush();
  }
}
