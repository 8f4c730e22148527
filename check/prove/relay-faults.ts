import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { isAlive, readPostmasterFile } from '../../store/postgres/left-server.ts';
import { cleanEnvironment } from '../guantong.ts';
import { startProgram, type StartedProgram } from '../program.ts';
import { startAlone } from './alone.ts';
import { askForANewLogFile, fill, noSmallDisk, onSmallDisk } from './full-disk.ts';
import { losingProxy } from './losing-proxy.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';
import { makeRelay, relayAct, relayFaults } from './relay-acts.ts';

const WORKER = fileURLToPath(new URL('relay-worker.ts', import.meta.url));
const [SHORTEST_MS, LONGEST_MS] = [5, 600];
const STRIKES_WITHOUT_PROGRESS = 3;

export interface RelayProof {
  readonly acts: number;
  /** What is lost, doubled, torn or not as the rules say; there must be none. */
  readonly faults: readonly string[];
  readonly struck: number;
}

const doneBy = (worker: StartedProgram): number => worker.output().match(/^done /gm)?.length ?? 0;
const faultsBy = (worker: StartedProgram): string[] => worker.output().match(/^(?:fault|torn) .*$/gm) ?? [];

async function progress(worker: StartedProgram, many: number): Promise<void> {
  while (doneBy(worker) < many) {
    if (worker.process.exitCode !== null || worker.process.signalCode !== null) throw new Error(`the acts ended by themselves:\n${worker.output()}`);
    await sleep(10);
  }
}

/** Lets the acts come to their end and be compared with the rules. */
async function proven(worker: StartedProgram, before: Pick<RelayProof, 'faults' | 'struck'>): Promise<RelayProof> {
  worker.process.kill('SIGTERM');
  const line = await worker.line(/^proven /);
  await worker.ended;
  return { acts: Number(line.split(' ')[1]), faults: [...before.faults, ...faultsBy(worker)], struck: before.struck };
}

/** R4-a: whoever moves money, its database or both are killed at random moments; each start after looks at the books first. */
export async function killRelay(strikes: number, seed: number, say: (line: string) => void = () => undefined): Promise<RelayProof> {
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-relay-'));
  const start = (from: number, relay: string): StartedProgram => startProgram(process.execPath, [WORKER, dataDir, String(from), relay], { env: cleanEnvironment() });
  let worker = start(0, '');
  try {
    const relay = (await worker.line(/^relay /)).slice('relay '.length);
    const faults: string[] = [];
    let next = 0;
    for (let at = 1; at <= strikes; at += 1) {
      if (at % STRIKES_WITHOUT_PROGRESS === 0) await progress(worker, doneBy(worker) + 1);
      await sleep(random.whole(SHORTEST_MS, LONGEST_MS));
      if (await strike(worker, dataDir, random)) {
        next += doneBy(worker);
        faults.push(...faultsBy(worker));
        worker = start(next, relay);
        await worker.line(/^relay /);
      }
      if (at % 20 === 0) say(`${at} strikes, ${next + doneBy(worker)} acts, ${faults.length} faults`);
    }
    await progress(worker, doneBy(worker) + 1);
    return await proven(worker, { faults, struck: strikes });
  } finally {
    await worker.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Kills one of three; true where the program has to be started again. */
async function strike(worker: StartedProgram, dataDir: string, random: Random): Promise<boolean> {
  const victim = random.pick(['program', 'database', 'both'] as const);
  const database = readPostmasterFile(join(dataDir, 'postgres', 'cluster'))?.pid;
  if (victim !== 'program' && database !== undefined && isAlive(database)) process.kill(database, 'SIGKILL');
  if (victim === 'database') return false;
  await worker.end('SIGKILL');
  return true;
}

/** The reply to every COMMIT of so many acts is lost, and each act done again until it is heard. */
export async function loseRelayCommits(connection: PostgresConnection, acts: number): Promise<RelayProof> {
  const proxy = await losingProxy(connection);
  const keys = memorySource();
  const [direct, db] = [await openDatabase(connection, keys), await openDatabase(proxy.connection, keys)];
  try {
    const relay = await makeRelay(direct);
    for (let act = 0; act < acts; act += 1) {
      for (let heard = false; !heard;) {
        proxy.lose(1);
        heard = await relayAct(db, relay, act).then(() => true, () => false);
      }
      proxy.lose(0);
    }
    return { acts, faults: await relayFaults(direct, relay, acts), struck: proxy.lost() };
  } finally {
    await Promise.all([db.close(), direct.close()]);
    await proxy.close();
  }
}

/** The disk is filled so often while money moves, every second time under the log of the database, and then there is space again. */
export async function fillUnderRelay(rounds: number): Promise<RelayProof> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-relay-full-'));
  const [command = '', ...rest] = [...onSmallDisk(dataDir), process.execPath, WORKER, dataDir, '0'];
  const worker = startProgram(command, rest, { env: cleanEnvironment() });
  const inside = join('/proc', String(worker.process.pid), 'root', dataDir);
  const refused = (): number => worker.output().match(/^failed /gm)?.length ?? 0;
  try {
    await worker.line(/^done /);
    mkdirSync(dataDir, { recursive: true });
    for (let round = 1; round <= rounds; round += 1) {
      const before = refused();
      const filler = fill(join(inside, 'filler'));
      if (round % 2 === 0) await askForANewLogFile(inside);
      for (let waited = 0; refused() < before + FAILURES && waited < MOST_WAITS; waited += 1) await sleep(WAIT_MS);
      ftruncateSync(filler, 0);
      closeSync(filler);
      await progress(worker, doneBy(worker) + 2);
    }
    const proof = await proven(worker, { faults: [], struck: 0 });
    return { ...proof, struck: refused() };
  } finally {
    await worker.end('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const [FAILURES, WAIT_MS, MOST_WAITS] = [5, 20, 500];
const [STRIKES, ACTS, ROUNDS] = [200, 200, 6];

/** R4-a: money that moves while programs and databases are killed, replies to COMMIT lost, the disk full: nothing lost, nothing doubled. */
export const relay: Proof = {
  name: 'relay',
  run: async ({ seed, count, say }) => {
    const killed = await killRelay(count ?? STRIKES, seed, say);
    const alone = await startAlone();
    const unheard = await alone.newDatabase().then((connection) => loseRelayCommits(connection, count ?? ACTS)).finally(() => alone.stop());
    const why = noSmallDisk();
    const full = why === null ? await fillUnderRelay(ROUNDS) : null;
    const faults = [...killed.faults, ...unheard.faults, ...full?.faults ?? []];
    for (const fault of faults.slice(0, 20)) say(fault);
    return {
      holds: faults.length === 0 && full !== null && unheard.struck > 0,
      figures: `killed ${killed.struck} times (seed ${seed}): ${killed.acts} acts; ${unheard.struck} replies to COMMIT lost under ${unheard.acts} acts; `
        + `${full === null ? `no disk of our own (${why})` : `full disk ${ROUNDS} times: ${full.struck} acts failed, ${full.acts} done`}; ${faults.length} lost, doubled or torn`,
    };
  },
};
