import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { skill } from '../../core/graduation/made-final-year.ts';
import { openDatabase } from '../../store/database.ts';
import { AUDIT, DECIDED, madeGraduation, type MadeGraduation } from '../../store/graduation/made-graduation.ts';
import { keySource } from '../../store/key-source.ts';
import { idOfOpened } from '../../store/matters/made-matters.ts';
import { urlOf } from '../../store/postgres/connection.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';

const WORKER = fileURLToPath(new URL('graduation-worker.ts', import.meta.url));
const STRIKES = 12;
const STUDENTS = 400;
const [SHORTEST_MS, LONGEST_MS] = [0, 1500];

export interface StruckList {
  readonly killed: number;
  /** What was found after each strike that was neither nothing nor everything. */
  readonly halves: readonly string[];
  readonly graduated: number;
}

/** Strikes the program that approves a graduation list with SIGKILL at random moments, then lets it end: each time the list stands as a whole or not at all. */
export async function strikeGraduations(strikes: number, seed: number, students = STUDENTS): Promise<StruckList> {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-graduations-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const database = await openDatabase(postgres.connection, keySource(dataDir));
  try {
    const made = await madeGraduation(database);
    await made.finalYear(...Array.from({ length: students }, (_, at) => ({ student_id: `K${at}`, certificates: [skill(`K${at}`, at % 7 === 0 ? 4 : 3)] })));
    await made.code();
    const matter = idOfOpened(await made.proposeList(AUDIT));
    const args = [urlOf(postgres.connection), dataDir, String(made.region_id), made.leader.account, String(matter), DECIDED];
    const halves: string[] = [];
    let killed = 0;
    for (let at = 0; at < strikes; at += 1) {
      killed += await strike(random, args) ? 1 : 0;
      const half = await unevenness(made, students);
      if (half !== null) halves.push(half);
    }
    await run(args, null);
    const half = await unevenness(made, students);
    return { killed, halves: half === null ? halves : [...halves, half], graduated: (await counts(made)).graduations };
  } finally {
    await database.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function strike(random: Random, args: readonly string[]): Promise<boolean> {
  return run(args, random.whole(SHORTEST_MS, LONGEST_MS));
}

/** Runs the program, killed after some time or to its end; true when it was killed. */
async function run(args: readonly string[], after_ms: number | null): Promise<boolean> {
  const worker = spawn(process.execPath, [WORKER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(worker, 'exit');
  await Promise.race([once(worker.stdout, 'data'), ended]);
  if (after_ms !== null) {
    await Promise.race([sleep(after_ms), ended]);
    worker.kill('SIGKILL');
  }
  const [, signal] = await ended;
  return signal === 'SIGKILL';
}

interface Counts {
  readonly graduations: number;
  readonly diplomas: number;
  readonly ended: number;
  readonly changes: number;
  readonly serials: number;
  readonly documents: number;
  readonly approved: number;
}

async function counts(made: MadeGraduation): Promise<Counts> {
  const [row] = await made.as.read((tx) => tx.whole((whole) => whole.query<Counts>(
    `select (select count(*)::int from graduations where region_id = $1) as graduations, (select count(*)::int from diplomas where region_id = $1) as diplomas,
       (select count(*)::int from register_students where region_id = $1 and status in ('graduated', 'completed') and superseded_at is null) as ended,
       (select count(*)::int from roll_changes where region_id = $1) as changes, (select coalesce(sum(last_serial), 0)::int from diploma_series where region_id = $1) as serials,
       (select count(*)::int from documents where region_id = $1) as documents, (select count(*)::int from matters where region_id = $1 and state = 'approved') as approved`, [made.region_id])));
  if (row === undefined) throw new Error('counting answered nothing');
  return row;
}

/** Null when everything is there, or nothing. */
async function unevenness(made: MadeGraduation, students: number): Promise<string | null> {
  const { graduations, diplomas, ended, changes, serials, documents, approved } = await counts(made);
  const all = [graduations, diplomas, ended, changes, serials].every((many) => many === students) && documents === 2 && approved === 1;
  const none = [graduations, diplomas, ended, changes, serials, documents, approved].every((many) => many === 0);
  return all || none ? null : JSON.stringify({ graduations, diplomas, ended, changes, serials, documents, approved });
}

/** A graduation list stands as a whole or not at all, whatever strikes the program while it is entered. */
export const graduationKills: Proof = {
  name: 'graduation-kills',
  run: async ({ seed, count }) => {
    const { killed, halves, graduated } = await strikeGraduations(count ?? STRIKES, seed);
    return { holds: halves.length === 0 && graduated === STUDENTS, figures: `${count ?? STRIKES} strikes of seed ${seed}, ${killed} of them while it worked, ${graduated} of ${STUDENTS} students decided in the end; ${halves.length} times half done ${halves.join(' ')}` };
  },
};
