import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startProgram } from '../../check/program.ts';
import type { StartedProgram } from '../../check/program.ts';
import type { PostgresConnection } from './connection.ts';
import { isAlive, waitUntilGone } from './left-server.ts';
import { startPostgres } from './start.ts';
import type { RunningPostgres } from './start.ts';

const HOLDING = fileURLToPath(new URL('../../check/holding-program.ts', import.meta.url));

interface Held { readonly program: StartedProgram; readonly connection: PostgresConnection; readonly pid: number }

let dataDir = '';
let running: RunningPostgres | null = null;
const programs: StartedProgram[] = [];

beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'guantong-crash-')); });
afterEach(async () => {
  await running?.stop();
  running = null;
  for (const program of programs.splice(0)) if (program.process.exitCode === null) await program.end('SIGTERM');
  rmSync(dataDir, { recursive: true, force: true });
});

async function hold(): Promise<Held> {
  const program = startProgram(process.execPath, [HOLDING, dataDir]);
  programs.push(program);
  return { program, ...(JSON.parse(await program.line(/^\{/)) as Omit<Held, 'program'>) };
}

async function connect(connection: PostgresConnection): Promise<pg.Client> {
  const client = new pg.Client(connection);
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Inserts 1, 2, 3 … one transaction each until the server is gone; answers what it acknowledged. */
async function insertUntilGone(client: pg.Client): Promise<number[]> {
  const acknowledged: number[] = [];
  try {
    for (let n = 1; ; n += 1) {
      await client.query('insert into notes values ($1)', [n]);
      acknowledged.push(n);
    }
  } catch {
    return acknowledged;
  }
}

async function rows(connection: PostgresConnection): Promise<number[]> {
  const client = await connect(connection);
  const found = await client.query<{ n: number }>('select n from notes order by n');
  await client.end();
  return found.rows.map((row) => row.n);
}

/** Starts inserting, strikes after a moment, and answers what was acknowledged until then. */
async function strikeDuringInserts(connection: PostgresConnection, strike: () => void): Promise<number[]> {
  const client = await connect(connection);
  await client.query('create table notes (n integer primary key)');
  const inserting = insertUntilGone(client);
  await sleep(300);
  strike();
  const acknowledged = await inserting;
  expect(acknowledged.length).toBeGreaterThan(10);
  return acknowledged;
}

/** One row more may be there: its acknowledgement was on the way. */
function expectAll(found: number[], acknowledged: number[]): void {
  expect(found.slice(0, acknowledged.length)).toEqual(acknowledged);
  expect(found.length - acknowledged.length).toBeLessThanOrEqual(1);
}

test('kill -9 of the program leaves its server, which the next start ends and replaces; rows stay', async () => {
  const held = await hold();
  const client = await connect(held.connection);
  await client.query('create table notes (n integer primary key)');
  await client.query('insert into notes values (1), (2)');
  await client.end();
  await held.program.end('SIGKILL');
  expect(isAlive(held.pid)).toBe(true);
  running = await startPostgres({ dataDir, databaseUrl: undefined });
  expect(isAlive(held.pid)).toBe(false);
  expect(await rows(running.connection)).toEqual([1, 2]);
});

test('kill -9 of the server and the program during inserts: what was acknowledged is there at the next start', async () => {
  const held = await hold();
  const acknowledged = await strikeDuringInserts(held.connection, () => {
    held.program.process.kill('SIGKILL');
    process.kill(held.pid, 'SIGKILL');
  });
  await held.program.ended;
  running = await startPostgres({ dataDir, databaseUrl: undefined });
  expectAll(await rows(running.connection), acknowledged);
});

test('kill -9 of the server alone: the living program starts it again at the same address', async () => {
  running = await startPostgres({ dataDir, databaseUrl: undefined });
  const before = running.pid() ?? 0;
  const acknowledged = await strikeDuringInserts(running.connection, () => process.kill(before, 'SIGKILL'));
  for (let waited = 0; waited < 200 && (running.pid() === null || running.pid() === before); waited += 1) await sleep(50);
  expect(running.pid()).not.toBe(before);
  expectAll(await rows(running.connection), acknowledged);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the program and its server', async (signal) => {
  const held = await hold();
  expect(await held.program.end(signal)).toBe(signal);
  expect(await waitUntilGone(held.pid, 5000)).toBe(true);
});

test('of two programs started at the same moment one serves and one is refused', async () => {
  const both = [startProgram(process.execPath, [HOLDING, dataDir]), startProgram(process.execPath, [HOLDING, dataDir])];
  programs.push(...both);
  const answers = (await Promise.all(both.map((one) => one.line(/^\{/)))).map((line) => JSON.parse(line) as { refused?: string });
  expect(answers.map((answer) => answer.refused ?? 'serves').sort()).toEqual(['data_in_use', 'serves']);
});
