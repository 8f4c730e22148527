/** The few kinds of DER (X.690) that certificates and signatures are made of, written and read. */

const LONG_FORM = 0x80;
const BYTE = 0x100;

function lengthOf(many: number): Buffer {
  if (many < LONG_FORM) return Buffer.from([many]);
  const bytes: number[] = [];
  for (let left = many; left > 0; left = Math.floor(left / BYTE)) bytes.unshift(left % BYTE);
  return Buffer.from([LONG_FORM | bytes.length, ...bytes]);
}

export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

export const TAG = {
  boolean: 0x01, integer: 0x02, bits: 0x03, octets: 0x04, nil: 0x05, oid: 0x06, utf8: 0x0c, bmp: 0x1e, utcTime: 0x17, generalTime: 0x18, sequence: 0x30, set: 0x31,
} as const;
/** A field by its number, as the standards write `[0]`; `explicit` around a value, or in place of its own tag. */
export const field = (number: number): number => 0xa0 | number;
export const primitive = (number: number): number => 0x80 | number;

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(TAG.sequence, ...parts);
/** A SET OF stands in the order of its bytes. */
export const setOf = (...parts: readonly Uint8Array[]): Buffer => tagged(TAG.set, ...parts.toSorted(Buffer.compare));
export const octets = (bytes: Uint8Array): Buffer => tagged(TAG.octets, bytes);
export const utf8 = (text: string): Buffer => tagged(TAG.utf8, Buffer.from(text));
export const nil = (): Buffer => tagged(TAG.nil);
export const truth = (): Buffer => tagged(TAG.boolean, Buffer.from([0xff]));
export const bits = (bytes: Uint8Array, unused = 0): Buffer => tagged(TAG.bits, Buffer.from([unused]), bytes);

/** A whole number of at least zero, given in bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((one) => one !== 0);
  const plain = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first));
  return tagged(TAG.integer, ((plain[0] ?? 0) & LONG_FORM) === 0 ? plain : Buffer.concat([Buffer.from([0]), plain]));
}

export const small = (value: number): Buffer => integer(Buffer.from([value]));

const SEVEN_BITS = 128;
const FIRST_ARC = 40;

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const base128 = (value: number): number[] => {
    const bytes = [value % SEVEN_BITS];
    for (let left = Math.floor(value / SEVEN_BITS); left > 0; left = Math.floor(left / SEVEN_BITS)) bytes.unshift(SEVEN_BITS + (left % SEVEN_BITS));
    return bytes;
  };
  return tagged(TAG.oid, Buffer.from([first * FIRST_ARC + second, ...rest.flatMap(base128)]));
}

/** Until 2049 times are written with two figures of the year (RFC 5280). */
const LAST_UTC_YEAR = 2049;

export function time(at: Date): Buffer {
  const text = `${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return at.getUTCFullYear() <= LAST_UTC_YEAR ? tagged(TAG.utcTime, Buffer.from(text.slice(2))) : tagged(TAG.generalTime, Buffer.from(text));
}

/** One value as it was read. */
export interface Value {
  readonly tag: number;
  /** With tag and length. */
  readonly whole: Buffer;
  readonly body: Buffer;
}

/** What is not DER, or ends too soon. */
export class NotDer extends Error {}

export function readOne(bytes: Buffer): { readonly value: Value; readonly rest: Buffer } {
  const [tag, length] = [bytes[0], bytes[1]];
  if (tag === undefined || length === undefined) throw new NotDer('ends too soon');
  const more = length < LONG_FORM ? 0 : length & (LONG_FORM - 1);
  if (length === LONG_FORM || more > 4 || bytes.length < 2 + more) throw new NotDer('no length');
  const many = length < LONG_FORM ? length : bytes.readUIntBE(2, more);
  const [start, end] = [2 + more, 2 + more + many];
  if (end > bytes.length) throw new NotDer('ends too soon');
  return { value: { tag, whole: bytes.subarray(0, end), body: bytes.subarray(start, end) }, rest: bytes.subarray(end) };
}

/** The values inside one, in their order. */
export function inside({ body }: Value): Value[] {
  const found: Value[] = [];
  for (let left = body; left.length > 0;) {
    const { value, rest } = readOne(left);
    found.push(value);
    left = rest;
  }
  return found;
}

/** The value at a path of positions. @throws NotDer where there is none. */
export function at(value: Value, ...path: readonly number[]): Value {
  let found = value;
  for (const position of path) {
    const next = inside(found)[position];
    if (next === undefined) throw new NotDer('a part is not there');
    found = next;
  }
  return found;
}
