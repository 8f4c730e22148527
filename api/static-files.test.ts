import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiEnv } from './environment.ts';
import { staticFiles } from './static-files.ts';

const home = mkdtempSync(join(tmpdir(), 'guantong-static-'));
const web = join(home, 'web');
const app = new Hono<ApiEnv>().get('*', staticFiles(web));

beforeAll(() => {
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(web, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="__NONCE_OF_THIS_ANSWER__"><script nonce="__NONCE_OF_THIS_ANSWER__"></script>');
  writeFileSync(join(web, 'assets', 'main-1a2b.js'), 'script');
  writeFileSync(join(home, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('web pages', () => {
  test.each(['/', '/campuses', '/campuses/C1', '/campuses/C1.2', '/what-if/a.js', '/what-if?campus=C1'])('%s is the one page, kept by nobody, with a word of its own for its scripts', async (path) => {
    const [one, other] = [await app.request(path), await app.request(path)];
    expect([one.status, one.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const words = await Promise.all([one, other].map(async (reply) => [...(await reply.text()).matchAll(/nonce="([^"]+)"/g)].map((found) => found[1] ?? '')));
    const [[first = '', again] = [], [second] = []] = words;
    expect(first).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    const scripts = /script-src ([^;]+);/.exec(one.headers.get('content-security-policy') ?? '')?.[1];
    expect(scripts).toBe(`'nonce-${first}'`);
  });

  test('an asset with a digest in its name is kept for ever', async () => {
    const reply = await app.request('/assets/main-1a2b.js');
    expect([reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual(['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect(await reply.text()).toBe('script');
  });

  test.each(['/assets/gone.js', '/gone.ico', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt', '/%00.txt', '/%zz.txt'])('%s is not there', async (path) => {
    const reply = await app.request(path);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain('secret');
  });
});
