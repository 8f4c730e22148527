import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { judgeRegion } from '../../api/region-verdicts.ts';
import { reachOf } from '../../core/access/reach.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { date } from '../../core/values/plain-date.ts';
import { writeProvince } from '../../samples/province.ts';
import { openDatabase } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { countRegisters, listRecords } from '../../store/registers.ts';
import { createRegion } from '../../store/regions.ts';
import type { Actor, Transaction } from '../../store/transaction.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';
import { isRefusal } from '../../workbook/refusal.ts';

const SIZE = { campuses: 40, students: 20_000, staff: 2_000 };
const ROUNDS = 30;
const MOST_RATIO = 1.5;
const AS_OF = date('2025-10-31');

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What row security costs: the same statements of the same actor with it and without, in turns, in one run. */
export async function benchRowSecurity(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  const owner = new pg.Client(postgres.connection);
  await owner.connect();
  try {
    const region_id = await province(db, join(dataDir, 'province'));
    // As autovacuum leaves the tables a minute after an import: statistics made, indexes up to date.
    await owner.query('vacuum analyze');
    const registrar: Actor = {
      region_id, account: 'registrar',
      reach: reachOf({ roles: [{ role: 'school_registrar', org_id: 'S1', division_code: null, campuses: [], classes: [] }], student_id: null, wards: [], granted: [] }),
    };
    const questions: readonly (readonly [string, (tx: Transaction) => Promise<unknown>])[] = [
      ['a page of 100 students', (tx) => listRecords(tx, 'students', { offset: 0, limit: 100 })],
      ['how many records stand in each register', (tx) => countRegisters(tx)],
      ['the overview, everything judged anew', (tx) => judgeRegion(tx, DEFAULT_PACK, { on: AS_OF })],
    ];
    for (const [name, question] of questions) {
      const times: Record<'enable' | 'disable', number[]> = { enable: [], disable: [] };
      for (const what of ['disable', 'enable', 'disable', 'enable'] as const) {
        await rowSecurity(owner, what);
        for (let round = 0; round < ROUNDS / 2; round += 1) {
          const started = performance.now();
          await db.as(registrar).read(question);
          times[what].push(performance.now() - started);
        }
      }
      const [on, off] = [median(times.enable), median(times.disable)];
      print(`row security, ${SIZE.students} students of ${SIZE.campuses} campuses, a school’s registrar: ${name}: median ${on.toFixed(2)} ms with, ${off.toFixed(2)} ms without; ratio ${(on / off).toFixed(2)} (limit ${MOST_RATIO}) ${on / off <= MOST_RATIO ? 'reached' : 'MISSED'}`);
    }
  } finally {
    await owner.end();
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function province(db: Awaited<ReturnType<typeof openDatabase>>, folder: string): Promise<number> {
  writeProvince(folder, SIZE);
  const read = await readDatasetPath(folder);
  if (isRefusal(read)) throw new Error('the province cannot be read');
  const { dataset, problems } = read;
  const code = dataset.region?.[0]?.region_code ?? '330000';
  const { region_id } = await createRegion(db, { code, name: '省', office_name: '办', counties: [], pack: DEFAULT_PACK.header.id, sample: false });
  const reply = await importDataset(db, { actor: programActor(region_id), dataset, problems, as_of: AS_OF, replace: [], file: { name: 'province', sha256: 'province' } });
  if (reply.outcome !== 'done') throw new Error(`import: ${reply.outcome}`);
  return region_id;
}

async function rowSecurity(owner: pg.Client, what: 'enable' | 'disable'): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(`select format('%I', relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations'`);
  for (const { name } of rows) await owner.query(`alter table ${name} ${what} row level security`);
}

if (import.meta.main) await benchRowSecurity();
