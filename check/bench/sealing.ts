import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campusOnTheLine, readTyped, studentRow } from '../../core/check/made-dataset.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { loadDataset, loadExport } from '../../store/region-rows.ts';
import { createRegion } from '../../store/regions.ts';
import { listRecords } from '../../store/registers.ts';
import type { Actor } from '../../store/transaction.ts';

const ROWS = 100_000;
const ROUNDS = 5;
const MOST_RATIO = 1.3;
const PAGES = 50;
const FIRST_ID = 330802200801010000n;

const idOf = (at: number): string => String(FIRST_ID + BigInt(at) * 7n);

/** What it costs to import, list and export a hundred thousand students whose citizen ids are sealed. */
export async function benchSealing(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  try {
    await bench(db, print);
  } finally {
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function bench(db: Database, print: (line: string) => void): Promise<void> {
  const { students: _, ...base } = readTyped(campusOnTheLine()).dataset;
  const rows = (given: (at: number) => Record<string, string>) =>
    readTyped({ students: Array.from({ length: ROWS }, (__, at) => studentRow(`N${at}`, given(at))) }).dataset.students ?? [];
  // The same characters in a column that is nobody's secret: what the import costs without sealing.
  const open = rows((at) => ({ name: idOf(at) }));
  const sealed = rows((at) => ({ name: '学生', id_number: idOf(at) }));
  const [without, with_, again]: [number[], number[], number[]] = [[], [], []];
  let last: Actor | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [one, other] = [await newRegion(db, base), await newRegion(db, base)];
    without.push(await timed(() => bring(db, one, { students: open })));
    with_.push(await timed(() => bring(db, other, { students: sealed })));
    again.push(await timed(() => bring(db, other, { students: sealed })));
    last = other;
  }
  const ratio = median(with_) / median(without);
  print(`sealing import of ${ROWS} students with citizen ids: median ${median(with_).toFixed(0)} ms of ${ROUNDS}, the same without sealing ${median(without).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (limit ${MOST_RATIO}) ${ratio <= MOST_RATIO ? 'reached' : 'MISSED'}`);
  print(`sealing the same again, all unchanged: median ${median(again).toFixed(0)} ms`);
  if (last !== null) await benchReading(db, last, print);
}

async function benchReading(db: Database, actor: Actor, print: (line: string) => void): Promise<void> {
  const pages: number[] = [];
  for (let page = 0; page < PAGES; page += 1) {
    pages.push(await timed(() => db.as(actor).read((tx) => listRecords(tx, 'students', { offset: page * 100, limit: 100 }))));
  }
  const plain = await timed(() => db.as(actor).read((tx) => loadDataset(tx, {}, ['students'])));
  const masked = await timed(() => db.as(actor).read((tx) => loadExport(tx)));
  print(`sealing a page of 100 students, masked: median ${median(pages).toFixed(1)} ms; all ${ROWS} for judging ${plain.toFixed(0)} ms, the whole region masked for export ${masked.toFixed(0)} ms`);
}

async function newRegion(db: Database, base: Dataset): Promise<Actor> {
  const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false });
  const actor = programActor(region_id);
  await bring(db, actor, base);
  return actor;
}

async function bring(db: Database, actor: Actor, dataset: Dataset): Promise<void> {
  const reply = await importDataset(db, { actor, dataset, problems: [], as_of: date('2025-10-31'), replace: [], file: { name: 'bench', sha256: 'bench' } });
  if (reply.outcome !== 'done' && reply.outcome !== 'unchanged') throw new Error(`import: ${reply.outcome}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

if (import.meta.main) await benchSealing();
