import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgingOn } from '../../core/check/judging.ts';
import { auditGraduation } from '../../core/graduation/audit.ts';
import { graduationJson } from '../../core/graduation/graduation-json.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { readTyped } from '../../core/check/made-dataset.ts';
import type { Dataset } from '../../core/exchange/sheets.ts';
import { graduationRules } from '../../core/graduation/rules.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import { openDatabase } from '../../store/database.ts';
import { loadFinalYear } from '../../store/graduation-rows.ts';
import { importDataset } from '../../store/import.ts';
import { memorySource } from '../../store/key-source.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STUDENTS = 100_000;
const ROUNDS = 3;
const MOST_SECONDS = 5;
const DAY = '2026-06-20';

/** A hundred thousand students of the final grade with two rows of the roll, a certificate, and charges and receipts of two years each. */
const SHEETS: Readonly<Record<string, readonly [heading: string, row: (at: number) => string[]]>> = {
  students: ['student_id,name,sex,birth_date,programme_id,school_id,campus_id,cohort,stage,grade,status,from,to', (at) => [
    `N${at},学生,1,2004-02-29,P1,S1,C1,2021,higher,4,enrolled,2024-09-01,2025-08-31`, `N${at},学生,1,2004-02-29,P1,S1,C1,2021,higher,5,enrolled,2025-09-01,`]],
  credits: ['student_id,required,earned,conduct_ok,internship_ok,certificate_exemption', (at) => [`N${at},140,${at % 9 === 0 ? '137.5' : '141'},yes,${at % 11 === 0 ? '' : 'yes'},`]],
  certificates: ['student_id,kind,name,level,number,issued_on,verified', (at) => [`N${at},skill,电工,${at % 7 === 0 ? 4 : 3},S00003300000126${at % 7 === 0 ? 4 : 3}${String(at).padStart(6, '0')},2026-05-20,yes`]],
  filings: ['student_id,list_no,filed_on', (at) => [`N${at},名册,2021-12-05`]],
  charges: ['student_id,academic_year,kind,amount_yuan,due_on', (at) => [2024, 2025].map((year) => `N${at},${year},tuition,6600.00,${year}-09-15`)],
  receipts: ['receipt_id,student_id,academic_year,kind,amount_yuan,received_on', (at) => [2024, 2025].map((year) => `R${at}-${year},N${at},${year},tuition,${at % 13 === 0 ? '6000.00' : '6600.00'},${year}-09-20`)],
};

/** What the students' rows name. */
const { dataset: AROUND } = readTyped({
  organisations: [{ org_id: 'S1', name: '甲校', kind: 'school', division_code: '330803' }, { org_id: 'H1', name: '乙院', kind: 'college', division_code: '330803' }],
  campuses: [{ campus_id: 'C1', name: '校区', school_id: 'S1', college_id: 'H1', division_code: '330803', form: 'carved_out', status: 'recognised', from: '2021-09-01' }],
  programmes: [{ programme_id: 'P1', name: '数控技术', school_id: 'S1', college_id: 'H1', campus_id: 'C1', secondary_code: '660103', higher_code: '460103' }],
});

