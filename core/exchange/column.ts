import type { Bilingual } from '../values/bilingual.ts';
import type { Exact } from '../values/exact.ts';
import type { PersonalKind } from '../values/mask.ts';
import type { PlainDate } from '../values/plain-date.ts';

/**
 * One column of a sheet: what a cell means. Declared once; the template, the reader, the API field,
 * the table of the register and the documentation are derived from it.
 */
export interface Column<T = unknown> {
  readonly kind: ColumnKind;
  readonly label: Bilingual;
  readonly optional: boolean;
  /** `code`: allowed values → labels. */
  readonly codes?: Readonly<Record<string, Bilingual>>;
  /** `reference`: sheets any of which must hold the value as its key. */
  readonly references?: readonly string[];
  /** Warn with `code_pattern` (or `id_checksum`) when the text does not fit. */
  readonly check?: TextCheck;
  /** `text`: says something of a person; kept sealed, shown masked, found by its whole value only. */
  readonly personal?: PersonalKind;
  /** `number`, `integer`: unit for the screen. */
  readonly unit?: Unit;
  /** Smallest and largest whole number allowed (`integer` only). */
  readonly range?: readonly [number, number];
  /** Value of an empty cell. */
  readonly fallback?: unknown;
  /** Carries the type of a value; never set. */
  readonly __type?: T;
}

export type ColumnKind =
  | 'text' | 'reference' | 'code' | 'integer' | 'number' | 'money' | 'share' | 'date' | 'yes_no' | 'list' | 'year' | 'term';
export type TextCheck =
  | 'secondary_major' | 'higher_major' | 'credit_code' | 'division' | 'citizen_id' | 'certificate' | 'workplace';
export type Unit = 'm2' | 'yuan' | 'person' | 'station' | 'hour' | 'score' | 'credit' | 'copy' | 'year';

type Details = Omit<Column, 'kind' | 'label' | 'optional' | '__type'>;

function column<T>(kind: ColumnKind, zh: string, en: string, details: Details = {}): Column<T> {
  return { kind, label: { zh, en }, optional: false, ...details };
}

/** Free text, up to 500 characters. */
export const text = (zh: string, en: string, check?: TextCheck): Column<string> =>
  column('text', zh, en, check === undefined ? {} : { check });
/** The same text, where it says something of a person that is kept sealed and shown masked. */
export const personal = (kind: PersonalKind, base: Column<string>): Column<string> => ({ ...base, personal: kind });
/** The key of a row of another sheet (or of one of several sheets). */
export const reference = (zh: string, en: string, ...references: string[]): Column<string> =>
  column('reference', zh, en, { references });
/** One of a closed list of values. */
export const code = <const C extends Record<string, readonly [zh: string, en: string]>>(
  zh: string, en: string, values: C,
): Column<`${keyof C & (string | number)}`> =>
  column('code', zh, en, {
    codes: Object.fromEntries(Object.entries(values).map(([key, [z, e]]) => [key, { zh: z, en: e }])),
  });
/** A whole number, zero included. */
export const integer = (zh: string, en: string, unit?: Unit, range?: readonly [number, number]): Column<number> =>
  column('integer', zh, en, { ...(unit && { unit }), ...(range && { range }) });
/** An exact decimal, zero included. */
export const number = (zh: string, en: string, unit?: Unit): Column<Exact> =>
  column('number', zh, en, unit === undefined ? {} : { unit });
/** Yuan, at most two decimals. */
export const money = (zh: string, en: string): Column<Exact> => column('money', zh, en, { unit: 'yuan' });
/** Part of a whole, 0–1 or a percentage, at most four decimals; empty means the whole. */
export const share = (zh: string, en: string): Column<Exact> =>
  ({ ...column<Exact>('share', zh, en, { fallback: { n: 1n, d: 1n } }), optional: true });
/** Part of a whole that has no default: it must be stated. */
export const statedShare = (zh: string, en: string): Column<Exact> => column('share', zh, en);
export const date = (zh: string, en: string): Column<PlainDate> => column('date', zh, en);
export const yesNo = (zh: string, en: string): Column<boolean> => column('yes_no', zh, en);
/** Several texts in one cell, separated by `;` (or `；`). */
export const list = (zh: string, en: string, check?: TextCheck): Column<readonly string[]> =>
  column('list', zh, en, check === undefined ? {} : { check });
/** Several keys of other sheets in one cell, separated by `;` (or `；`). */
export const references = (zh: string, en: string, ...sheets: string[]): Column<readonly string[]> =>
  column('list', zh, en, { references: sheets });
export const year = (zh: string, en: string): Column<number> => column('year', zh, en);
/** A school term: `2025-1` begins 1 September 2025, `2025-2` begins 1 February 2026. */
export const term = (zh: string, en: string): Column<string> => column('term', zh, en);

/** The same column, where an empty cell is allowed and means "not reported"; an empty list stays a list. */
export function optional<T>(base: Column<T>): Column<T extends readonly string[] ? T : T | null> {
  return { ...base, optional: true, fallback: base.kind === 'list' ? [] : null } as Column<
    T extends readonly string[] ? T : T | null
  >;
}
