import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { reachOf, type Reach } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/roles.ts';
import { readTyped, type TypedSheets } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import type { RollCursor, RollFilter } from '../../store/students/roll-filter.ts';
import { readRollPage } from '../../store/students/roll-page.ts';

const STUDENTS = 500_000;
const SCHOOLS = 400;
const SCHOOLS_OF_A_COLLEGE = 10;
const PER_SCHOOL = STUDENTS / SCHOOLS;
const ON = date('2025-10-31');
const PAGE = 50;
const ROUNDS = 12;
const PAGES = 3;
const MOST_MS = 100;

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const GIVEN = '子涵梓轩浩宇欣怡雨思佳俊杰小明晓丽文博嘉豪诗琪一诺志强建国春兰海燕玉华雪梅天宇晨曦若溪静';

const filters: readonly (readonly [string, Omit<RollFilter, 'on'>])[] = [
  ['nothing', {}], ['a school', { school_id: 'S1' }], ['a campus', { campus_id: 'C1' }], ['a programme', { programme_id: 'P1-1' }], ['a class', { class_id: 'K1-3' }],
  ['a cohort', { cohort: 2023 }], ['a stage', { stage: 'higher' }], ['a grade', { grade: 3 }], ['a rare status', { status: 'suspended' }], ['left', { status: 'withdrawn' }],
  ['grade and rare status', { grade: 3, status: 'suspended' }], ['what nobody is', { grade: 1, stage: 'higher' }], ['cohort, grade, stage', { cohort: 2023, grade: 3, stage: 'secondary' }],
  ['of the wrong stage at a campus', { misplaced: true }], ['a surname', { name: '张', begins: true }], ['the last surname and a grade', { name: '郑', begins: true, grade: 2 }],
  ['surname and a character', { name: '张小', begins: true }], ['a character within', { name: '明' }], ['two characters within', { name: '小明' }], ['within, of a grade', { name: '雨', grade: 5 }],
  ['a name that nobody has', { name: '奥特曼' }],
];

/** The roll of half a million students as a list: any filter, search by name, the next page; as three who may read it. */
export async function benchRoll(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  const owner = new pg.Client(postgres.connection);
  await owner.connect();
  try {
    const region_id = await madeRegion(db, owner);
    const of = (role: Role, org_id: string, granted: readonly string[] = []): Reach =>
      reachOf({ roles: [{ role, org_id, division_code: null, campuses: [], classes: [] }], student_id: null, wards: [], granted });
    const readers: readonly (readonly [string, Reach])[] = [
      ['a school’s registrar', of('school_registrar', 'S1')], ['a college’s roll office', of('college_roll', 'H1')], ['the office with a grant', of('office', 'O1', ['*'])]];
    for (const [name, reach] of readers) await measure(db, { region_id, reach, name }, print);
  } finally {
    await owner.end();
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(db: Database, { region_id, reach, name }: { region_id: number; reach: Reach; name: string }, print: (line: string) => void): Promise<void> {
  const as = db.as({ region_id, account: 'bench', reach });
  const p95 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN;
  const worst: [string, number][] = [];
  const all: number[] = [];
  for (const [what, filter] of filters) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      let cursor: RollCursor | null | undefined;
      for (let page = 0; page < PAGES && cursor !== null; page += 1) {
        const started = performance.now();
        ({ next: cursor } = await as.read((tx) => readRollPage(tx, { ...filter, on: ON }, { cursor: cursor ?? undefined, limit: PAGE })));
        times.push(performance.now() - started);
      }
    }
    all.push(...times);
    worst.push([what, p95(times)]);
  }
  const [slowest] = worst.toSorted((a, b) => b[1] - a[1]);
  const reached = worst.every(([, ms]) => ms <= MOST_MS) ? 'reached' : 'MISSED';
  print(`roll list, ${STUDENTS} students, ${name}: p95 of all ${p95(all).toFixed(1)} ms; slowest filter “${slowest?.[0]}” p95 ${slowest?.[1].toFixed(1)} ms (limit ${MOST_MS}) ${reached}`);
  if (process.env['BENCH_DETAIL'] === '1') for (const [what, ms] of worst) print(`  ${what}: p95 ${ms.toFixed(1)} ms`);
}

