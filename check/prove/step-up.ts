import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { keySource } from '../../store/key-source.ts';
import { idOfOpened, wordOf } from '../../store/matters/made-matters.ts';
import { urlOf } from '../../store/postgres/connection.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { enterScores } from '../../store/scores/scores.ts';
import { lockFacts } from '../../store/record-stamp.ts';
import { madeSeason, SEASON } from '../../store/step-up/made-season.ts';
import { madeRolls, secondaryRow, type MadeRolls } from '../../store/students/made-students.ts';
import { leaveOf, stepUpOf } from '../../store/students/roll-lists.ts';
import { exact } from '../../core/values/exact.ts';
import { startProgram } from '../program.ts';
import { madeCohort, naiveDecision, type MadeCandidate } from './made-cohort.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';
import { stepUpCohorts } from './step-up-cohorts.ts';

const [AUTUMN, TODAY] = [date('2025-09-01'), date('2025-09-20')];
const HUNDREDTHS = 100;
const WORKER = fileURLToPath(new URL('step-up-worker.ts', import.meta.url));

/** A random cohort whose season was held and published, with a list that waits for approval. */
async function waiting(db: Database, random: Random, many: number): Promise<{ readonly rolls: MadeRolls; readonly cohort: readonly MadeCandidate[]; readonly matter_id: number | null }> {
  const rolls = await madeRolls(db);
  const cohort = madeCohort(random, many);
  await rolls.add(...cohort.map(({ student_id, status }) => secondaryRow(student_id, { cohort: 2022, grade: 3, status, from: '2024-09-01' })));
  const imported = await rolls.import({
    filings: cohort.filter(({ filed }) => filed).map(({ student_id }) => ({ student_id, list_no: '名册', filed_on: '2022-12-05' })),
    credits: cohort.map(({ student_id, conduct }) => ({ student_id, required: 140, earned: 90, conduct_ok: conduct === false ? 'no' : 'yes' })),
  });
  if (imported.outcome !== 'done') throw new Error(`the cohort cannot begin: ${JSON.stringify(imported).slice(0, 500)}`);
  const season = await madeSeason(rolls);
  await score(rolls, cohort, 'test');
  await score(rolls, cohort, 'resit');
  const published = await season.publish('2025-05-06');
  if (published.outcome !== 'done' && published.outcome !== 'nobody_registered') throw new Error(JSON.stringify(published));
  const list = await rolls.as.read((tx) => stepUpOf(tx, 'H', AUTUMN, quzhou2024));
  const opened = await rolls.propose(rolls.college, 'step_up_list', 'H', { on: AUTUMN, list: list?.digest ?? '' }, { today: TODAY });
  return { rolls, cohort, matter_id: opened.outcome === 'nobody_goes' ? null : idOfOpened(opened) };
}

async function score({ as }: MadeRolls, cohort: readonly MadeCandidate[], of: 'test' | 'resit'): Promise<void> {
  const scores = cohort.flatMap((one) => (one[of] === undefined ? [] : [{ student_id: one.student_id, score: one[of] === null ? null : exact(one[of], HUNDREDTHS) }]));
  const day = of === 'test' ? { kind: 'upgrade_test' as const, on: SEASON.test_on } : { kind: 'upgrade_resit' as const, on: SEASON.resit_on };
  await as.write(async (tx) => {
    const stamp = await lockFacts(tx);
    if (stamp === null) throw new Error('no region');
    await tx.whole((whole) => enterScores(whole, day, scores, { stamp, name: of }));
    await tx.audit({ action: 'step_up.score', object: 'made', detail: { scores: scores.length } });
  });
}

/** Everybody where the sentences put them, each of those who went moved exactly once. */
async function faultsAfter({ as }: MadeRolls, cohort: readonly MadeCandidate[]): Promise<string[]> {
  const rows = await as.read((tx) => tx.arrays(
    `select r.student_id, bool_or(r.stage = 'higher'), (select count(*)::int from roll_changes c where c.region_id = $1 and c.student_id = r.student_id and c.change = 'step_up') from register_students r
     where r.region_id = $1 and r.student_id = any($2::text[]) and r.superseded_at is null and not r.withdrawn group by 1`, [tx.actor.region_id, cohort.map(({ student_id }) => student_id)]));
  const found = new Map(rows.map(([id, higher, changes]) => [id as string, `${String(higher)} ${String(changes)}`]));
  return cohort.flatMap((one) => {
    const wanted = naiveDecision(one) === 'passed' ? 'true 1' : 'false 0';
    return found.get(one.student_id) === wanted ? [] : [`${JSON.stringify(one)}: ${found.get(one.student_id)}, the sentences say ${wanted}`];
  });
}

