import type pg from 'pg';
import { EVERYBODY } from './actors.ts';
import { labelsOfRow } from './ownership-oracle.ts';
import { unitRow } from './unit-rows.ts';
import { personNumber } from './sign-in.ts';
import { orgId, thingId, UNITS, type Side, type Unit } from './units.ts';

/** What a college holds: a sample test that is planned, and a season of the step-up test whose results are published. */
export interface WorldTests {
  readonly college: string;
  readonly sample_test_id: string;
  /** The college's, and those of the schools of its programmes. */
  readonly labels: readonly string[];
  readonly decided: readonly WorldDecided[];
}

/** A student on the published list; one whose unit is the last of its college has appealed, and nobody has answered. */
export interface WorldDecided {
  readonly unit: Unit['name'];
  readonly student_id: string;
  readonly labels: readonly string[];
  readonly appeal_id: string | null;
}

export const SEASON_YEAR = 2025;
const FIRST = 800_000;

/** The tests of both colleges, as their own acts would have left them. Academic affairs of the college published. */
export async function holdTests(owner: pg.Client, region_id: number): Promise<WorldTests[]> {
  const made: WorldTests[] = [];
  for (const side of ['a', 'b'] as const) made.push(await testsOf(owner, region_id, side));
  return made;
}

async function testsOf(owner: pg.Client, region_id: number, side: Side): Promise<WorldTests> {
  const college = orgId('college', side);
  const units = Object.values(UNITS).filter((unit) => unit.college === college);
  const labels = [...new Set([college, ...units.map(({ school }) => school)])].map((id) => `org:${id}`);
  const [sample_test_id, publication_id] = side === 'a' ? [FIRST, FIRST + 1] : [FIRST + 100, FIRST + 101];
  const by = personNumber(EVERYBODY, `college_academic.${side}`);
  await owner.query(
    `insert into sample_tests (region_id, sample_test_id, college_id, year, title, grades, programmes, test_on, papers, seed_way, seed_source, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, 2025, '抽测', '{1}', '{}', '2025-12-20', '语文', 'public', '彩票', $4, now(), 'world')`, [region_id, sample_test_id, college, labels]);
  await owner.query(
    `insert into step_up_seasons (region_id, college_id, year, revision, test_on, resit_on, place, scopes, recorded_at, recorded_by) values ($1, $2, $3, 1, '2025-04-12', '2025-04-26', '', $4, now(), 'world')`,
    [region_id, college, SEASON_YEAR, labels]);
  await owner.query(
    `insert into step_up_publications (region_id, publication_id, college_id, year, published_on, last_day, code, public_list, decisions_hash, published_by, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, '2025-10-30', '2025-11-06', $5, '[]', $6, $7, $8, now(), 'world')`, [region_id, publication_id, college, SEASON_YEAR, `code-${side}`, `sha256:${'0'.repeat(64)}`, by, labels]);
  const decided: WorldDecided[] = [];
  for (const unit of units) decided.push(await decide(owner, { region_id, publication_id, by, unit, appeals: unit === units.at(-1) }));
  return { college, sample_test_id: String(sample_test_id), labels, decided };
}

interface Deciding {
  readonly region_id: number;
  readonly publication_id: number;
  readonly by: number;
  readonly unit: Unit;
  readonly appeals: boolean;
}

async function decide(owner: pg.Client, { region_id, publication_id, by, unit, appeals }: Deciding): Promise<WorldDecided> {
  const student_id = thingId('student', unit.name, 'standing');
  const labels = labelsOfRow('students', unitRow('students', unit, 'standing'), { unit, variant: 'standing' });
  await owner.query(
    `insert into step_up_decisions (region_id, publication_id, student_id, school_id, seq, decision, reasons, score, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, null, 'not_passed', '{}', null, $5, now(), 'world')`,
    [region_id, publication_id, student_id, unit.school, labels]);
  if (!appeals) return { unit: unit.name, student_id, labels, appeal_id: null };
  const appeal_id = publication_id + 10;
  await owner.query(
    `insert into step_up_appeals (region_id, appeal_id, publication_id, student_id, text, appealed_on, appealed_by, published_by, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, '有误', '2025-10-31', $5, $5, $6, now(), 'world')`,
    [region_id, appeal_id, publication_id, student_id, by, labels]);
  return { unit: unit.name, student_id, labels, appeal_id: String(appeal_id) };
}
