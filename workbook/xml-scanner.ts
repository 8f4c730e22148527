import { MAX_TOKEN_BYTES } from './limits.ts';
import { Refused } from './refusal.ts';

/**
 * What a scan meets, as positions in `bytes`; they are valid only during the call.
 * Names come without their namespace prefix.
 */
export interface XmlHandler {
  /** A start tag: its name, then its attributes up to `to`. An empty element is followed by its `close`. */
  open(bytes: Buffer, nameFrom: number, nameTo: number, to: number): void;
  close(bytes: Buffer, nameFrom: number, nameTo: number): void;
  /** Text between tags; `literal` for CDATA, where `&` means itself. */
  text(bytes: Buffer, from: number, to: number, literal: boolean): void;
}

const LT = 0x3c, GT = 0x3e, SLASH = 0x2f, BANG = 0x21, QUESTION = 0x3f, QUOTE = 0x22, APOSTROPHE = 0x27, COLON = 0x3a;
const EMPTY = new Uint8Array(0);
/** Workbooks nest about ten deep. */
const MAX_DEPTH = 256;

/**
 * Reads XML in UTF-8 front to back from chunks of any size, holding one tag or text at a time.
 * A document type or entity declaration is refused (`unsafe_xml`), so nothing can expand or be fetched.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest: Uint8Array = EMPTY;
  #depth = 0;
  #started = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(chunk: Uint8Array): void {
    const whole = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.length);
    let at = 0;
    if (!this.#started) {
      if (bytes.length < 4) return void (this.#rest = Buffer.from(bytes));
      at = startOf(bytes);
      this.#started = true;
    }
    const used = this.#scan(bytes, at);
    if (bytes.length - used > MAX_TOKEN_BYTES) throw new Refused('too_large', 'one tag or text exceeds 1 MiB');
    this.#rest = used === bytes.length ? EMPTY : Uint8Array.prototype.slice.call(bytes, used);
  }

  /** The document must be whole: every element closed, nothing but blanks left. */
  end(): void {
    if (this.#depth !== 0 || !this.#started) throw new Refused('damaged', 'XML ends early');
    for (const byte of this.#rest) if (byte > 0x20) throw new Refused('damaged', 'text after the end of XML');
  }

  /** Scans all whole tokens; answers where the unfinished one begins. */
  #scan(bytes: Buffer, from: number): number {
    const end = bytes.length;
    let at = from;
    while (at < end) {
      if (bytes[at] !== LT) {
        const start = at;
        while (at < end && bytes[at] !== LT) at++;
        if (at === end) return start;
        this.#handler.text(bytes, start, at, false);
      }
      const next = this.#tag(bytes, at, end);
      if (next === -1) return at;
      at = next;
    }
    return at;
  }

  /** One tag at `at`; answers the position after it, -1 when it is not all there. */
  #tag(bytes: Buffer, at: number, end: number): number {
    const first = bytes[at + 1];
    if (first === undefined) return -1;
    if (first === BANG) return this.#declaration(bytes, at, end);
    if (first === QUESTION) {
      const close = find(bytes, at + 2, end, QUESTION, GT);
      if (close !== -1) checkEncoding(bytes, at, close);
      return close === -1 ? -1 : close + 2;
    }
    const closing = first === SLASH;
    let nameFrom = closing ? at + 2 : at + 1;
    let nameTo = nameFrom;
    for (; nameTo < end; nameTo++) {
      const byte = bytes[nameTo] as number;
      if (byte === COLON) nameFrom = nameTo + 1;
      else if (byte === GT || byte === SLASH || byte <= 0x20) break;
      else if (byte === LT) throw new Refused('damaged', 'unfinished tag');
    }
    const tagEnd = bytes[nameTo] === GT ? nameTo : endOfTag(bytes, nameTo, end);
    if (tagEnd === -1) return -1;
    if (closing) {
      if (--this.#depth < 0) throw new Refused('damaged', 'more end tags than start tags');
      this.#handler.close(bytes, nameFrom, nameTo);
      return tagEnd + 1;
    }
    const empty = bytes[tagEnd - 1] === SLASH;
    this.#handler.open(bytes, nameFrom, nameTo, empty ? tagEnd - 1 : tagEnd);
    if (empty) this.#handler.close(bytes, nameFrom, nameTo);
    else if (++this.#depth > MAX_DEPTH) throw new Refused('damaged', 'elements nested too deep');
    return tagEnd + 1;
  }

  /** Comments are passed over and CDATA is text; every other declaration is refused. */
  #declaration(bytes: Buffer, at: number, end: number): number {
    if (end - at < 9) return looksLike(bytes, at, end, '<!--') || looksLike(bytes, at, end, '<![CDATA[') ? -1 : refuseDeclaration();
    if (looksLike(bytes, at, end, '<!--')) return after(findThree(bytes, at + 4, end, 0x2d, 0x2d));
    if (!looksLike(bytes, at, end, '<![CDATA[')) return refuseDeclaration();
    const close = findThree(bytes, at + 9, end, 0x5d, 0x5d);
    if (close === -1) return -1;
    this.#handler.text(bytes, at + 9, close, true);
    return close + 3;
  }
}

function refuseDeclaration(): never {
  throw new Refused('unsafe_xml', 'DOCTYPE or ENTITY declaration');
}

const after = (position: number): number => (position === -1 ? -1 : position + 3);

/** Past a byte order mark; UTF-16 would hide what the scan looks for, so it is not read. */
function startOf(bytes: Buffer): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3;
  if (bytes[0] === 0 || bytes[1] === 0 || (bytes[0] as number) >= 0xfe) throw new Refused('damaged', 'XML is not in UTF-8');
  return 0;
}

function checkEncoding(bytes: Buffer, from: number, to: number): void {
  const declaration = bytes.toString('latin1', from, Math.min(to, from + 200));
  const named = /^<\?xml\s.*encoding\s*=\s*["']([^"']*)["']/s.exec(declaration)?.[1];
  if (named !== undefined && !/^(utf-?8|us-ascii)$/i.test(named)) throw new Refused('damaged', `XML in ${named}`);
}

function endOfTag(bytes: Buffer, from: number, end: number): number {
  let quote = 0;
  for (let at = from; at < end; at++) {
    const byte = bytes[at] as number;
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === LT) throw new Refused('damaged', 'unfinished tag');
  }
  return -1;
}

function looksLike(bytes: Buffer, at: number, end: number, text: string): boolean {
  const length = Math.min(text.length, end - at);
  for (let i = 0; i < length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function find(bytes: Buffer, from: number, end: number, a: number, b: number): number {
  for (let at = from; at + 1 < end; at++) if (bytes[at] === a && bytes[at + 1] === b) return at;
  return -1;
}

function findThree(bytes: Buffer, from: number, end: number, a: number, b: number): number {
  for (let at = from; at + 2 < end; at++) if (bytes[at] === a && bytes[at + 1] === b && bytes[at + 2] === GT) return at;
  return -1;
}
