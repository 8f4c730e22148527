import { Agent, request as send } from 'node:http';
import { loadavg } from 'node:os';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startAlone } from '../prove/alone.ts';
import type { Role } from '../../core/access/roles.ts';
import { serveSample, type SampleServer } from '../prove/sample-server.ts';

/** What a page asks for when it opens. */
interface Page {
  readonly name: string;
  readonly paths: readonly string[];
}

const DAY = 'on=2025-10-31';
const PAGES: readonly Page[] = [
  { name: 'overview', paths: ['/api/session', '/api/region', `/api/overview?${DAY}`] },
  { name: 'campuses', paths: ['/api/session', '/api/region', `/api/campuses?${DAY}`] },
  { name: 'campus', paths: ['/api/session', '/api/region', `/api/campuses/C1?${DAY}`, `/api/campuses/C1/facts?${DAY}`] },
  { name: 'evidence', paths: [`/api/campuses/C1/standards/R1-b/evidence?${DAY}`] },
  { name: 'readings', paths: [`/api/parameters?${DAY}`] },
  { name: 'registers', paths: [`/api/registers?${DAY}`] },
  { name: 'register', paths: [`/api/registers/rooms?${DAY}&per_page=50`, `/api/registers/students?${DAY}&per_page=50`] },
  { name: 'imports', paths: ['/api/imports', '/api/snapshots'] },
];
const USERS = 50;
const SECONDS = 60;
const MOST_P95_MS = 50;
const LEAST_PER_SECOND = 500;
const WARM_MS = 3000;
/** At this pace the time of an answer is measured: a user opens a page every so often. */
const THINKING_MS = 2000;

interface Measured {
  readonly times: Record<string, number[]>;
  readonly wrong: Record<string, number>;
  readonly seconds: number;
}

/** How fast the sample's pages are answered to 50 users at once: at a human pace, then as fast as they go. The users are another process. */
export async function benchLoad(print: (line: string) => void = console.log, seconds = SECONDS): Promise<void> {
  const alone = await startAlone();
  const served = await serveSample(await alone.newDatabase());
  try {
    const able = await rolesThatMay(served);
    print(`load users are of ${able.join(', ')}`);
    const cookies = await Promise.all(Array.from({ length: USERS }, (_, user) => served.cookieOf(able[user % able.length] ?? 'office')));
    await drive({ origin: served.origin, cookies, ms: WARM_MS, thinking: 0 });
    const calm = await drive({ origin: served.origin, cookies, ms: Math.min(seconds, SECONDS) * 1000, thinking: THINKING_MS });
    tell(print, `${USERS} users, a page every ${THINKING_MS / 1000} s each`, calm, (p95) => `p95 ${p95.toFixed(1)} ms (limit ${MOST_P95_MS} ms) ${p95 <= MOST_P95_MS ? 'reached' : 'MISSED'}`);
    const before = process.cpuUsage();
    const full = await drive({ origin: served.origin, cookies, ms: seconds * 1000, thinking: 0 });
    const spent = process.cpuUsage(before);
    const many = Object.values(full.times).flat().length;
    const rate = many / full.seconds;
    tell(print, `${USERS} users without a pause, ${full.seconds.toFixed(0)} s`, full, () => `${rate.toFixed(0)} requests a second (limit ${LEAST_PER_SECOND}) ${rate >= LEAST_PER_SECOND ? 'reached' : 'MISSED'}`);
    // What other programs on the machine take away shows in the rate, and not in this.
    print(`load processor time of the server (without the database): ${((spent.user + spent.system) / 1000 / many).toFixed(2)} ms a request`);
  } finally {
    await served.stop();
    await alone.stop();
  }
}

/** The roles to which every page is open, each with an account of its own. */
async function rolesThatMay(served: SampleServer): Promise<Role[]> {
  const able: Role[] = [];
  for (const { role } of served.sample.accounts) {
    const cookie = await served.cookieOf(role);
    const statuses = await Promise.all(PAGES.flatMap(({ paths }) => paths).map(async (path) => (await fetch(`${served.origin}${path}`, { headers: { cookie } })).status));
    if (statuses.every((status) => status === 200)) able.push(role);
  }
  return able;
}

function tell(print: (line: string) => void, what: string, { times, wrong }: Measured, judged: (p95: number) => string): void {
  const all = Object.values(times).flat();
  print(`load ${what}: ${all.length} requests, p50 ${quantile(all, 0.5).toFixed(1)} ms, ${judged(quantile(all, 0.95))}; answered wrongly ${JSON.stringify(wrong)}; load average ${(loadavg()[0] ?? 0).toFixed(1)}`);
  for (const [path, own] of Object.entries(times).sort(([, a], [, b]) => quantile(b, 0.95) - quantile(a, 0.95))) {
    print(`  ${path}: ${own.length}, p50 ${quantile(own, 0.5).toFixed(1)}, p95 ${quantile(own, 0.95).toFixed(1)} ms`);
  }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
}

interface Driving {
  readonly origin: string;
  readonly cookies: readonly string[];
  readonly ms: number;
  readonly thinking: number;
}

/** The users run in a process of their own, so that what they cost is not the server's time. */
function drive(driving: Driving): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const users = fork(fileURLToPath(import.meta.url), ['--users'], { serialization: 'advanced' });
    users.once('message', (measured) => resolve(measured as Measured));
    users.once('error', reject);
    users.once('exit', (code) => reject(new Error(`the users ended with ${code}`)));
    users.send(driving);
  });
}

async function beUsers({ origin, cookies, ms, thinking }: Driving): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: cookies.length * 2 });
  const { hostname, port } = new URL(origin);
  const [times, wrong]: [Record<string, number[]>, Record<string, number>] = [{}, {}];
  const get = (path: string, cookie: string): Promise<void> => new Promise((resolve) => {
    const began = performance.now();
    const ended = (status: string): void => {
      (times[path.split('?')[0] ?? path] ??= []).push(performance.now() - began);
      if (status !== '200') wrong[`${status} ${path}`] = (wrong[`${status} ${path}`] ?? 0) + 1;
      resolve();
    };
    const asked = send({ hostname, port, path, agent, headers: { cookie } }, (reply) => {
      reply.resume();
      reply.on('end', () => ended(String(reply.statusCode)));
    });
    asked.on('error', (error: Error & { code?: string }) => ended(error.code ?? 'error'));
    asked.end();
  });
  const began = performance.now();
  await Promise.all(cookies.map(async (cookie, user) => {
    if (thinking > 0) await new Promise((resolve) => { setTimeout(resolve, thinking * user / cookies.length); });
    for (let at = user; performance.now() - began < ms; at += 1) {
      const opened = performance.now();
      // A browser asks for what a page needs at once.
      await Promise.all((PAGES[at % PAGES.length]?.paths ?? []).map((path) => get(path, cookie)));
      const left = thinking - (performance.now() - opened);
      if (left > 0) await new Promise((resolve) => { setTimeout(resolve, left); });
    }
  }));
  agent.destroy();
  return { times, wrong, seconds: (performance.now() - began) / 1000 };
}

if (import.meta.main) {
  if (process.argv.includes('--users')) {
    process.once('message', (driving) => {
      void beUsers(driving as Driving).then((measured) => { process.send?.(measured, () => process.disconnect()); });
    });
  } else {
    const { values } = parseArgs({ options: { minutes: { type: 'string' }, seconds: { type: 'string' } } });
    await benchLoad(console.log, values.minutes === undefined ? Number(values.seconds ?? SECONDS) : Number(values.minutes) * 60);
  }
}
