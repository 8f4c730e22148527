import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { toDatabase, urlOf } from '../store/postgres/connection.ts';
import type { PostgresConnection } from '../store/postgres/connection.ts';
import type { DatabaseKind } from './database-servers.ts';

/** A database of this test file alone, empty at its start and dropped at its end. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  /** How to connect; only inside hooks and tests. */
  readonly connection: () => PostgresConnection;
  readonly url: () => string;
}

async function askForServer(kind: DatabaseKind): Promise<PostgresConnection> {
  const response = await fetch(`${inject('databaseServers')}/${kind}`);
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as PostgresConnection;
}

async function inMaintenance(server: PostgresConnection, sql: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Describes the same tests once on the embedded PostgreSQL and once on a server: that of DATABASE_URL, else
 * Debian's programs. With GUANTONG_REQUIRE_SERVER_LEG=1 a machine without a server fails.
 */
export function eachDatabase(name: string, tests: (database: TestDatabase) => void): void {
  onDatabase('embedded', name, tests);
  if (inject('serverLeg')) {
    onDatabase('server', name, tests);
  } else if (process.env['GUANTONG_REQUIRE_SERVER_LEG'] === '1') {
    describe(`${name} · server`, () => {
      test('a server is there to test on', () => {
        expect.fail('no DATABASE_URL and no /usr/lib/postgresql: install postgresql or set DATABASE_URL');
      });
    });
  }
}

/** The same on one kind only. */
export function onDatabase(kind: DatabaseKind, name: string, tests: (database: TestDatabase) => void): void {
  describe(`${name} · ${kind}`, () => {
    const database = `test_${randomBytes(8).toString('hex')}`;
    let server: PostgresConnection | null = null;
    const connection = (): PostgresConnection => {
      if (server === null) throw new Error('the database is there inside hooks and tests only');
      return toDatabase(server, database);
    };
    beforeAll(async () => {
      server = await askForServer(kind);
      await inMaintenance(server, `create database ${database} template template0`);
    });
    afterAll(async () => {
      if (server !== null) await inMaintenance(server, `drop database if exists ${database} with (force)`);
    });
    tests({ kind, connection, url: () => urlOf(connection()) });
  });
}
