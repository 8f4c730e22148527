import { OWNED_SHEETS, OWNERSHIP, type Ownership, type Thing } from '../core/access/ownership.ts';
import { problem, type Problem } from '../core/exchange/problem.ts';
import type { SheetName } from '../core/exchange/sheets.ts';
import { standing } from './known-time.ts';
import { takeNumbers } from './record-stamp.ts';
import { registerNamed, sqlOf, type Register } from './register-columns.ts';
import type { Transaction } from './transaction.ts';
import { labelsFor } from './within-reach.ts';

/** Sheets in the order in which labels can be worked out: things before what names them. */
export const byOwnership = (a: SheetName, b: SheetName): number => OWNED_SHEETS.indexOf(a) - OWNED_SHEETS.indexOf(b);

/** The labels of a thing that a column names. Students are many: theirs are read where they stand, not kept twice. */
function scopesOfThing(thing: Thing, column: string): string {
  return thing === 'student'
    ? `select unnest(l.scopes) from register_students l where l.region_id = $1 and l.student_id = ${column} and ${standing('l')}`
    : `select unnest(l.scopes) from labels l where l.region_id = $1 and l.thing = '${thing}:' || ${column}`;
}

/** The labels of a row of a register, from its own columns and the things that it names. `$1` is the region. */
function scopesOf(register: Register, row: string, { own = [], of = [] }: Ownership = OWNERSHIP[register.name]): string {
  const column = (name: string): string => `${row}.${sqlOf(register, name)}`;
  const parts = [
    ...own.map(({ prefix, column: name }) => `select '${prefix}:' || ${column(name)}`),
    ...of.flatMap(({ column: name, things }) => things.map((thing) => scopesOfThing(thing, column(name)))),
  ];
  if (parts.length === 0) return `'{}'::text[]`;
  return `array(select distinct x collate "C" from (${parts.join(' union all ')}) as u(x) where x is not null order by 1)`;
}

/** The labels of each thing that the records of a register speak for, as `(id, scopes)`; of those in `which` only. */
function scopesById(register: Register, column: string, which: string): string {
  const sql = sqlOf(register, column);
  // Most things stand in records that all carry the same labels; only the others are put together.
  const held = `select id, scopes, count(*) over (partition by id) as many from (
    select r.${sql} as id, r.scopes from ${register.table} r where r.region_id = $1 and r.${sql} is not null and ${standing('r')} and r.${sql} ${which} group by 1, 2) r`;
  return `(with held as (${held}) select id, scopes from held where many = 1 union all
    select id, array_agg(distinct x collate "C" order by x collate "C") from held cross join unnest(scopes) as u(x) where many > 1 group by id)`;
}

/** Where the labels of many rows `s` come from at once. `$1` is the region; to be used within `tx.whole`. */
export interface StagedScopes {
  readonly join: string;
  readonly value: string;
}

/** The labels of the rows of a staged table `s`: those of what they name are looked up once for each combination. */
export function stagedScopes(register: Register, table: string): StagedScopes {
  const { own = [], of = [] } = OWNERSHIP[register.name];
  const ids = own.map(({ prefix, column }) => `'${prefix}:' || s.${sqlOf(register, column)}`);
  const owned = ids.length === 0 ? '' : `array_remove(array[${ids.join(', ')}], null)`;
  const [only] = of;
  if (only === undefined) return { join: '', value: owned === '' ? `'{}'::text[]` : owned };
  const value = `${owned === '' ? '' : `${owned} || `}coalesce(named.scopes, '{}')`;
  const columns = of.map(({ column }) => sqlOf(register, column));
  if (namesOneStudent(register.name)) {
    const named = scopesById(registerNamed('students'), 'student_id', `in (select ${columns[0]} from ${table})`);
    return { join: ` left join ${named} named on named.id = s.${columns[0]}`, value };
  }
  const same = columns.map((column) => `coalesce(named.${column}, '') = coalesce(s.${column}, '')`);
  const named = `(select ${columns.join(', ')}, ${scopesOf(register, 'c', { of })} as scopes from (select distinct ${columns.join(', ')} from ${table}) c)`;
  return { join: ` left join ${named} named on ${same.join(' and ')}`, value };
}

