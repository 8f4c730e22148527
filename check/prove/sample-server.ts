import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Deps } from '../../api/deps.ts';
import type { LogEntry } from '../../api/log.ts';
import { ON_THIS_MACHINE } from '../../api/reached.ts';
import { loadSampleRegion, type LoadedSample } from '../../api/sample-region.ts';
import { createServer } from '../../api/server.ts';
import { signInDelay } from '../../api/sign-in-delay.ts';
import { openUploads } from '../../api/uploads.ts';
import type { Role } from '../../core/access/roles.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { programActor } from '../../store/program-actor.ts';
import { openSession, SESSION_LIMITS } from '../../store/sessions.ts';

/** The sample region behind a real port, with whoever is needed signed in to it. */
export interface SampleServer {
  readonly origin: string;
  readonly database: Database;
  readonly sample: LoadedSample;
  /** What the server wrote to its log. */
  readonly log: readonly LogEntry[];
  /** A cookie of a new session of the sample's account for a role, made without a password. */
  readonly cookieOf: (role: Role) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const MOST = 1_000_000_000;

/** Serves the sample from an empty database, with these pages if any; nothing is slowed, so that what is measured or tried is the work itself. */
export async function serveSample(connection: PostgresConnection, deps: Partial<Deps> = {}, pages: string | null = null): Promise<SampleServer> {
  const directory = mkdtempSync(join(tmpdir(), 'guantong-sample-'));
  const database = await openDatabase(connection, memorySource());
  const sample = await loadSampleRegion(database, directory);
  const log: LogEntry[] = [];
  const app = createServer({
    database, version: 'test', today: () => date('2025-11-20'), uploads: openUploads(Date.now), delay: signInDelay(() => 0),
    log: (entry) => { if (entry.event !== 'request') log.push(entry); }, loadSample: () => loadSampleRegion(database, directory),
    ...ON_THIS_MACHINE, limits: { anonymous: MOST, account: MOST }, metricsToken: null, ...deps,
  }, pages ?? join(directory, 'web'));
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const region_id = sample.region.region_id;
  return {
    database, sample, log,
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    cookieOf: async (role) => {
      const account = sample.accounts.find((one) => one.role === role)?.account ?? '';
      const opened = await database.as({ ...programActor(region_id), account }).write((tx) => {
        tx.unaudited('a session for a trial');
        return openSession(tx, { level: 'full', factor: true, limits: SESSION_LIMITS });
      });
      if (opened === null) throw new Error(`nobody signs in as ${role} any more`);
      return `guantong=${opened.token}`;
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await database.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
