import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { joinRunning } from '../../store/postgres/join.ts';
import { DatabaseRefusal } from '../../store/postgres/refusal.ts';
import { serveGuantong } from '../guantong.ts';
import { signIn, type SignedIn } from './signed-in.ts';

export interface FullDisk {
  /** How many answers there were of each status while the disk was full. */
  readonly statuses: Readonly<Record<string, number>>;
  /** What was said then, by type of problem. */
  readonly said: readonly string[];
  readonly lost: number;
  readonly doubled: number;
  /** Milliseconds from the space being back until a record was stored again. */
  readonly recovered_ms: number;
}

const DISK_MIB = 200;
const MIB = 1024 * 1024;
const ATTEMPTS = 25;
const MOST_LOG_FILES = 20;

/** Whether this machine lets us have a small disk of our own; null when it does, else why not. */
export function noSmallDisk(): string | null {
  const { status, stderr, error } = spawnSync('unshare', ['-Urm', '--', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt'], { encoding: 'utf8' });
  return status === 0 ? null : (stderr || String(error ?? 'unshare')).trim();
}

/** What to put before a command so that the directory is a small disk: a mount of the program's own, seen by nobody else, ended with it. */
export function onSmallDisk(dataDir: string): string[] {
  return ['unshare', '-Urm', '--', 'sh', '-c', 'mount -t tmpfs -o size="$1"m tmpfs "$0" && shift && exec "$@"', dataDir, String(DISK_MIB)];
}

/**
 * Serves from a small disk, fills it from beside, and works on: each answer is counted, each act that was not
 * acknowledged is asked for again, under its key, once there is space. `rounds`: how often the disk is filled.
 */
export async function fillTheDisk(rounds: number): Promise<FullDisk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-full-'));
  const program = serveGuantong(dataDir, [], {}, onSmallDisk(dataDir));
  const address = await program.ready();
  const inside = join('/proc', String(program.process.pid), 'root', dataDir);
  const statuses: Record<string, number> = {};
  const said = new Set<string>();
  try {
    mkdirSync(dataDir, { recursive: true });
    const who = await signIn(() => address, inside);
    const before = await parks(who);
    let acts = 0;
    let recovered_ms = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const filler = fill(join(inside, 'filler'));
      // Every second time the log of the database cannot go on either, which ends the database itself.
      if (round % 2 === 0) await askForANewLogFile(inside);
      const open: number[] = [];
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        acts += 1;
        const { status, body } = await add(who, acts);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status === 201) continue;
        open.push(acts);
        said.add(String((body as { type?: string } | null)?.type ?? 'no answer').replace('urn:guantong:problem:', ''));
      }
      ftruncateSync(filler, 0);
      closeSync(filler);
      const began = performance.now();
      for (const act of open) {
        const { status, body } = await who.insist('POST', '/api/registers/parks', valuesOf(act), keyOf(act));
        if (status !== 201) throw new Error(`with space again ${act} answered ${status} ${JSON.stringify(body)}`);
        if (act === open[0]) recovered_ms = Math.max(recovered_ms, performance.now() - began);
      }
    }
    await sleep(100);
    const after = await parks(who);
    const expected = new Set([...before, ...Array.from({ length: acts }, (_, at) => `D${at + 1}`)]);
    return {
      statuses, said: [...said], recovered_ms: Math.round(recovered_ms),
      lost: [...expected].filter((id) => !after.includes(id)).length, doubled: after.length - new Set(after).size,
    };
  } finally {
    await program.end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Fills what the database keeps ready of its log, until it has to ask the disk for more. */
export async function askForANewLogFile(dataDir: string): Promise<void> {
  const client = new pg.Client(await joinRunning(dataDir, 'guantong', new DatabaseRefusal('data_in_use', { zh: '', en: '' })));
  client.on('error', () => undefined);
  await client.connect();
  for (let asked = 0; asked < MOST_LOG_FILES; asked += 1) {
    const lives = await client.query("select pg_switch_wal(), pg_logical_emit_message(true, 'guantong', 'one more')").then(() => true, () => false);
    if (!lives) break;
  }
  await client.end().catch(() => undefined);
}

/** Writes until nothing more fits; to be let go of by truncating. */
export function fill(path: string): number {
  const file = openSync(path, 'w');
  for (let piece = MIB; piece >= 1;) {
    try {
      writeSync(file, Buffer.alloc(piece));
    } catch {
      piece = Math.floor(piece / 2);
    }
  }
  return file;
}

const keyOf = (act: number): string => `disk-${String(act).padStart(12, '0')}`;
/** Long enough that a few of them need a page of their own. */
const valuesOf = (act: number) => ({ values: { park_id: `D${act}`, name: `园区 ${act} ${'满'.repeat(40)}`, division_code: '330802', main: 'no' } });
const add = (who: SignedIn, act: number) => who.send('POST', '/api/registers/parks', valuesOf(act), keyOf(act));

async function parks(who: SignedIn): Promise<string[]> {
  const { body } = await who.insist('GET', '/api/registers/parks?per_page=1000') as { body: { records: { values: { park_id: string } }[] } };
  return body.records.map(({ values }) => values.park_id);
}
