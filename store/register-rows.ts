import { decimal, toDecimalText } from '../core/values/exact.ts';
import type { Exact } from '../core/values/exact.ts';
import type { Row, SheetName } from '../core/exchange/sheets.ts';
import type { ColumnKind } from '../core/exchange/column.ts';
import { keyOf } from './register-columns.ts';
import type { Register } from './register-columns.ts';

/** A row of any sheet, by column. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly row: number };

type Decode = (value: unknown) => unknown;

const MAX_KEPT = 10_000;
const known = new Map<string, Exact>();

/** Amounts repeat much; an Exact is never changed, so one may stand in many rows. */
function exactOf(text: string): Exact {
  const before = known.get(text);
  if (before !== undefined) return before;
  const value = decimal(text);
  if (known.size >= MAX_KEPT) known.clear();
  known.set(text, value);
  return value;
}

const asNumber: Decode = (value) => (value === null ? null : Number(value));
const asExact: Decode = (value) => (value === null ? null : exactOf(value as string));
const decoders: Readonly<Partial<Record<ColumnKind, Decode>>> = {
  integer: asNumber, number: asExact, money: asExact, share: asExact,
};

/**
 * Turns arrays of [record_id, …columns in the order of the sheet] into rows whose `row` is the record id,
 * so that the evidence of a verdict names records.
 */
export function rowDecoder<S extends SheetName>(register: Register & { readonly name: S }): (values: readonly unknown[]) => Row<S> {
  const fields = register.columns.map(({ name, column }) => [name, decoders[column.kind] ?? null] as const);
  return (values) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at += 1) {
      const [name, decode] = fields[at] as (typeof fields)[number];
      const value = values[at + 1];
      row[name] = decode === null ? value : decode(value);
    }
    row['row'] = Number(values[0]);
    return row as Row<S>;
  };
}

/** 1, 10, 100 … → how many decimals. */
const SCALES: ReadonlyMap<bigint, number> = new Map(Array.from({ length: 10 }, (_, scale) => [10n ** BigInt(scale), scale]));

type Encode = (value: unknown) => string;

const NULL = '\\N';
const SPECIAL = /[\\\t\n\r]/;
const MONEY_DECIMALS = 2;
const SHARE_DECIMALS = 4;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY takes it. */
export const copyText = (text: string): string => (SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] as string) : text);
const plain: Encode = (value) => (value === null ? NULL : String(value));
const words: Encode = (value) => (value === null ? NULL : copyText(value as string));
const exactText = (decimals: number): Encode => (value) => {
  if (value === null) return NULL;
  const text = decimalText(value as Exact, decimals);
  if (text === null) throw new Error('a register keeps decimals only');
  return text;
};
const listText: Encode = (value) =>
  copyText(`{${(value as readonly string[]).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);

function encoderOf(kind: ColumnKind): Encode {
  switch (kind) {
    case 'number': case 'money': return exactText(MONEY_DECIMALS);
    case 'share': return exactText(SHARE_DECIMALS);
    case 'list': return listText;
    case 'text': case 'reference': return words;
    default: return plain;
  }
}

/** Read numbers have a power of ten below them already: then only the point is to be placed. */
function decimalText({ n, d }: Exact, decimals: number): string | null {
  const scale = SCALES.get(d);
  if (scale === undefined || scale < decimals || n < 0n) return toDecimalText({ n, d }, decimals);
  const digits = n.toString().padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const CHUNK_CHARACTERS = 1 << 16;

/**
 * Rows as COPY text: key, row number of the file, columns in the order of the sheet; in chunks of whole lines.
 * `tokens` gives what stands in place of personal values.
 */
export function* copyLines(register: Register, rows: Iterable<AnyRow>, tokens: ReadonlyMap<string, (row: AnyRow) => string | null>): Generator<string> {
  const fields = register.columns.map(({ name, column }) => {
    const token = tokens.get(name);
    if (token !== undefined) return (row: AnyRow) => token(row) ?? NULL;
    const encode = encoderOf(column.kind);
    return (row: AnyRow) => encode(row[name]);
  });
  let chunk = '';
  for (const row of rows) {
    chunk += `${copyText(keyOf(register, row))}\t${row.row}`;
    for (const field of fields) chunk += `\t${field(row)}`;
    chunk += '\n';
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