/** The audit of a hundred thousand students with every checklist: the rules alone, and the whole command from CSV to JSON. */
export async function benchGraduation(print: (line: string) => void = console.log): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-final-year-'));
  try {
    await writeSheets(folder);
    const read = await readDatasetPath(folder);
    if ('refused' in read) throw new Error('the final year is not readable');
    const judging = judgingOn(quzhou2024, date(DAY));
    tell(print, 'rows to answers', median(() => {
      const before = process.cpuUsage();
      graduationJson(auditGraduation(read.dataset, read.problems, judging));
      return secondsOf(process.cpuUsage(before));
    }));
    tell(print, 'the whole command, CSV to JSON', median(() => runCommand(folder)));
    await benchStore(print, read.dataset);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same students in registers of the embedded database: records read, everybody audited, every checklist written. */
async function benchStore(print: (line: string) => void, dataset: Dataset): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-final-year-store-'));
  const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
  const database = await openDatabase(postgres.connection, memorySource());
  try {
    const { region_id } = await createRegion(database, { code: '330800', name: '测试市', office_name: '测试办', counties: [{ code: '330803', name: '衢江区' }], pack: quzhou2024.header.id, sample: false });
    const actor = programActor(region_id);
    const began = process.hrtime.bigint();
    const stored = await importDataset(database, { actor, dataset: { ...dataset, ...AROUND }, problems: [], as_of: date(DAY), replace: [], file: { name: '毕业年级', sha256: 'final-year' } });
    if (stored.outcome !== 'done') throw new Error(`the final year is not stored: ${JSON.stringify(stored).slice(0, 500)}`);
    print(`graduation ${STUDENTS} students stored in ${secondsSince(began).toFixed(0)} s`);
    const judging = judgingOn(quzhou2024, date(DAY));
    const { final_grade = 0 } = graduationRules(judging.parameters) ?? {};
    const rounds: Taken[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [start, before] = [process.hrtime.bigint(), process.cpuUsage()];
      const rows = await database.as(actor).read((tx) => tx.whole((whole) => loadFinalYear(whole, { on: date(DAY), final_grade, programmes: null, statuses: AT_SCHOOL })));
      const { students } = graduationJson(auditGraduation(rows, [], judging));
      if (students.length !== STUDENTS) throw new Error(`${students.length} were audited`);
      rounds.push({ seconds: secondsSince(start), processor: secondsOf(process.cpuUsage(before)) });
    }
    tell(print, 'from the store', middle(rounds));
  } finally {
    await database.close();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function secondsSince(start: bigint): number {
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function writeSheets(folder: string): Promise<void> {
  for (const [name, [heading, row]] of Object.entries(SHEETS)) {
    const file = createWriteStream(join(folder, `${name}.csv`));
    file.write(`${heading}\n`);
    for (let at = 0; at < STUDENTS; at++) if (!file.write(`${row(at).join('\n')}\n`)) await once(file, 'drain');
    file.end();
    await once(file, 'close');
  }
}

function secondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

/** Runs the command in a process of its own; the processor's seconds that it took. */
function runCommand(folder: string): number {
  const script = 'process.on("exit", () => process.stderr.write(`\\n${JSON.stringify(process.cpuUsage())}\\n`));';
  const done = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(script)}`, join(ROOT, 'cli/main.ts'), 'graduation', folder, '--as-of', DAY, '--json'], {
    encoding: 'utf8', maxBuffer: 1 << 29,
  });
  if (done.status !== 1) throw new Error(`graduation failed: ${done.stderr}`);
  return secondsOf(JSON.parse(done.stderr.trim()) as NodeJS.CpuUsage);
}

interface Taken { readonly seconds: number; readonly processor: number }

/** The median of a few rounds; the processor's time tells how much of it was waiting for a busy machine. */
function median(work: () => number): Taken {
  const rounds = Array.from({ length: ROUNDS }, (): Taken => {
    const start = process.hrtime.bigint();
    const processor = work();
    return { seconds: Number(process.hrtime.bigint() - start) / 1e9, processor };
  });
  return middle(rounds);
}

function middle(rounds: Taken[]): Taken {
  return rounds.sort((a, b) => a.seconds - b.seconds)[Math.floor(ROUNDS / 2)] ?? { seconds: 0, processor: 0 };
}

function tell(print: (line: string) => void, name: string, { seconds, processor }: Taken): void {
  print(`graduation ${STUDENTS} students with every checklist, ${name}: median ${seconds.toFixed(2)} s of ${ROUNDS}, processor ${processor.toFixed(2)} s (limit ${MOST_SECONDS} s) ${seconds <= MOST_SECONDS ? 'reached' : 'MISSED'}`);
}
