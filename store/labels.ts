import { OWNED_SHEETS, OWNERSHIP, type Thing } from '../core/access/ownership.ts';
import { problem, type Problem } from '../core/exchange/problem.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { standing } from './known-time.ts';
import { registerNamed, sqlOf, type Register } from './register-columns.ts';
import type { Transaction } from './transaction.ts';
import { labelsFor } from './within-reach.ts';

/** Sheets in the order in which labels can be worked out: things before what names them. */
export const byOwnership = (a: SheetName, b: SheetName): number => OWNED_SHEETS.indexOf(a) - OWNED_SHEETS.indexOf(b);

/** The labels of a row of a register, from its own columns and the things that it names. `$1` is the region. */
function scopesOf(register: Register, row: string): string {
  const { own = [], of = [] } = OWNERSHIP[register.name];
  const column = (name: string): string => `${row}.${sqlOf(register, name)}`;
  const parts = [
    ...own.map(({ prefix, column: name }) => `select '${prefix}:' || ${column(name)}`),
    ...of.flatMap(({ column: name, things }) => things.map((thing) =>
      `select unnest(l.scopes) from labels l where l.region_id = $1 and l.thing = '${thing}:' || ${column(name)}`)),
  ];
  if (parts.length === 0) return `'{}'::text[]`;
  return `array(select distinct x collate "C" from (${parts.join(' union all ')}) as u(x) where x is not null order by 1)`;
}

/** Gives the rows of a staged table their labels. To be called within `tx.whole`. */
export async function labelStaged(tx: Transaction, register: Register, table: string): Promise<void> {
  await tx.change(`update ${table} s set scopes = ${scopesOf(register, 's')} where $1::integer is not null`, [tx.actor.region_id]);
}

const MOST = 1000;

/** The rows of a staged table that are not the actor's to write: by what they say, or by what they would answer. */
export async function findOutOfReach(tx: Transaction, register: Register, table: string): Promise<Problem[]> {
  const labels = labelsFor(tx, register, 'write');
  if (labels === null) return [];
  const rows = await tx.query<{ source_row: number | null }>(
    `select s.source_row from ${table} s left join ${register.table} r on r.region_id = $1 and r.record_id = s.answers
     where s.same is not true and (not s.scopes && $2::text[] or not r.scopes && $2::text[]) order by 1 limit ${MOST}`,
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
    const touched = await tx.arrays(
      `select distinct r.${sql} from ${register.table} r where r.region_id = $1 and r.${sql} is not null and (r.record_id >= $2
         or r.record_id in (select n.answers from ${register.table} n where n.region_id = $1 and n.record_id >= $2))`, [tx.actor.region_id, first]);
    for (const name of await keepLabels(tx, register, { thing, column, ids: touched.map(([id]) => id as string) })) changed.add(name);
  }
  if (changed.size > 0) await relabel(tx, register.name, changed);
}

/** Writes the labels of things, and answers those whose labels are others than before. */
async function keepLabels(
  tx: Transaction, register: Register, { thing, column, ids }: { readonly thing: Thing; readonly column: string; readonly ids: readonly string[] },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const sql = sqlOf(register, column);
  const rows = await tx.query<{ thing: string }>(
    `insert into labels (region_id, thing, scopes)
     select $1::integer, '${thing}:' || d.id, array_agg(distinct x collate "C" order by x collate "C")
     from (select r.${sql} as id, r.scopes from ${register.table} r where r.region_id = $1 and r.${sql} = any($2::text[]) and ${standing('r')}
           group by 1, 2) d cross join unnest(d.scopes) as u(x) group by d.id
     on conflict (region_id, thing) do update set scopes = excluded.scopes where labels.scopes <> excluded.scopes
     returning thing`, [tx.actor.region_id, ids]);
  return rows.map((row) => row.thing);
}

/** Gives every record that names one of these things its labels anew, and so on along what those speak for. */
async function relabel(tx: Transaction, from: SheetName, changed: Set<string>): Promise<void> {
  await tx.change(`select set_config('app.relabel', 'on', true)`);
  for (const name of OWNED_SHEETS.slice(OWNED_SHEETS.indexOf(from) + 1)) {
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
      const ids = [...new Set(touched.map((row) => row[at] as string | null))].filter((id) => id !== null);
      for (const one of await keepLabels(tx, register, { thing, column, ids })) changed.add(one);
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
        const found = await whole.arrays(
          `select distinct r.${sqlOf(register, column)} from ${register.table} r where r.region_id = $1 and r.${sqlOf(register, column)} is not null`, [tx.actor.region_id]);
        await keepLabels(whole, register, { thing, column, ids: found.map(([id]) => id as string) });
      }
    }
    await whole.change(`select set_config('app.relabel', '', true)`);
  });
}
