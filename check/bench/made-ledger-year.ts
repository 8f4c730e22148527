import type pg from 'pg';
import { readTyped, type TypedSheets } from '../../core/check/made-dataset.ts';
import { date } from '../../core/values/plain-date.ts';
import type { Database } from '../../store/database.ts';
import { importDataset } from '../../store/import.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import type { Actor } from '../../store/transaction.ts';

const CAMPUSES = 40;
const COLLEGES = 8;
/** One in so many has left within the year. */
const LEAVERS = 100;

function places(): TypedSheets {
  const numbers = Array.from({ length: CAMPUSES }, (_, at) => at + 1);
  const college = (n: number): string => `H${n % COLLEGES + 1}`;
  const organisation = (org_id: string, kind: string) => ({ org_id, name: org_id, kind, division_code: '330802' });
  return {
    region: [{ region_code: '330000', name: '省', office_name: '办' }],
    organisations: [...numbers.map((n) => organisation(`S${n}`, 'school')), ...[...new Set(numbers.map(college))].map((id) => organisation(id, 'college'))],
    campuses: numbers.map((n) => ({ campus_id: `C${n}`, name: `校区${n}`, school_id: `S${n}`, college_id: college(n), division_code: '330802', form: 'carved_out', status: 'recognised' })),
    shares: numbers.map((n) => ({ school_id: `S${n}`, college_id: college(n), tuition_share: '60%', from: '2024-09-01' })),
    payments: numbers.map((n) => ({ payment_id: `D${n}`, kind: 'dorm', from_id: college(n), to_id: `C${n}`, academic_year: 2025, amount_yuan: '1000.00', paid_on: '2025-10-01' })),
  };
}

/** A region with so many students of the higher stage: three charges, three receipts and one spending each. */
export async function madeYear(db: Database, owner: pg.Client, students: number): Promise<Actor> {
  const { region_id } = await createRegion(db, { code: '330000', name: '省', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false });
  const actor = programActor(region_id);
  const { dataset, problems } = readTyped(places());
  const reply = await importDataset(db, { actor, dataset, problems, as_of: date('2025-10-31'), replace: [], file: { name: 'bench', sha256: 'bench' } });
  if (reply.outcome !== 'done') throw new Error(`import: ${JSON.stringify(reply).slice(0, 500)}`);
  await owner.query(`set app.region = '${region_id}'`);
  for (const sql of rowsSql(region_id, students)) await owner.query(sql);
  await owner.query(`update regions set next_record_id = 100000000 where region_id = ${region_id}`);
  for (const sheet of ['students', 'charges', 'receipts', 'custody_spending', 'departures']) {
    await owner.query(`insert into reported_sheets (region_id, sheet, recorded_at, recorded_by) values (${region_id}, '${sheet}', clock_timestamp(), 'bench')`);
    await owner.query(`vacuum analyze register_${sheet}`);
  }
  return actor;
}

function rowsSql(region_id: number, students: number): string[] {
  const person = `(select n, (n % ${CAMPUSES}) + 1 as c, '2022' || lpad(n::text, 7, '0') as id from generate_series(1, ${students}) n) s`;
  const scopes = `array['campus:C' || s.c, 'class:K' || s.c || '-' || s.n % 30, 'county:330802', 'org:H' || s.c % ${COLLEGES} + 1, 'org:S' || s.c, 'student:' || s.id]`;
  const stamp = `clock_timestamp(), 'bench', 'added'`;
  const fee = `(values ('custody', 800, 1), ('dorm', 1200, 2), ('tuition', 6600, 3)) k(kind, yuan, at)`;
  return [
    `insert into register_students (region_id, record_id, key, student_id, name, sex, birth_date, programme_id, school_id, campus_id, cohort, stage, grade, status, class_id, boarder, valid_from, recorded_at, recorded_by, act, scopes)
     select ${region_id}, 1000000 + s.n, s.id || e'\\x1f2025-09-01', s.id, '学生', '1', '2006-01-01', 'P', 'S' || s.c, 'C' || s.c, 2022, 'higher', 4, 'enrolled', 'K' || s.c || '-' || s.n % 30, true, '2025-09-01', ${stamp}, ${scopes} from ${person}`,
    `insert into register_charges (region_id, record_id, key, student_id, academic_year, kind, amount_yuan, due_on, recorded_at, recorded_by, act, scopes)
     select ${region_id}, 10000000 + s.n * 3 + k.at, s.id || e'\\x1f' || k.kind, s.id, 2025, k.kind, k.yuan::numeric(12, 2), '2025-09-10', ${stamp}, ${scopes} from ${person} cross join ${fee}`,
    `insert into register_receipts (region_id, record_id, key, receipt_id, student_id, academic_year, kind, amount_yuan, received_on, recorded_at, recorded_by, act, scopes)
     select ${region_id}, 20000000 + s.n * 3 + k.at, 'R' || s.id || k.kind, 'R' || s.id || k.kind, s.id, 2025, k.kind, k.yuan::numeric(12, 2), '2025-09-10', ${stamp}, ${scopes} from ${person} cross join ${fee}`,
    `insert into register_custody_spending (region_id, record_id, key, spending_id, student_id, academic_year, item, amount_yuan, spent_on, recorded_at, recorded_by, act, scopes)
     select ${region_id}, 30000000 + s.n, 'U' || s.id, 'U' || s.id, s.id, 2025, '教材', 763.40, '2026-03-01', ${stamp}, ${scopes} from ${person}`,
    `insert into register_departures (region_id, record_id, key, student_id, "on", kind, recorded_at, recorded_by, act, scopes)
     select ${region_id}, 40000000 + s.n, s.id || e'\\x1f2025-12-04', s.id, '2025-12-04', 'withdrawn', ${stamp}, ${scopes} from ${person} where s.n % ${LEAVERS} = 0`,
  ];
}
