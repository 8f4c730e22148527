import { Refused } from './refusal.ts';

const AMPERSAND = 0x26, UNDERSCORE = 0x5f;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of an element, with character references resolved; the format's `_x000D_` escapes are left alone. */
export function xmlText(bytes: Buffer, from: number, to: number, literal = false): string {
  let plain = true;
  let reference = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) plain = false;
    else if (byte === AMPERSAND) reference = true;
  }
  const text = bytes.toString(plain ? 'latin1' : 'utf8', from, to);
  return reference && !literal ? resolveReferences(text) : text;
}

function resolveReferences(text: string): string {
  return text.replace(/&([^;&]{0,12})(;?)/g, (whole, name: string, end: string) => {
    const known = end === ';' ? NAMED[name] ?? characterOf(name) : undefined;
    if (known === undefined) throw new Refused('unsafe_xml', `reference ${whole} to nothing that a workbook declares`);
    return known;
  });
}

function characterOf(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const point = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

/** Resolves the escapes that the workbook format uses for characters XML cannot carry (`_x000D_`, `_x005F_`). */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Whether the text from `from` to `to` is exactly this ASCII name. */
export function isName(bytes: Buffer, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false;
  for (let i = 0; i < name.length; i++) if (bytes[from + i] !== name.charCodeAt(i)) return false;
  return true;
}

/** The attributes of a tag, names with their prefix; `from` stands after the tag's name. */
export function attributesOf(bytes: Buffer, from: number, to: number): Map<string, string> {
  const text = xmlText(bytes, from, to, true);
  const found = new Map<string, string>();
  // Anchored at each step, so that a hostile tag costs no more than its length.
  const attribute = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    found.set(match[1] ?? '', resolveReferences(match[2] ?? match[3] ?? ''));
  }
  return found;
}

/** Cheap test before `unescapeCell` on bytes. */
export function mayBeEscaped(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === UNDERSCORE) return true;
  return false;
}
