import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finalYearRow, passed, skill } from '../../core/graduation/made-final-year.ts';
import type { TypedRow } from '../../core/check/made-dataset.ts';
import { openDatabase, type Database } from '../../store/database.ts';
import { AUDIT, DECIDED, madeGraduation, type MadeGraduation } from '../../store/graduation/made-graduation.ts';
import { keySource } from '../../store/key-source.ts';
import { idOfOpened, wordOf } from '../../store/matters/made-matters.ts';
import { startPostgres } from '../../store/postgres/start.ts';
import type { Proof } from './proof.ts';
import { randomFrom, type Random } from './random.ts';

/** Cohorts of one college that are decided as one list. */
const TOGETHER = 200;
const COHORTS = 2_000;
const MOST = 6;
/** The longest time of study in the higher stage, as the sentence has it. */
const MOST_YEARS = 4;

interface Finalist {
  readonly student_id: string;
  readonly status: 'enrolled' | 'internship' | 'repeating' | 'suspended';
  /** September of the first year of the higher stage. */
  readonly since: number;
  readonly credits: null | { readonly earned: number; readonly conduct: boolean | null; readonly internship: boolean | null; readonly exempted: boolean };
  readonly certificate: null | { readonly level: number; readonly named: number; readonly verified: boolean; readonly late: boolean };
}

