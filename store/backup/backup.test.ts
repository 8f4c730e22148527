import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { eachDatabase, onDatabase } from '../../check/databases.ts';
import { campusOnTheLine } from '../../core/check/made-dataset.ts';
import { openDatabase } from '../database.ts';
import { importDataset } from '../import.ts';
import { memorySource } from '../key-source.ts';
import { importOf, madeStore } from '../made-store.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { toDatabase, type PostgresConnection } from '../postgres/connection.ts';
import { createRegion } from '../regions.ts';
import { programActor } from '../program-actor.ts';
import type { Manifest } from './frames.ts';
import { secretOfFile, type BackupSecret } from './key.ts';
import { restoreBackup } from './restore.ts';
import { listTables } from './tables.ts';
import { writeBackup } from './write.ts';

const home = mkdtempSync(join(tmpdir(), 'guantong-backup-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const SECRET: BackupSecret = { kind: 'file', bytes: Buffer.alloc(32, 7) };
let counter = 0;
const fresh = (name: string): string => join(home, `${name}-${counter += 1}`);

async function on<T>(connection: PostgresConnection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection);
  await client.connect();
  try { return await work(client); } finally { await client.end(); }
}

/** Rows of every table as whoever is above row security counts them. */
const counts = (superuser: PostgresConnection) => on(superuser, async (client) => {
  const found: Record<string, number> = {};
  for (const { name } of await listTables(client)) found[name] = Number((await client.query<{ n: string }>(`select count(*) as n from "${name}"`)).rows[0]?.n);
  return found;
});
const countsOf = ({ tables }: Manifest): Record<string, number> => Object.fromEntries(tables.map(({ name, rows }) => [name, rows]));

/** A new database on the same server, owned by `owner` where one is named. */
async function anotherDatabase(connection: PostgresConnection, owner?: string): Promise<PostgresConnection> {
  const name = `test_restored_${process.pid}_${counter += 1}`;
  made.push([connection, name]);
  await on(connection, (client) => client.query(`create database ${name} template template0 ${owner === undefined ? '' : `owner ${owner}`}`));
  return toDatabase(connection, name);
}
const made: [PostgresConnection, string][] = [];
const dropMade = async (): Promise<void> => {
  for (const [connection, name] of made.splice(0)) await on(toDatabase(connection, 'postgres'), (client) => client.query(`drop database if exists ${name} with (force)`));
};

function checkpoints(lines: string): string {
  const directory = fresh('checkpoints');
  mkdirSync(directory);
  writeFileSync(join(directory, '1.jsonl'), lines);
  return directory;
}

const reasonOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'done', (error: unknown) => (error instanceof Error && 'reason' in error ? String(error.reason) : String(error)));

