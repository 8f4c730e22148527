import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sendOnce } from './send-once.ts';

/** What arrived at a server that answers by turns; a null is no answer at all. */
function server(answers: (number | null)[]): (string | null)[] {
  const keys: (string | null)[] = [];
  vi.stubGlobal('fetch', (_: unknown, init: RequestInit = {}) => {
    keys.push(new Headers(init.headers).get('idempotency-key'));
    const status = answers.shift();
    return status === null || status === undefined ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(new Response('{}', { status }));
  });
  return keys;
}

/** Sends, and lets the time pass that is waited between. */
async function sent(path: string, init?: RequestInit): Promise<number> {
  const reply = sendOnce(path, init).then(({ status }) => status, () => 0);
  await vi.runAllTimersAsync();
  return reply;
}

const post = (body: string, key?: string): RequestInit => ({ method: 'POST', body, ...(key !== undefined && { headers: { 'idempotency-key': key } }) });

describe('a request from the pages', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('that reads carries no key', async () => {
    const keys = server([200]);
    await sent('/api/region');
    expect(keys).toEqual([null]);
  });

  test('that changes something always carries one, each its own', async () => {
    const keys = server([200, 200]);
    await sent('/api/session', post('{"a":1}'));
    await sent('/api/session', post('{"a":1}'));
    expect(keys[0]).toMatch(/^[\w-]{36}$/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  test('that was to be done once is sent again with its key where no answer came, until one does', async () => {
    const keys = server([null, 503, 201]);
    expect(await sent('/api/snapshots', post('{"b":1}', 'k'))).toBe(201);
    expect(keys).toEqual(['k', 'k', 'k']);
  });

  test('and by hand after that with the same key, until it was answered', async () => {
    const keys = server([null, null, null, 201, 201]);
    expect(await sent('/api/snapshots', post('{"c":1}', 'k1'))).toBe(0);
    await sent('/api/snapshots', post('{"c":1}', 'k2'));
    await sent('/api/snapshots', post('{"c":1}', 'k3'));
    expect(keys).toEqual(['k1', 'k1', 'k1', 'k1', 'k3']);
  });

  test('a refusal is an answer', async () => {
    const keys = server([409, 201]);
    expect(await sent('/api/snapshots', post('{"d":1}', 'k1'))).toBe(409);
    await sent('/api/snapshots', post('{"d":1}', 'k2'));
    expect(keys).toEqual(['k1', 'k2']);
  });

  test('another request is another one', async () => {
    const keys = server([null, null, null, 201]);
    expect(await sent('/api/snapshots', post('{"e":1}', 'k1'))).toBe(0);
    await sent('/api/snapshots', post('{"e":2}', 'k2'));
    expect(keys.at(-1)).toBe('k2');
  });
});
