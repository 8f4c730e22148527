import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readList } from '../../api/read-list.ts';
import { judgeAdmission } from '../../core/admission/judge-admission.ts';
import { MADE_RULES, madeAdmission, madeCitizenId } from '../../core/admission/made-admissions.ts';
import { readTyped, studentRow } from '../../core/check/made-dataset.ts';
import { addDays, date } from '../../core/values/plain-date.ts';
import { importAdmissions } from '../../store/admission/import-admissions.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { holderColumns, holderOf, roleDay, type HolderRow } from '../../store/held-roles.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { madeAccount } from '../../store/made-people.ts';
import { madeFiledPlan } from '../../store/made-plan.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { isRefusal } from '../../workbook/refusal.ts';

const ADMITTED = 100_000;
const ON_ROLL = 100_000;
const SCHOOLS = 20;
const MOST_S = 30;
/** So many of those admitted are on the roll already, by their number. */
const KNOWN = 200;
const FIRST_BORN = date('2009-09-01');
const BORN_OVER = 600;
const SEQUENCES = 999;

/** People are told apart by birth date and sequence, as citizen ids tell them. */
function personOf(at: number): { readonly birth_date: string; readonly id_number: string } {
  const birth_date = addDays(FIRST_BORN, at % BORN_OVER);
  return { birth_date, id_number: madeCitizenId(birth_date, (Math.floor(at / BORN_OVER) % SEQUENCES) + 1) };
}

const schoolOf = (at: number): string => `S${at % SCHOOLS}`;
const programmeOf = (at: number): string => `P${at % SCHOOLS}`;

/** Admitted students of a province come in: read from a file, judged, sealed, stored, compared with each other and with the roll. */
export async function benchAdmission(print: (line: string) => void = console.log): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-bench-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const db = await openDatabase(postgres.connection, memorySource());
  try {
    const region_id = await region(db);
    const bytes = new TextEncoder().encode(csv());
    const begun = performance.now();
    const read = await readList('admissions', { name: '录取名单.csv', bytes }, judgeAdmission(MADE_RULES));
    if (isRefusal(read)) throw new Error(read.message.en);
    const readIn = performance.now();
    const reply = await db.as({ ...programActor(region_id), account: 'bench' }).write((tx) => importAdmissions(tx, { ...read, file: { name: 'bench', sha256: 'b'.repeat(64) } }));
    if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 2000));
    const stored = performance.now();
    const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
    const total = (stored - begun) / 1000;
    print(`admission ${ADMITTED} admitted students with ${ON_ROLL} on the roll: ${total.toFixed(1)} s (limit ${MOST_S}) ${total <= MOST_S ? 'reached' : 'MISSED'}; reading and judging cells ${seconds(begun, readIn)} s, sealing, storing and looking for duplicates ${seconds(readIn, stored)} s, ${reply.counts.duplicates} pairs found`);
    if (reply.counts.duplicates < KNOWN) throw new Error('those who are on the roll already were not found');
  } finally {
    await db.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function region(db: Database): Promise<number> {
  const { region_id } = await createRegion(db, { code: '330800', name: '测', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false });
  const actor = programActor(region_id);
  const schools = Array.from({ length: SCHOOLS }, (_, at) => at);
  const { dataset, problems } = readTyped({
    organisations: [
      { org_id: 'H', name: '学院', kind: 'college', division_code: '330802' }, { org_id: 'D', name: '发展和改革委员会', kind: 'department', division_code: '330800' },
      { org_id: 'B', name: '市教育局', kind: 'education_bureau', division_code: '330800' }, ...schools.map((at) => ({ org_id: schoolOf(at), name: `学校${at}`, kind: 'school', division_code: '330802' })),
    ],
    programmes: schools.map((at) => ({ programme_id: programmeOf(at), school_id: schoolOf(at), college_id: 'H', secondary_code: '660103', higher_code: '460103', name: `数控${at}` })),
    // The last of them were admitted again, under another name: only their numbers tell.
    students: Array.from({ length: ON_ROLL }, (_, at) => studentRow(`T${at}`, {
      ...personOf(at < KNOWN ? at : ADMITTED + at), name: `在册${at}`, programme_id: programmeOf(at), school_id: schoolOf(at), campus_id: '', cohort: 2024, stage: 'secondary', grade: 2, from: '2024-09-01',
    })),
  });
  const reply = await importDataset(db, { actor, dataset, problems, as_of: date('2025-08-01'), replace: [], file: { name: 'bench', sha256: 'a'.repeat(64) } });
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 2000));
  const as = db.as(actor);
  await madeFiledPlan({
    as, somebody: (role, org_id) => madeAccount(as, role, { org_id }),
    of: async ({ account }) => {
      const [row] = await as.read((tx) => tx.query<HolderRow>(
        `select ${holderColumns('$3')} from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id where a.region_id = $1 and a.account = $2`, [region_id, account, roleDay()]));
      return db.as({ region_id, account, reach: (row === undefined ? null : holderOf(row))?.reach ?? new Map() });
    },
  }, { year: 2025, college: 'H', department: 'D', bureau: 'B', lines: schools.map((at) => ({ programme_id: programmeOf(at), school_id: schoolOf(at), heads: ADMITTED / SCHOOLS })) });
  return region_id;
}

function csv(): string {
  const rows = Array.from({ length: ADMITTED }, (_, at) => {
    const { birth_date, id_number } = personOf(at);
    return madeAdmission(at, { birth_date, id_number, sex: Number(id_number[16]) % 2 === 1 ? '1' : '2', school_id: schoolOf(at), programme_id: programmeOf(at) });
  });
  return `${Object.keys(rows[0] ?? {}).join(',')}\r\n${rows.map((row) => Object.values(row).join(',')).join('\r\n')}\r\n`;
}