export interface StoreCohorts {
  readonly students: number;
  readonly ended: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** Random final years of as many cohorts through the store, decided once and asked a second time, held against the sentences. */
export async function storeGraduations(db: Database, seed: number, cohorts: number): Promise<StoreCohorts> {
  const random = randomFrom(seed);
  const finalists = Array.from({ length: cohorts }, (_, cohort) => Array.from({ length: random.whole(1, MOST) }, (__, at) => finalist(random, `${cohort}-${at}`))).flat();
  const made = await madeGraduation(db);
  await add(made, finalists);
  await made.code();
  const faults: string[] = [];
  const before = await certified(made);
  const word = wordOf(await made.step(made.leader, idOfOpened(await made.proposeList()), 'approve', { today: DECIDED }));
  if (word !== 'done') faults.push(`the list was not approved: ${word}`);
  const found = await endsOf(made);
  const ended: Record<string, number> = {};
  for (const one of finalists) {
    const wanted = sentence(one);
    ended[wanted] = (ended[wanted] ?? 0) + 1;
    const is = found.get(one.student_id);
    if (is?.status !== (wanted === 'stays' ? one.status : wanted)) faults.push(`${JSON.stringify(one)}: ${is?.status}, the sentences say ${wanted}`);
    if (is?.status === 'graduated' && !before.has(one.student_id)) faults.push(`${one.student_id} graduates without certificate or exemption`);
    if ((is?.diplomas ?? 0) !== (wanted === 'stays' ? 0 : 1)) faults.push(`${one.student_id} has ${is?.diplomas} certificates, and ${wanted}`);
  }
  // Asked a second time there is nobody to decide on, and nothing has changed.
  const again = await made.proposeList();
  if (again.outcome !== 'nobody_goes') faults.push(`a second list: ${again.outcome}`);
  if (JSON.stringify([...await endsOf(made)]) !== JSON.stringify([...found])) faults.push('a second run changed something');
  return { students: finalists.length, ended, faults };
}

function finalist(random: Random, name: string): Finalist {
  return {
    student_id: `N${name}`, status: random.oneIn(8) ? 'suspended' : random.pick(['enrolled', 'internship', 'repeating']), since: random.pick([2020, 2021, 2022, 2023, 2024]),
    credits: random.oneIn(8) ? null : { earned: random.pick([140, 140, 140, 140, 139.5, 150]), conduct: random.pick([true, true, true, true, false, null]), internship: random.pick([true, true, true, true, false, null]), exempted: random.oneIn(6) },
    certificate: random.oneIn(6) ? null : { level: random.pick([1, 2, 3, 3, 3, 4, 5]), named: random.oneIn(8) ? 3 : 0, verified: !random.oneIn(5), late: random.oneIn(8) },
  };
}

/** What the sentences say of one student: M9-e, R3-d, B57, B59. */
function sentence({ status, since, credits, certificate }: Finalist): 'graduated' | 'completed' | 'incomplete' | 'stays' {
  if (status === 'suspended' || credits === null) return 'stays';
  if (credits.earned < 140) return 2025 - since + 1 < MOST_YEARS ? 'stays' : 'incomplete';
  const counts = certificate !== null && !certificate.late && certificate.level <= 3;
  const holds = counts && certificate.verified && (certificate.named === 0 || certificate.named === certificate.level);
  const lines = [credits.conduct, credits.internship, holds || credits.exempted ? true : counts ? null : false];
  if (lines.includes(false)) return 'completed';
  return lines.includes(null) ? 'stays' : 'graduated';
}

const yes = (is: boolean | null): string => (is === null ? '' : is ? 'yes' : 'no');

async function add(made: MadeGraduation, finalists: readonly Finalist[]): Promise<void> {
  const reply = await made.import({
    students: finalists.flatMap(({ student_id, status, since }): TypedRow[] => [
      ...(since === 2025 ? [] : [finalYearRow(student_id, { grade: 4, status: 'enrolled', from: `${since}-09-01`, to: '2025-08-31' })]), finalYearRow(student_id, { status, from: '2025-09-01' }),
    ]),
    credits: finalists.flatMap(({ student_id, credits }) => (credits === null ? [] : [passed(student_id, { earned: credits.earned, conduct_ok: yes(credits.conduct), internship_ok: yes(credits.internship), certificate_exemption: credits.exempted ? '委〔2026〕1号' : '' })])),
    certificates: finalists.flatMap(({ student_id, certificate }, at) => (certificate === null ? [] : [skill(student_id, certificate.level, {
      number: `S00003300000126${certificate.named === 0 ? certificate.level : certificate.named}${String(at).padStart(6, '0')}`, verified: yes(certificate.verified), issued_on: certificate.late ? '2026-06-21' : '2026-05-20',
    })])),
  });
  if (reply.outcome !== 'done') throw new Error(JSON.stringify(reply).slice(0, 1500));
}

/** Who has a recorded exemption, or a verified certificate that counts, by the registers alone. */
async function certified({ as }: MadeGraduation): Promise<ReadonlySet<string>> {
  const rows = await as.read((tx) => tx.arrays(
    `select student_id from register_credits where region_id = $1 and superseded_at is null and certificate_exemption is not null
     union select student_id from register_certificates where region_id = $1 and superseded_at is null and verified and issued_on <= $2::date and level in ('1', '2', '3') and substr(number, 16, 1) = level`, [tx.actor.region_id, AUDIT]));
  return new Set(rows.map(([id]) => id as string));
}

async function endsOf({ as }: MadeGraduation): Promise<ReadonlyMap<string, { readonly status: string; readonly diplomas: number }>> {
  const rows = await as.read((tx) => tx.whole((whole) => whole.arrays(
    `select distinct on (r.student_id) r.student_id, r.status, (select count(*)::int from diplomas d where d.region_id = $1 and d.student_id = r.student_id) from register_students r
     where r.region_id = $1 and r.superseded_at is null and not r.withdrawn order by r.student_id, r.valid_from desc`, [tx.actor.region_id])));
  return new Map(rows.map(([id, status, diplomas]) => [id as string, { status: status as string, diplomas: Number(diplomas) }]));
}

/** Nobody graduates without certificate or exemption, and a second run changes nothing, in cohorts through the store. */
export const graduationStore: Proof = {
  name: 'graduation-store',
  run: async ({ seed, count, say }) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'guantong-graduation-store-'));
    const postgres = await startPostgres({ dataDir, databaseUrl: undefined });
    const database = await openDatabase(postgres.connection, keySource(dataDir));
    try {
      const many = count ?? COHORTS;
      const [totals, faults]: [Record<string, number>, string[]] = [{}, []];
      for (let at = 0; at < many; at += TOGETHER) {
        const { ended, faults: found } = await storeGraduations(database, seed + at, Math.min(TOGETHER, many - at));
        for (const [name, number] of Object.entries(ended)) totals[name] = (totals[name] ?? 0) + number;
        faults.push(...found.map((text) => `seed ${seed + at}: ${text}`));
      }
      for (const text of faults.slice(0, 20)) say(text);
      return { holds: faults.length === 0, figures: `${many} cohorts from seed ${seed}: ${Object.entries(totals).map(([name, number]) => `${number} ${name}`).join(', ')}; ${faults.length} faults` };
    } finally {
      await database.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
