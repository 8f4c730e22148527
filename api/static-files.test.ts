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
  writeFileSync(join(web, 'index.html'), '<!doctype html>the page');
  writeFileSync(join(web, 'assets', 'main-1a2b.js'), 'script');
  writeFileSync(join(home, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('web pages', () => {
  test.each(['/', '/campuses', '/campuses/C1', '/what-if?campus=C1'])('%s is the one page, asked for anew each time', async (path) => {
    const reply = await app.request(path);
    expect([reply.status, await reply.text(), reply.headers.get('cache-control')]).toEqual([200, '<!doctype html>the page', 'no-cache']);
  });

  test('an asset with a digest in its name is kept for ever', async () => {
    const reply = await app.request('/assets/main-1a2b.js');
    expect([reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual(['text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
    expect(await reply.text()).toBe('script');
  });

  test.each(['/assets/gone.js', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/..%5c..%5csecret.txt', '/%00.txt', '/%zz.txt'])('%s is not there', async (path) => {
    const reply = await app.request(path);
    expect(reply.status).toBe(404);
    expect(await reply.text()).not.toContain('secret');
  });
});
