import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive, readPostmasterFile, waitUntilGone } from '../../store/postgres/left-server.ts';
import { freePort } from '../../store/postgres/postmaster.ts';
import { startProgram } from '../program.ts';
import { commandsIn } from './commands.ts';
import type { ShownCommand } from './commands.ts';
import { ROOT, read } from './tree.ts';

const READMES = ['README.md', 'README.zh-CN.md'];
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
// Commands of the system that a reader needs before ours.
const OF_THE_SYSTEM = new Set(['git', 'cd', 'mkdir', 'cp', 'export', 'open', 'curl']);
// check ends with 1 when a standard is not met: that is its answer, not its failure.
const ANSWERS_WITH_ONE = new Set(['check', 'settle', 'graduation', 'forecast', 'allocate', 'policy']);

const shown = READMES.flatMap((file) => (existsSync(join(ROOT, file)) ? commandsIn(file, read(file)) : []));
const text = ({ file, line, words }: ShownCommand): string => `${file}:${line} ${words.join(' ')}`;

/** The npm script that `npm …` runs, or null when it is npm's own command. */
function scriptOf(words: readonly string[]): string | null {
  const [, second = '', third = ''] = words;
  if (second === 'run' || second === 'run-script') return third;
  return ['ci', 'install', 'config'].includes(second) ? null : second;
}

function exists({ words }: ShownCommand): boolean {
  const [first = '', second = ''] = words;
  if (first === 'npm') {
    const script = scriptOf(words);
    if (script === null) return true;
    const program = /^node (\S+)/.exec(scripts[script] ?? '')?.[1];
    return script in scripts && (program === undefined || existsSync(join(ROOT, program)));
  }
  if (first === 'npx') return second === 'guantong' && existsSync(join(ROOT, 'cli', 'main.ts'));
  return OF_THE_SYSTEM.has(first) || (first.startsWith('.') && existsSync(join(ROOT, first)));
}

const serves = ({ words }: ShownCommand): boolean => (words[0] === 'npm' && words[1] === 'start') || (words[0] === 'npx' && words[2] === 'serve');
const runsHere = (command: ShownCommand): boolean => command.run && command.words[0] === 'npx' && !serves(command);

/** Starts a serving command on free data and a free port, asks for its page, and stops it with Ctrl-C. */
async function serveAndStop(words: readonly string[]): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'guantong-shown-'));
  const port = await freePort();
  const more = ['--port', String(port), '--data', data];
  const [first = '', ...rest] = words[0] === 'npm' && !words.includes('--') ? [...words, '--', ...more] : [...words, ...more];
  const program = startProgram(first, rest, { cwd: ROOT, detached: true, env: { ...process.env, DATABASE_URL: '' } });
  try {
    await program.line(new RegExp(`http://127\\.0\\.0\\.1:${port}`));
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    const database = readPostmasterFile(join(data, 'postgres', 'cluster'))?.pid ?? 0;
    expect(isAlive(database)).toBe(true);
    process.kill(-(program.process.pid ?? 0), 'SIGINT');
    await program.ended;
    expect(await waitUntilGone(database, 5000)).toBe(true);
  } finally {
    if (program.process.exitCode === null && program.process.signalCode === null) process.kill(-(program.process.pid ?? 0), 'SIGTERM');
    await program.ended;
    rmSync(data, { recursive: true, force: true });
  }
}

describe('the commands that the READMEs show', () => {
  let workplace = '';
  beforeAll(() => {
    workplace = mkdtempSync(join(tmpdir(), 'guantong-readme-'));
    writeFileSync(join(workplace, 'package.json'), '{}');
    for (const folder of ['node_modules', 'samples', 'docs']) symlinkSync(join(ROOT, folder), join(workplace, folder));
  });
  afterAll(() => rmSync(workplace, { recursive: true, force: true }));

  test.each(READMES)('%s opens with npm start and npm test', (file) => {
    const commands = commandsIn(file, read(file)).map(({ words }) => words.join(' '));
    expect(commands).toEqual(expect.arrayContaining(['npm start', 'npm test']));
  });

  test('each one exists', () => {
    expect(shown.filter((command) => !exists(command)).map(text)).toEqual([]);
  });

  test('both READMEs show the same commands', () => {
    const of = (file: string): string[] => shown.filter((one) => one.file === file).map(({ words }) => words.slice(0, 3).join(' '));
    expect(of('README.zh-CN.md')).toEqual(of('README.md'));
  });

  test('those marked to be run do run, one after the other in one folder', () => {
    for (const command of shown.filter(runsHere)) {
      const [first = '', ...rest] = command.words;
      const { status, stderr } = spawnSync(first, rest, { cwd: workplace, encoding: 'utf8', timeout: 120_000, env: { ...process.env, GUANTONG_DATA: join(workplace, 'data') } });
      const expected = ANSWERS_WITH_ONE.has(command.words[2] ?? '') ? [0, 1] : [0];
      expect(expected, `${text(command)}\n${stderr}`).toContain(status);
    }
  }, 300_000);

  test('those that serve answer on their address and stop with Ctrl-C', async () => {
    for (const command of shown.filter((one) => serves(one) && one.file === 'README.md')) await serveAndStop(command.words);
  }, 300_000);
});
