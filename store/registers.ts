import { kindOf } from '../core/access/kinds.ts';
import type { RecordState } from '../core/access/policy-table.ts';
import { mayAtAll } from '../core/access/reach.ts';
import type { Row, SheetName } from '../core/exchange/sheets.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { lastMoment, standing } from './known-time.ts';
import type { Instant, Known } from './known-time.ts';
import { maskRows } from './personal-rows.ts';
import { allRegisters, columnList, registerNamed, sqlOf } from './register-columns.ts';
import type { Register, RegisterColumn } from './register-columns.ts';
import { rowDecoder } from './register-rows.ts';
import type { Transaction } from './transaction.ts';
import { withinReach } from './within-reach.ts';

/** How a record came: by a file, by hand, as a correction, as an end, or to take something back. */
export type Act = 'added' | 'corrected' | 'ended' | 'undone';

/** A record of a register, with where it came from. `values.row` is the record id. */
export interface StoredRecord<S extends SheetName = SheetName> {
  readonly record_id: number;
  readonly values: Row<S>;
  readonly file_name: string | null;
  /** Row number in that file. */
  readonly source_row: number | null;
  readonly import_id: number | null;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  /** When a later record answered this one; null while it stands. */
  readonly superseded_at: Instant | null;
  /** The record that this one answers. */
  readonly answers: number | null;
  /** True where the record says that the row holds no more. */
  readonly withdrawn: boolean;
  readonly act: Act;
  readonly reason: string | null;
}

export interface ListRecords {
  /** Column → the values of which a record must have one. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** A personal column and the token that it must hold. */
  readonly holds?: { readonly column: string; readonly token: string };
  /** Text that some text of the record holds; personal values are found by `holds` only. */
  readonly text?: string;
  readonly sort?: { readonly column: string; readonly direction: 'asc' | 'desc' };
  /** In force on this day; sheets without periods hold on every day. */
  readonly on?: PlainDate;
  readonly known_on?: Known;
  readonly offset: number;
  readonly limit: number;
}

const FACTS = 'i.file_name, r.source_row, r.import_id, r.recorded_at, r.recorded_by, r.superseded_at, r.answers, r.withdrawn, r.act, r.reason';
const FACT_COUNT = 10;
/** Words of people are in the order of their pinyin. */
const PINYIN = 'collate "zh-x-icu"';

/** Records with the name of the file they came by, where the import itself is in the actor's reach. */
function selectRecords(tx: Transaction, register: Register, parameter: (value: unknown) => string): string {
  const labels = tx.actor.reach.get('imports.read') ?? [];
  return `select r.record_id, ${columnList(register, 'r.')}, ${FACTS} from ${register.table} r
    left join imports i on i.region_id = r.region_id and i.import_id = r.import_id${labels === '*' ? '' : ` and i.scopes && ${parameter(labels)}::text[]`}
    where r.region_id = $1`;
}

function recordReader<S extends SheetName>(register: Register & { readonly name: S }): (values: readonly unknown[]) => StoredRecord<S> {
  const decode = rowDecoder(register);
  return (values) => {
    const [file_name, source_row, import_id, recorded_at, recorded_by, superseded_at, answers, withdrawn, act, reason] = values.slice(-FACT_COUNT);
    return {
      record_id: Number(values[0]), values: decode(values), file_name, source_row,
      import_id: import_id === null ? null : Number(import_id), recorded_at, recorded_by, superseded_at,
      answers: answers === null ? null : Number(answers), withdrawn, act, reason,
    } as StoredRecord<S>;
  };
}

/** Records as they may be told: masks where the register holds tokens. */
async function shown<S extends SheetName>(tx: Transaction, sheet: S, records: readonly StoredRecord<S>[]): Promise<StoredRecord<S>[]> {
  const values = await maskRows(tx, sheet, records.map((record) => record.values as Readonly<Record<string, unknown>>));
  return records.map((record, at) => ({ ...record, values: values[at] as Row<S> }));
}

function namedRegister<S extends SheetName>(name: S): Register & { readonly name: S } {
  return registerNamed(name) as Register & { readonly name: S };
}

/**
 * Records of a register that stand, a page of them and how many there are. The default order is that of the keys.
 * Columns that the sheet does not declare are not asked for: they match nothing and order nothing.
 */
export async function listRecords<S extends SheetName>(
  tx: Transaction, sheet: S, asked: ListRecords,
): Promise<{ readonly total: number; readonly records: readonly StoredRecord<S>[] }> {
  const register = namedRegister(sheet);
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const conditions = conditionsOf(register, asked, parameter);
  const filter = conditions.map((condition) => ` and ${condition}`).join('') + withinReach(tx, register, parameter);
  const [counted] = await tx.arrays(`select count(*) from ${register.table} r where r.region_id = $1${filter}`, values);
  const order = orderOf(register, asked.sort);
  const page = await tx.arrays(
    `${selectRecords(tx, register, parameter)}${filter} order by ${order} limit ${parameter(asked.limit)} offset ${parameter(asked.offset)}`, values);
  return { total: Number(counted?.[0]), records: await shown(tx, sheet, page.map(recordReader(register))) };
}