function places(): TypedSheets {
  const schools = Array.from({ length: SCHOOLS }, (_, i) => i + 1);
  const college = (school: number): string => `H${Math.ceil(school / SCHOOLS_OF_A_COLLEGE)}`;
  const organisation = (org_id: string, kind: string) => ({ org_id, name: org_id, kind, division_code: '330802' });
  return {
    region: [{ region_code: '330000', name: '省', office_name: '办' }],
    organisations: [...schools.map((n) => organisation(`S${n}`, 'school')), ...new Set(schools.map(college))].map((one) => (typeof one === 'string' ? organisation(one, 'college') : one)),
    campuses: schools.map((n) => ({ campus_id: `C${n}`, name: `校区${n}`, school_id: `S${n}`, college_id: college(n), division_code: '330802', form: 'carved_out', status: 'recognised' })),
    programmes: schools.flatMap((n) => [1, 2, 3].map((p) => ({ programme_id: `P${n}-${p}`, school_id: `S${n}`, college_id: college(n), campus_id: `C${n}`, secondary_code: '660103', higher_code: '460103', name: '数控' }))),
  };
}

async function madeRegion(db: Database, owner: pg.Client): Promise<number> {
  const { region_id } = await createRegion(db, { code: '330000', name: '省', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false });
  const { dataset, problems } = readTyped(places());
  const reply = await importDataset(db, { actor: programActor(region_id), dataset, problems, as_of: ON, replace: [], file: { name: 'bench', sha256: 'bench' } });
  if (reply.outcome !== 'done') throw new Error(`import: ${JSON.stringify(reply).slice(0, 500)}`);
  await owner.query(`set app.region = '${region_id}'`);
  await owner.query(studentsSql(), [region_id, SURNAMES, GIVEN]);
  // As autovacuum leaves the tables a minute after an import: statistics made, indexes up to date.
  await owner.query('vacuum analyze register_students');
  await owner.query('vacuum analyze roll_names');
  return region_id;
}

/** A row for each year that a student has been there, the last without an end; one in thirty left, one in fifty is suspended, one in five thousand is in the wrong place. */
function studentsSql(): string {
  return `insert into register_students (region_id, record_id, key, student_id, name, sex, birth_date, programme_id, school_id, campus_id, cohort, stage, grade, status, class_id, boarder,
      valid_from, valid_to, recorded_at, recorded_by, act, scopes)
    select $1::integer, 1000000 + row_number() over (order by s.n, g.grade), s.id || e'\\x1f' || make_date(s.cohort + g.grade - 1, 9, 1), s.id, s.name, '1', '2008-01-01', 'P' || s.school || '-' || (s.n % 3 + 1),
      'S' || s.school, case when g.grade >= 4 or s.n % 5000 = 7 then 'C' || s.school end, s.cohort, case when g.grade >= 4 then 'higher' else 'secondary' end, g.grade,
      case when g.grade < s.grade then 'enrolled' when s.n % 30 = 3 then 'withdrawn' when s.n % 50 = 4 then 'suspended' when s.grade = 5 then 'internship' else 'enrolled' end,
      'K' || s.school || '-' || (s.n % 30), true, make_date(s.cohort + g.grade - 1, 9, 1), case when g.grade < s.grade then make_date(s.cohort + g.grade, 8, 31) end,
      clock_timestamp(), 'bench', 'added',
      array['class:K' || s.school || '-' || (s.n % 30), 'county:330802', 'org:H' || ceil(s.school / ${SCHOOLS_OF_A_COLLEGE}.0), 'org:S' || s.school, 'student:' || s.id]
        || case when g.grade >= 4 then array['campus:C' || s.school] else '{}' end
    from (select n, n / ${PER_SCHOOL} + 1 as school, n % 5 + 1 as grade, 2025 - n % 5 as cohort, (2025 - n % 5) || lpad(n::text, 7, '0') as id,
        substr($2, hash(n, 1) % length($2) + 1, 1) || substr($3, hash(n, 2) % length($3) + 1, 1) || case when n % 4 = 0 then '' else substr($3, hash(n, 3) % length($3) + 1, 1) end as name
      from generate_series(0, ${STUDENTS - 1}) n) s
    cross join lateral generate_series(1, s.grade) as g(grade)`.replaceAll(/hash\(n, (\d)\)/g, "(hashtextextended(n::text, $1) & 2147483647)::integer");
}

if (import.meta.main) await benchRoll();
