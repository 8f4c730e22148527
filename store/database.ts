import pg from 'pg';
import { applicationConnection, ensureApplicationRole } from './application-role.ts';
import { labelRegion } from './labels.ts';
import { migrate } from './migrate.ts';
import type { PostgresConnection } from './postgres/connection.ts';
import { NOWHERE, programActor } from './program-actor.ts';
import { contextOf, transactionOn } from './transaction.ts';
import type { Actor, Transaction } from './transaction.ts';
import { valueParsers } from './value-parsers.ts';

/** The store, opened: migrated, and reached as the application role, which owns nothing. */
export interface Database {
  /** What a person may do in a region. */
  readonly as: (actor: Actor) => Context;
  /** Connections of the pool, and how many transactions wait for one. */
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  readonly close: () => Promise<void>;
}

export interface Context {
  /** Runs the work in one transaction (READ COMMITTED): committed when it answers, undone when it throws or discards. */
  readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** The same for reading only: all statements see one state of the data. */
  readonly read: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>;
}

const CONNECTIONS = 10;
const WRITE = 'begin';
const READ = 'begin isolation level repeatable read read only';

/**
 * Migrates the database as its owner, then opens a pool as the application role.
 * @throws DatabaseRefusal when the role can be neither found nor created, or migrations were changed.
 */
export async function openDatabase(owner: PostgresConnection): Promise<Database> {
  await ensureApplicationRole(owner);
  const taken = await migrate(owner);
  const pool = new pg.Pool({
    ...applicationConnection(owner), types: valueParsers, max: CONNECTIONS, idleTimeoutMillis: 30_000, allowExitOnIdle: true,
  });
  // A connection that dies is replaced by the pool, and the query that ran on it rejects; without listeners its
  // event would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const database: Database = {
    as: (actor) => ({
      write: (work) => inTransaction(pool, actor, WRITE, work),
      read: (work) => inTransaction(pool, actor, READ, work),
    }),
    pool: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
  if (taken.includes(LABELS)) await labelOldRecords(database);
  return database;
}

/** The step that brought labels: what was recorded before it gets its own once. */
const LABELS = '0004-labels-and-reach.sql';

async function labelOldRecords(database: Database): Promise<void> {
  const regions = await database.as(programActor(NOWHERE)).read((tx) => tx.query<{ region_id: number }>('select region_id from regions'));
  for (const { region_id } of regions) await database.as(programActor(region_id)).write(labelRegion);
}

async function inTransaction<T>(
  pool: pg.Pool, actor: Actor, begin: string, work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let discarded = false;
  try {
    // One round trip: the context is set with the transaction and ends with it.
    await client.query(`${begin}; ${contextOf(actor)}`);
    const answer = await work(transactionOn(client, actor, () => { discarded = true; }));
    await client.query(discarded ? 'rollback' : 'commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => { broken = failure; });
    throw error;
  } finally {
    client.release(broken);
  }
}
