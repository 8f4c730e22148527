import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { toDatabase, type PostgresConnection } from '../../store/postgres/connection.ts';
import { startPostgres } from '../../store/postgres/start.ts';

/** A PostgreSQL for what is proved by hand, without a test's. */
export interface Alone {
  /** How to reach another empty database in it. */
  readonly newDatabase: () => Promise<PostgresConnection>;
  readonly stop: () => Promise<void>;
}

export async function startAlone(): Promise<Alone> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-alone-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      const client = new pg.Client(postgres.connection);
      await client.connect();
      await client.query(`create database trial_${made}`);
      await client.end();
      return toDatabase(postgres.connection, `trial_${made}`);
    },
    stop: async () => {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
