import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openLog, traceOf } from '../../api/log.ts';
import { routeOf } from '../../api/known-route.ts';
import { routes } from '../../api/routes.ts';
import type { SealerState } from '../../jobs/sealer.ts';
import { onDatabase } from '../databases.ts';
import { serve, type Served } from './served.ts';

/** What must never stand in a log: a citizen id, a phone, a name, a token. */
const CANARIES = ['330802200803040014', '19905700001', '王小明', 'tok-5f3c9a7e1b2d4c6f', 'secret-pass-93'] as const;
/** Asked for with a session they would end the test: without one they are asked for as well. */
const ENDING: ReadonlySet<string> = new Set(['closeSession', 'removeSample']);
const home = mkdtempSync(join(tmpdir(), 'guantong-operation-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** `fetch` sets some headers itself; this sends them as they are given. */
function raw(served: Served, path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<{ status: number; headers: Readonly<Record<string, unknown>>; text: string }> {
  const { hostname, port } = new URL(served.origin());
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
    }).on('error', reject).end();
  });
}

onDatabase('embedded', 'what the keeper of the machine asks', (database) => {
  const working: SealerState = { unsealed: 3, oldest_seconds: 1, last_pass_at: '2026-11-24T08:00:00.000Z', last_checkpoint_at: null, stuck: null };
  let sealer = working;
  const served = serve(database, { sample: true, deps: { metricsToken: 'a-token-for-reading-metrics', sealer: { state: () => sealer } } });

  test('it lives and is ready, and says so without a session and under any name', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await served.send(path, { anonymous: true })).status).toBe(200);
    expect((await raw(served, '/healthz', { host: 'guantong.example' })).status).toBe(200);
    expect(await (await served.send('/readyz', { anonymous: true })).json()).toEqual({ status: 'ready', database: 'ok', sealer: 'ok' });
  });

  test.each([[{ oldest_seconds: 61 }], [{ stuck: 'checkpoint_not_written' as const }]])('a sealer that stands still makes it unready: %o', async (state) => {
    sealer = { ...working, ...state };
    const reply = await served.send('/readyz', { anonymous: true });
    sealer = { ...working, oldest_seconds: 60 };
    expect([reply.status, await reply.json()]).toEqual([503, { status: 'not_ready', database: 'ok', sealer: 'stuck' }]);
    expect((await served.send('/readyz', { anonymous: true })).status).toBe(200);
  });

  test('the figures count requests by documented route, and name nobody', async () => {
    await served.send('/api/overview');
    await served.send(`/api/campuses/${CANARIES[0]}`);
    await served.send(`/api/made-up/${CANARIES[1]}`);
    const { headers, text } = await raw(served, '/metrics', { host: new URL(served.origin()).host });
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(/guantong_requests_total\{route="\/api\/overview",method="GET",status="200"\} [1-9]/);
    expect(text).toMatch(/guantong_requests_total\{route="other",method="GET",status="404"\} 1/);
    expect(text).toMatch(/guantong_request_seconds_bucket\{route="\/api\/overview",le="\+Inf"\} ([1-9]\d*)\n/);
    expect(text).toMatch(/guantong_requests_in_flight 1\n/);
    for (const name of ['guantong_database_connections', 'guantong_database_waiting', 'guantong_event_loop_delay_seconds', 'guantong_memory_bytes', 'guantong_uploads_held', 'guantong_audit_unsealed']) expect(text).toContain(`# HELP ${name} `);
    for (const canary of [...CANARIES, 'office']) expect(text).not.toContain(canary);
    expect(text.split('\n').filter((line) => line !== '' && !/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [\d.e+-]+)$/.test(line))).toEqual([]);
  });

  test('figures are for this machine, or for whoever holds the token', async () => {
    const { host } = new URL(served.origin());
    expect((await raw(served, '/metrics', { host: 'guantong.example' })).status).toBe(404);
    expect((await raw(served, '/metrics', { host, 'x-forwarded-for': '10.0.0.9' })).status).toBe(404);
    expect((await raw(served, '/metrics', { host: 'guantong.example', authorization: 'Bearer a-token-for-reading-metricz' })).status).toBe(404);
    expect((await raw(served, '/metrics', { host: 'guantong.example', authorization: 'Bearer a-token-for-reading-metrics' })).status).toBe(200);
  });

  test('without its database it still lives, and is not ready', async () => {
    await served.breakDown();
    expect((await served.send('/healthz', { anonymous: true })).status).toBe(200);
    const reply = await served.send('/readyz', { anonymous: true });
    expect([reply.status, ((await reply.json()) as { database: string }).database]).toEqual([503, 'away']);
  });
});

onDatabase('embedded', 'limits on requests', (database) => {
  const served = serve(database, { sample: true, deps: { limits: { anonymous: 8, account: 30 } } });

  test('an address without a session is slowed, then an account; each is told how long to wait', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await served.send('/api/overview')).status);
    // The first use of a session is counted for the address as well: the store has not been asked about it yet.
    expect(statuses.filter((status) => status === 200).length).toBe(30);
    const slowed = await served.send('/api/overview');
    expect([slowed.status, Number(slowed.headers.get('retry-after')) > 0]).toEqual([429, true]);
    await served.refusal('too_many_requests', '/api/overview');
    const anonymous: number[] = [];
    for (let n = 0; n < 10; n += 1) anonymous.push((await served.send('/api/session', { anonymous: true })).status);
    expect(anonymous.slice(-4)).toEqual([429, 429, 429, 429]);
    expect((await served.send('/api/session', { anonymous: true, headers: { cookie: 'guantong_session=1.made-up-made-up-made-up' } })).status).toBe(429);
    expect((await served.send('/healthz', { anonymous: true })).status).toBe(200);
  });
});

