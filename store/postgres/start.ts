import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { debianBinaries, embeddedBinaries } from './binaries.ts';
import { claimData } from './claim.ts';
import type { Claim } from './claim.ts';
import { openCluster } from './cluster.ts';
import { readDatabaseUrl, toDatabase, urlOf } from './connection.ts';
import type { PostgresConnection } from './connection.ts';
import { joinRunning } from './join.ts';
import { stopLeftServer } from './left-server.ts';
import { DatabaseRefusal } from './refusal.ts';
import { keepServing } from './supervise.ts';

/** A database to work with, until `stop`. */
export interface RunningPostgres {
  /** `embedded`: ours; `joined`: another program's, on the same data; `server`: the one of DATABASE_URL. */
  readonly kind: 'embedded' | 'joined' | 'server';
  readonly connection: PostgresConnection;
  /** The same as `postgres://…`. */
  readonly url: string;
  /** The postmaster's process; null where the server is not ours. */
  readonly pid: () => number | null;
  /** Writes down the program's address for whoever starts a second one on the same data. */
  readonly announce: (address: string) => void;
  /** Ends the server that we started; may be called twice. */
  readonly stop: () => Promise<void>;
}

export interface StartPostgres {
  /** The product's data directory; the cluster lives in `postgres/` below it. */
  readonly dataDir: string;
  /** A fixed port; a free one when absent. */
  readonly port?: number;
  /** Default: the environment's DATABASE_URL. Where given, nothing is started. */
  readonly databaseUrl?: string | undefined;
  /** Work beside a program that already serves this data instead of being refused. */
  readonly join?: boolean;
  /** Hears one line when the server died and was started again. */
  readonly log?: (line: string) => void;
}

const DATABASE = 'guantong';

function outside(connection: PostgresConnection, kind: 'joined' | 'server'): RunningPostgres {
  return {
    kind, connection, url: urlOf(connection), pid: () => null,
    announce: () => undefined, stop: () => Promise.resolve(),
  };
}

/** Creates the program's database when the cluster is new. */
async function ensureDatabase(connection: PostgresConnection): Promise<void> {
  const client = new pg.Client(toDatabase(connection, 'postgres'));
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [connection.database]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(connection.database)} template template0`);
  } finally {
    await client.end();
  }
}

async function serveData(options: StartPostgres, dataDir: string, claim: Claim): Promise<RunningPostgres> {
  const cluster = await openCluster(join(dataDir, 'postgres'), await embeddedBinaries(), true);
  await stopLeftServer(cluster.directory);
  const server = await keepServing(cluster, { port: options.port ?? null, durable: true, log: options.log ?? (() => undefined) });
  const connection = { host: '127.0.0.1', port: server.port, user: cluster.user, password: cluster.password, database: DATABASE };
  try {
    await ensureDatabase(connection);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const stop = async (): Promise<void> => {
    await server.stop();
    claim.release();
  };
  return { kind: 'embedded', connection, url: urlOf(connection), pid: server.pid, announce: claim.announce, stop };
}

/**
 * Opens the program's database: that of DATABASE_URL, or the embedded PostgreSQL on `dataDir`, created on first
 * use, recovered after a crash, started again if it dies, stopped by `stop` or when the program ends.
 * @throws DatabaseRefusal with its reason.
 */
export async function startPostgres(options: StartPostgres): Promise<RunningPostgres> {
  const databaseUrl = 'databaseUrl' in options ? options.databaseUrl : process.env['DATABASE_URL'];
  if (databaseUrl !== undefined && databaseUrl !== '') return outside(readDatabaseUrl(databaseUrl), 'server');
  const dataDir = resolve(options.dataDir);
  let claim: Claim;
  try {
    claim = claimData(dataDir);
  } catch (error) {
    if (!(error instanceof DatabaseRefusal) || error.reason !== 'data_in_use' || options.join !== true) throw error;
    return outside(await joinRunning(dataDir, DATABASE, error), 'joined');
  }
  try {
    return await serveData(options, dataDir, claim);
  } catch (error) {
    claim.release();
    throw error;
  }
}

/**
 * A throw-away server of Debian's PostgreSQL packages in a new directory, for tests; `stop` deletes it.
 * Null when the packages are not installed.
 */
export async function startDebianPostgres(): Promise<RunningPostgres | null> {
  const binaries = debianBinaries();
  if (binaries === null) return null;
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-debian-'));
  const cluster = await openCluster(join(dataDir, 'postgres'), binaries, false);
  const server = await keepServing(cluster, { port: null, durable: false, log: () => undefined });
  const connection = { host: '127.0.0.1', port: server.port, user: cluster.user, password: cluster.password, database: 'postgres' };
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { kind: 'server', connection, url: urlOf(connection), pid: server.pid, announce: () => undefined, stop };
}