/** One cohort through the store, run twice; who does not step up stands on the school's list of those who leave. */
export async function storeCohort(db: Database, seed: number, many: number): Promise<{ readonly faults: readonly string[]; readonly stepped_up: number }> {
  const { rolls, cohort, matter_id } = await waiting(db, randomFrom(seed), many);
  const faults: string[] = [];
  if (matter_id !== null) {
    const word = wordOf(await rolls.step(rolls.leader, matter_id, 'approve', { today: TODAY }));
    if (word !== 'done') faults.push(`the list was not approved: ${word}`);
    const again = wordOf(await rolls.step(rolls.leader, matter_id, 'approve', { today: TODAY }));
    if (again !== 'closed') faults.push(`approved twice: ${again}`);
  }
  const list = await rolls.as.read((tx) => stepUpOf(tx, 'H', AUTUMN, quzhou2024));
  if (list?.entries.some(({ outcome }) => outcome === 'goes') === true) faults.push('somebody is left to step up');
  const leaving = await rolls.as.read((tx) => leaveOf(tx, 'S', AUTUMN, quzhou2024));
  const wanted = cohort.filter((one) => ['not_passed', 'not_eligible'].includes(naiveDecision(one))).map(({ student_id }) => student_id);
  if (leaving?.entries.map(({ last }) => last.student_id).join() !== wanted.join()) faults.push(`${leaving?.entries.length} leave, ${wanted.length} were to`);
  return { faults: [...faults, ...await faultsAfter(rolls, cohort)], stepped_up: cohort.filter((one) => naiveDecision(one) === 'passed').length };
}

/** A run in a program of its own that is killed at a random moment: everybody or nobody went, and a second run finishes it. */
async function killed(db: Database, { url, dataDir, seed, many }: { readonly url: string; readonly dataDir: string; readonly seed: number; readonly many: number }): Promise<{ readonly faults: readonly string[]; readonly struck: boolean }> {
  const random = randomFrom(seed);
  const { rolls, cohort, matter_id } = await waiting(db, random, many);
  if (matter_id === null) return { faults: [], struck: false };
  const run = () => startProgram(process.execPath, [WORKER, url, dataDir, String(rolls.region_id), rolls.leader.account, String(matter_id), TODAY]);
  const first = run();
  await first.line(/begun/);
  await sleep(random.whole(0, LONGEST_MS));
  await first.end('SIGKILL');
  // What the database does with a client that is gone takes it a moment.
  await sleep(SETTLE_MS);
  const state = (await rolls.see(matter_id)).state;
  const moved = (await rolls.as.read((tx) => tx.arrays('select count(*)::int from roll_changes where region_id = $1 and matter_id = $2', [rolls.region_id, matter_id])))[0]?.[0];
  const wanted = cohort.filter((one) => naiveDecision(one) === 'passed').length;
  const faults = moved === (state === 'approved' ? wanted : 0) ? [] : [`seed ${seed}: ${String(moved)} of ${wanted} moved while the matter is ${state}`];
  const second = run();
  await second.ended;
  const approved = (await rolls.see(matter_id)).state;
  return { faults: [...faults, ...(approved === 'approved' ? [] : [`seed ${seed}: the second run left it ${approved}: ${second.output()}`]), ...await faultsAfter(rolls, cohort)], struck: state !== 'approved' };
}

const [LONGEST_MS, SETTLE_MS] = [700, 300];
const COHORTS = 20_000;
const [STORED, STORED_STUDENTS] = [10, 60];
const [KILLS, KILLED_STUDENTS] = [12, 400];

/** Random cohorts through the rules and through the store, and runs that are killed halfway. `count` is how many cohorts go through the rules. */
export const stepUp: Proof = {
  name: 'step-up',
  run: async ({ seed, count, say }) => {
    const cohorts = stepUpCohorts(seed, count ?? COHORTS);
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-step-up-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    const db = await openDatabase(postgres.connection, keySource(dataDir));
    try {
      const faults = [...cohorts.faults];
      for (let at = 0; at < STORED; at += 1) faults.push(...(await storeCohort(db, seed + at, STORED_STUDENTS)).faults);
      let struck = 0;
      for (let at = 0; at < KILLS; at += 1) {
        const one = await killed(db, { url: urlOf(postgres.connection), dataDir, seed: seed + at, many: KILLED_STUDENTS });
        faults.push(...one.faults);
        struck += one.struck ? 1 : 0;
      }
      for (const fault of faults.slice(0, 20)) say(fault);
      return {
        holds: faults.length === 0 && struck > 0,
        figures: `${count ?? COHORTS} cohorts of ${cohorts.students} students from seed ${seed}, ${cohorts.stepped_up} step up; ${STORED} through the store; ${KILLS} runs killed, ${struck} before they were done, each finished by the next; ${faults.length} faults`,
      };
    } finally {
      await db.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
