import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Deps } from '../../api/deps.ts';
import type { LogEntry } from '../../api/log.ts';
import { ON_THIS_MACHINE } from '../../api/reached.ts';
import { USUAL_LIMITS } from '../../api/request-limits.ts';
import { loadSampleRegion, samplePasswordFile, type LoadedSample } from '../../api/sample-region.ts';
import { createServer } from '../../api/server.ts';
import { routes, type RouteName } from '../../api/routes.ts';
import { signInDelay } from '../../api/sign-in-delay.ts';
import { openUploads } from '../../api/uploads.ts';
import { problemDocument, type ProblemDocument } from '../../api/contract/problem-document.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import type { TestDatabase } from '../databases.ts';
import { keysOf, pressOf } from '../sample-copy.ts';

/** What a request carries beside its address. */
export interface Ask {
  readonly method?: string;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without the session of the test's account. */
  readonly anonymous?: boolean;
}

/** A server on a real port over a real database, for the tests of one file. */
export interface Served {
  readonly origin: () => string;
  readonly database: () => Database;
  readonly log: LogEntry[];
  readonly sample: () => LoadedSample;
  /** Where the sample's passwords were written. */
  readonly sampleFile: () => string;
  /** Takes the database away from below the server. */
  readonly breakDown: () => Promise<void>;
  /** Sends a request as it is. */
  readonly send: (path: string, ask?: Ask) => Promise<Response>;
  /** Sends a request that is to succeed, and holds the answer against the schema of its route. */
  readonly answer: <T = never>(route: RouteName, path: string, ask?: Ask) => Promise<T>;
  /** Sends a request that is to be refused; the answer is a problem document of that type. */
  readonly refusal: (code: string, path: string, ask?: Ask) => Promise<ProblemDocument>;
}

/** How a test's server differs from the usual one. */
export interface ServedWith {
  readonly sample: boolean;
  /** The folder of the built pages, known once the hooks before it have run; by default there are none. */
  readonly web?: () => string;
  readonly deps?: Partial<Deps>;
}

export function serve(test: TestDatabase, { sample, web, deps }: ServedWith): Served {
  const log: LogEntry[] = [];
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-api-'));
  let database: Database | null = null;
  let loaded: LoadedSample | null = null;
  let origin = '';
  let stop = (): Promise<void> => Promise.resolve();

  const send = sender(() => origin);

  const breakDown = async (): Promise<void> => {
    const open = database;
    database = null;
    await open?.close();
  };

  beforeAll(async () => {
    const copy = sample ? await test.holdSample() : null;
    const opened = copy === null ? await openDatabase(test.connection(), memorySource()) : await openDatabase(test.connection(), keysOf(copy), pressOf(copy, dataDir));
    database = opened;
    if (copy !== null) {
      loaded = copy.loaded;
      writeFileSync(samplePasswordFile(dataDir), copy.passwords, { mode: 0o600 });
    }
    const app = createServer({
      database: opened, version: 'test', today: () => date('2025-11-20'), uploads: openUploads(Date.now), delay: signInDelay(Date.now),
      log: (entry) => log.push(entry), loadSample: () => loadSampleRegion(opened, dataDir),
      ...ON_THIS_MACHINE, limits: USUAL_LIMITS, metricsToken: null, ...deps,
    }, web?.() ?? join(dataDir, 'web'));
    ({ origin, stop } = await listen(app.fetch));
    if (loaded !== null && deps?.secure !== true) {
      const reply = await send('/api/session', { json: { account: loaded.account, password: loaded.password } });
      expect(reply.status).toBe(200);
    }
  });
  afterAll(async () => {
    await stop();
    await breakDown();
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    log, send, breakDown,
    origin: () => origin,
    database: () => database as Database,
    sample: () => loaded as LoadedSample,
    sampleFile: () => samplePasswordFile(dataDir),
    ...asking(send),
  };
}

/** Requests to the server of a test; the session that an answer opens is kept for the next ones. */
function sender(origin: () => string): Served['send'] {
  let cookie = '';
  return async (path, { method, json, form, headers = {}, anonymous = false } = {}) => {
    const body = json === undefined ? form : JSON.stringify(json);
    const reply = await fetch(`${origin()}${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(json !== undefined && { 'content-type': 'application/json' }), ...(anonymous || cookie === '' ? {} : { cookie }), ...headers,
      },
      ...(body !== undefined && { body }),
      redirect: 'manual',
    });
    const set = reply.headers.get('set-cookie');
    if (set !== null && !anonymous) cookie = set.split(';')[0] ?? '';
    return reply;
  };
}

/** Serves on a free port of this machine. */
async function listen(fetch: Parameters<typeof createAdaptorServer>[0]['fetch']): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = createAdaptorServer({ fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const stop = () => new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, stop };
}

/** Requests whose answers are held against what the API documents. */
function asking(send: Served['send']): Pick<Served, 'answer' | 'refusal'> {
  return {
    answer: async <T>(route: RouteName, path: string, ask: Ask = {}) => {
      const reply = await send(path, { method: routes[route].method.toUpperCase(), ...ask });
      const body: unknown = await reply.json();
      expect(reply.ok, `${path} answered ${reply.status} ${JSON.stringify(body).slice(0, 2000)}`).toBe(true);
      expectDocumented(route, reply.status, body);
      return body as T;
    },
    refusal: async (code, path, ask) => {
      const reply = await send(path, ask);
      const body: unknown = await reply.json();
      expect((body as ProblemDocument).type, JSON.stringify(body).slice(0, 2000)).toBe(`urn:guantong:problem:${code}`);
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      const document = problemDocument.parse(body);
      expect(document.status).toBe(reply.status);
      expect(/[\u4e00-\u9fff]/.test(document.title) && /[a-z]/.test(document.title_en)).toBe(true);
      return document;
    },
  };
}

/** The status is one that the route documents, and the body is what its schema says: nothing missing, nothing more. */
function expectDocumented(route: RouteName, status: number, body: unknown): void {
  const responses = routes[route].responses as Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
  const schema = responses[String(status)]?.content?.['application/json']?.schema;
  expect(schema, `${route} does not document ${status}`).toBeDefined();
  expect(schema?.parse(body), route).toEqual(body);
}

interface Schema {
  readonly parse: (value: unknown) => unknown;
}
