import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { isAlive, readPostmasterFile, waitUntilGone } from './left-server.ts';
import { DatabaseRefusal } from './refusal.ts';
import { giveTo } from './run-as.ts';

const HOST = '127.0.0.1';
const READY_MS = 120_000;
const STOP_MS = 30_000;
const LOG_LIMIT_BYTES = 8_000_000;
const ATTEMPTS = 20;

/** A serving postmaster. */
export interface Postmaster {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

/** A loopback port that is free at this moment; whoever takes it may still lose a race for it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function openLog(cluster: Cluster): number {
  const { log } = cluster;
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) rmSync(log);
  const file = openSync(log, 'a', 0o600);
  giveTo(cluster.as, log);
  return file;
}

/** The first that hands reading to other processes. */
const READS_ELSEWHERE = 18;

function settings({ binaries }: Cluster, port: number, durable: boolean): string[] {
  const pairs = [
    `listen_addresses=${HOST}`, `port=${port}`, 'unix_socket_directories=', 'max_connections=60',
    // What a whole cohort or a year of books writes in one act fits: with the server's own 4 MB of log it waited a quarter of its time.
    'shared_buffers=256MB', 'wal_buffers=64MB', 'max_wal_size=2GB',
    // The log is written out while an act still works. What is read is in the system's memory mostly: handing it to other processes cost more than it saved.
    'wal_writer_delay=20ms', ...(Number(binaries.major) >= READS_ELSEWHERE ? ['io_method=sync'] : []),
    'password_encryption=scram-sha-256', 'cluster_name=guantong', 'lc_messages=C',
    // A statement that fails is answered to the program; in the server's own log it would leave what people typed.
    'log_min_messages=log', 'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_parameter_max_length=0', 'log_parameter_max_length_on_error=0',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off']),
  ];
  return pairs.flatMap((pair) => ['-c', pair]);
}

function launch(cluster: Cluster, port: number, durable: boolean): ChildProcess {
  const log = openLog(cluster);
  const [program = '', ...args] = [...cluster.as.prefix, cluster.binaries.postgres, '-D', cluster.directory, ...settings(cluster, port, durable)];
  // Its own session: Ctrl-C in the terminal reaches the program, which then stops the server in order.
  const child = spawn(program, args, { cwd: cluster.directory, detached: true, stdio: ['ignore', log, log], ...cluster.as.owner, env: { ...process.env, LC_ALL: 'C' } });
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  return child;
}

async function becomesReady(child: ChildProcess, cluster: Cluster): Promise<boolean> {
  for (let waited = 0; waited < READY_MS; waited += 10) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return false;
    const file = readPostmasterFile(cluster.directory);
    if (file?.pid === child.pid && file.ready) return true;
    await sleep(10);
  }
  return false;
}

/**
 * Starts the server of a cluster on loopback, on `port` or a free one, and waits until it takes connections.
 * Memory still held by the processes of a killed server, or a port lost to another program, is tried again.
 * @throws DatabaseRefusal `will_not_start` with the end of the server's log.
 */
export async function startPostmaster(cluster: Cluster, port: number | null, durable: boolean): Promise<Postmaster> {
  const logStart = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const chosen = port ?? await freePort();
    const child = launch(cluster, chosen, durable);
    if (await becomesReady(child, cluster)) return { process: child, pid: child.pid ?? 0, port: chosen };
    if (child.pid !== undefined && isAlive(child.pid)) child.kill('SIGQUIT');
    await sleep(250);
    const said = logSince(cluster, logStart);
    if (!/still in use|Address already in use/.test(said)) break;
  }
  const said = logSince(cluster, logStart).trim().split('\n').slice(-6).join('\n');
  throw new DatabaseRefusal('will_not_start', {
    zh: `数据库没有启动（日志 ${cluster.log}）：\n${said}`,
    en: `The database did not start (log ${cluster.log}):\n${said}`,
  });
}

function logSince(cluster: Cluster, start: number): string {
  const all = readFileSync(cluster.log);
  return all.subarray(start > all.length ? 0 : start).toString('utf8');
}

/** Stops the server: open work is rolled back, committed work is written; the hard way only after half a minute. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  if (postmaster.process.exitCode !== null || postmaster.process.signalCode !== null) return;
  postmaster.process.kill('SIGINT');
  if (await waitUntilGone(postmaster.pid, STOP_MS)) return;
  postmaster.process.kill('SIGQUIT');
  await waitUntilGone(postmaster.pid, STOP_MS);
}
