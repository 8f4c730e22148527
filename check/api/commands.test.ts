import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { startProgram } from '../program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = join(ROOT, 'samples/quzhou');
const home = mkdtempSync(join(tmpdir(), 'guantong-commands-'));
const { DATABASE_URL: _, ...environment } = process.env;

interface Ran { readonly status: number; readonly out: string; readonly err: string }

function guantong(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'cli/main.ts'), ...args], { env: environment, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

function serve(data: string, ...args: string[]) {
  return startProgram(process.execPath, [join(ROOT, 'cli/main.ts'), 'serve', '--data', data, '--log', join(home, 'log'), '--port', '0', ...args], { env: environment });
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return String(typeof address === 'object' ? address?.port : '');
}

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('serve', () => {
  const data = join(home, 'served');

  test('the first start shows the sample with its account, a second program is named, an interrupt ends it, and it starts again', async () => {
    const program = serve(data);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await program.line(/http:/))?.[0] ?? '';
    await program.line(/C7/);
    expect(program.output()).toMatch(/衢州中专高职校区 \(C1\).*达标 \d+/);
    const [account, password] = readFileSync(join(data, 'sample-account.txt'), 'utf8').split('\n');
    expect(statSync(join(data, 'sample-account.txt')).mode & 0o777).toBe(0o600);
    expect(program.output()).toContain(password);
    const session = await fetch(`${address}/api/session`, { method: 'POST', body: JSON.stringify({ account, password }), headers: { 'content-type': 'application/json' } });
    expect(session.status).toBe(200);
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';

    const second = await guantong('serve', '--data', data, '--port', '0');
    expect([second.status, second.err]).toEqual([1, expect.stringContaining(address)]);
    const taken = await guantong('serve', '--data', join(home, 'other'), '--port', new URL(address).port);
    expect([taken.status, taken.err]).toEqual([1, expect.stringMatching(/端口 \d+ 已被占用[\s\S]*Port \d+ is in use/)]);

    // Beside the running server: the same data again change nothing, and the export is judged as the source is.
    const again = await guantong('import', SAMPLE, '--data', data, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ import_id: null, added: 0, corrected: 0, ended: 0 });
    expect((await guantong('export', join(home, 'beside'), '--data', data)).status).toBe(0);

    expect(await program.end('SIGINT')).toBe(0);
    const later = serve(data);
    const next = /http:\/\/127\.0\.0\.1:\d+/.exec(await later.line(/http:/))?.[0] ?? '';
    const kept = await fetch(`${next}/api/campuses`, { headers: { cookie } });
    expect([kept.status, ((await kept.json()) as { campuses: unknown[] }).campuses.length]).toEqual([200, 7]);
    expect(await later.end('SIGTERM')).toBe(0);
  });

  test('--empty starts without the sample; wrong arguments are refused', async () => {
    const program = serve(join(home, 'empty'), '--empty');
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await program.line(/http:/))?.[0] ?? '';
    expect((await fetch(`${address}/api/region`)).status).toBe(404);
    expect(await program.end()).toBe(0);
    for (const args of [['--host', '0.0.0.0'], ['--port', 'x'], ['surplus']]) {
      expect((await guantong('serve', '--data', join(home, 'never'), ...args)).status).toBe(2);
    }
  });

  test('an interrupt while it is still starting ends it in order', async () => {
    const program = serve(join(home, 'empty'), '--empty');
    await program.line(/http:/);
    expect(await program.end('SIGINT')).toBe(0);
    const port = await freePort();
    const early = serve(data, '--port', port);
    // It listens before it opens its database: the first connection is in the midst of the start.
    while (await fetch(`http://127.0.0.1:${port}/`).then(() => false, () => true)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await early.end('SIGTERM')).toBe(0);
    expect(early.output()).not.toContain('内部故障');
  });

  test('a port held by another program is named before the database is touched', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : '');
    const refused = await guantong('serve', '--data', join(home, 'untouched'), '--port', port);
    other.close();
    expect([refused.status, refused.err]).toEqual([1, expect.stringContaining(port)]);
    expect(statSync(join(home, 'untouched'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('import and export', () => {
  const data = join(home, 'imported');

  test('into a new store, twice, and out again: check answers identically', async () => {
    const first = await guantong('import', SAMPLE, '--data', data, '--as-of', '2025-10-31', '--json');
    expect(first.status, first.err).toBe(0);
    const told = JSON.parse(first.out) as { import_id: number; added: number; sheets: Record<string, { added: number }> };
    expect(told).toMatchObject({ import_id: 1, corrected: 0, unchanged: 0, ended: 0, sheets: { campuses: { added: 7 } } });
    const second = await guantong('import', SAMPLE, '--data', data, '--as-of', '2025-10-31');
    expect(second.out).toContain(`不变 ${told.added}`);
    expect(second.out).toContain('没有改动');
    const out = join(home, 'exported');
    expect((await guantong('export', out, '--data', data)).status).toBe(0);
    for (const day of ['2024-10-31', '2025-10-31']) {
      const [source, exported] = await Promise.all([guantong('check', SAMPLE, '--as-of', day, '--json'), guantong('check', out, '--as-of', day, '--json')]);
      expect(exported).toEqual(source);
    }
    expect((await guantong('export', out, '--data', data)).status).toBe(2);
  });

  test('--replace ends the rows that are absent; the counts say so', async () => {
    const folder = mkdtempSync(join(home, 'rooms-'));
    const [head = '', line = ''] = readFileSync(join(SAMPLE, 'rooms.csv'), 'utf8').split(/\r?\n/);
    writeFileSync(join(folder, 'rooms.csv'), `${head}\n${line}\n`);
    const kept = await guantong('import', folder, '--data', data, '--as-of', '2025-10-31', '--json');
    expect(JSON.parse(kept.out)).toMatchObject({ unchanged: 1, ended: 0 });
    const replaced = await guantong('import', folder, '--replace', 'rooms', '--data', data, '--as-of', '2025-10-31', '--json');
    const told = JSON.parse(replaced.out) as { unchanged: number; ended: number };
    expect(told.unchanged).toBe(1);
    expect(told.ended).toBeGreaterThan(20);
    expect((await guantong('import', folder, '--replace', 'land', '--data', data)).status).toBe(2);
    expect((await guantong('import', folder, '--replace', 'nope', '--data', data)).status).toBe(2);
  });

  test('data with errors and data that are not there: status 2, said on stderr, nothing stored', async () => {
    const folder = mkdtempSync(join(home, 'bad-'));
    writeFileSync(join(folder, 'rooms.csv'), 'room_id,campus_id,use,area_m2,from\nX,C1,castle,-1,2025-09-01\n');
    const bad = await guantong('import', folder, '--data', data, '--json');
    expect([bad.status, (JSON.parse(bad.out) as { problems: { code: string }[] }).problems.map((p) => p.code).sort()]).toEqual([2, ['negative', 'not_allowed']]);
    expect(bad.err).toContain('没有导入');
    expect((await guantong('import', join(home, 'nowhere'), '--data', data)).status).toBe(2);
    expect((await guantong('export', '--data', data)).status).toBe(2);
  });
});
