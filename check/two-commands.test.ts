import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from './house/tree.ts';
import { startProgram } from './program.ts';

// A checkout as somebody gets it: the programs and the lock, nothing installed.
let checkout = '';
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'guantong-checkout-'));
  for (const path of ['bin', 'cli', 'package.json', 'package-lock.json', '.npmrc']) cpSync(join(ROOT, path), join(checkout, path), { recursive: true });
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

function runHere(args: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string; stderr: string } {
  const outer = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  return spawnSync(process.execPath, args, { cwd: checkout, encoding: 'utf8', timeout: 110_000, env: { ...outer, ...env } });
}

test('a command before the installation says what to do first, in both languages', () => {
  const { status, stdout, stderr } = runHere(['bin/guantong.js', 'template']);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/请先运行 npm start 或 npm ci/);
  expect(stderr).toMatch(/run npm start or npm ci first/);
});

test('where the registry cannot be reached the missing packages and the registry are named', () => {
  const nowhere = 'http://127.0.0.1:9/';
  const { status, stderr } = runHere(['bin/start.js'], { npm_config_registry: nowhere, npm_config_cache: join(checkout, 'cache') });
  expect(status).toBe(1);
  expect(stderr).toMatch(/缺少 \d+ 个依赖包（.+@\d.+连不上软件源 http:\/\/127\.0\.0\.1:9/);
  expect(stderr).toMatch(/\d+ packages are missing .+ the registry http:\/\/127\.0\.0\.1:9 cannot be reached/);
}, 120_000);

test('npx guantong finds the command once its link is made, and the link is made once', () => {
  mkdirSync(join(checkout, 'node_modules', '.bin'), { recursive: true });
  expect(runHere(['bin/link.js']).status).toBe(0);
  const link = join(checkout, 'node_modules', '.bin', 'guantong');
  const made = lstatSync(link).mtimeMs;
  expect(existsSync(link)).toBe(true);
  expect(readlinkSync(link)).toBe('../../bin/guantong.js');
  expect(runHere(['bin/link.js']).status).toBe(0);
  expect(lstatSync(link).mtimeMs).toBe(made);
});

test('npx guantong runs the project\'s own command on the pinned Node, in the folder where it was called', () => {
  writeFileSync(join(checkout, 'cli', 'main.ts'), 'process.stdout.write(JSON.stringify([process.version, process.cwd(), process.argv.slice(2)]) satisfies string);\n');
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  const { status, stdout } = runHere(['bin/guantong.js', 'check', '数据', '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual([process.version, checkout, ['check', '数据', '--json']]);
});

test('a second start names the address of the first; one that a killed program left is passed over', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => { server.once('listening', resolve); });
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(join(checkout, '.data'));
  writeFileSync(join(checkout, '.data', 'running.json'), JSON.stringify({ pid: process.pid, address }));
  const start = (): ReturnType<typeof startProgram> => startProgram(process.execPath, ['bin/start.js'], { cwd: checkout, env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(checkout, 'cache') } });
  const second = start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`贯通已在运行：${address}`);
  expect(second.output()).toContain(`Guantong is already running: ${address}`);
  server.close();
  const third = start();
  await third.line(/Installing packages/);
  await third.ended;
  expect(third.output()).not.toContain('already running');
}, 120_000);
