import type { Random } from './random.ts';

/** A JSON schema as the description of the API writes it, as far as it is used here. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** What a value is made from: the named schemas, and values that mean something in the region, by the name of the field. */
export interface Vocabulary {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly known: Readonly<Record<string, readonly unknown[]>>;
  /** Records as they lie in their registers. */
  readonly records: readonly { readonly sheet: string; readonly record_id: string; readonly values: unknown }[];
}

/** From here on nothing hostile is meant. */
export const POLITE = 1000;

/** Texts that something somewhere trips over. */
export const HOSTILE_TEXTS: readonly string[] = [
  '', ' ', '\u0000', 'a\u0000b', '\u0001\u001f\u007f', '\r\nx-evil: 1', '\t\n', '\u202eabc\u202c', '\u200b', '\ufeff', '\ufffe', '\ud800', 'a\udfffb', '😀👨‍👩‍👧‍👦', 'مرحبا‏',
  'Z̸̗͝a̵l̷g̴o', '𠮷野家', 'ı İ ß ﬁ', "'", '"', '\\', "' or '1'='1", "'; drop table regions; --", '$1', '%', '_', '%s%n', '{{7*7}}', '${7*7}', '<script>alert(1)</script>',
  '../../../etc/passwd', '..\\..\\windows', '/etc/passwd', 'C:\\', 'file:///etc/passwd', 'javascript:alert(1)', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length',
  'null', 'undefined', 'NaN', 'Infinity', '-Infinity', 'true', '0', '-0', '-1', '00', '1e400', '0x10', '1_000', '9007199254740993', '99999999999999999999', '2147483648', '-2147483649',
  '9223372036854775808', '1.5', '１２', '٣', '2025-02-30', '2025-13-01', '0000-00-00', '9999-12-31', '10000-01-01', '-001-01-01', '2025-10-31T00:00:00Z', '2024-02-29', '1900-01-01',
  '=1+1', '@SUM(1)', '+1', '-1+1', '|calc', '*', '()', '[]', '{}', '[object Object]', ',', ';', '\u001f', 'a,b', 'C1\u001fC2', 'region', '*.read', '°', 'null\u0000', '\u2028\u2029',
];
const HOSTILE_NUMBERS: readonly number[] = [0, -0, -1, 1, 2, 0.1, -0.5, 1e-9, 1e9, 1e15, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53) - 2, 1e21, 1e308, -1e308, 5e-324];
const DAYS: readonly string[] = ['2025-10-31', '2024-10-31', '2025-04-30', '2026-11-24', '2020-01-01', '1900-01-01', '2100-12-31'];
const LONG = [100, 501, 5000, 70_000];

/** A text meant to harm, once in a while a very long one. */
export function hostileText(random: Random): string {
  if (random.oneIn(12)) return random.pick(['a', '学', '😀', "'", '\u0000', '%', '[', '9']).repeat(random.pick(LONG));
  if (random.oneIn(6)) return Array.from({ length: random.whole(1, 12) }, () => String.fromCodePoint(random.whole(1, random.oneIn(3) ? 0x10ffff : 0x2fff))).join('');
  if (random.oneIn(5)) return `${random.pick(HOSTILE_TEXTS)}${random.pick(HOSTILE_TEXTS)}`;
  return random.pick(HOSTILE_TEXTS);
}

/** Any JSON value at all. */
export function hostileValue(random: Random, depth = 0): unknown {
  switch (random.whole(0, depth > 2 ? 4 : 8)) {
    case 0: return null;
    case 1: return random.oneIn(2);
    case 2: return random.pick(HOSTILE_NUMBERS);
    case 3: case 4: return hostileText(random);
    case 5: return Array.from({ length: random.pick([0, 1, 2, 70]) }, () => hostileValue(random, depth + 1));
    case 6: return Array.from({ length: random.pick([1, 3000]) }, () => 'x');
    default: return Object.fromEntries(Array.from({ length: random.whole(0, 3) }, () => [hostileText(random), hostileValue(random, depth + 1)]));
  }
}

/** Hostile once in `rarely` values, else as the schema says. */
export function valueOf(schema: Schema, name: string, { random, words, rarely }: { readonly random: Random; readonly words: Vocabulary; readonly rarely: number }): unknown {
  const inner = (one: Schema, called: string): unknown => valueOf(one, called, { random, words, rarely });
  if (random.oneIn(rarely)) return hostileValue(random);
  const known = words.known[name];
  if (known !== undefined && known.length > 0 && (rarely >= POLITE || !random.oneIn(6))) return random.pick(known);
  if (schema.$ref !== undefined) return inner(words.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name);
  if (schema.enum !== undefined) return random.pick(schema.enum);
  if (schema.const !== undefined) return schema.const;
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return inner(random.pick(choice), name);
  const type = typeof schema.type === 'string' ? schema.type : random.pick(schema.type ?? ['string']);
  switch (type) {
    case 'object': return objectOf(schema, { random, inner });
    case 'array': {
      if (schema.prefixItems !== undefined) return schema.prefixItems.map((one) => inner(one, name));
      return Array.from({ length: random.whole(schema.minItems ?? 0, (schema.minItems ?? 0) + 2) }, () => inner(schema.items ?? {}, name));
    }
    case 'integer': return rarely < POLITE && random.oneIn(4) ? random.pick(HOSTILE_NUMBERS) : random.whole(Math.max(schema.minimum ?? -3, -50), Math.min(schema.maximum ?? 60, 60));
    case 'number': return random.pick(HOSTILE_NUMBERS);
    case 'boolean': return random.oneIn(2);
    case 'null': return null;
    default: return textOf(schema, random);
  }
}

function objectOf(schema: Schema, { random, inner }: { readonly random: Random; readonly inner: (one: Schema, called: string) => unknown }): unknown {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties ?? {}).filter(([key]) => (required.has(key) ? !random.oneIn(40) : !random.oneIn(3)));
  const made: Record<string, unknown> = Object.fromEntries(fields.map(([key, one]) => [key, inner(one, key)]));
  if (random.oneIn(40)) made[hostileText(random)] = hostileValue(random);
  if (typeof schema.additionalProperties === 'object' && schema.properties === undefined) made[hostileText(random)] = inner(schema.additionalProperties, '');
  return made;
}

function textOf({ format, maxLength }: Schema, random: Random): string {
  if (format === 'date' || format === 'date-time') return random.pick(DAYS);
  if (format === 'decimal') return random.pick(['0', '1', '300.00', '-1.5', '99999999999.99', '0.000001', '12.345', '1e3']);
  if (maxLength !== undefined && random.oneIn(8)) return 'a'.repeat(maxLength + random.whole(-1, 1));
  return random.oneIn(4) ? hostileText(random) : random.pick(['甲', 'T1', '示例', 'abc', '1', '3', '17', '120', 'C1']);
}
