import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { APPLICATION_ROLE, ensureApplicationRole } from '../application-role.ts';
import { migrateIn, readMigrations, type Migration } from '../migrate.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { byteReader, decrypted, readHead } from './cipher.ts';
import { framesIn, type Frame, type Manifest, type Origin, type TableDigest, type TableHead } from './frames.ts';
import { into } from './into.ts';
import { keyOf, type BackupSecret } from './key.ts';
import { BackupRefusal, damaged } from './refusal.ts';
import { digestOf, listTables, PLAIN_TEXT_SETTINGS, seeEverything, type Table } from './tables.ts';

export interface RestoreAsked {
  /** As the owner of the tables to be. */
  readonly owner: PostgresConnection;
  /** Where the checkpoint files go; it must be empty or absent. */
  readonly checkpoints: string;
  readonly file: string;
  readonly secret: BackupSecret;
}

/**
 * Takes a backup back into an empty database, all of it in one transaction, and compares every table with the
 * manifest before it is committed. An older backup keeps its schema; opening the store brings it up to this version.
 * @throws BackupRefusal; then the database and the directory are as they were.
 */
export async function restoreBackup({ owner, checkpoints, file, secret }: RestoreAsked): Promise<Manifest> {
  await refuseFilled(checkpoints);
  const draft = join(dirname(checkpoints), `.${basename(checkpoints)}.restoring`);
  await rm(draft, { recursive: true, force: true });
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    if (rowCount === 0) await ensureApplicationRole(owner);
    await client.query('begin');
    const manifest = await readInto(client, { file, secret, draft });
    await rm(checkpoints, { recursive: true, force: true });
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await rename(draft, checkpoints);
    await client.query('commit').catch(async (error: unknown) => {
      await rm(checkpoints, { recursive: true, force: true });
      throw error;
    });
    return manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
    await rm(draft, { recursive: true, force: true });
  }
}

async function refuseFilled(checkpoints: string): Promise<void> {
  const names = await readdir(checkpoints).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  throw new BackupRefusal('files_in_the_way', {
    zh: `检查点目录 ${checkpoints} 里已有文件，没有恢复。请换一个数据目录，或先把它们移走保存。`,
    en: `The directory of checkpoints ${checkpoints} holds files already; nothing was restored. Choose another data directory, or move them away and keep them.`,
  });
}

/** Whether this is a backup, and whether this secret opens it: to be asked before a database is begun. @throws BackupRefusal */
export async function refuseUnopenable(file: string, secret: BackupSecret): Promise<void> {
  const stream = createReadStream(file);
  try {
    const { head } = await readHead(byteReader(stream as AsyncIterable<Buffer>));
    await keyOf(secret, head.key);
  } finally {
    stream.destroy();
  }
}

interface From {
  readonly file: string;
  readonly secret: BackupSecret;
  readonly draft: string;
}

async function readInto(client: pg.Client, { file, secret, draft }: From): Promise<Manifest> {
  const bytes = byteReader(createReadStream(file) as AsyncIterable<Buffer>);
  const { head, bound } = await readHead(bytes);
  const key = await keyOf(secret, head.key);
  let manifest: Manifest | null = null;
  await pipeline(
    () => decrypted(bytes, key, bound), createZstdDecompress(),
    async (plain: AsyncIterable<Buffer>) => { manifest = await takeFrames(client, framesIn(plain), draft); },
  );
  if (manifest === null) throw damaged();
  return manifest;
}

async function takeFrames(client: pg.Client, frames: AsyncGenerator<Frame>, draft: string): Promise<Manifest> {
  const first = await frames.next();
  if (first.done === true || first.value.kind !== 'origin') throw damaged();
  const { origin } = first.value;
  const forced = await prepare(client, origin);
  const tables = new Map((await listTables(client)).map((one) => [one.name, one]));
  const files: Manifest['files'][number][] = [];
  const current: { open: { readonly write: (bytes: Buffer) => Promise<void>; readonly end: () => Promise<void> } | null } = { open: null };
  try {
    return await takeEach(client, frames, { current, tables, files, forced, draft });
  } catch (error) {
    // A backup that is cut short in the midst of a table leaves the connection waiting for rows: nothing could be undone on it.
    await current.open?.end().catch(() => undefined);
    throw error;
  }
}

interface Taking {
  readonly current: { open: { readonly write: (bytes: Buffer) => Promise<void>; readonly end: () => Promise<void> } | null };
  readonly tables: ReadonlyMap<string, Table>;
  readonly files: Manifest['files'][number][];
  readonly forced: string[];
  readonly draft: string;
}

