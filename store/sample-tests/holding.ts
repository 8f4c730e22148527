import { mayTouch } from '../../core/access/reach.ts';
import { drawBy, sampleRules } from '../../core/sample-tests/draw.ts';
import { isAnnounced, type SeedSource } from '../../core/sample-tests/seed.ts';
import { readScores, type ScoreLine, type ScoreProblem } from '../../core/scores/read-scores.ts';
import { amountOf } from '../../core/facts/rules.ts';
import type { Pack } from '../../core/policy/pack.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { loadRows } from '../campus-rows.ts';
import { hashOf, regionAlgorithm } from '../hashes.ts';
import { lockFacts, lockRegion, takeNumbers, type Stamp } from '../record-stamp.ts';
import { enterScores } from '../scores/scores.ts';
import type { Transaction } from '../transaction.ts';
import { closedList, populationOn, populationText, readPopulation } from './population.ts';
import { loadSampleTest, sampleTestObject, schoolsOfCollege, type SampleTest } from './sample-test.ts';

export interface Planned {
  readonly college_id: string;
  readonly title: string;
  readonly grades: readonly number[];
  readonly programmes: readonly string[];
  readonly test_on: PlainDate;
  readonly papers: string;
  readonly seed: SeedSource;
}

/** Why a step of a sample test is not taken. */
export type NotHeld =
  | { readonly outcome: 'unknown_test' | 'not_your_step' | 'unknown_programme' | 'test_over' | 'list_closed' | 'list_open' | 'nobody_listed' | 'drawn_already' | 'not_drawn' | 'seed_not_announced' | 'reported_already' | 'test_to_come' | 'no_rules' }
  | { readonly outcome: 'scores_wrong'; readonly problems: readonly ScoreProblem[] };

export type Held = { readonly outcome: 'done'; readonly sample_test_id: number } | NotHeld;

interface GivenDay {
  readonly pack: Pack;
  readonly today: PlainDate;
}

export const mayHold = (tx: Transaction, college_id: string): boolean => mayTouch(tx.actor.reach, 'tests', 'write', [`org:${college_id}`]);

/** M9-c: a college plans a sample test, and says where the seed of the draw will come from before anybody knows the list. */
export async function planSampleTest(tx: Transaction, { college_id, title, grades, programmes, test_on, papers, seed }: Planned, { today }: GivenDay): Promise<Held> {
  const stamp = await lockRegion(tx);
  if (stamp === null || !mayHold(tx, college_id)) return { outcome: 'not_your_step' };
  if (test_on < today) return { outcome: 'test_over' };
  const own = await tx.whole((whole) => loadRows(whole, 'programmes', {}, 'r.college_id = $2', college_id));
  if (own.length === 0 || programmes.some((id) => !own.some(({ programme_id }) => programme_id === id))) return { outcome: 'unknown_programme' };
  const schools = await tx.whole((whole) => schoolsOfCollege(whole, college_id));
  const sample_test_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into sample_tests (region_id, sample_test_id, college_id, year, title, grades, programmes, test_on, papers, seed_way, seed_source, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [tx.actor.region_id, sample_test_id, college_id, academicYearOf(test_on), title, grades, programmes, test_on, papers, seed.way, seed.way === 'public' ? seed.source : seed.commitment,
      [...new Set([college_id, ...schools])].map((id) => `org:${id}`), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'sample_test.plan', object: sampleTestObject(sample_test_id), detail: { college_id, test_on, seed: seed.way } });
  return { outcome: 'done', sample_test_id };
}

/** A test that the actor holds, under the region's lock. */
async function heldTest(tx: Transaction, sample_test_id: number, lock: typeof lockRegion): Promise<{ readonly test: SampleTest; readonly stamp: Stamp } | NotHeld> {
  const stamp = await lock(tx);
  const test = stamp === null ? null : await loadSampleTest(tx, sample_test_id);
  if (stamp === null || test === null) return { outcome: 'unknown_test' };
  if (!mayHold(tx, test.college_id)) return { outcome: 'not_your_step' };
  return test.reported_on === null ? { test, stamp } : { outcome: 'reported_already' };
}

/** Closes the list of those who may be drawn: it is kept as it is, with its hash, before the seed is known. */
export async function closeList(tx: Transaction, sample_test_id: number, { pack, today }: GivenDay): Promise<Held> {
  const held = await heldTest(tx, sample_test_id, lockRegion);
  if (!('test' in held)) return held;
  const { test, stamp } = held;
  if (test.list !== null) return { outcome: 'list_closed' };
  const rules = sampleRules(parametersOn(pack.parameters, today));
  if (rules === null) return { outcome: 'no_rules' };
  const students = await tx.whole((whole) => populationOn(whole, test, today));
  if (students.length === 0) return { outcome: 'nobody_listed' };
  const content = populationText({ students, rules });
  const hash = hashOf(await regionAlgorithm(tx), content);
  await tx.change(
    'insert into sample_lists (region_id, sample_test_id, closed_on, content, content_hash, many, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [tx.actor.region_id, sample_test_id, today, content, hash, students.length, test.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'sample_test.close_list', object: sampleTestObject(sample_test_id), detail: { students: students.length, hash } });
  return { outcome: 'done', sample_test_id };
}

/** Draws by the seed that was announced, from the list as it was closed. */
export async function drawSampleTest(tx: Transaction, { sample_test_id, seed }: { readonly sample_test_id: number; readonly seed: string }, { today }: GivenDay): Promise<Held> {
  const held = await heldTest(tx, sample_test_id, lockRegion);
  if (!('test' in held)) return held;
  const { test, stamp } = held;
  if (test.draw !== null) return { outcome: 'drawn_already' };
  const text = await closedList(tx, sample_test_id);
  if (text === null) return { outcome: 'list_open' };
  if (!isAnnounced(seed, test.seed)) return { outcome: 'seed_not_announced' };
  const { students, rules } = readPopulation(text);
  const { drawn } = drawBy(students, seed, rules);
  await tx.change('insert into sample_draws (region_id, sample_test_id, drawn_on, seed, students, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [tx.actor.region_id, sample_test_id, today, seed, drawn.map(({ student_id }) => student_id), test.scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'sample_test.draw', object: sampleTestObject(sample_test_id), detail: { seed, students: drawn.length } });
  return { outcome: 'done', sample_test_id };
}

/** Scores of those who were drawn, some or all; whoever was not drawn has none here. */
export async function scoreSampleTest(tx: Transaction, { sample_test_id, lines }: { readonly sample_test_id: number; readonly lines: readonly ScoreLine[] }, { pack, today }: GivenDay): Promise<Held> {
  const held = await heldTest(tx, sample_test_id, lockFacts);
  if (!('test' in held)) return held;
  const { test, stamp } = held;
  if (test.draw === null) return { outcome: 'not_drawn' };
  if (test.test_on > today) return { outcome: 'test_to_come' };
  const parameters = parametersOn(pack.parameters, test.test_on);
  const full_marks = parameters.has('test.full_marks') ? amountOf(parameters, 'test.full_marks') : null;
  const { scores, problems } = readScores(lines, { students: new Set(test.draw.students), full_marks });
  if (problems.length > 0) return { outcome: 'scores_wrong', problems };
  await tx.whole((whole) => enterScores(whole, { kind: 'sample_test', on: test.test_on }, scores, { stamp, name: `抽测成绩 ${test.title}` }));
  await tx.audit({ action: 'sample_test.score', object: sampleTestObject(sample_test_id), detail: { scores: scores.length, absent: scores.filter(({ score }) => score === null).length } });
  return { outcome: 'done', sample_test_id };
}
