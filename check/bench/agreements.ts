import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PARTIES, type Party } from '../../core/agreements/party.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { agreementsById, type Agreement, type Signature } from '../../store/agreements/agreement.ts';
import { completeAgreements } from '../../store/agreements/completing.ts';
import { drawUpAgreements } from '../../store/agreements/drawing-up.ts';
import { lawOn } from '../../store/agreements/law.ts';
import { FILLED, SIGNING_DAY } from '../../store/agreements/made-agreements.ts';
import { registerSignatures } from '../../store/agreements/registering.ts';
import { keepSignatures, MOST_SIGNED_AT_ONCE } from '../../store/agreements/signing.ts';
import { openDatabase, type Context } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { dutyWorld, newcomer } from '../../store/made-duties.ts';
import { importOf } from '../../store/made-store.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { lockFacts } from '../../store/record-stamp.ts';
import { createRegion } from '../../store/regions.ts';

const AGREEMENTS = 1000;

/** The college signs 1 000 agreements by lists: each is printed, sealed, kept with its number, and told to the register. */
export async function benchAgreements(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  try {
    const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [], pack: DEFAULT_PACK.header.id, sample: false });
    const actor = programActor(region_id);
    const ids = Array.from({ length: AGREEMENTS }, (_, at) => `T${at}`);
    const reply = await importDataset(db, importOf(actor, {
      ...dutyWorld(), students: ids.map((id) => newcomer(id, { programme_id: 'P', school_id: 'S' })), guardians: ids.map((student_id) => ({ student_id, name: '家长', relation: '母亲' })),
    }));
    if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1000));
    const as = db.as(actor);
    const lists = Array.from({ length: AGREEMENTS / MOST_SIGNED_AT_ONCE }, (_, at) => ids.slice(at * MOST_SIGNED_AT_ONCE, (at + 1) * MOST_SIGNED_AT_ONCE));
    const drawn = await timed(async () => {
      const made: number[][] = [];
      for (const students of lists) made.push(await drawUp(as, students));
      return made;
    });
    const start = performance.now();
    for (const list of drawn.value) await sign(as, list);
    const seconds = (performance.now() - start) / 1000;
    print(`agreements ${AGREEMENTS} drawn up: ${drawn.seconds.toFixed(1)} s; signed as PDFs: ${seconds.toFixed(1)} s (${((seconds * 1000) / AGREEMENTS).toFixed(1)} ms each, lists of ${MOST_SIGNED_AT_ONCE}; limit 60 s)`);
  } finally {
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

function drawUp(as: Context, students: readonly string[]): Promise<number[]> {
  return as.write(async (tx) => {
    const answer = await drawUpAgreements(tx, { school_id: null, cohort: null, programme_id: null, class_id: null, students }, FILLED, lawOn(DEFAULT_PACK.parameters, SIGNING_DAY));
    if (answer.outcome !== 'done') throw new Error(answer.outcome);
    return answer.value.made.map(({ agreement_id }) => agreement_id);
  });
}

/** Everything of the act of the last party but the code. */
function sign(as: Context, list: readonly number[]): Promise<void> {
  return as.write(async (tx) => {
    const stamp = await lockFacts(tx);
    if (stamp === null) throw new Error('no region');
    const agreements = await agreementsById(tx, list, 'approve');
    const signature = (party: Party): Signature => ({ party, way: 'paper', on: SIGNING_DAY, at: stamp.at, signer: '某人', person_id: null, confirmed_at: '', device: '', address: '', file_hash: `sha256:${'0'.repeat(64)}` });
    const signed = agreements.map((agreement): Agreement => ({ ...agreement, signatures: PARTIES.map(signature) }));
    await keepSignatures(tx, signed.flatMap((agreement) => agreement.signatures.map((one) => ({ agreement, signature: one }))), { act_id: null, list_hash: null, at: stamp.at });
    await completeAgreements(tx, signed, stamp);
    await registerSignatures(tx, signed, new Set(list), stamp);
  });
}
