import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { routes, type RouteName } from '../../api/routes.ts';
import { signInDelay } from '../../api/sign-in-delay.ts';
import { madeAccount } from '../../store/made-people.ts';
import { programActor } from '../../store/program-actor.ts';
import { eachDatabase, onDatabase } from '../databases.ts';
import { enrolFactor } from './enrol.ts';
import { serve, type Served } from './served.ts';

const SET_UP = {
  region_code: '331100', name: '丽水市', office_name: '领导小组办公室', counties: [{ code: '331102', name: '莲都区' }], pack: 'quzhou-2024',
  account: { account: 'lishui', name: '王主任', password: 'a long enough one' },
};

eachDatabase('the first run', (database) => {
  const served = serve(database, { sample: false });

  test('a region is named once, its account is signed in, and the second attempt is refused', async () => {
    await served.refusal('no_region', '/api/region');
    expect(await served.answer('readFirstRun', '/api/first-run')).toMatchObject({ open: true, packs: [{ id: 'quzhou-2024' }] });
    await served.refusal('unknown_pack', '/api/first-run', { json: { ...SET_UP, pack: 'nope' } });
    await served.refusal('bad_request', '/api/first-run', { json: { ...SET_UP, account: { ...SET_UP.account, password: 'short' } } });
    const weak = await served.refusal('weak_password', '/api/first-run', { json: { ...SET_UP, account: { ...SET_UP.account, password: 'lishui1234' } } });
    expect(weak.errors).toMatchObject([{ path: 'json.account.password', code: 'like_the_account' }]);
    const both = await Promise.all([served.send('/api/first-run', { json: SET_UP }), served.send('/api/first-run', { json: SET_UP })]);
    expect(both.map((reply) => reply.status).sort()).toEqual([201, 409]);
    const made: unknown = await both.find(({ status }) => status === 201)?.json();
    expect((made as { slips: { account: string; purpose: string }[] }).slips.map(({ account, purpose }) => [account, purpose])).toEqual(['sysadmin', 'secadmin', 'auditadmin'].map((account) => [account, 'activate']));
    expect(await served.answer('readFirstRun', '/api/first-run')).toMatchObject({ open: false });
    const { account, password } = SET_UP.account;
    expect(await served.answer('openSession', '/api/session', { json: { account, password } })).toMatchObject({ level: 'enrol', roles: [], may: [], landing: null });
    await served.refusal('second_factor_first', '/api/overview');
    await enrolFactor(async (path, json) => {
      const reply = await served.send(path, { json });
      return { status: reply.status, body: await reply.json() };
    });
    expect(await served.answer('readSession', '/api/session')).toMatchObject({ level: 'full', landing: '/todo', roles: [{ role: 'office', org_id: null }], sample: false });
    expect(await served.answer('readRegion', '/api/region')).toMatchObject({ name: '丽水市', account: 'lishui', sample: false, default_on: null, today: '2025-11-20' });
    expect(await served.answer('readOverview', '/api/overview')).toMatchObject({ on: '2025-11-20', campuses: [], since: null });
    await served.refusal('not_a_sample', '/api/sample', { method: 'DELETE' });
    await served.refusal('not_empty', '/api/sample', { method: 'POST' });
  });
});

onDatabase('embedded', 'a first run with SM3', (database) => {
  const served = serve(database, { sample: false });

  test('chooses how the audit is hashed, or is told what there is to choose from', async () => {
    await served.refusal('bad_request', '/api/first-run', { json: { ...SET_UP, audit_hash: 'md5' } });
    await served.answer('setUpRegion', '/api/first-run', { json: { ...SET_UP, audit_hash: 'sm3' } });
    const [head] = await served.database().as(programActor(1)).read((tx) => tx.arrays('select algorithm from audit_heads'));
    expect(head).toEqual(['sm3']);
  });
});

onDatabase('embedded', 'the sample', (database) => {
  const served = serve(database, { sample: false });

  test('is made with one act, shown as such everywhere, and removed with one act', async () => {
    expect(await served.answer('loadSample', '/api/sample', { method: 'POST' })).toMatchObject({ sample: true, account: 'office', default_on: '2025-10-31', snapshots: ['2025-10-31', '2025-04-30', '2024-10-31'] });
    expect(await served.answer('readOverview', '/api/overview')).toMatchObject({ sample: true, on: '2025-10-31' });
    const { removed } = await served.answer<{ removed: number }>('removeSample', '/api/sample', { method: 'DELETE' });
    expect(removed).toBeGreaterThan(10_000);
    await served.refusal('no_region', '/api/region');
    expect(await served.answer('readFirstRun', '/api/first-run')).toMatchObject({ open: true });
  });
});

