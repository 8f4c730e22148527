import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campusOnTheLine, readTyped, studentRow } from '../../core/check/made-dataset.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import { date } from '../../core/values/plain-date.ts';
import { sealBatch } from '../../store/audit-sealing.ts';
import { verifyRegion } from '../../store/audit-verify.ts';
import { openSigner } from '../../store/checkpoint-key.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { registerNamed } from '../../store/register-columns.ts';
import { rangesOf } from '../../store/register-digest.ts';
import type { Actor } from '../../store/transaction.ts';

const ROWS = 100_000;
const ROUNDS = 5;
const ACTS = 20_000;
const WRITERS = 8;
const MOST_SHARE = 0.15;

/** What proving an import costs, how fast acts are written down and sealed, and how long verification takes. */
export async function benchAudit(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  try {
    await benchProof(db, print);
    await benchChain(db, dataDir, print);
  } finally {
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function newActor(db: Database): Promise<Actor> {
  const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false });
  return { ...programActor(region_id), account: 'bench' };
}

async function bring(db: Database, actor: Actor, dataset: Dataset): Promise<void> {
  const { outcome } = await importDataset(db, { actor, dataset, problems: [], as_of: date('2025-10-31'), replace: [], file: { name: 'bench', sha256: 'bench' } });
  if (outcome !== 'done') throw new Error(`import: ${outcome}`);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function benchProof(db: Database, print: (line: string) => void): Promise<void> {
  const { students: _, ...base } = readTyped(campusOnTheLine()).dataset;
  const students = readTyped({ students: Array.from({ length: ROWS }, (__, i) => studentRow(`N${i}`)) }).dataset.students ?? [];
  const [whole, proof]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const actor = await newActor(db);
    await bring(db, actor, base);
    whole.push(await timed(() => bring(db, actor, { students })));
    proof.push(await timed(() => db.as(actor).read((tx) => rangesOf(tx, [registerNamed('students')], 1, Number.MAX_SAFE_INTEGER))));
  }
  const share = median(proof) / (median(whole) - median(proof));
  print(`audit import of ${ROWS} rows with its proof: median ${median(whole).toFixed(0)} ms of ${ROUNDS}; the digest is ${median(proof).toFixed(0)} ms of it, ${(100 * share).toFixed(1)} % of the rest (limit ${100 * MOST_SHARE} %) ${share <= MOST_SHARE ? 'reached' : 'MISSED'}`);
}

async function benchChain(db: Database, dataDir: string, print: (line: string) => void): Promise<void> {
  const actor = await newActor(db);
  const checkpoints = { directory: join(dataDir, 'checkpoints'), signer: openSigner(join(dataDir, 'keys')) };
  const written = await timed(() => Promise.all(Array.from({ length: WRITERS }, async () => {
    for (let act = 0; act < ACTS / WRITERS; act += 1) await db.as(actor).write((tx) => tx.audit({ action: 'bench.act', object: `acts/${act}` }));
  })));
  const sealed = await timed(async () => {
    for (let more = true; more;) {
      const batch = await sealBatch(db, actor.region_id, checkpoints);
      more = batch.outcome === 'sealed' && batch.left;
    }
  });
  const verified = await timed(() => verifyRegion(db, actor.region_id, { directory: checkpoints.directory, key: checkpoints.signer.key }));
  print(`audit ${ACTS} acts by ${WRITERS} writers: written in ${(1000 * written / ACTS).toFixed(0)} µs each, sealed in ${(1000 * sealed / ACTS).toFixed(0)} µs each, verified in ${(1000 * verified / ACTS).toFixed(0)} µs each`);
}

if (import.meta.main) await benchAudit();
