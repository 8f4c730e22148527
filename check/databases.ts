import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toDatabase, urlOf } from '../store/postgres/connection.ts';
import type { PostgresConnection } from '../store/postgres/connection.ts';
import type { DatabaseKind } from './database-servers.ts';
import { inMaintenance } from './maintenance.ts';
import type { SampleCopy } from './sample-copy.ts';

/** A database of this test file alone, with every table and nothing in them at its start, dropped at its end. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** How to connect; only inside hooks and tests. */
  readonly connection: () => PostgresConnection;
  readonly url: () => string;
  /** Holds from now on the sample as it is once loaded; only before anybody connects to it. */
  readonly holdSample: () => Promise<SampleCopy>;
}

/** `empty` is for tests of the migrations themselves, which every other database took once for all. */
type Begins = 'migrated' | 'empty';

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`${inject('databaseServers')}/${path}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as T;
}

/**
 * Describes the same tests once on the embedded PostgreSQL and once on a server: that of DATABASE_URL, else
 * Debian's programs. With GUANTONG_REQUIRE_SERVER_LEG=1 a machine without a server fails.
 */
export function eachDatabase(name: string, tests: (database: TestDatabase) => void, begins: Begins = 'migrated'): void {
  onDatabase('embedded', name, tests, begins);
  if (inject('serverLeg')) {
    onDatabase('server', name, tests, begins);
  } else if (process.env['GUANTONG_REQUIRE_SERVER_LEG'] === '1') {
    describe(`${name} · server`, () => {
      test('a server is there to test on', () => {
        expect.fail('no DATABASE_URL and no /usr/lib/postgresql: install postgresql or set DATABASE_URL');
      });
    });
  }
}

/** The same on one kind only. */
export function onDatabase(kind: DatabaseKind, name: string, tests: (database: TestDatabase) => void, begins: Begins = 'migrated'): void {
  describe(`${name} · ${kind}`, () => {
    const database = `test_${randomBytes(8).toString('hex')}`;
    let server: PostgresConnection | null = null;
    const running = (): PostgresConnection => {
      if (server === null) throw new Error('the database is there inside hooks and tests only');
      return server;
    };
    const connection = (): PostgresConnection => toDatabase(running(), database);
    const holdSample = async (): Promise<SampleCopy> => {
      const copy = await ask<SampleCopy>(`${kind}/sample`);
      await inMaintenance(running(), `drop database ${database}`);
      await inMaintenance(running(), `create database ${database} template ${copy.database}`);
      return copy;
    };
    beforeAll(async () => {
      server = await ask<PostgresConnection>(kind);
      await inMaintenance(server, `create database ${database} template ${begins === 'empty' ? 'template0' : await ask<string>(`${kind}/migrated`)}`);
    });
    afterAll(async () => {
      if (server !== null) await inMaintenance(server, `drop database if exists ${database} with (force)`);
    });
    tests({ kind, connection, url: () => urlOf(connection()), holdSample });
  });
}
