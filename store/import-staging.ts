import type { PlainDate } from '../core/values/plain-date.ts';
import type { TokenOf } from './personal-rows.ts';
import { columnList, sqlOf } from './register-columns.ts';
import { stagedScopes } from './labels.ts';
import type { Register } from './register-columns.ts';
import { copyLines } from './register-rows.ts';
import type { AnyRow } from './register-rows.ts';
import type { Stamp } from './record-stamp.ts';
import { takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';
import { labelsFor } from './within-reach.ts';

/** What an import does to one sheet. */
export interface SheetCounts {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly ended: number;
}

/** One sheet of an import, on its way into its register. */
export interface Staged {
  readonly register: Register;
  /** The temporary table that holds the rows of the file; it ends with the transaction. */
  readonly table: string;
  readonly rows: readonly AnyRow[];
  /** Whether absent rows end, and on which day. */
  readonly endsOn: PlainDate | null;
  /** Whether the register holds anything yet. */
  readonly empty: boolean;
}

interface ReadRows {
  readonly rows: readonly AnyRow[];
  /** What stands in place of personal values: these are in no table as they are, be it for a moment. */
  readonly tokens: ReadonlyMap<string, TokenOf>;
  readonly endsOn: PlainDate | null;
}

/** Brings the rows of one sheet into a temporary table and finds the record that each of them answers. */
export async function stage(tx: Transaction, register: Register, { rows, tokens, endsOn }: ReadRows): Promise<Staged> {
  const table = `staged_${register.name}`;
  const { region_id } = tx.actor;
  const columns = columnList(register);
  // A decision may bring about several records of one sheet, one after another.
  await tx.change(`drop table if exists pg_temp.${table}`);
  await tx.change(
    `create temp table ${table} on commit drop as
     select key, source_row, ${columns}, answers, null::boolean as same from ${register.table} with no data`);
  await tx.copy(`copy ${table} (key, source_row, ${columns}) from stdin`, copyLines(register, rows, tokens));
  const [held] = await tx.arrays(`select exists (select 1 from ${register.table} where region_id = $1)`, [region_id]);
  const empty = held?.[0] === false;
  if (!empty) {
    await tx.change(`analyze ${table} (key)`);
    await tx.change(
      `update ${table} s set answers = r.record_id,
         same = not r.withdrawn and (${columnList(register, 's.')}) is not distinct from (${columnList(register, 'r.')})
       from ${register.table} r where r.region_id = $1 and r.key = s.key and r.superseded_at is null`, [region_id]);
  }
  return { register, table, rows, endsOn, empty };
}

/** Records what the staged rows add, correct and end. Nothing is changed but `superseded_at` of what they answer. */
export async function record(tx: Transaction, staged: Staged, stamp: Stamp, import_id: number): Promise<SheetCounts> {
  const { table, register, rows, empty } = staged;
  const { region_id, account } = tx.actor;
  const ended = staged.endsOn === null || empty ? 0 : await endAbsent(tx, staged, staged.endsOn, stamp, import_id);
  const [counted] = empty ? [[0n, 0n]] : await tx.arrays(
    `select count(*) filter (where same), count(*) filter (where not same and not exists (
       select 1 from ${register.table} r where r.region_id = $1 and r.record_id = s.answers and r.withdrawn)) from ${table} s`, [region_id]);
  const [unchanged, corrected] = (counted ?? []).map(Number) as [number, number];
  if (unchanged < rows.length) {
    if (!empty) await tx.change(
      `update ${register.table} r set superseded_at = $2 from ${table} s
       where r.region_id = $1 and r.record_id = s.answers and not s.same`, [region_id, stamp.at]);
    const first = await takeNumbers(tx, 'next_record_id', rows.length);
    const { join, value } = stagedScopes(register, table);
    await tx.change(
      `insert into ${register.table} (region_id, record_id, key, ${columnList(register)}, import_id, source_row, recorded_at, recorded_by, answers, act, scopes)
       select $1::integer, $2::bigint - 1 + row_number() over (order by s.source_row), s.key, ${columnList(register, 's.')}, $3::bigint, s.source_row,
         $4::timestamptz, $5::text, s.answers, case when s.answers is null then 'added' else 'corrected' end, ${value}
       from ${table} s${join} where s.same is not true`, [region_id, first, import_id, stamp.at, account]);
  }
  return { added: rows.length - unchanged - corrected, corrected, unchanged, ended };
}

/**
 * Ends the standing rows that the file lacks. A row with a last day gets a record that ends on that day, unless
 * it ended before; one that would begin after it, or that has no last day (a headcount, a room's register entry
 * without period), gets a record that withdraws it: it is known to have been reported, and holds no more.
 */
async function endAbsent(tx: Transaction, { register, table }: Staged, on: PlainDate, stamp: Stamp, import_id: number): Promise<number> {
  const { region_id, account } = tx.actor;
  const { span } = register;
  const [from, to] = span === null ? [null, null] : [sqlOf(register, span.from), sqlOf(register, span.to)];
  const begins = from === null ? 'false' : `r.${from} <= $2::date`;
  const due = to === null ? '$2::date is not null' : `(r.${to} is null or r.${to} > $2::date)`;
  const ending = `ending_${register.name}`;
  // Whoever replaces a sheet replaces their own part of it.
  const labels = labelsFor(tx, register, 'write');
  await tx.change(
    `create temp table ${ending} on commit drop as select record_id, false as withdrawn from ${register.table} with no data`);
  const many = await tx.change(
    `insert into ${ending} select r.record_id, not (${begins}) from ${register.table} r
     where r.region_id = $1 and r.superseded_at is null and not r.withdrawn and ${due}
       and ($3::text[] is null or r.scopes && $3::text[]) and not exists (select 1 from ${table} s where s.key = r.key)`, [region_id, on, labels]);
  if (many === 0) return 0;
  await tx.change(
    `update ${register.table} r set superseded_at = $2 from ${ending} e where r.region_id = $1 and r.record_id = e.record_id`, [region_id, stamp.at]);
  const values = register.columns.map(({ sql }) => (sql === to ? `case when e.withdrawn then r.${sql} else $6::date end` : `r.${sql}`));
  const first = await takeNumbers(tx, 'next_record_id', many);
  await tx.change(
    `insert into ${register.table} (region_id, record_id, key, ${columnList(register)}, import_id, recorded_at, recorded_by, answers, withdrawn, act, scopes)
     select r.region_id, $2::bigint - 1 + row_number() over (order by r.record_id), r.key, ${values.join(', ')}, $3::bigint, $4::timestamptz, $5::text, r.record_id, e.withdrawn, 'ended', r.scopes
     from ${register.table} r join ${ending} e on e.record_id = r.record_id
     where r.region_id = $1${to === null ? ' and $6::date is not null' : ''}`,
    [region_id, first, import_id, stamp.at, account, on]);
  return many;
}
