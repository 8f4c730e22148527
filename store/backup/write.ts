import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import pg from 'pg';
import { readMigrations } from '../migrate.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { encrypted } from './cipher.ts';
import { frameBytes, type Manifest, type Origin, type TableDigest } from './frames.ts';
import { newKey, type BackupSecret } from './key.ts';
import { digesting, listTables, PLAIN_TEXT_SETTINGS, rowsOf, seeEverything } from './tables.ts';

export interface BackupAsked {
  /** As the owner of the tables. */
  readonly owner: PostgresConnection;
  /** The directory of the audit checkpoints, which must survive together with the rows. */
  readonly checkpoints: string;
  /** Where the backup goes; the file must not be there yet. */
  readonly file: string;
  readonly secret: BackupSecret;
}

/** A file as it stood when the database's state was fixed; what is appended later is not of it. */
interface FileThen {
  readonly path: string;
  readonly bytes: number;
}

const COMPRESSION_LEVEL = 3;

/**
 * Writes one consistent state of every table and of the checkpoint files, compressed and encrypted, while others go
 * on working. The file has its name only once it is complete and on disk.
 * @throws BackupRefusal `rows_out_of_sight`.
 */
export async function writeBackup({ owner, checkpoints, file, secret }: BackupAsked): Promise<Manifest> {
  const { key, recipe } = await newKey(secret);
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  const part = `${file}.part`;
  try {
    const files = await fixState(client, owner, checkpoints);
    await seeEverything(client);
    const origin = await originOf(client);
    let manifest: Manifest | null = null;
    const frames = async function* (): AsyncGenerator<Buffer> {
      manifest = yield* contentOf(client, origin, checkpoints, files);
    };
    await pipeline(
      frames, createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: COMPRESSION_LEVEL } }),
      encrypted({ version: 1, made_at: origin.made_at, compression: 'zstd', cipher: 'aes-256-gcm', key: recipe }, key),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await client.query('commit');
    await rename(part, file);
    await syncDirectory(dirname(file));
    if (manifest === null) throw new Error('the backup ended without its manifest');
    return manifest;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Begins the transaction whose state is backed up. Meanwhile the chain of the audit stands still, so that its rows
 * and its checkpoint files are of the same moment.
 */
async function fixState(client: pg.Client, owner: PostgresConnection, checkpoints: string): Promise<FileThen[]> {
  const holder = new pg.Client(owner);
  await holder.connect();
  try {
    await holder.query('begin');
    const { rows: [found] } = await holder.query<{ sealed: boolean }>("select to_regclass('public.audit_heads') is not null as sealed");
    if (found?.sealed === true) await holder.query('lock table audit_heads in exclusive mode');
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_TEXT_SETTINGS}`);
    await client.query('select 1 from pg_class limit 1');
    const files = await filesIn(checkpoints);
    await holder.query('rollback');
    return files;
  } finally {
    await holder.end();
  }
}

async function filesIn(directory: string): Promise<FileThen[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((one) => one.isFile()).map((one) => one.name).sort();
  return Promise.all(names.map(async (path) => ({ path, bytes: (await stat(join(directory, path))).size })));
}

/** Whether the database has the schema of this version. */
export async function isCurrent(owner: PostgresConnection): Promise<boolean> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows: [found] } = await client.query<{ there: boolean }>("select to_regclass('public.migrations') is not null as there");
    if (found?.there !== true) return false;
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    const taken = new Set(rows.map(({ name }) => name));
    return readMigrations().every(({ name }) => taken.has(name));
  } finally {
    await client.end();
  }
}

async function originOf(client: pg.Client): Promise<Origin> {
  const { rows: [about] } = await client.query<{ made_at: string; postgres: string }>(
    `select to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as made_at, current_setting('server_version') as postgres`);
  const { rows: migrations } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations order by name');
  return { made_at: about?.made_at ?? '', postgres: about?.postgres ?? '', migrations };
}

async function* contentOf(client: pg.Client, origin: Origin, checkpoints: string, filesThen: readonly FileThen[]): AsyncGenerator<Buffer, Manifest> {
  yield frameBytes({ kind: 'origin', origin });
  const tables: TableDigest[] = [];
  for (const table of await listTables(client)) {
    yield frameBytes({ kind: 'table', table: { name: table.name, columns: table.columns } });
    const digest = digesting(table.name);
    for await (const bytes of rowsOf(client, table)) {
      digest.add(bytes);
      yield frameBytes({ kind: 'data', bytes });
    }
    tables.push(digest.done());
  }
  const files: Manifest['files'][number][] = [];
  for (const { path, bytes } of filesThen) {
    yield frameBytes({ kind: 'file', path });
    const hash = createHash('sha256');
    if (bytes > 0) {
      for await (const chunk of createReadStream(join(checkpoints, path), { end: bytes - 1 }) as AsyncIterable<Buffer>) {
        hash.update(chunk);
        yield frameBytes({ kind: 'data', bytes: chunk });
      }
    }
    files.push({ path, bytes, sha256: hash.digest('hex') });
  }
  const manifest: Manifest = { ...origin, tables, files };
  yield frameBytes({ kind: 'manifest', manifest });
  return manifest;
}

/** The file's name is on disk only when its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