eachDatabase('a backup', (database) => {
  const store = madeStore(database);
  afterAll(dropMade);

  test('made while an import runs holds one state of every table, and comes back with the digest of each', async () => {
    const region = await store.region();
    await region.import(campusOnTheLine());
    const owner = database.connection();
    const lines = '{"from":1}\n';
    const given = checkpoints(lines);
    const other = await store.region();
    const file = fresh('running');
    const [manifest, reply] = await Promise.all([writeBackup({ owner, checkpoints: given, file, secret: SECRET }), other.import(campusOnTheLine())]);
    expect(reply.outcome).toBe('done');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([]);
    const held = countsOf(manifest);
    // All of the other region's import or nothing of it, in every table alike.
    expect([268, 536]).toContain(held['register_students']);
    const now = await counts(owner);
    const share = (held['register_students'] ?? 0) / (now['register_students'] ?? 1);
    expect([held['register_rooms'], held['register_staff']]).toEqual([(now['register_rooms'] ?? 0) * share, (now['register_staff'] ?? 0) * share]);

    const restored = await anotherDatabase(owner);
    const back = fresh('back');
    expect(await restoreBackup({ owner: restored, checkpoints: back, file, secret: SECRET })).toEqual(manifest);
    expect(await counts(restored)).toEqual(held);
    expect(readFileSync(join(back, '1.jsonl'), 'utf8')).toBe(lines);
    const again = await writeBackup({ owner: restored, checkpoints: back, file: fresh('again'), secret: SECRET });
    expect(again.tables).toEqual(manifest.tables);
    expect(await migrate(restored)).toEqual([]);
    expect(await reasonOf(restoreBackup({ owner: restored, checkpoints: fresh('none'), file, secret: SECRET }))).toBe('not_empty');
  });

  test('by an owner that is no superuser holds every row too, or is refused', async () => {
    const superuser = database.connection();
    const name = `plain_owner_${process.pid}_${counter += 1}`;
    await on(superuser, (client) => client.query(`create role ${name} login createrole password 'plain' nosuperuser`));
    const apart = await anotherDatabase(superuser, name);
    const owner = { ...apart, user: name, password: 'plain' };
    // The application's role has another owner here; its password is not this test's matter.
    await on(superuser, (client) => client.query(`grant guantong_app to ${name} with admin option`));
    await migrate(owner);
    const db = await openDatabase(apart, memorySource());
    const { region_id } = await createRegion(db, { code: '330800', name: '测试市', office_name: '测试办', counties: [{ code: '330802', name: '柯城区' }], pack: 'quzhou-2024', sample: false });
    await importDataset(db, importOf(programActor(region_id), campusOnTheLine()));
    await db.close();
    const truth = await counts(apart);
    expect(truth['register_students']).toBe(268);
    // Held by row security like anybody: nothing without saying that it backs up.
    expect(await on(owner, async (client) => (await client.query('select 1 from register_students')).rowCount)).toBe(0);
    const file = fresh('plain');
    const manifest = await writeBackup({ owner, checkpoints: fresh('none'), file, secret: SECRET });
    expect(countsOf(manifest)).toEqual(truth);

    const restored = await anotherDatabase(superuser, name);
    await restoreBackup({ owner: { ...restored, user: name, password: 'plain' }, checkpoints: fresh('back'), file, secret: SECRET });
    expect(await counts(restored)).toEqual(truth);
    expect(await on(restored, async (client) => (await client.query<{ off: string[] }>("select array_agg(relname::text) as off from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' and not relforcerowsecurity")).rows[0]?.off)).toBeNull();

    await on(apart, (client) => client.query('drop policy owner_backs_up on register_rooms'));
    expect(await reasonOf(writeBackup({ owner, checkpoints: fresh('none'), file: fresh('blind'), secret: SECRET }))).toBe('rows_out_of_sight');
    await dropMade();
    await on(superuser, (client) => client.query(`drop owned by ${name}; drop role ${name}`));
  });
});

