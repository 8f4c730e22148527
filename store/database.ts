import pg from 'pg';
import { applicationConnection, ensureApplicationRole } from './application-role.ts';
import { beginOver } from './audit-begin.ts';
import { labelRegion } from './labels.ts';
import type { KeyRing } from './key-ring.ts';
import type { KeySource } from './key-source.ts';
import { migrate } from './migrate.ts';
import { openPersonalData } from './personal-data.ts';
import { passingPress, type Press } from './press.ts';
import type { PostgresConnection } from './postgres/connection.ts';
import { NOWHERE, programActor } from './program-actor.ts';
import { ask, read } from './reading.ts';
import { contextOf, transactionOn } from './transaction.ts';
import type { Actor, Transaction } from './transaction.ts';
import { newCourse, sendAtOnce, sendUnheard, whyFailed } from './transaction-course.ts';
import { valueParsers } from './value-parsers.ts';

/** The store, opened: migrated, and reached as the application role, which owns nothing. */
export interface Database {
  /** What a person may do in a region. */
  readonly as: (actor: Actor) => Context;
  /** What personal values are sealed with. */
  readonly keys: KeyRing;
  /** What documents are signed with. */
  readonly press: Press;
  /** Connections of the pool, and how many transactions wait for one. */
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  readonly close: () => Promise<void>;
}

export interface Context {
  /** Runs the work in one transaction (READ COMMITTED): committed when it answers, undone when it throws or discards. */
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** The same for reading only: all statements see one state of the data. */
  readonly read: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** One question by a named prepared statement, in a transaction for reading that costs one round trip in all. */
  readonly ask: <R>(sql: string, values: readonly unknown[]) => Promise<R[]>;
  /** For handing out what is sensitive: one state of the data, and nothing without its audit entry. */
  readonly disclose: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
}

/** For reading and for writing each. */
const CONNECTIONS = 10;
const WRITE = 'begin';
const DISCLOSE = 'begin isolation level repeatable read';

/**
 * Migrates the database as its owner, then opens a pool as the application role. Personal values are sealed with the
 * keys of `source`. @throws DatabaseRefusal when the role can be neither found nor created, migrations were changed, or
 * the keys are not those that the database was sealed with.
 * Documents are signed by `press`; without one, by a key that nobody keeps.
 */
export async function openDatabase(owner: PostgresConnection, source: KeySource, press: Press = passingPress()): Promise<Database> {
  await ensureApplicationRole(owner);
  const taken = await migrate(owner);
  const keys = await openPersonalData(owner, source);
  const [writing, reading] = [openPool(owner), openPool(owner)];
  const database: Database = {
    keys,
    press,
    as: (actor) => ({
      write: (work) => inTransaction(writing, { actor, keys, press, begin: WRITE }, work),
      read: (work) => read(reading, { actor, keys, press }, work),
      ask: (sql, values) => ask(reading, actor, sql, values),
      disclose: (work) => inTransaction(writing, { actor, keys, press, begin: DISCLOSE }, work),
    }),
    pool: () => ({
      total: writing.totalCount + reading.totalCount, idle: writing.idleCount + reading.idleCount, waiting: writing.waitingCount + reading.waitingCount,
    }),
    close: async () => { await Promise.all([writing.end(), reading.end()]); },
  };
  if (taken.includes(LABELS)) await labelOldRecords(database);
  await beginChains(database);
  return database;
}

/** The step that brought labels: what was recorded before it gets its own once. */
const LABELS = '0004-labels-and-reach.sql';

async function labelOldRecords(database: Database): Promise<void> {
  const regions = await database.as(programActor(NOWHERE)).read((tx) => tx.query<{ region_id: number }>('select region_id from regions'));
  for (const { region_id } of regions) {
    await database.as(programActor(region_id)).write((tx) => {
      tx.unaudited('labels follow from what was recorded');
      return labelRegion(tx);
    });
  }
}

/** Regions from before there was an audit: their chains begin with what they hold. To be the last step before the database is used. */
async function beginChains(database: Database): Promise<void> {
  const regions = await database.as(programActor(NOWHERE)).read((tx) => tx.whole((whole) => whole.query<{ region_id: number }>(
    'select region_id from regions r where not exists (select 1 from audit_heads h where h.region_id = r.region_id) order by 1')));
  for (const { region_id } of regions) await database.as(programActor(region_id)).write(beginOver);
}

function openPool(owner: PostgresConnection): pg.Pool {
  const pool = new pg.Pool({
    ...applicationConnection(owner), types: valueParsers, max: CONNECTIONS, idleTimeoutMillis: 30_000, allowExitOnIdle: true, pipeline: true,
  });
  // A connection that dies is replaced by the pool, and the query that ran on it rejects; without listeners its
  // event would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function inTransaction<T>(
  pool: pg.Pool, { actor, begin, ...means }: { readonly actor: Actor; readonly begin: string } & Pick<Transaction, 'keys' | 'press'>, work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const course = newCourse();
  course.changed = begin === DISCLOSE;
  try {
    // The context is set with the transaction and ends with it; both go out with the first statement.
    sendAtOnce(client);
    sendUnheard(course, client.query(`${begin}; ${contextOf(actor)}`));
    const answer = await work(transactionOn(client, actor, means, course));
    if (course.changed && !course.audited && !course.discarded) throw new Error('a change without its audit entry');
    const end = course.discarded ? 'rollback' : 'commit';
    const [{ command }] = await Promise.all([client.query(end), ...course.unheard]);
    if (command !== end.toUpperCase()) throw new Error(`${end} was answered by ${command}`);
    return answer;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => { broken = failure; });
    throw await whyFailed(course, error);
  } finally {
    client.release(broken);
  }
}
