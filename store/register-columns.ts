import type { Column } from '../core/exchange/column.ts';
import type { Sheet } from '../core/exchange/sheet.ts';
import { sheets } from '../core/exchange/sheets.ts';
import type { SheetName } from '../core/exchange/sheets.ts';

/** A column of a sheet as its register keeps it. */
export interface RegisterColumn {
  /** The name in the exchange format. */
  readonly name: string;
  /** The name in SQL, quoted: `from` and `to` are kept as valid_from, valid_to. */
  readonly sql: string;
  readonly type: string;
  /** Order and equality of ids and codes are by bytes; only words for people have an alphabet. */
  readonly byBytes: boolean;
  readonly column: Column;
}

/** The register of one sheet. */
export interface Register {
  readonly sheet: Sheet;
  readonly name: SheetName;
  /** `register_rooms`. */
  readonly table: string;
  readonly columns: readonly RegisterColumn[];
  /** First and last day of validity, by name of column, where the sheet has them. */
  readonly span: { readonly from: string; readonly to: string } | null;
}

const VALID_TIME: Readonly<Record<string, string>> = { from: 'valid_from', to: 'valid_to' };

const TYPES: Readonly<Record<Column['kind'], string>> = {
  text: 'text', reference: 'text', code: 'text', term: 'text', list: 'text[]', integer: 'bigint', year: 'integer',
  number: 'numeric', money: 'numeric', share: 'numeric', date: 'date', yes_no: 'boolean',
};

function registerOf(name: SheetName): Register {
  const sheet: Sheet = sheets[name];
  const columns = Object.entries(sheet.columns).map(([column, declared]) => ({
    name: column,
    sql: `"${VALID_TIME[column] ?? column}"`,
    type: TYPES[declared.kind],
    byBytes: TYPES[declared.kind] === 'text' && (declared.kind !== 'text' || declared.check !== undefined || column.endsWith('_id') || sheet.key.includes(column)),
    column: declared,
  }));
  return { sheet, name, table: `register_${name}`, columns, span: spanOf(sheet) };
}

function spanOf({ columns }: Sheet): Register['span'] {
  if ('from' in columns && 'to' in columns) return { from: 'from', to: 'to' };
  return 'acquired_on' in columns ? { from: 'acquired_on', to: 'retired_on' } : null;
}

const registers = new Map<SheetName, Register>((Object.keys(sheets) as SheetName[]).map((name) => [name, registerOf(name)]));

export function registerNamed(name: SheetName): Register {
  return registers.get(name) as Register;
}

export const allRegisters: readonly Register[] = [...registers.values()];

/** The SQL name of a column, quoted. Only declared names are ever put into SQL. */
export function sqlOf(register: Register, name: string): string {
  const column = register.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`${register.name} has no column ${name}`);
  return column.sql;
}

/** The quoted columns, in the order of the sheet, each with a prefix such as `r.`. */
export function columnList({ columns }: Register, prefix = ''): string {
  return columns.map(({ sql }) => prefix + sql).join(', ');
}

const SEPARATOR = '\u001f';

/** What tells a row from every other of its sheet, in one text; parts may be empty and count as values. */
export function keyOf({ sheet }: Register, row: Readonly<Record<string, unknown>>): string {
  const { key } = sheet;
  if (key.length === 1) return String(row[key[0] as string] ?? '');
  return key.map((column) => String(row[column] ?? '')).join(SEPARATOR);
}

/**
 * Ids as a relation `u` for `hasId`. The ends of their keys are put together before, apart from the look-up: row
 * security lets no index serve a comparison that works out anything itself.
 */
export function idsToFind(ids: string): string {
  // Keys are in the order of their bytes, and a space follows the separator.
  return `(select id, id || e'\\x1f' as after_key, id || ' ' as before_key from ${ids} offset 0) u`;
}

/** The condition on `r.key` that its first part is the id of `u`, in a form that the index of keys serves. */
export function hasId({ sheet }: Register): string {
  return sheet.key.length === 1 ? 'r.key = u.id' : 'r.key > u.after_key and r.key < u.before_key';
}