/** Whether the only thing that a record names is a student. */
function namesOneStudent(name: SheetName): boolean {
  const { of = [] } = OWNERSHIP[name];
  return of.length === 1 && of[0]?.things.join() === 'student';
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

/** So many things are looked up one by one; for more the whole register is read at once. */
const FEW = 2000;

/**
 * After records of a register were added from number `first` on: works out anew the labels of the things that they
 * speak for, and of every record that names one of those. To be called within `tx.whole`.
 */
export async function refreshLabels(tx: Transaction, register: Register, first: number): Promise<void> {
  const { things = [] } = OWNERSHIP[register.name];
  if (things.length === 0) return;
  await tx.change(`select set_config('app.relabel', 'on', true)`);
  if (register.name === 'students') await relabelStudents(tx, register, first);
  else {
    const few = await takeNumbers(tx, 'next_record_id', 0) - first <= FEW;
    const changed = new Set<string>();
    for (const { thing, column } of things) {
      const ids = few ? (await tx.arrays(touched(register, column), [tx.actor.region_id, first])).map(([id]) => id as string | null) : null;
      for (const name of await keepLabels(tx, register, { thing, column, ids })) changed.add(name);
    }
    if (changed.size > 0) await relabel(tx, register.name, changed);
  }
  await tx.change(`select set_config('app.relabel', '', true)`);
}

/** The things of new records, and of those that they answer. `$2` is the number of the first. */
function touched(register: Register, column: string): string {
  const sql = sqlOf(register, column);
  return `select n.${sql} from ${register.table} n where n.region_id = $1 and n.record_id >= $2
    union select o.${sql} from ${register.table} n join ${register.table} o on o.region_id = $1 and o.record_id = n.answers where n.region_id = $1 and n.record_id >= $2`;
}

const RELABELLED = 'relabelled_students';

/** Gives what is recorded of students the labels that the students now have: put together once for every sheet. */
async function relabelStudents(tx: Transaction, students: Register, first: number): Promise<void> {
  const sheets = await filledAmong(tx, OWNED_SHEETS.filter(namesOneStudent));
  if (sheets.length === 0) return;
  await tx.change(`drop table if exists ${RELABELLED}`);
  await tx.change(
    `create temp table ${RELABELLED} on commit drop as select id, scopes from ${scopesById(students, 'student_id', `in (${touched(students, 'student_id')})`)} named`, [tx.actor.region_id, first]);
  await tx.change(`analyze ${RELABELLED}`);
  for (const name of sheets) {
    const { table } = registerNamed(name);
    const { value } = stagedScopes(registerNamed(name), table);
    await tx.change(`update ${table} s set scopes = ${value} from ${RELABELLED} named where s.region_id = $1 and s.student_id = named.id and s.scopes <> ${value}`, [tx.actor.region_id]);
  }
}

/** Those of the sheets of which the region has any record. */
async function filledAmong(tx: Transaction, names: readonly SheetName[]): Promise<SheetName[]> {
  const questions = names.map((name) => `select '${name}' where exists (select 1 from ${registerNamed(name).table} where region_id = $1)`);
  const found = await tx.arrays(questions.join(' union all '), [tx.actor.region_id]);
  return names.filter((name) => found.some(([held]) => held === name));
}

interface Kept {
  readonly thing: Thing;
  readonly column: string;
  /** Null for every thing of the register. */
  readonly ids: readonly (string | null)[] | null;
}

/** Writes the labels of things, and answers those whose labels are others than before. */
async function keepLabels(tx: Transaction, register: Register, { thing, column, ids }: Kept): Promise<string[]> {
  const which = ids === null ? 'is not null' : '= any($2::text[])';
  const rows = await tx.query<{ thing: string }>(
    `insert into labels (region_id, thing, scopes) select $1::integer, '${thing}:' || id, scopes from ${scopesById(register, column, which)} t
     on conflict (region_id, thing) do update set scopes = excluded.scopes where labels.scopes <> excluded.scopes
     returning thing`, ids === null ? [tx.actor.region_id] : [tx.actor.region_id, ids]);
  return rows.map((row) => row.thing);
}

/** Gives every record that names one of these things its labels anew, and so on along what those speak for. */
async function relabel(tx: Transaction, from: SheetName, changed: Set<string>): Promise<void> {
  for (const name of await filledAmong(tx, OWNED_SHEETS.slice(OWNED_SHEETS.indexOf(from) + 1))) {
    const register = registerNamed(name);
    const { of = [], things = [] } = OWNERSHIP[name];
    const named = of.flatMap(({ column, things: kinds }) => kinds.map((thing) => ({ column, ids: idsOf(changed, thing) }))).filter(({ ids }) => ids.length > 0);
    if (named.length === 0) continue;
    const conditions = named.map(({ column }, at) => `r.${sqlOf(register, column)} = any($${at + 2}::text[])`);
    const rows = await tx.arrays(
      `update ${register.table} r set scopes = ${scopesOf(register, 'r')} where r.region_id = $1 and (${conditions.join(' or ')})
       returning ${things.length === 0 ? 'null' : things.map(({ column }) => `r.${sqlOf(register, column)}`).join(', ')}`,
      [tx.actor.region_id, ...named.map(({ ids }) => ids)]);
    for (const [at, { thing, column }] of things.entries()) {
      const ids = [...new Set(rows.map((row) => row[at] as string | null))];
      if (thing === 'student') for (const id of ids) changed.add(`student:${id}`);
      else for (const one of await keepLabels(tx, register, { thing, column, ids })) changed.add(one);
    }
  }
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
        if (thing !== 'student') await keepLabels(whole, register, { thing, column, ids: null });
      }
    }
    await whole.change(`select set_config('app.relabel', '', true)`);
  });
}
