import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { newCourse } from './transaction-course.ts';
import { holdKeys } from './data-keys.ts';
import type { KeyRing } from './key-ring.ts';
import type { KeySource } from './key-source.ts';
import { personalColumns } from './personal-rows.ts';
import type { PostgresConnection } from './postgres/connection.ts';
import { programActor } from './program-actor.ts';
import { allRegisters, sqlOf, type Register } from './register-columns.ts';
import { sealAll, type Unsealed } from './sealing.ts';
import { passingPress } from './press.ts';
import { contextOf, transactionOn, type Transaction } from './transaction.ts';
import { valueParsers } from './value-parsers.ts';

/**
 * The keys of the source, once they fit the database. Values that were recorded before there was any sealing are
 * sealed now: the one time that a register is changed in place. @throws DatabaseRefusal when the keys do not fit.
 */
export async function openPersonalData(connection: PostgresConnection, source: KeySource): Promise<KeyRing> {
  const owner = new pg.Client({ ...connection, types: valueParsers, pipeline: true });
  await owner.connect();
  try {
    const keys = await holdKeys(owner, source);
    await sealOldValues(owner, keys);
    return keys;
  } finally {
    await owner.end();
  }
}

const registersOfPeople: readonly Register[] = allRegisters.filter(({ name }) => personalColumns(name).length > 0);

/** As long as the database has not looked at all values itself, there may be some that stand as they are. */
async function sealOldValues(owner: pg.Client, keys: KeyRing): Promise<void> {
  const { rows: unchecked } = await owner.query<{ relation: string; name: string }>(
    `select conrelid::regclass::text as relation, conname as name from pg_constraint where contype = 'c' and not convalidated and conname like '%\\_sealed'`);
  if (unchecked.length === 0) return;
  const { rows: regions } = await owner.query<{ region_id: number }>('select region_id from regions order by region_id');
  for (const { region_id } of regions) await sealRegion(owner, keys, region_id);
  // Where something of it is still there, nothing is called checked, and the next start goes on.
  for (const relation of [...unchecked.map((one) => one.relation), 'idempotency_keys']) if (!await writeAnew(owner, relation)) return;
  for (const { relation, name } of unchecked) {
    await owner.query(`alter table ${relation} validate constraint ${owner.escapeIdentifier(name)}`);
  }
}

const TRIES = 100;
const BETWEEN_MS = 100;

/**
 * What rows held before is in the pages of their table until it is written anew without them: whether it is. A program
 * that connects in that very moment, to any database of the server, keeps them there for as long as it takes.
 */
async function writeAnew(owner: pg.Client, relation: string): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    let left = 0;
    // The one number that the server says beside: how many rows that are no more it had to keep.
    const listen = ({ detail }: { readonly detail?: string | undefined }): void => { left += Number(/^\d+/.exec(detail ?? '')?.[0] ?? 0); };
    owner.on('notice', listen);
    await owner.query(`vacuum (full, verbose, analyze) ${relation}`);
    owner.off('notice', listen);
    if (left === 0) return true;
    await setTimeout(BETWEEN_MS);
  }
  return false;
}

async function sealRegion(owner: pg.Client, keys: KeyRing, region_id: number): Promise<void> {
  const actor = programActor(region_id);
  await owner.query(`begin; ${contextOf(actor)}`);
  try {
    // The chain of entries, where there is none yet, begins over what is then sealed.
    const tx = transactionOn(owner, actor, { keys, press: passingPress() }, { ...newCourse(), audited: true });
    let many = 0;
    for (const register of registersOfPeople) many += await sealRegister(tx, register);
    // A reply that is kept for a request that comes twice shows what it stored.
    if (many > 0) await tx.whole((whole) => whole.change('delete from idempotency_keys where region_id = $1', [region_id]));
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback').catch(() => undefined);
    throw error;
  }
}

const VALUES_AT_ONCE = 10_000;

async function sealRegister(tx: Transaction, register: Register): Promise<number> {
  let many = 0;
  for (const { name, kind } of personalColumns(register.name)) {
    const column = sqlOf(register, name);
    for (;;) {
      const plain = await tx.arrays(
        `select record_id, ${column} from ${register.table} where region_id = $1 and ${column} not like 'sealed:%' limit ${VALUES_AT_ONCE}`, [tx.actor.region_id]);
      if (plain.length === 0) break;
      const unsealed: Unsealed = new Map();
      const tokens = plain.map(([, text]) => {
        const token = tx.keys.token(kind, text as string);
        unsealed.set(token, text as string);
        return token;
      });
      await sealAll(tx, unsealed);
      many += await tx.change(
        `update ${register.table} r set ${column} = u.token from unnest($2::bigint[], $3::text[]) as u(record_id, token)
         where r.region_id = $1 and r.record_id = u.record_id`, [tx.actor.region_id, plain.map(([id]) => id), tokens]);
    }
  }
  return many;
}
