import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import { openLog } from '../api/log.ts';
import { judgedRegion } from '../api/kept-verdicts.ts';
import { loadSampleRegion, SAMPLE_ACCOUNT, SAMPLE_DAY, samplePasswordFile } from '../api/sample-region.ts';
import { problemDocumentOf } from '../api/refuse.ts';
import { createServer } from '../api/server.ts';
import { signInDelay } from '../api/sign-in-delay.ts';
import { openUploads } from '../api/uploads.ts';
import { OUTCOMES } from '../core/check/phrases.ts';
import { summaryOf } from '../core/check/check.ts';
import { packs } from '../core/policy/packs.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Outcome } from '../core/verdict/verdict.ts';
import { today } from '../store/clock.ts';
import type { Database } from '../store/database.ts';
import { listRegions, PROGRAM, type Region } from '../store/regions.ts';
import { EXIT, print, readOptions, Refused, type Command } from './command.ts';
import { dataDirectory, databaseRefusalText, openStore, type OpenStore } from './open-store.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_PORT = '3000';
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const LAST_PORT = 65_535;

/** `serve`: database, sample on the first start, API and pages, until it is interrupted. */
export const command: Command = async (args) => {
  const { options, values, positionals } = readOptions(args, {
    port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, empty: { type: 'boolean' }, log: { type: 'string' },
  });
  if (positionals.length > 0) throw new Refused('用法 / usage: guantong serve [--port N] [--host 127.0.0.1] [--empty] [--data DIR] [--log FILE|-]');
  const host = values.host ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) throw new Refused(`--host: 只接受本机地址 / only this machine's own address: ${[...LOOPBACK].join(', ')}`);
  const port = Number(values.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT) throw new Refused(`--port: 0–${LAST_PORT}`);
  const dataDir = dataDirectory(values.data);
  // Listening first: a port that is taken is said before the database is touched.
  const server = createAdaptorServer({ fetch: (request, env) => answer(request, env) });
  let answer: (request: Request, env: unknown) => Response | Promise<Response> = starting;
  const interrupt = interrupted();
  const address = await listen(server, host, port);
  if (address === null) return EXIT.open;
  let store: OpenStore;
  try {
    store = await openStore({ dataDir, log: (line) => process.stderr.write(`${line}\n`) });
  } catch (error) {
    server.close();
    const text = databaseRefusalText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    return EXIT.open;
  }
  try {
    const { database, postgres } = store;
    if (values.empty !== true && (await listRegions(database)).length === 0) await loadSampleRegion(database, dataDir);
    const app = createServer({
      database, today, version: versionOf(), log: openLog(values.log === '-' ? null : (values.log ?? join(dataDir, 'server.log'))),
      uploads: openUploads(Date.now), delay: signInDelay(Date.now), loadSample: () => loadSampleRegion(database, dataDir),
    }, join(ROOT, 'dist', 'web'));
    answer = (request, env) => app.fetch(request, env as object);
    postgres.announce(address);
    await greet(database, address, dataDir, options.lang);
    await interrupt;
    return EXIT.done;
  } finally {
    await shut(server);
    await store.close();
  }
};

/** What a request gets that comes before the database is there. */
function starting(): Response {
  const problem = problemDocumentOf('starting');
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '2' } });
}

/** The address listened at; null, and said, when the port is taken. */
async function listen(server: ServerType, host: string, port: number): Promise<string | null> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    process.stderr.write(`端口 ${port} 已被占用或不可用，请用 --port 换一个。\nPort ${port} is in use or may not be used. Choose another with --port.\n`);
    return null;
  }
  const bound = server.address();
  return `http://${host === '::1' ? '[::1]' : host}:${typeof bound === 'object' && bound !== null ? bound.port : port}`;
}

/** Asked for before anything is started, so that an interrupt during the start ends it in order too. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    // Kept, not `once`: while somebody listens, the database leaves the signal to the program.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Answers what is under way, then lets the connections go. */
async function shut(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const patience = setTimeout(() => { if ('closeAllConnections' in server) server.closeAllConnections(); }, 2000);
  await closed;
  clearTimeout(patience);
}

function versionOf(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

async function greet(database: Database, address: string, dataDir: string, lang: Language): Promise<void> {
  const zh = lang === 'zh';
  print(`${zh ? '贯通已启动' : 'Guantong is running'}: ${address}`);
  const regions = await listRegions(database);
  if (regions.length === 0) print(zh ? '尚未设立地区，请在浏览器中完成首次设置。' : 'No region yet: complete the first set-up in the browser.');
  for (const region of regions) {
    if (region.sample) print(sampleAccount(dataDir, zh));
    await printVerdicts(database, region, lang);
  }
}

function sampleAccount(dataDir: string, zh: boolean): string {
  const file = samplePasswordFile(dataDir);
  try {
    const [account, password] = readFileSync(file, 'utf8').split('\n');
    return zh ? `示例账号 ${account}，密码 ${password}（保存在 ${file}）` : `Sample account ${account}, password ${password} (kept in ${file})`;
  } catch {
    return zh ? `示例账号 ${SAMPLE_ACCOUNT}` : `Sample account ${SAMPLE_ACCOUNT}`;
  }
}

async function printVerdicts(database: Database, region: Region, lang: Language): Promise<void> {
  const pack = packs.get(region.pack);
  if (pack === undefined) return;
  const on = region.sample ? SAMPLE_DAY : today();
  const { result } = await database.as({ region_id: region.region_id, account: PROGRAM }).read((tx) => judgedRegion(tx, pack, { on }));
  print(`${region.name} · ${on}`);
  for (const { name, campus_id, verdicts } of result.campuses) {
    const counts = Object.entries(summaryOf(verdicts)).map(([outcome, many]) => `${OUTCOMES[outcome as Outcome].mark} ${OUTCOMES[outcome as Outcome][lang]} ${many}`);
    print(`  ${name} (${campus_id})  ${counts.join('  ')}`);
  }
}

