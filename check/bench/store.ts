import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { answerCampus, judgingOn } from '../../core/check/judging.ts';
import { campusOnTheLine, readTyped, studentRow } from '../../core/check/made-dataset.ts';
import type { Dataset, Row, SheetName } from '../../core/exchange/sheets.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { loadCampusRows } from '../../store/campus-rows.ts';
import { openDatabase } from '../../store/database.ts';
import type { Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import type { PostgresConnection } from '../../store/postgres/connection.ts';
import { correctRecord } from '../../store/register-changes.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import type { Actor } from '../../store/transaction.ts';

const ROWS = 100_000;
const ROUNDS = 5;
const MOST_RATIO = 1.5;
const CAMPUSES = [10, 100, 1000];
const CHANGES = 40;
const AS_OF = date('2025-10-31');

/** Importing against SQL written by hand, and the verdicts of one campus among few and among many. */
export async function benchStore(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  try {
    await benchImport(db, postgres.connection, print);
    await benchCampus(db, print);
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
  const { outcome } = await importDataset(db, { actor, dataset, problems: [], as_of: AS_OF, replace: [], file: { name: 'bench', sha256: 'bench' } });
  if (outcome !== 'done') throw new Error(`import: ${outcome}`);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function benchImport(db: Database, connection: PostgresConnection, print: (line: string) => void): Promise<void> {
  const { students: _, ...base } = readTyped(campusOnTheLine()).dataset;
  const students = readTyped({ students: Array.from({ length: ROWS }, (__, i) => studentRow(`N${i}`)) }).dataset.students ?? [];
  const owner = new pg.Client(connection);
  await owner.connect();
  const [ours, byHand, again]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [actor, other] = [await newActor(db), await newActor(db)];
    await bring(db, actor, base);
    byHand.push(await timed(() => handWritten(owner, other.region_id, students)));
    ours.push(await timed(() => bring(db, actor, { students })));
    again.push(await timed(async () => {
      await importDataset(db, { actor, dataset: { students }, problems: [], as_of: AS_OF, replace: [], file: { name: 'bench', sha256: 'bench' } });
    }));
  }
  await owner.end();
  const ratio = median(ours) / median(byHand);
  print(`store import ${ROWS} parsed rows, durable, keys and both times: median ${median(ours).toFixed(0)} ms of ${ROUNDS}; COPY + INSERT … SELECT … ON CONFLICT by hand ${median(byHand).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (limit ${MOST_RATIO}) ${ratio <= MOST_RATIO ? 'reached' : 'MISSED'}`);
  print(`store the same ${ROWS} rows again, all unchanged: median ${median(again).toFixed(0)} ms`);
}

/** What somebody would write for this one table, without checks, counts, row security or history. */
async function handWritten(client: pg.Client, region_id: number, rows: readonly Row<'students'>[]): Promise<void> {
  const columns = 'student_id, name, sex, birth_date, id_number, programme_id, school_id, campus_id, cohort, stage, grade, status, class_id, boarder, valid_from, valid_to';
  await client.query('begin');
  await client.query(`create temp table staging on commit drop as select key, source_row, ${columns} from register_students with no data`);
  const text = (value: unknown): string => (value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, '\\$&'));
  function* lines(): Generator<string> {
    for (let at = 0; at < rows.length; at += 500) {
      yield rows.slice(at, at + 500).map((r) => [
        `${r.student_id}\u001f${r.from}`, r.row, r.student_id, r.name, r.sex, r.birth_date, r.id_number, r.programme_id, r.school_id,
        r.campus_id, r.cohort, r.stage, r.grade, r.status, r.class_id, r.boarder, r.from, r.to,
      ].map(text).join('\t')).join('\n').concat('\n');
    }
  }
  await pipeline(Readable.from(lines()), client.query(copyFrom(`copy staging (key, source_row, ${columns}) from stdin`)));
  await client.query(
    `insert into register_students (region_id, record_id, key, ${columns}, import_id, source_row, recorded_at, recorded_by, act)
     select ${region_id}, row_number() over (order by source_row), key, ${columns}, 1, source_row, clock_timestamp(), 'bench', 'added' from staging
     on conflict (region_id, key, superseded_at) do update set name = excluded.name`);
  await client.query('commit');
}

/** Rows of the campus on the line, as those of another campus. */
function campusRowsNamed(dataset: Dataset, sheet: SheetName, campus: string): unknown[] {
  const ids = ['campus_id', 'room_id', 'parcel_id', 'base_id', 'asset_id', 'person_id', 'class_id', 'head_id', 'student_id'];
  return (dataset[sheet] ?? []).map((row) => ({
    ...row,
    ...Object.fromEntries(Object.entries(row).filter(([name, value]) => ids.includes(name) && typeof value === 'string')
      .map(([name, value]) => [name, name === 'campus_id' ? campus : `${campus}-${value}`])),
  }));
}

async function benchCampus(db: Database, print: (line: string) => void): Promise<void> {
  const { dataset } = readTyped(campusOnTheLine());
  const judging = judgingOn(quzhou2024, AS_OF);
  const whole: SheetName[] = ['region', 'organisations', 'programmes'];
  const medians: number[] = [];
  for (const campuses of CAMPUSES) {
    const actor = await newActor(db);
    const many = Object.fromEntries((Object.keys(dataset) as SheetName[]).map((sheet) => [sheet,
      whole.includes(sheet) ? dataset[sheet] : Array.from({ length: campuses }, (_, i) => campusRowsNamed(dataset, sheet, `C${i}`)).flat()]));
    await bring(db, actor, many as Dataset);
    const times: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const campus_id = `C${Math.floor((change * campuses) / CHANGES)}`;
      times.push(await timed(() => changeAndJudge(db, actor, campus_id, judging, change)));
    }
    medians.push(median(times));
    print(`store one room corrected and its campus judged, region of ${campuses} campuses: median ${median(times).toFixed(1)} ms of ${CHANGES}`);
  }
  const spread = Math.max(...medians) / Math.min(...medians);
  print(`store largest ÷ smallest of these: ${spread.toFixed(2)} while campuses grow ${(CAMPUSES.at(-1) ?? 0) / (CAMPUSES[0] ?? 1)} times`);
}

async function changeAndJudge(db: Database, actor: Actor, campus_id: string, judging: ReturnType<typeof judgingOn>, change: number): Promise<void> {
  const rows = await db.as(actor).read((tx) => loadCampusRows(tx, campus_id));
  const room = rows?.rooms.find(({ room_id }) => room_id.endsWith('R1'));
  const reply = await db.as(actor).write((tx) => correctRecord(tx, 'rooms', room?.row ?? 0,
    { room_id: `${campus_id}-R1`, campus_id, use: 'teaching', area_m2: 4001 + change, from: '2025-09-01' }));
  if (reply.outcome !== 'done') throw new Error(`correction: ${reply.outcome}`);
  const after = await db.as(actor).read((tx) => loadCampusRows(tx, campus_id));
  if (after === null || answerCampus(after, judging).verdicts.length === 0) throw new Error('no verdicts');
}

if (import.meta.main) await benchStore();
