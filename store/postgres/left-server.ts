import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefusal } from './refusal.ts';

/** What a running postmaster writes into its data directory. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const PATIENCE_MS = 30_000;

/** Reads `postmaster.pid`; null when there is none or it is not written out yet. */
export function readPostmasterFile(directory: string): PostmasterFile | null {
  const path = join(directory, 'postmaster.pid');
  if (!existsSync(path)) return null;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process; empty when it is gone. */
function commandLine(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync(proc)) return readFileSync(proc, 'utf8').replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Waits until a process has ended; false when it still lives after `patience_ms`. */
export async function waitUntilGone(pid: number, patience_ms: number): Promise<boolean> {
  for (let waited = 0; waited < patience_ms; waited += 20) {
    if (!isAlive(pid)) return true;
    await sleep(20);
  }
  return !isAlive(pid);
}

/**
 * Stops the server that a killed program left on this data directory, if any. Call it only while holding the
 * directory's claim: then whatever still serves it belongs to nobody.
 * @throws DatabaseRefusal `left_server_will_not_stop`.
 */
export async function stopLeftServer(directory: string): Promise<void> {
  const left = readPostmasterFile(directory);
  if (left === null || !isAlive(left.pid)) return;
  if (!commandLine(left.pid).includes(directory)) {
    // The number was given to another process since: PostgreSQL itself would refuse to start over it.
    rmSync(join(directory, 'postmaster.pid'));
    return;
  }
  try {
    process.kill(left.pid, 'SIGINT');
    if (await waitUntilGone(left.pid, PATIENCE_MS)) return;
    process.kill(left.pid, 'SIGQUIT');
  } catch {
    if (!isAlive(left.pid)) return;
  }
  if (await waitUntilGone(left.pid, PATIENCE_MS)) return;
  throw new DatabaseRefusal('left_server_will_not_stop', {
    zh: `上次留下的数据库进程 ${left.pid} 停不下来，请结束它后再启动。`,
    en: `The database process ${left.pid} left by an earlier run does not stop. End it, then start again.`,
  });
}
