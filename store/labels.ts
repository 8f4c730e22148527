import { OWNED_SHEETS, OWNERSHIP, type Ownership, type Thing } from '../core/access/ownership.ts';
import { problem, type Problem } from '../core/exchange/problem.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { standing } from './known-time.ts';
import { registerNamed, sqlOf, type Register } from './register-columns.ts';
import type { Transaction } from './transaction.ts';
import { labelsFor } from './within-reach.ts';

/** Sheets in the order in which labels can be worked out: things before what names them. */
export const byOwnership = (a: SheetName, b: SheetName): number => OWNED_SHEETS.indexOf(a) - OWNED_SHEETS.indexOf(b);

/** The labels of a row of a register, from its own columns and the things that it names. `$1` is the region. */
function scopesOf(register: Register, row: string, { own = [], of = [] }: Ownership = OWNERSHIP[register.name]): string {
  const column = (name: string): string => `${row}.${sqlOf(register, name)}`;
  const parts = [
    ...own.map(({ prefix, column: name }) => `select '${prefix}:' || ${column(name)}`),
    ...of.flatMap(({ column: name, things }) => things.map((thing) =>
      `select unnest(l.scopes) from labels l where l.region_id = $1 and l.thing = '${thing}:' || ${column(name)}`)),
  ];
  if (parts.length === 0) return `'{}'::text[]`;
  return `array(select distinct x collate "C" from (${parts.join(' union all ')}) as u(x) where x is not null order by 1)`;
}

/** Where the labels of the rows of a staged table `s` come from. `$1` is the region; to be used within `tx.whole`. */
export interface StagedScopes {
  readonly join: string;
  readonly value: string;
}

/** The labels of many rows at once: those of what they name are looked up once for each combination. */
export function stagedScopes(register: Register, table: string): StagedScopes {
  const { own = [], of = [] } = OWNERSHIP[register.name];
  const ids = own.map(({ prefix, column }) => `'${prefix}:' || s.${sqlOf(register, column)}`);
  const owned = ids.length === 0 ? '' : `array_remove(array[${ids.join(', ')}], null)`;
  const [only] = of;
  if (only === undefined) return { join: '', value: owned === '' ? `'{}'::text[]` : owned };
  const value = `${owned === '' ? '' : `${owned} || `}coalesce(named.scopes, '{}')`;
  if (of.length === 1 && only.things.length === 1) {
    return { join: ` left join labels named on named.region_id = $1 and named.thing = '${only.things[0]}:' || s.${sqlOf(register, only.column)}`, value };
  }
  const columns = of.map(({ column }) => sqlOf(register, column));
  const same = columns.map((column) => `coalesce(named.${column}, '') = coalesce(s.${column}, '')`);
  return {
    join: ` left join (select ${columns.join(', ')}, ${scopesOf(register, 'c', { own: [], of })} as scopes
      from (select distinct ${columns.join(', ')} from ${table}) c) named on ${same.join(' and ')}`,
    value,
  };
}

const MOST = 1000;

/** The rows of a staged table that are not the actor's to write: by what they say, or by what they would answer. */
export async function findOutOfReach(tx: Transaction, register: Register, table: string): Promise<Problem[]> {
  const labels = labelsFor(tx, register, 'write');
  if (labels === null) return [];
  const { join, value } = stagedScopes(register, table);
  const rows = await tx.query<{ source_row: number | null }>(
    `select s.source_row from ${table} s${join} left join ${register.table} r on r.region_id = $1 and r.record_id = s.answers
     where s.same is not true and (not (${value}) && $2::text[] or not r.scopes && $2::text[]) order by 1 limit ${MOST}`,
    [tx.actor.region_id, labels]);
  return rows.map(({ source_row }) => problem(register.name, source_row, null, 'not_yours', null));
}

/**
 * After records of a register were added from number `first` on: works out anew the labels of the things that they
 * speak for, and of every record that names one of those. To be called within `tx.whole`.
 */
export async function refreshLabels(tx: Transaction, register: Register, first: number): Promise<void> {
  const { things = [] } = OWNERSHIP[register.name];
  const changed = new Set<string>();
  for (const { thing, column } of things) {
    const sql = sqlOf(register, column);
    const touched = `select n.${sql} from ${register.table} n where n.region_id = $1 and n.record_id >= $2
      union select o.${sql} from ${register.table} n join ${register.table} o on o.region_id = $1 and o.record_id = n.answers
      where n.region_id = $1 and n.record_id >= $2`;
    for (const name of await keepLabels(tx, register, { thing, column, ids: touched, value: first })) changed.add(name);
  }
  if (changed.size > 0) await relabel(tx, register.name, changed);
}

