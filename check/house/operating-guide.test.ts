import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SETTINGS } from '../../cli/configuration.ts';
import { cleanEnvironment } from '../guantong.ts';
import { commandsIn } from './commands.ts';
import { ROOT, read } from './tree.ts';

const GUIDES = ['docs/operating-guide.md', 'docs/operating-guide.zh-CN.md'];
const OURS = new Set(['serve', 'backup', 'restore', 'verify', 'keys', 'slip']);
const OF_THE_SYSTEM = new Set(['sudo', 'cd', 'cp', 'curl', 'openssl']);
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

const shownIn = (file: string) => commandsIn(file, read(file));

/** What stands after `sudo` and its user is a command like any other. */
const plain = (words: readonly string[]): readonly string[] => (words[0] === 'sudo' ? words.slice(words[1] === '-u' ? 3 : 1) : words);

function exists(words: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = plain(words);
  if (first === 'npx') return second === 'guantong' && OURS.has(third) && existsSync(join(ROOT, 'cli', `${third}.ts`));
  if (first === 'npm') return second === 'ci' || (second === 'run' && third in scripts);
  return OF_THE_SYSTEM.has(first) || words[0] === 'sudo';
}

describe('the operating guide', () => {
  const workplace = mkdtempSync(join(tmpdir(), 'guantong-guide-'));
  beforeAll(() => {
    writeFileSync(join(workplace, 'package.json'), '{}');
    for (const folder of ['node_modules', 'samples']) symlinkSync(join(ROOT, folder), join(workplace, folder));
    const { status, stderr } = spawnSync('npx', ['guantong', 'import', 'samples/quzhou', '--data', 'data'], { cwd: workplace, encoding: 'utf8', env: cleanEnvironment() });
    if (status !== 0) throw new Error(`the data of the drill were not imported: ${stderr}`);
  });
  afterAll(() => rmSync(workplace, { recursive: true, force: true }));

  test('shows the same commands in both languages, and each exists', () => {
    const [english, chinese] = GUIDES.map((file) => shownIn(file).map(({ words }) => words.join(' ')));
    expect(chinese).toEqual(english);
    expect(GUIDES.flatMap(shownIn).filter(({ words }) => !exists(words)).map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  test('names settings that there are', () => {
    const known = new Set<string>(Object.values(SETTINGS).flatMap(({ flag, variable }) => [flag === null ? [] : `--${flag}`, variable ?? []].flat()));
    for (const own of ['--ca', '--key', '--data', '--help', 'GUANTONG_BACKUP_PASSPHRASE']) known.add(own);
    for (const text of [...GUIDES.map(read), read('ops/guantong.service')]) {
      const named = text.match(/GUANTONG_\w+|(?<=`|guantong \w+ \S+ )--[a-z-]+/g) ?? [];
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    }
  });

  test('has a drill that works as it is printed', () => {
    const drill = shownIn(GUIDES[0] ?? '').filter(({ run }) => run);
    expect(drill.map(({ words }) => words.slice(0, 3).join(' '))).toEqual(expect.arrayContaining(['npx guantong backup', 'npx guantong restore', 'npx guantong verify']));
    for (const { words: [first = '', ...rest], line } of drill) {
      if (first === 'openssl' && spawnSync('openssl', ['version']).error !== undefined) {
        writeFileSync(join(workplace, 'backup.key'), randomBytes(32).toString('base64'));
        continue;
      }
      const { status, stderr, stdout } = spawnSync(first, rest, { cwd: workplace, encoding: 'utf8', env: cleanEnvironment(), timeout: 120_000 });
      expect(status, `line ${line}: ${stdout}${stderr}`).toBe(0);
    }
  }, 300_000);
});

test('the unit of systemd is hardened, and sound where systemd can say so', () => {
  const unit = readFileSync(join(ROOT, 'ops', 'guantong.service'), 'utf8');
  for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'StateDirectory=guantong', 'CapabilityBoundingSet=', 'KillSignal=SIGTERM']) expect(unit).toContain(`\n${line}\n`);
  expect(unit).toMatch(/LoadCredential=/);
  const place = mkdtempSync(join(tmpdir(), 'guantong-unit-'));
  // The program and its user are not installed where the tests run.
  writeFileSync(join(place, 'guantong.service'), unit.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true').replace(/^(User|Group)=.*$/gm, '$1=root').replace(/^WorkingDirectory=.*$/m, 'WorkingDirectory=/'));
  const { status, stderr, error } = spawnSync('systemd-analyze', ['verify', join(place, 'guantong.service')], { encoding: 'utf8' });
  rmSync(place, { recursive: true, force: true });
  if (error !== undefined) {
    process.stderr.write(`the unit was not verified, systemd-analyze is not on this machine: ${error.message}\n`);
    return;
  }
  expect([status, stderr]).toEqual([0, '']);
});
