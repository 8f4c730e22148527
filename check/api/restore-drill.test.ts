import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { guantong, serveGuantong, type Serving } from '../guantong.ts';
import { signIn } from '../prove/signed-in.ts';

const home = mkdtempSync(join(tmpdir(), 'guantong-drill-'));
const PASSPHRASE = { GUANTONG_BACKUP_PASSPHRASE: '衢州 一条很长的口令 2026' };
const running: Serving[] = [];
afterAll(async () => {
  for (const one of running) if (one.process.exitCode === null && one.process.signalCode === null) await one.end('SIGTERM');
  rmSync(home, { recursive: true, force: true });
});

async function serve(data: string): Promise<{ program: Serving; address: string }> {
  const program = serveGuantong(data);
  running.push(program);
  return { program, address: await program.ready() };
}

/** What the office sees, and what stands in one register. */
async function seen(address: string, data: string): Promise<unknown> {
  const who = await signIn(() => address, data);
  const paths = ['/api/overview?on=2025-10-31', '/api/campuses/C1?on=2025-10-31', '/api/registers/students?per_page=50', '/api/registers/parks', '/api/snapshots'];
  return Promise.all(paths.map((path) => who.send('GET', path)));
}

test('backed up while it runs, wiped, restored and verified: the same pages, and the audit holds', async () => {
  const data = join(home, 'data');
  const file = join(home, 'guantong.backup');
  const first = await serve(data);
  const who = await signIn(() => first.address, data);
  const added = await who.send('POST', '/api/registers/parks', { values: { park_id: 'DRILL', name: '演练园区', division_code: '330802', main: 'no' } }, 'drill-0000000001');
  expect(added.status).toBe(201);
  await sleep(2500);
  const before = await seen(first.address, data);
  const made = await guantong(['backup', file, '--data', data, '--json'], PASSPHRASE);
  expect([made.status, made.err]).toEqual([0, '']);
  const manifest = JSON.parse(made.out) as { tables: { name: string; rows: number }[]; files: { path: string }[] };
  expect(manifest.tables.find(({ name }) => name === 'audit_entries')?.rows).toBeGreaterThan(2);
  expect(manifest.files.map(({ path }) => path)).toEqual(['1.jsonl']);
  expect((await guantong(['backup', file, '--data', data], PASSPHRASE)).status).toBe(2);
  expect(await first.program.end('SIGTERM')).toBe(0);

  const bytes = readFileSync(file);
  for (const plain of ['演练园区', 'DRILL', '衢州']) expect(bytes.includes(plain)).toBe(false);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  // Another machine: nothing but the backup, its passphrase and the folder of keys.
  const other = join(home, 'other');
  const wrong = await guantong(['restore', file, '--data', other], { GUANTONG_BACKUP_PASSPHRASE: 'not the one it was made with' });
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringMatching(/口令不对[\s\S]*passphrase is wrong/)]);
  expect(readdirSync(home)).not.toContain('other');
  writeFileSync(join(home, 'cut.backup'), bytes.subarray(0, bytes.length - 100));
  const cut = await guantong(['restore', join(home, 'cut.backup'), '--data', join(home, 'cut')], PASSPHRASE);
  expect([cut.status, cut.err]).toEqual([2, expect.stringMatching(/不完整[\s\S]*cut short/)]);

  const back = await guantong(['restore', file, '--data', other], PASSPHRASE);
  expect([back.status, back.out]).toEqual([0, expect.stringMatching(/guantong verify/)]);
  const twice = await guantong(['restore', file, '--data', other], PASSPHRASE);
  expect([twice.status, twice.err]).toEqual([2, expect.stringMatching(/not_empty|已有/)]);
  rmSync(join(other, 'keys'), { recursive: true, force: true });
  cpSync(join(data, 'keys'), join(other, 'keys'), { recursive: true });
  cpSync(join(data, 'sample-account.txt'), join(other, 'sample-account.txt'));
  rmSync(data, { recursive: true });
  const verified = await guantong(['verify', '--data', other]);
  expect([verified.status, verified.out, verified.err]).toEqual([0, expect.any(String), expect.any(String)]);
  const second = await serve(other);
  expect(await seen(second.address, other)).toEqual(before);
  expect(await second.program.end('SIGTERM')).toBe(0);
}, 240_000);