interface Touched {
  readonly thing: Thing;
  readonly column: string;
  /** A query of the ids, which may speak of `$2`. */
  readonly ids: string;
  readonly value: unknown;
}

/** Writes the labels of things, and answers those whose labels are others than before. */
async function keepLabels(tx: Transaction, register: Register, { thing, column, ids, value }: Touched): Promise<string[]> {
  const sql = sqlOf(register, column);
  // Most things stand in records that all carry the same labels; only the others are put together.
  const rows = await tx.query<{ thing: string }>(
    `with held as (
       select r.${sql} as id, r.scopes from ${register.table} r
       where r.region_id = $1 and r.${sql} = any(array(${ids})) and ${standing('r')} group by 1, 2),
     counted as (select id, count(*) as many, min(scopes) as scopes from held group by 1)
     insert into labels (region_id, thing, scopes)
     select $1::integer, '${thing}:' || id, scopes from counted where many = 1
     union all
     select $1::integer, '${thing}:' || id, array_agg(distinct x collate "C" order by x collate "C")
     from counted join held using (id) cross join unnest(held.scopes) as u(x) where many > 1 group by id
     on conflict (region_id, thing) do update set scopes = excluded.scopes where labels.scopes <> excluded.scopes
     returning thing`, [tx.actor.region_id, value]);
  return rows.map((row) => row.thing);
}

/** Gives every record that names one of these things its labels anew, and so on along what those speak for. */
async function relabel(tx: Transaction, from: SheetName, changed: Set<string>): Promise<void> {
  await tx.change(`select set_config('app.relabel', 'on', true)`);
  const later = OWNED_SHEETS.slice(OWNED_SHEETS.indexOf(from) + 1);
  const filled = await tx.arrays(later.map((name) =>
    `select '${name}' where exists (select 1 from ${registerNamed(name).table} where region_id = $1)`).join(' union all '), [tx.actor.region_id]);
  for (const name of later.filter((one) => filled.some(([held]) => held === one))) {
    const register = registerNamed(name);
    const { of = [], things = [] } = OWNERSHIP[name];
    const named = of.flatMap(({ column, things: kinds }) => kinds.map((thing) => ({ column, ids: idsOf(changed, thing) }))).filter(({ ids }) => ids.length > 0);
    if (named.length === 0) continue;
    const conditions = named.map(({ column }, at) => `r.${sqlOf(register, column)} = any($${at + 2}::text[])`);
    const touched = await tx.arrays(
      `update ${register.table} r set scopes = ${scopesOf(register, 'r')} where r.region_id = $1 and (${conditions.join(' or ')})
       returning ${things.length === 0 ? 'null' : things.map(({ column }) => `r.${sqlOf(register, column)}`).join(', ')}`,
      [tx.actor.region_id, ...named.map(({ ids }) => ids)]);
    for (const [at, { thing, column }] of things.entries()) {
      const value = [...new Set(touched.map((row) => row[at] as string | null))];
      for (const one of await keepLabels(tx, register, { thing, column, ids: 'select unnest($2::text[])', value })) changed.add(one);
    }
  }
  await tx.change(`select set_config('app.relabel', '', true)`);
}

function idsOf(changed: ReadonlySet<string>, thing: Thing): string[] {
  return [...changed].filter((name) => name.startsWith(`${thing}:`)).map((name) => name.slice(thing.length + 1));
}

/** Gives every record of the actor's region its labels: for records from before there were any. */
export async function labelRegion(tx: Transaction): Promise<void> {
  await tx.whole(async (whole) => {
    await whole.change(`select set_config('app.relabel', 'on', true)`);
    for (const name of OWNED_SHEETS) {
      const register = registerNamed(name);
      await whole.change(`update ${register.table} r set scopes = ${scopesOf(register, 'r')} where r.region_id = $1`, [tx.actor.region_id]);
      for (const { thing, column } of OWNERSHIP[name].things ?? []) {
        const ids = `select n.${sqlOf(register, column)} from ${register.table} n where n.region_id = $1 and n.record_id > $2`;
        await keepLabels(whole, register, { thing, column, ids, value: 0 });
      }
    }
    await whole.change(`select set_config('app.relabel', '', true)`);
  });
}
