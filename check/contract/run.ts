import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { ROOT } from '../house/tree.ts';

/** What a command answered, as its user sees it. */
export interface Answered {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs, and that its user may interrupt. */
export interface Running {
  readonly ended: Promise<Answered>;
  /** Waits until it has said something on stderr. */
  readonly says: (words: RegExp) => Promise<void>;
  readonly interrupt: () => void;
}

/** Runs `guantong …` as a user does, in a process of its own. */
export function guantong(...args: string[]): Promise<Answered> {
  return started(...args).ended;
}

export function started(...args: string[]): Running {
  const child = spawn(join(ROOT, 'node_modules', '.bin', 'node'), [join(ROOT, 'bin', 'guantong.js'), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const read = async (stream: NodeJS.ReadableStream): Promise<string> => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces).toString('utf8');
  };
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    ended: Promise.all([read(child.stdout), read(child.stderr), closed]).then(([stdout, stderr, [status]]) => ({ status, stdout, stderr })),
    says: (words) => new Promise((resolve, reject) => {
      let said = '';
      child.stderr.on('data', (piece: Buffer) => {
        said += piece.toString('utf8');
        if (words.test(said)) resolve();
      });
      void closed.then(() => reject(new Error(`ended without it: ${said}`)));
    }),
    interrupt: () => { child.kill('SIGINT'); },
  };
}

const folder = mkdtempSync(join(tmpdir(), 'guantong-contract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;

/** A path in a folder that is gone after the tests. */
export function pathFor(name: string): string {
  const own = join(folder, String(made++));
  mkdirSync(own);
  return join(own, name);
}

/** Writes files and answers their folder. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const own = pathFor('data');
  mkdirSync(own);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
  return own;
}