function conditionsOf(register: Register, asked: ListRecords, parameter: (value: unknown) => string): string[] {
  const moment = lastMoment(asked.known_on);
  const conditions = [standing('r', moment === null ? undefined : parameter(moment))];
  for (const [name, wanted] of Object.entries(asked.where ?? {})) {
    const column = register.columns.find((one) => one.name === name);
    if (column === undefined || column.column.personal !== undefined) conditions.push('false');
    else if (column.type === 'text[]') conditions.push(`r.${column.sql} && ${parameter(wanted)}::text[]`);
    else conditions.push(`${column.type === 'text' ? `r.${column.sql}` : `r.${column.sql}::text`} = any(${parameter(wanted)}::text[])`);
  }
  if (asked.holds !== undefined) conditions.push(`r.${sqlOf(register, asked.holds.column)} = ${parameter(asked.holds.token)}`);
  if (asked.text !== undefined && asked.text !== '') {
    const texts = register.columns.filter(({ type, column }) => type === 'text' && column.personal === undefined).map(({ sql }) => `r.${sql}`);
    // Nothing is found where a register has no text.
    conditions.push(texts.length === 0 ? 'false' : `strpos(lower(concat_ws(' ', ${texts.join(', ')})), lower(${parameter(asked.text)}::text)) > 0`);
  }
  if (asked.on !== undefined && register.span !== null) conditions.push(inForce(register, parameter(asked.on)));
  return conditions;
}

/** Equipment is not in force on the day it is retired; everything else still is on its last day. */
function inForce({ span, columns }: Register, day: string): string {
  const sql = (name: string | undefined): string => `r.${columns.find((one) => one.name === name)?.sql}`;
  const last = span?.to === 'retired_on' ? `${day}::date < ${sql(span.to)}` : `${day}::date <= ${sql(span?.to)}`;
  return `${sql(span?.from)} <= ${day}::date and (${sql(span?.to)} is null or ${last})`;
}

function orderOf(register: Register, sort: ListRecords['sort']): string {
  const column = register.columns.find((one) => one.name === sort?.column);
  if (column === undefined) return `r.key${sort?.direction === 'desc' ? ' desc' : ''}`;
  return `${orderExpression(column)} ${sort?.direction === 'desc' ? 'desc' : 'asc'} nulls last, r.record_id`;
}

function orderExpression({ sql, byBytes, type }: RegisterColumn): string {
  return type === 'text' && !byBytes ? `r.${sql} ${PINYIN}` : `r.${sql}`;
}

/** The state that the policy table speaks of. */
export function stateOf({ superseded_at, withdrawn }: Pick<StoredRecord, 'superseded_at' | 'withdrawn'>): RecordState {
  if (superseded_at !== null) return 'answered';
  return withdrawn ? 'withdrawn' : 'standing';
}

/** One record, standing or not; null when the region has no such record in this register. */
export async function readRecord<S extends SheetName>(tx: Transaction, sheet: S, record_id: number): Promise<StoredRecord<S> | null> {
  return (await recordsById(tx, sheet, [record_id]))[0] ?? null;
}

/** The records behind a figure, with file, row, who recorded them and when; in the order of their ids. */
export async function recordsById<S extends SheetName>(tx: Transaction, sheet: S, ids: readonly number[]): Promise<StoredRecord<S>[]> {
  const register = namedRegister(sheet);
  const values: unknown[] = [tx.actor.region_id, ids];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const reach = withinReach(tx, register, parameter);
  const rows = await tx.arrays(`${selectRecords(tx, register, parameter)} and r.record_id = any($2::bigint[])${reach} order by r.record_id`, values);
  return shown(tx, sheet, rows.map(recordReader(register)));
}

/** Those of these records that the actor may read, in the order of their ids. */
export async function idsInReach(tx: Transaction, sheet: SheetName, ids: readonly number[]): Promise<number[]> {
  const register = registerNamed(sheet);
  const values: unknown[] = [tx.actor.region_id, ids];
  const reach = withinReach(tx, register, (value) => `$${values.push(value)}`);
  const rows = await tx.arrays(
    `select r.record_id from ${register.table} r where r.region_id = $1 and r.record_id = any($2::bigint[])${reach} order by 1`, values);
  return rows.map(([id]) => Number(id));
}

/** Everything that was ever recorded under the key of a record, latest first. */
export async function historyOf<S extends SheetName>(tx: Transaction, sheet: S, record_id: number): Promise<StoredRecord<S>[]> {
  const register = namedRegister(sheet);
  const values: unknown[] = [tx.actor.region_id, record_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const reach = withinReach(tx, register, parameter);
  // Whoever may not see the record itself learns nothing of others that bear its key.
  const rows = await tx.arrays(
    `${selectRecords(tx, register, parameter)} and r.key = (select r.key from ${register.table} r where r.region_id = $1 and r.record_id = $2${reach})${reach} order by r.recorded_at desc`,
    values);
  return shown(tx, sheet, rows.map(recordReader(register)));
}

/** How many records in reach stand in each register that the actor may read, and when it last heard of one. */
export async function countRegisters(
  tx: Transaction, known_on?: Known,
): Promise<{ readonly sheet: SheetName; readonly records: number; readonly last_recorded_at: Instant | null }[]> {
  const moment = lastMoment(known_on);
  const values: unknown[] = [tx.actor.region_id];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  // Comparing times row by row is left out where everything known by now is asked for.
  const at = moment === null ? undefined : parameter(moment);
  const last = at === undefined ? 'max(r.recorded_at)' : `max(r.recorded_at) filter (where r.recorded_at <= ${at}::timestamptz)`;
  const counts = allRegisters.filter(({ name }) => mayAtAll(tx.actor.reach, kindOf(name), 'read')).map((register) =>
    `select '${register.name}', count(*) filter (where ${standing('r', at)}), ${last}
     from ${register.table} r where r.region_id = $1${withinReach(tx, register, parameter)}`);
  if (counts.length === 0) return [];
  const rows = await tx.arrays(counts.join(' union all '), values);
  return rows.map(([sheet, records, last]) => ({
    sheet: sheet as SheetName, records: Number(records), last_recorded_at: last as Instant | null,
  }));
}
