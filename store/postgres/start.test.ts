import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from './left-server.ts';
import { DatabaseRefusal } from './refusal.ts';
import { startPostgres } from './start.ts';
import type { RunningPostgres, StartPostgres } from './start.ts';

let dataDir = '';
const running: RunningPostgres[] = [];

beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'guantong-start-')); });
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<StartPostgres> = {}): Promise<RunningPostgres> {
  const one = await startPostgres({ dataDir, databaseUrl: undefined, ...options });
  running.push(one);
  return one;
}

async function query(postgres: RunningPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

async function refusal(promise: Promise<unknown>): Promise<DatabaseRefusal> {
  const error: unknown = await promise.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof DatabaseRefusal)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

test('rows are there after stop and start, on another port and with the same password', async () => {
  const first = await start();
  await query(first, 'create table notes (text text)');
  await query(first, "insert into notes values ('开化')");
  await first.stop();
  const second = await start();
  expect(await query(second, 'select text from notes')).toEqual(['开化']);
  expect(second.connection.password).toBe(first.connection.password);
});

test('the server ends with stop, which may be called twice', async () => {
  const postgres = await start();
  const pid = postgres.pid() ?? 0;
  expect(isAlive(pid)).toBe(true);
  await postgres.stop();
  await postgres.stop();
  expect(isAlive(pid)).toBe(false);
});

test('others on the machine can read neither the password nor the rows', async () => {
  await start();
  expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'postgres', 'cluster')).mode & 0o777).toBe(0o700);
});

test('a fixed port is used when given', async () => {
  const free = await start();
  const { port } = free.connection;
  await free.stop();
  expect((await start({ port })).connection.port).toBe(port);
});

test('a second start on the same data is refused and names the address of the first', async () => {
  const first = await start();
  first.announce('http://127.0.0.1:3000');
  const began = performance.now();
  const refused = await refusal(startPostgres({ dataDir, databaseUrl: undefined }));
  expect(performance.now() - began).toBeLessThan(2000);
  expect(refused.reason).toBe('data_in_use');
  expect(refused.text.zh).toContain('http://127.0.0.1:3000');
  expect(refused.text.en).toContain('http://127.0.0.1:3000');
});

test('a command may work beside the program on the same data, and leaves its server alone', async () => {
  const first = await start();
  await query(first, 'create table notes (text text)');
  const beside = await start({ join: true });
  expect(beside.kind).toBe('joined');
  await query(beside, "insert into notes values ('beside')");
  await beside.stop();
  expect(await query(first, 'select text from notes')).toEqual(['beside']);
});

test('an earlier stop frees the data for the next program', async () => {
  await (await start()).stop();
  expect((await start({ join: true })).kind).toBe('embedded');
});

test('where DATABASE_URL is set nothing is started and nothing is written', async () => {
  const given = await start({ databaseUrl: 'postgres://office:p%40ss@db.example:6432/guantong' });
  expect(given.kind).toBe('server');
  expect(given.pid()).toBeNull();
  expect(given.connection).toEqual({ host: 'db.example', port: 6432, user: 'office', password: 'p@ss', database: 'guantong' });
  expect((await refusal(startPostgres({ dataDir, databaseUrl: 'db.example' }))).reason).toBe('bad_database_url');
});

test('data of another PostgreSQL version are refused, not touched', async () => {
  await (await start()).stop();
  writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
  expect((await refusal(startPostgres({ dataDir, databaseUrl: undefined }))).reason).toBe('data_of_another_version');
  writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '18\n');
  expect((await start()).kind).toBe('embedded');
});

test('a process number left in postmaster.pid that now belongs to another program does not stop the start', async () => {
  await (await start()).stop();
  const cluster = join(dataDir, 'postgres', 'cluster');
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n5432\n\n\n\nready\n`);
  const postgres = await start();
  expect(await query(postgres, 'select 1')).toEqual([1]);
});

test('an interrupted first start leaves nothing in the way of the next', async () => {
  await (await start()).stop();
  const home = join(dataDir, 'postgres');
  rmSync(join(home, 'cluster'), { recursive: true });
  writeFileSync(join(home, 'cluster.new'), 'half');
  expect(await query(await start(), 'select 1')).toEqual([1]);
});