onDatabase('embedded', 'behind a proxy', (database) => {
  const served = serve(database, { sample: false, deps: { secure: true, publicHost: 'guantong.example', proxies: ['127.0.0.1'], limits: { anonymous: 5, account: 100 } } });
  const https = { host: 'guantong.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.1.1' };

  test('only what came by https under the public name is served; a page is sent there', async () => {
    const good = await raw(served, '/api/session', https);
    expect([good.status, good.headers['strict-transport-security']]).toEqual([200, 'max-age=31536000']);
    expect((await raw(served, '/api/session', { ...https, host: '127.0.0.1' })).status).toBe(421);
    expect((await raw(served, '/api/session', { ...https, 'x-forwarded-proto': 'http' })).status).toBe(403);
    expect((await raw(served, '/api/session', { host: 'guantong.example' })).status).toBe(403);
    const page = await raw(served, '/campuses?on=2025-10-31', { ...https, 'x-forwarded-proto': 'http' });
    expect([page.status, page.headers['location']]).toEqual([308, 'https://guantong.example/campuses?on=2025-10-31']);
  });

  test('each asker behind it is counted alone, and cannot pass for another one', async () => {
    const ask = (forwarded: string) => raw(served, '/api/session', { ...https, 'x-forwarded-for': forwarded });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await ask(`${n}.9.9.9, 10.2.2.2`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await ask('10.3.3.3')).status).toBe(200);
    expect((await raw(served, '/metrics', https)).status).toBe(404);
  });
});

onDatabase('embedded', 'a proxy that is not known', (database) => {
  const served = serve(database, { sample: false, deps: { secure: true, publicHost: 'guantong.example', proxies: ['10.9.9.9'] } });

  test('is not believed', async () => {
    const reply = await raw(served, '/api/session', { host: 'guantong.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '10.1.1.1' });
    expect([reply.status, (JSON.parse(reply.text) as { type: string }).type]).toEqual([403, 'urn:guantong:problem:https_only']);
  });
});

onDatabase('embedded', 'the log', (database) => {
  const file = join(home, 'server.log');
  let broken = false;
  const served = serve(database, {
    sample: true,
    deps: { log: openLog(file), today: () => { if (broken) throw new Error(`no such day for ${CANARIES.join(' ')}`); return '2025-11-20' as never; } },
  });

  test('holds nothing of what requests carried, wherever it stood in them, faults included', async () => {
    const [id, phone, name, token, password] = CANARIES;
    const headers = { cookie: `guantong_session=${token}; other=${id}`, authorization: `Bearer ${token}`, 'user-agent': `${phone} ${encodeURIComponent(name)}`, 'x-forwarded-for': phone, 'idempotency-key': id, referer: `http://x/${id}` };
    for (const [route, { path, method }] of Object.entries(routes)) {
      const address = `${path.replace(/\{\w+\}/g, encodeURIComponent(`${id}-${name}`))}?on=${id}&q=${encodeURIComponent(name)}&phone=${phone}`;
      const json = { account: name, password, id_number: id, phone, values: { [name]: [id, token] } };
      const body = method === 'get' ? {} : { json };
      if (!ENDING.has(route)) await served.send(address, { method: method.toUpperCase(), ...body });
      await served.send(address, { method: method.toUpperCase(), headers, anonymous: true, ...body });
    }
    for (const path of [`/${id}/${phone}`, `/api/${id}`, `/api/registers/${encodeURIComponent(name)}/records?filter=${id}`]) await served.send(path, { headers });
    broken = true;
    expect((await served.refusal('fault', '/api/region')).incident).toMatch(/^[0-9a-f-]{36}$/);
    broken = false;
    const text = readFileSync(file, 'utf8');
    const lines = text.trim().split('\n').map((line) => JSON.parse(line) as { event: string; at: string });
    expect(lines.length).toBeGreaterThan(Object.keys(routes).length);
    expect(lines.every(({ event, at }) => event !== '' && /^\d{4}-\d\d-\d\dT/.test(at))).toBe(true);
    expect(lines.find(({ event }) => event === 'fault')).toMatchObject({ kind: 'Error', at_code: expect.stringContaining('.ts') });
    for (const canary of [...CANARIES, encodeURIComponent(name), served.sample().password]) expect(text).not.toContain(canary);
  });
});

describe('a line of the log', () => {
  test('loses what must not stand in it, and a full disk loses the line, not the request', () => {
    const file = join(home, 'redacted.log');
    openLog(file)({ event: 'x', password: 'p-1', name: '王小明', token: 't-1', route: '/api/x' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ event: 'x', password: '…', name: '…', token: '…', route: '/api/x' });
    const full = openLog('/dev/full');
    full({ event: 'x' });
    expect(full.lost?.()).toBe(1);
  });

  test('keeps of an exception what the database calls it and where it came from, never its message', () => {
    const error = Object.assign(new Error('duplicate key: 330802200803040014'), { code: '23505', constraint: 'people_pkey', detail: 'Key (id)=(330802200803040014)', table: '王小明' });
    const trace = traceOf(new Error('outer 19905700001', { cause: error }));
    expect(trace).toMatchObject({ kind: 'Error', cause_code: '23505', cause_constraint: 'people_pkey', at_code: expect.stringContaining('operation.test.ts') });
    expect(JSON.stringify(trace)).not.toMatch(/330802|199057|王小明/);
  });

  test('names the documented pattern of an address only', () => {
    expect([routeOf('/api/campuses/C1'), routeOf('/api/nope/330802'), routeOf('/data/registers'), routeOf('/metrics')]).toEqual(['/api/campuses/{campus_id}', 'other', 'pages', '/metrics']);
  });
});