async function takeEach(client: pg.Client, frames: AsyncGenerator<Frame>, { current, tables, files, forced, draft }: Taking): Promise<Manifest> {
  for await (const frame of frames) {
    if (frame.kind === 'data') {
      await current.open?.write(frame.bytes);
      continue;
    }
    await current.open?.end();
    current.open = null;
    if (frame.kind === 'table') current.open = rowsInto(client, tables, frame.table);
    else if (frame.kind === 'file') current.open = await bytesInto(draft, frame.path, (done) => files.push(done));
    else if (frame.kind === 'manifest') {
      await compare(client, frame.manifest, files);
      // What is checked at the end of a transaction is checked now: a table that waits for it cannot be altered.
      await client.query('set constraints all immediate');
      await setForce(client, forced, 'force');
      return frame.manifest;
    }
    else throw damaged();
  }
  throw damaged();
}

/**
 * The schema of the backup, empty. Row security is not forced on its owner for as long as this transaction lasts;
 * answers the tables where it was.
 */
async function prepare(client: pg.Client, { migrations }: Origin): Promise<string[]> {
  const known = new Map(readMigrations().map((one) => [one.name, one]));
  const steps: Migration[] = migrations.map(({ name, sha256 }) => {
    const step = known.get(name);
    if (step?.sha256 === sha256) return step;
    throw new BackupRefusal('of_another_version', {
      zh: `备份来自另一版本的程序（${name} 不同），没有恢复。请使用备份时的版本或更新的版本。`,
      en: `The backup is of another version of the program (${name} differs); nothing was restored. Use the version that made it, or a newer one.`,
    });
  });
  await refuseFull(client);
  await clearSchema(client);
  await migrateIn(client, steps);
  await client.query(PLAIN_TEXT_SETTINGS);
  return liftForce(client);
}

async function liftForce(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ relname: string }>(
    "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relforcerowsecurity");
  const forced = rows.map(({ relname }) => relname);
  await setForce(client, forced, 'no force');
  return forced;
}

async function setForce(client: pg.Client, tables: readonly string[], force: 'force' | 'no force'): Promise<void> {
  // What rows set off was set off when they were written: it is in the backup itself.
  const triggers = force === 'force' ? 'enable' : 'disable';
  for (const name of tables) await client.query(`alter table ${pg.escapeIdentifier(name)} ${force} row level security, ${triggers} trigger user`);
}

async function refuseFull(client: pg.Client): Promise<void> {
  const tables = await listTables(client);
  for (const { name } of tables) await client.query(`lock table ${pg.escapeIdentifier(name)} in access exclusive mode`);
  // Rows out of sight would make a full database look empty.
  await liftForce(client);
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select 1 from ${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount === 0) continue;
    throw new BackupRefusal('not_empty', {
      zh: `数据库里已有数据（${name}），没有恢复任何内容。请恢复到一个新的数据目录或空数据库。`,
      en: `The database holds data (${name}); nothing was restored. Restore into a new data directory or an empty database.`,
    });
  }
}

/** An empty schema of another version makes room for that of the backup. */
async function clearSchema(client: pg.Client): Promise<void> {
  for (const { name } of [...await listTables(client)].reverse()) await client.query(`drop table ${pg.escapeIdentifier(name)} cascade`);
  await client.query('drop table if exists migrations');
  const { rows } = await client.query<{ signature: string }>(
    `select p.oid::regprocedure::text as signature from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'a')
       and p.proowner = (select oid from pg_roles where rolname = current_user)
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  for (const { signature } of rows) await client.query(`drop routine ${signature} cascade`);
}

function rowsInto(client: pg.Client, tables: ReadonlyMap<string, Table>, { name, columns }: TableHead) {
  const table = tables.get(name);
  if (table === undefined || !columns.every((column) => table.columns.includes(column))) throw damaged();
  return into(client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${columns.map((one) => pg.escapeIdentifier(one)).join(', ')}) from stdin`)));
}

async function bytesInto(draft: string, path: string, took: (file: Manifest['files'][number]) => void) {
  if (basename(path) !== path) throw damaged();
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const handle = await open(join(draft, path), 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (chunk: Buffer) => {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.writeFile(chunk);
    },
    end: async () => {
      await handle.sync();
      await handle.close();
      took({ path, bytes, sha256: hash.digest('hex') });
    },
  };
}

/** Holds what now stands in the database, read again, and the files against the manifest. */
async function compare(client: pg.Client, manifest: Manifest, files: Manifest['files']): Promise<void> {
  await seeEverything(client);
  const standing: TableDigest[] = [];
  for (const table of await listTables(client)) standing.push(await digestOf(client, table));
  const same = (one: { readonly sha256: string } | undefined, other: { readonly sha256: string }): boolean => one?.sha256 === other.sha256;
  const wrong = [
    ...manifest.tables.filter((one) => !same(standing.find(({ name }) => name === one.name), one)).map(({ name }) => name),
    ...standing.filter(({ name, rows }) => rows > 0 && !manifest.tables.some((one) => one.name === name)).map(({ name }) => name),
    ...manifest.files.filter((one) => !same(files.find(({ path }) => path === one.path), one)).map(({ path }) => path),
  ];
  if (wrong.length > 0) throw damaged();
}