onDatabase('embedded', 'the door', (database) => {
  const served = serve(database, { sample: true });

  test('without a session only the open routes answer', async () => {
    const anonymous = true;
    for (const name of Object.keys(routes) as RouteName[]) {
      const { method, path } = routes[name];
      const open = 'security' in routes[name];
      const reply = await served.send(path.replace(/\{\w+\}/g, 'x'), { method: method.toUpperCase(), anonymous });
      if (open) expect(reply.status, name).not.toBe(401);
      else expect([name, reply.status]).toEqual([name, 401]);
    }
    expect(await served.answer('readRegion', '/api/region', { anonymous })).toMatchObject({ account: null, snapshots: [] });
    expect(await served.answer('readSession', '/api/session', { anonymous })).toMatchObject({ account: null, level: null, roles: [], may: [], sample: true });
  });

  test('the cookie is opaque, out of reach of scripts, and worthless after signing out', async () => {
    const { account, password } = served.sample();
    const reply = await served.send('/api/session', { json: { account, password }, anonymous: true });
    const cookie = reply.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^guantong=1\.[\w-]{40,};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toMatch(/Secure/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect(await served.answer('readSession', '/api/session', { headers, anonymous: true })).toMatchObject({ account: { account } });
    await served.answer('closeSession', '/api/session', { headers, anonymous: true });
    await served.refusal('sign_in_first', '/api/overview', { headers, anonymous: true });
    await served.refusal('sign_in_first', '/api/overview', { headers: { cookie: 'guantong=1.made-up-made-up-made-up' }, anonymous: true });
  });

  test('guessing is slowed down, for that account only', async () => {
    const { account: guessed, password: right } = await madeAccount(served.database().as(programActor(1)), 'counsellor');
    const guess = { json: { account: guessed, password: 'wrong' }, anonymous: true };
    for (let i = 0; i < 5; i += 1) await served.refusal('wrong_password', '/api/session', guess);
    const held = await served.send('/api/session', guess);
    expect([held.status, Number(held.headers.get('retry-after'))]).toEqual([429, 1]);
    await served.refusal('wait', '/api/session', { ...guess, json: { account: guessed, password: right } });
    const { account, password } = served.sample();
    await served.answer('openSession', '/api/session', { json: { account, password } });
  });

  test('a page elsewhere cannot change anything, nor reach the server under its own name', async () => {
    const json = { campus_id: 'C1', changes: {} };
    for (const [header, value] of [['origin', 'https://evil.example'], ['origin', 'null'], ['sec-fetch-site', 'cross-site'], ['sec-fetch-site', 'same-site']] as const) {
      await served.refusal('wrong_origin', '/api/what-if', { json, headers: { [header]: value } });
    }
    await served.answer('askWhatIf', '/api/what-if', { json, headers: { origin: served.origin(), 'sec-fetch-site': 'same-origin' } });
    expect(await statusUnderHost(served, 'evil.example')).toBe(421);
    expect(await statusUnderHost(served, 'localhost:3000')).toBe(200);
  });

  test('answers carry the headers that keep a page to itself', async () => {
    const { headers } = await served.send('/api/overview');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(Object.fromEntries(['x-content-type-options', 'referrer-policy', 'x-frame-options', 'cache-control'].map((h) => [h, headers.get(h)])))
      .toEqual({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
  });

  describe('what is not as it should be', () => {
    test('unknown route, wrong method', async () => {
      await served.refusal('no_such_route', '/api/nope');
      const reply = await served.send('/api/overview', { method: 'PUT' });
      expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    });

    test('broken JSON, JSON of the wrong shape, no JSON at all, a key that reaches for the prototype', async () => {
      const send = (body: string, type = 'application/json') => fetch(`${served.origin()}/api/session`, { method: 'POST', body, headers: { 'content-type': type } }).then(async (r) => [r.status, ((await r.json()) as { type: string }).type]);
      expect(await send('{"account":')).toEqual([400, 'urn:guantong:problem:bad_json']);
      expect(await send('{"account":1,"password":true}')).toEqual([400, 'urn:guantong:problem:bad_request']);
      expect(await send('account=x', 'application/x-www-form-urlencoded')).toEqual([400, 'urn:guantong:problem:bad_request']);
      expect(await send('{"account":"a","password":"b","__proto__":{"admin":true}}')).toEqual([400, 'urn:guantong:problem:forbidden_key']);
      expect(await send('{"account":"a","password":"b","\\u005f_proto__":{}}')).toEqual([400, 'urn:guantong:problem:forbidden_key']);
    });

    test('a body that is too large, declared or streamed', async () => {
      await served.refusal('too_large', '/api/what-if', { json: { campus_id: 'x'.repeat(1_100_000), changes: {} } });
      expect(await statusOfEndlessBody(served)).toBe(413);
    });
  });

  test('the log holds neither accounts nor what requests carried', () => {
    const text = JSON.stringify(served.log.filter((entry) => entry.event !== 'fault'));
    for (const secret of ['counsellor-', 'office', served.sample().password, 'evil', 'C1']) expect(text).not.toContain(secret);
  });
});

onDatabase('embedded', 'a database that is gone', (database) => {
  const served = serve(database, { sample: false });

  test('is said to be away, as something that may be asked again, and never as a fault of ours', async () => {
    await served.breakDown();
    const away = await served.refusal('database_away', '/api/health');
    expect([away.status, away.incident]).toEqual([503, undefined]);
    expect((await served.send('/api/health')).headers.get('retry-after')).toBe('5');
    expect(served.log.find((entry) => entry.event === 'database_away')).toMatchObject({ at_code: expect.stringContaining('.ts') });
  });
});

test('the wait doubles with every failure, ends with a success, and is forgotten in time', () => {
  let now = 0;
  const delay = signInDelay(() => now);
  const fails = (at: string | null, address = '10.0.0.1') => delay.attempt({ at, address });
  expect(Array.from({ length: 5 }, () => fails('a'))).toEqual([0, 0, 0, 0, 0]);
  const waits = [1, 2, 4].map((seconds) => {
    expect(fails('a')).toBe(seconds);
    now += seconds * 1000 - 1;
    expect(fails('a')).toBe(1);
    now += 1;
    return fails('a');
  });
  expect(waits).toEqual([0, 0, 0]);
  expect(fails('b')).toBe(0);
  now += 8000;
  expect(fails('a')).toBe(0);
  delay.succeeded({ at: 'a', address: '10.0.0.1' });
  expect(fails('a')).toBe(0);
  for (let i = 0; i < 15; i += 1) {
    now += fails('a') * 1000;
    fails('a');
  }
  expect(fails('a')).toBe(900);
  now += 3_600_001;
  expect(fails('a')).toBe(0);
});

test('attempts at once are no way around the wait, and a flood of names does not make room for one that waits', () => {
  const delay = signInDelay(() => 0);
  expect(Array.from({ length: 8 }, () => delay.attempt({ at: 'a', address: '10.0.0.1' })).filter((wait) => wait === 0)).toHaveLength(5);
  for (let i = 0; i < 15_000; i += 1) delay.attempt({ at: `name-${i}`, address: `10.${i % 250}.${Math.floor(i / 250)}.2` });
  expect(delay.attempt({ at: 'a', address: '10.9.9.9' })).toBeGreaterThan(0);
});

test('an address is slowed as well, later and never for long; a school that signs in behind one address is not', () => {
  let now = 0;
  const delay = signInDelay(() => now);
  const guess = (n: number) => delay.attempt({ at: `account-${n}`, address: 'guesser' });
  for (let n = 0; n < 50; n += 1) expect(guess(n)).toBe(0);
  expect(guess(50)).toBe(1);
  for (let n = 0; n < 20; n += 1) {
    now += guess(100 + n) * 1000;
    guess(200 + n);
  }
  expect(guess(300)).toBe(60);
  for (let n = 0; n < 500; n += 1) {
    const pupil = { at: `pupil-${n}`, address: 'school' };
    expect(delay.attempt(pupil)).toBe(0);
    delay.succeeded(pupil);
  }
});

/** `fetch` sets the host itself; this asks as another name would. */
function statusUnderHost(served: Served, host: string): Promise<number | undefined> {
  const { hostname, port } = new URL(served.origin());
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: '/api/health', headers: { host } }, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    }).on('error', reject).end();
  });
}

/** Writes until the server has had enough, without ever saying how long it will be. */
function statusOfEndlessBody(served: Served): Promise<number | undefined> {
  const { hostname, port } = new URL(served.origin());
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path: '/api/session', method: 'POST', agent: false, headers: { 'content-type': 'application/json' } });
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const write = setInterval(() => asked.write(chunk), 1);
    const settle = (work: () => void) => {
      clearInterval(write);
      asked.destroy();
      work();
    };
    asked.on('response', (reply) => settle(() => resolve(reply.statusCode)));
    asked.on('error', (error) => settle(() => reject(error)));
  });
}
