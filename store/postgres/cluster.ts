import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import { DatabaseRefusal } from './refusal.ts';
import { giveTo, runAs } from './run-as.ts';
import type { RunAs } from './run-as.ts';

/** A PostgreSQL data directory that is ready to be served, and how. */
export interface Cluster {
  readonly binaries: PostgresBinaries;
  readonly directory: string;
  readonly log: string;
  readonly as: RunAs;
  readonly user: string;
  readonly password: string;
}

export const CLUSTER_USER = 'guantong';

function passwordIn(home: string, as: RunAs): string {
  const path = join(home, 'password');
  if (!existsSync(path)) {
    writeFileSync(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    giveTo(as, path);
  }
  return readFileSync(path, 'utf8').trim();
}

function refuseOtherVersion(directory: string, binaries: PostgresBinaries): void {
  const written = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (written === binaries.major) return;
  throw new DatabaseRefusal('data_of_another_version', {
    zh: `${directory} 中的数据由 PostgreSQL ${written} 写成，本程序带的是 ${binaries.major}。请用原版本的程序备份，再在新目录中恢复。`,
    en: `The data in ${directory} were written by PostgreSQL ${written}; this program brings ${binaries.major}. Back up with the earlier program, then restore into a new directory.`,
  });
}

/** Runs `initdb` into a draft directory: an interrupted first start leaves nothing that looks like data. */
async function initialise(cluster: Cluster, home: string, durable: boolean): Promise<void> {
  const draft = `${cluster.directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  const command = [
    ...cluster.as.prefix, cluster.binaries.initdb, '--pgdata', draft, '--username', cluster.user,
    '--pwfile', join(home, 'password'), '--auth', 'scram-sha-256', '--encoding', 'UTF8',
    '--locale', 'C', '--locale-provider', 'icu', '--icu-locale', 'und', ...(durable ? [] : ['--no-sync']),
  ];
  const { code, output } = await run(command, cluster.as, home);
  if (code !== 0) {
    throw new DatabaseRefusal('will_not_start', {
      zh: `不能建立数据库：${output.trim()}`,
      en: `The database cannot be created: ${output.trim()}`,
    });
  }
  renameSync(draft, cluster.directory);
}

function run(command: readonly string[], as: RunAs, cwd: string): Promise<{ code: number | null; output: string }> {
  const [program = '', ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, ...as.owner, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.on('error', (error) => resolve({ code: null, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * The cluster below `home`, created when absent: UTF-8, ICU order, passwords by SCRAM.
 * @throws DatabaseRefusal `data_of_another_user`, `data_of_another_version`, `no_user_to_run_as`, `will_not_start`.
 */
export async function openCluster(home: string, binaries: PostgresBinaries, durable: boolean): Promise<Cluster> {
  const as = runAs(home, binaries.postgres);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  giveTo(as, home);
  const directory = join(home, 'cluster');
  const cluster: Cluster = {
    binaries, directory, as, log: join(home, 'server.log'), user: CLUSTER_USER, password: passwordIn(home, as),
  };
  if (existsSync(directory)) refuseOtherVersion(directory, binaries);
  else await initialise(cluster, home, durable);
  return cluster;
}
