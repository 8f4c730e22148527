import type { SheetName } from '../core/exchange/sheets.ts';
import { allRegisters } from './register-columns.ts';
import type { Register } from './register-columns.ts';
import type { Transaction } from './transaction.ts';

/** The records that one act added to a register, as its audit entry proves them. */
export interface RecordedRange {
  readonly first: number;
  readonly last: number;
  readonly many: number;
  /** How many columns are in the digest, in the order of the table: those that a later version adds are not. */
  readonly columns: number;
  /** SHA-256 in hex over the SHA-256 of each record, in the order of their ids. */
  readonly digest: string;
}

export type RangesBySheet = Readonly<Partial<Record<SheetName, RecordedRange>>>;

/** These change while a record stands as it was: when it was answered, and whose it is. */
const MUTABLE = ['superseded_at', 'scopes'];

const columnsByTable = new Map<string, readonly string[]>();

/** The columns of a register that never change, in the order of the table. */
export async function provenColumns(tx: Transaction, register: Register): Promise<readonly string[]> {
  const known = columnsByTable.get(register.table);
  if (known !== undefined) return known;
  const rows = await tx.query<{ table: string; columns: string[] }>(
    `select c.relname::text as "table", array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname <> all($1::text[])
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any($2::text[]) group by 1`,
    [MUTABLE, allRegisters.map(({ table }) => table)]);
  for (const row of rows) columnsByTable.set(row.table, row.columns);
  return columnsByTable.get(register.table) ?? [];
}

/**
 * SQL for the SHA-256 of one record over the first of these columns, in the binary form in which the server sends a
 * row: it is the same in every version and setting, leaves no doubt about nulls, and costs half of the text.
 */
export function recordHash(columns: readonly string[], many: number): string {
  return `sha256(record_send(row(${columns.slice(0, many).map((name) => `r.${name}`).join(', ')})))`;
}

/** What stands in a register from record `from` to record `to`, both included; null where nothing does. To be asked within `tx.whole`. */
export async function rangeOf(tx: Transaction, register: Register, from: number, to: number): Promise<RecordedRange | null> {
  if (to < from) return null;
  const columns = await provenColumns(tx, register);
  const [row] = await tx.query<{ first: bigint | null; last: bigint | null; many: bigint; digest: string | null }>(
    `select min(record_id) as first, max(record_id) as last, count(*) as many,
       encode(sha256(string_agg(hash, ''::bytea order by record_id)), 'hex') as digest
     from (select r.record_id, ${recordHash(columns, columns.length)} as hash
           from ${register.table} r where r.region_id = $1 and r.record_id between $2 and $3) h`,
    [tx.actor.region_id, from, to]);
  if (row === undefined || row.first === null || row.digest === null) return null;
  return { first: Number(row.first), last: Number(row.last), many: Number(row.many), columns: columns.length, digest: row.digest };
}

/** The ranges of several registers; those that hold nothing there are left out. */
export async function rangesOf(tx: Transaction, registers: readonly Register[], from: number, to: number): Promise<RangesBySheet> {
  const ranges: { -readonly [S in keyof RangesBySheet]: RecordedRange } = {};
  await tx.whole(async (whole) => {
    for (const register of registers) {
      const range = await rangeOf(whole, register, from, to);
      if (range !== null) ranges[register.name] = range;
    }
  });
  return ranges;
}
