import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { studentRow, type TypedRow, type TypedSheets } from '../../core/check/made-dataset.ts';
import { DEFAULT_PACK } from '../../core/policy/packs.ts';
import { addDays, date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { reckonDuties } from '../../store/duty-run.ts';
import { setGoLive } from '../../store/duty-start.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { dutyWorld, signed } from '../../store/made-duties.ts';
import { importOf } from '../../store/made-store.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';

const STUDENTS = 100_000;
const SCHOOLS = 40;
/** Six: the first has graduated, the last has just come. */
const FIRST_COHORT = 2020;
const COHORTS = 6;
const UNSIGNED_OF = 10;
const TODAY = date('2025-10-31');
const CHANGES = 100;

/** The first reckoning of a region of 100 000 students, the same again, and one after a few records and a day. */
export async function benchDuties(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  try {
    const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [{ code: '330803', name: '区' }], pack: DEFAULT_PACK.header.id, sample: false });
    await db.as(programActor(region_id)).write((tx) => setGoLive(tx, date('2020-09-01')));
    await bring(db, region_id, sheets());
    const reckon = async (what: string, today = TODAY): Promise<void> => {
      const start = performance.now();
      const counts = await reckonDuties(db, region_id, { today, duties: DEFAULT_PACK.duties, parameters: DEFAULT_PACK.parameters });
      print(`duties ${STUDENTS} students, ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s (${Object.entries(counts).filter(([, many]) => many > 0).map(([name, many]) => `${many} ${name}`).join(', ') || 'nothing new'})`);
    };
    await reckon('everything for the first time');
    await reckon('again');
    await bring(db, region_id, { agreements: Array.from({ length: CHANGES }, (_, at) => signed(`N${at * UNSIGNED_OF * COHORTS + COHORTS - 1}`, TODAY)) });
    await reckon(`${CHANGES} agreements signed, a day later`, addDays(TODAY, 1));
  } finally {
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function bring(db: Database, region_id: number, given: TypedSheets): Promise<void> {
  const reply = await importDataset(db, importOf(programActor(region_id), given, { file: { name: 'bench', sha256: String(Object.keys(given)) } }));
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1000));
}

/** Every student has an agreement but one of ten; the higher stage is insured, the third year tested, last summer's graduates are asked after. */
function sheets(): TypedSheets {
  const { organisations = [], campuses = [], programmes = [], calendar: _, ...world } = dutyWorld();
  const schools = Array.from({ length: SCHOOLS }, (__, at) => `S${at}`);
  const of = <T>(cohort: number | null, row: (student_id: string, at: number) => T): T[] =>
    Array.from({ length: STUDENTS }, (__, at) => at).filter((at) => cohort === null || cohortOf(at) === cohort).map((at) => row(`N${at}`, at));
  const insured = [FIRST_COHORT + 1, FIRST_COHORT + 2].flatMap((cohort) => of(cohort, (student_id) => student_id));
  return {
    ...world,
    students: of(null, (_id, at) => rowsOfStudent(at)).flat(),
    organisations: [...organisations, ...schools.map((org_id) => ({ org_id, name: `学校${org_id}`, kind: 'school', division_code: '330803' }))],
    campuses: [...campuses, ...schools.map((school_id) => ({ ...campuses[0], campus_id: `C${school_id}`, name: `校区${school_id}`, school_id }))],
    programmes: [...programmes, ...schools.map((school_id) => ({ ...programmes[0], programme_id: `P${school_id}`, school_id }))],
    calendar: Array.from({ length: COHORTS }, (__, at) => ({ college_id: 'H', academic_year: FIRST_COHORT + at, first_day: `${FIRST_COHORT + at}-09-01` })),
    agreements: of(null, (id, at) => (Math.floor(at / COHORTS) % UNSIGNED_OF === 0 ? [] : [signed(id, `${cohortOf(at)}-09-20`)])).flat(),
    insurance: insured.map((student_id) => ({ policy_no: `B${student_id}`, kind: 'school_liability', student_id, from: '2025-09-01', to: '2026-08-31' })),
    results: of(FIRST_COHORT + 3, (student_id) => ({ student_id, kind: 'upgrade_test', on: '2025-10-10', score: 80 })),
    receipts: insured.map((student_id) => ({ receipt_id: `R${student_id}`, student_id, academic_year: 2025, kind: 'custody', amount_yuan: '600', received_on: '2025-09-05' })),
    destinations: of(FIRST_COHORT, (student_id, at) => ({ student_id, code: at % 10 === 0 ? '70' : '11', recorded_on: '2025-08-20' })),
  };
}

const cohortOf = (at: number): number => FIRST_COHORT + (at % COHORTS);

/** The first year, and where the student is now: in one of five years, or graduated. */
function rowsOfStudent(at: number): TypedRow[] {
  const [cohort, school_id] = [cohortOf(at), `S${Math.floor(at / COHORTS) % SCHOOLS}`];
  const grade = COHORTS + FIRST_COHORT - cohort;
  const row = (given: TypedRow): TypedRow => studentRow(`N${at}`, { school_id, programme_id: `P${school_id}`, cohort, birth_date: `${cohort - 15}-02-28`, ...given });
  const first = { stage: 'secondary', grade: 1, campus_id: '', from: `${cohort}-09-01` };
  if (grade === 1) return [row(first)];
  const now: TypedRow = { ...(grade <= 3 && { stage: 'secondary' }), grade: Math.min(grade, 5), campus_id: grade > 3 ? `C${school_id}` : '' };
  const from = grade > 5 ? '2025-06-30' : '2025-09-01';
  return [row({ ...first, to: addDays(date(from), -1) }), row({ ...now, from, status: grade > 5 ? 'graduated' : 'enrolled' })];
}

if (import.meta.main) await benchDuties();
