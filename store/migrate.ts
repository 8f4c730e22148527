import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import pg from 'pg';
import { letOwnerBackUp } from './backup/tables.ts';
import type { PostgresConnection } from './postgres/connection.ts';
import { DatabaseRefusal } from './postgres/refusal.ts';

/** One step of the schema: `0002-one-table-per-sheet.sql`, number and reason in the name. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const DIRECTORY = fileURLToPath(new URL('./migrations/', import.meta.url));
/** Any fixed number: programs that start at the same time take turns at it. */
const LOCK = 5_133_080;

/** All steps, in their order. */
export function readMigrations(directory: string = DIRECTORY): Migration[] {
  return readdirSync(directory).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort().map((name) => {
    const sql = readFileSync(join(directory, name), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the schema up to date in one transaction, as the owner; answers the names of the steps it took.
 * @throws DatabaseRefusal `data_of_another_version` when a step that was taken reads differently now, or is unknown.
 */
export async function migrate(owner: PostgresConnection, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('begin');
    const due = await migrateIn(client, migrations);
    await client.query('commit');
    return due;
  } finally {
    await client.end();
  }
}

/** The same within a transaction that does more. */
export async function migrateIn(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
  await client.query('create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())');
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations order by name');
  refuseOthers(rows, migrations);
  const taken = new Set(rows.map(({ name }) => name));
  const due = migrations.filter(({ name }) => !taken.has(name));
  for (const { name, sql, sha256 } of due) {
    await client.query(sql);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
  }
  await letOwnerBackUp(client);
  return due.map(({ name }) => name);
}

function refuseOthers(taken: readonly { name: string; sha256: string }[], migrations: readonly Migration[]): void {
  const checksums = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  const other = taken.find(({ name, sha256 }) => checksums.get(name) !== sha256);
  if (other === undefined) return;
  throw new DatabaseRefusal('data_of_another_version', {
    zh: `数据库由另一版本的贯通建立（${other.name} 不同）。请使用写入它的版本，或更新程序。`,
    en: `The database was made by another version of Guantong (${other.name} differs). Use the version that wrote it, or a newer one.`,
  });
}
