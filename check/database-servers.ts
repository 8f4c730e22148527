import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { debianBinaries } from '../store/postgres/binaries.ts';
import { startDebianPostgres, startPostgres } from '../store/postgres/start.ts';
import type { RunningPostgres } from '../store/postgres/start.ts';
import { inMaintenance } from './maintenance.ts';
import { makeMigrated, MIGRATED_DATABASE } from './migrated-database.ts';
import { makeSampleCopy, SAMPLE_DATABASE, type SampleCopy } from './sample-copy.ts';

export type DatabaseKind = 'embedded' | 'server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test files ask for a server; it starts when the first one asks. */
    databaseServers: string;
    /** Whether there is a server besides the embedded one. */
    serverLeg: boolean;
  }
}

async function start(kind: DatabaseKind, dataDir: string): Promise<RunningPostgres> {
  if (kind === 'embedded') return startPostgres({ dataDir, databaseUrl: undefined });
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl) return startPostgres({ dataDir, databaseUrl });
  const debian = await startDebianPostgres();
  if (debian === null) throw new Error('no DATABASE_URL and no /usr/lib/postgresql');
  return debian;
}

function once<K, V>(known: Map<K, Promise<V>>, key: K, make: () => Promise<V>): Promise<V> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

/** Vitest calls this once for the whole run, and the answer at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-test-'));
  const started = new Map<DatabaseKind, Promise<RunningPostgres>>();
  const samples = new Map<DatabaseKind, Promise<SampleCopy>>();
  const templates = new Map<DatabaseKind, Promise<string>>();
  const running = (kind: DatabaseKind) => once(started, kind, () => start(kind, dataDir));
  const empty = async (kind: DatabaseKind, database: string) => {
    const { connection } = await running(kind);
    await inMaintenance(connection, `drop database if exists ${database}`);
    await inMaintenance(connection, `create database ${database} template template0`);
    return connection;
  };
  const migrated = (kind: DatabaseKind) => once(templates, kind, async () => makeMigrated(await empty(kind, MIGRATED_DATABASE)));
  const sample = (kind: DatabaseKind) => once(samples, kind, async () => makeSampleCopy(await empty(kind, SAMPLE_DATABASE)));
  const server = createServer((request, response) => {
    const [, kind, what] = (request.url ?? '').split('/') as ['', DatabaseKind, string | undefined];
    const answer: Promise<unknown> = what === 'sample' ? sample(kind) : what === 'migrated' ? migrated(kind) : running(kind).then(({ connection }) => connection);
    answer.then((found) => response.end(JSON.stringify(found)), (error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  project.provide('databaseServers', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  project.provide('serverLeg', Boolean(process.env['DATABASE_URL']) || debianBinaries() !== null);
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const one of started.values()) await one.then(({ stop }) => stop(), () => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  };
}
