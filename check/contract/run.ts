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

/** Runs `guantong …` as a user does, in a process of its own. */
export async function guantong(...args: string[]): Promise<Answered> {
  const child = spawn(join(ROOT, 'node_modules', '.bin', 'node'), [join(ROOT, 'bin', 'guantong.js'), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const read = async (stream: NodeJS.ReadableStream): Promise<string> => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(Buffer.from(piece));
    return Buffer.concat(pieces).toString('utf8');
  };
  const [stdout, stderr, [status]] = await Promise.all([read(child.stdout), read(child.stderr), once(child, 'close') as Promise<[number | null]>]);
  return { status, stdout, stderr };
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
