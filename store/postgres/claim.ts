import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DatabaseRefusal } from './refusal.ts';

/** One program's hold on a data directory; the system lets go of it when the program dies, however it dies. */
export interface Claim {
  /** Writes down where the program can be reached, for whoever is refused later. */
  readonly announce: (address: string) => void;
  readonly release: () => void;
}

export interface RunningProgram {
  readonly pid: number;
  readonly address: string | null;
}

const runningFile = (dataDir: string): string => join(dataDir, 'running.json');

/** What the program that holds the directory wrote down, or null. It may be dead: only `claimData` knows. */
export function readRunning(dataDir: string): RunningProgram | null {
  try {
    return JSON.parse(readFileSync(runningFile(dataDir), 'utf8')) as RunningProgram;
  } catch {
    return null;
  }
}

function writeRunning(dataDir: string, address: string | null): void {
  const running: RunningProgram = { pid: process.pid, address };
  const draft = `${runningFile(dataDir)}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(running)}\n`);
  keepOwner(dataDir, draft);
  renameSync(draft, runningFile(dataDir));
}

/** Root working in somebody's directory leaves no file there that they could not open tomorrow. */
function keepOwner(dataDir: string, path: string): void {
  const { uid, gid } = statSync(dataDir);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(path, uid, gid);
}

function inUse(dataDir: string): DatabaseRefusal {
  const running = readRunning(dataDir);
  const zh = running?.address ? `地址 ${running.address}` : `进程 ${running?.pid ?? '未知'}`;
  const en = running?.address ? `at ${running.address}` : `process ${running?.pid ?? 'unknown'}`;
  return new DatabaseRefusal('data_in_use', {
    zh: `数据目录 ${dataDir} 正由另一个贯通程序使用（${zh}）。请先停止它，或用 --data 换一个目录。`,
    en: `Another Guantong uses the data in ${dataDir} (${en}). Stop it first, or choose another directory with --data.`,
  });
}

function openLock(path: string): DatabaseSync {
  // A pid file would outlive kill -9 and lie after a restart of the machine or across containers. Node has no
  // file locks of its own, but SQLite inside it takes the system's, and those end with the process.
  const lock = new DatabaseSync(path);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Takes the data directory for this program, making it when absent.
 * @throws DatabaseRefusal `data_in_use` when another program holds it, `data_not_writable`.
 */
export function claimData(dataDir: string): Claim {
  let lock: DatabaseSync;
  try {
    // Passable, not readable: where namespaces are closed the database runs as another user below it.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    lock = openLock(join(dataDir, 'program.lock'));
    keepOwner(dataDir, join(dataDir, 'program.lock'));
    writeRunning(dataDir, null);
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) throw inUse(dataDir);
    throw new DatabaseRefusal('data_not_writable', {
      zh: `不能在数据目录 ${dataDir} 中写入：${String(error)}。请检查权限，或用 --data 换一个目录。`,
      en: `The data directory ${dataDir} cannot be written: ${String(error)}. Check its permissions, or choose another with --data.`,
    });
  }
  return {
    announce: (address) => writeRunning(dataDir, address),
    release: () => {
      if (!lock.isOpen) return;
      rmSync(runningFile(dataDir), { force: true });
      lock.close();
    },
  };
}
