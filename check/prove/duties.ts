import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TypedSheets } from '../../core/check/made-dataset.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { addDays, date, type PlainDate } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { reckonDuties } from '../../store/duty-run.ts';
import { setGoLive } from '../../store/duty-start.ts';
import { importDataset } from '../../store/import.ts';
import { keySource } from '../../store/key-source.ts';
import { dutyWorld, newcomer, signed } from '../../store/made-duties.ts';
import { madeAccount } from '../../store/made-people.ts';
import { importOf } from '../../store/made-store.ts';
import { loadMatter } from '../../store/matters/matter.ts';
import { openMatter } from '../../store/matters/open-matter.ts';
import { stepMatter } from '../../store/matters/step-matter.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { urlOf } from '../../store/postgres/connection.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';

const WORKER = fileURLToPath(new URL('duty-worker.ts', import.meta.url));
const STEPS = 25;
const STUDENTS = 40;
const [SHORTEST_MS, LONGEST_MS] = [0, 900];

/** Beginnings, ends and rungs of two regions that hear the same in the same order, one of them struck down while it works. */
interface Pair {
  readonly database: Database;
  readonly calm: number;
  readonly struck: number;
}

async function region(database: Database): Promise<number> {
  const { region_id } = await createRegion(database, { code: '330800', name: '测试市', office_name: '测试办', counties: [{ code: '330803', name: '衢江区' }], pack: DEFAULT_PACK.header.id, sample: false });
  await database.as(programActor(region_id)).write((tx) => setGoLive(tx, date('2025-09-01')));
  return region_id;
}

async function tell({ database, calm, struck }: Pair, sheets: TypedSheets, name: string): Promise<void> {
  for (const region_id of [calm, struck]) {
    const reply = await importDataset(database, importOf(programActor(region_id), sheets, { file: { name, sha256: name } }));
    if (reply.outcome !== 'done' && reply.outcome !== 'unchanged') throw new Error(JSON.stringify(reply).slice(0, 1000));
  }
}

/** Signatures of some students, dated without regard to the order in which they are told of; now and then one is taken back. */
function news(random: Random, today: PlainDate): TypedSheets {
  return {
    agreements: Array.from({ length: random.whole(1, 6) }, () => `T${random.whole(0, STUDENTS - 1)}`)
      .filter((id, at, all) => all.indexOf(id) === at)
      .map((id) => signed(id, addDays(today, -random.whole(0, 60)), random.oneIn(5) ? { signed_college_on: '' } : {})),
  };
}

/** A proposal in a region, and the two people between whom it goes to and fro. */
interface Proposal {
  readonly region_id: number;
  readonly matter_id: number;
  readonly accounts: readonly [drafter: string, answerer: string];
}

async function propose(database: Database, region_id: number): Promise<Proposal> {
  const as = database.as(programActor(region_id));
  const [drafter, answerer] = [await madeAccount(as, 'office'), await madeAccount(as, 'office')];
  const opened = await database.as({ ...programActor(region_id), account: drafter.account }).write((tx) => openMatter(
    tx, { kind: 'parameter_change', subject: 'rooms.min_m2', details: { value: '16', from: date('2100-01-01') } }, { pack: DEFAULT_PACK, today: date('2025-09-01') }));
  if (opened.outcome !== 'done') throw new Error(opened.outcome);
  return { region_id, matter_id: opened.matter_id, accounts: [drafter.account, answerer.account] };
}

/** Its next step, on a day that may lie before the one before. */
async function answer(database: Database, { region_id, matter_id, accounts: [drafter, answerer] }: Proposal, on: PlainDate): Promise<void> {
  const { state, version } = await database.as(programActor(region_id)).read(async (tx) => await loadMatter(tx, matter_id) ?? { state: '', version: 0 });
  const [account, act] = state === 'drafted' ? [drafter, 'propose'] : [answerer, 'return'];
  const stepped = await database.as({ ...programActor(region_id), account }).write((tx) => stepMatter(tx, { matter_id, act, version, reason: '理由' }, { pack: DEFAULT_PACK, today: on }));
  if (stepped.outcome !== 'done') throw new Error(stepped.outcome);
}

/** Two programs at once, each killed at a random moment; answers how many were killed before they had ended. */
async function strike(random: Random, args: readonly string[]): Promise<number> {
  const killed = await Promise.all([1, 2].map(async () => {
    const worker = spawn(process.execPath, [WORKER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(worker, 'exit');
    await Promise.race([once(worker.stdout, 'data'), ended]);
    await Promise.race([sleep(random.whole(SHORTEST_MS, LONGEST_MS)), ended]);
    worker.kill('SIGKILL');
    const [, signal] = await ended;
    return signal === 'SIGKILL';
  }));
  return killed.filter(Boolean).length;
}

const STANDING = `select d.duty_key, d.due_on, d.closed_on, d.lifted, a.act, a.on_day from duties d left join duty_acts a using (region_id, duty_key) where d.region_id = $1 order by 1, 5`;

/** `count` steps: the clock jumps by up to a year, news comes out of order, two reckonings are killed, one ends. */
export async function strikeDuties(steps: number, seed: number): Promise<{ readonly killed: number; readonly acts: number; readonly different: number }> {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-duties-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const database = await openDatabase(postgres.connection, keySource(dataDir));
  try {
    const pair: Pair = { database, calm: await region(database), struck: await region(database) };
    await tell(pair, { ...dutyWorld(), students: Array.from({ length: STUDENTS }, (_, at) => newcomer(`T${at}`, { from: addDays(date('2025-09-01'), random.whole(0, 40)) })) }, 'world');
    const proposals = [await propose(database, pair.calm), await propose(database, pair.struck)];
    let [today, killed] = [date('2025-09-01'), 0];
    for (let step = 1; step <= steps; step += 1) {
      today = addDays(today, random.oneIn(6) ? 365 : random.whole(0, 30));
      await tell(pair, news(random, today), `news ${step}`);
      const answered_on = addDays(today, -random.whole(0, 60));
      for (const proposal of proposals) await answer(database, proposal, answered_on);
      const reckoning = { today, duties: DEFAULT_PACK.duties, parameters: DEFAULT_PACK.parameters };
      await reckonDuties(database, pair.calm, reckoning);
      killed += await strike(random, [urlOf(postgres.connection), dataDir, String(pair.struck), today]);
      await reckonDuties(database, pair.struck, reckoning);
    }
    const rows = async (region_id: number): Promise<string[]> => (await database.as(programActor(region_id)).read((tx) => tx.arrays(STANDING, [region_id]))).map((row) => row.join(' '));
    const [calm, struck] = [await rows(pair.calm), await rows(pair.struck)];
    const other = new Set(struck);
    return { killed, acts: calm.length, different: calm.filter((row) => !other.has(row)).length + Math.abs(calm.length - struck.length) };
  } finally {
    await database.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Each beginning, end and rung is written once, whatever strikes the program while it works. */
export const duties: Proof = {
  name: 'duties',
  run: async ({ seed, count }) => {
    const steps = count ?? STEPS;
    const { killed, acts, different } = await strikeDuties(steps, seed);
    return { holds: different === 0 && acts > 0, figures: `${steps} steps, ${killed} reckonings killed, ${acts} acts, ${different} different from those of a region left in peace (seed ${seed})` };
  },
};