onDatabase('embedded', 'a backup that is not whole', (database) => {
  const store = madeStore(database);
  afterAll(dropMade);

  test('damaged in any part, cut anywhere, or opened with another secret is refused in words, and nothing stands afterwards', async () => {
    const region = await store.region();
    await region.import(campusOnTheLine());
    const file = fresh('whole');
    await writeBackup({ owner: database.connection(), checkpoints: checkpoints('x'.repeat(3_000_000)), file, secret: { kind: 'passphrase', passphrase: '一个足够长的口令 2026' } });
    const secret: BackupSecret = { kind: 'passphrase', passphrase: '一个足够长的口令 2026' };
    const bytes = readFileSync(file);
    const restored = await anotherDatabase(database.connection());
    const back = fresh('back');
    const attempt = async (changed: Buffer, by: BackupSecret = secret): Promise<string> => {
      const path = fresh('changed');
      writeFileSync(path, changed);
      return reasonOf(restoreBackup({ owner: restored, checkpoints: back, file: path, secret: by }));
    };
    const flipped = (at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      return copy;
    };
    const places = [20, 40, 400, 800, Math.floor(bytes.length / 2), bytes.length - 20, bytes.length - 1];
    for (const at of places) expect(['damaged', 'truncated'], `byte ${at}`).toContain(await attempt(flipped(at)));
    expect(await attempt(flipped(3))).toBe('not_a_backup');
    for (const length of [bytes.length - 1, Math.floor(bytes.length / 2), 100]) expect(await attempt(bytes.subarray(0, length)), `cut to ${length}`).toBe('truncated');
    expect(await attempt(Buffer.concat([bytes, Buffer.from('more')]))).toMatch(/damaged|truncated/);
    expect(await attempt(Buffer.from('PK a workbook, not a backup'))).toBe('not_a_backup');
    expect(await attempt(bytes, { kind: 'passphrase', passphrase: '一个足够长的口令 2027' })).toBe('wrong_key');
    expect(await attempt(bytes, SECRET)).toBe('wrong_key');
    expect(await on(restored, async (client) => (await listTables(client)).length)).toBe(0);
    expect(existsSync(back)).toBe(false);
    expect(await attempt(bytes)).toBe('done');
  }, 120_000);

  test('a piece that was left out between two others is noticed', async () => {
    const file = fresh('pieces');
    const noise = Buffer.alloc(2_500_000);
    for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 2654435761) >>> ((at % 3) * 8);
    const directory = checkpoints('');
    writeFileSync(join(directory, '1.jsonl'), Buffer.from(noise.map((byte, at) => (byte * 31 + at * at) & 255)));
    await writeBackup({ owner: database.connection(), checkpoints: directory, file, secret: SECRET });
    const bytes = readFileSync(file);
    const first = 16 + 4 + bytes.readUInt32BE(16) + 32;
    const size = (at: number): number => 4 + bytes.readUInt32BE(at) + 16;
    const second = first + size(first);
    expect(second + size(second)).toBeLessThan(bytes.length);
    const restored = await anotherDatabase(database.connection());
    for (const changed of [Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]), Buffer.concat([bytes.subarray(0, first), bytes.subarray(second, second + size(second)), bytes.subarray(first, second)])]) {
      const path = fresh('missing');
      writeFileSync(path, changed);
      expect(await reasonOf(restoreBackup({ owner: restored, checkpoints: fresh('back'), file: path, secret: SECRET }))).toBe('damaged');
    }
  });

  test('of an earlier version comes back as it was, and is brought up when the store is opened', async () => {
    const early = await anotherDatabase(database.connection());
    const steps = readMigrations();
    await migrate(early, steps.slice(0, 3));
    await on(early, (client) => client.query("insert into regions (region_id, code, name, office_name, counties, pack) values (1, '330800', '测试市', '测试办', '[]', 'quzhou-2024')"));
    const file = fresh('early');
    const manifest = await writeBackup({ owner: early, checkpoints: fresh('none'), file, secret: SECRET });
    expect(manifest.migrations.length).toBe(3);
    const restored = await anotherDatabase(database.connection());
    // An empty schema of this version is in the way, and makes room.
    await migrate(restored);
    await restoreBackup({ owner: restored, checkpoints: fresh('back'), file, secret: SECRET });
    expect((await counts(restored))['regions']).toBe(1);
    const db = await openDatabase(restored, memorySource());
    await db.close();
    expect(await migrate(restored)).toEqual([]);
    const later = fresh('later');
    await on(early, (client) => client.query("insert into migrations values ('9999-later.sql', 'x')"));
    await writeBackup({ owner: early, checkpoints: fresh('none'), file: later, secret: SECRET });
    expect(await reasonOf(restoreBackup({ owner: await anotherDatabase(database.connection()), checkpoints: fresh('back'), file: later, secret: SECRET }))).toBe('of_another_version');
  });
});

describe('the secret of a backup', () => {
  test('a key file is 32 bytes of base64, nothing shorter', () => {
    expect(secretOfFile(`${Buffer.alloc(32, 1).toString('base64')}\n`)).toMatchObject({ kind: 'file' });
    expect(() => secretOfFile(Buffer.alloc(31).toString('base64'))).toThrow(/32/);
  });
});
