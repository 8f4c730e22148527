import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import { amountOf } from '../core/facts/rules.ts';
import type { Pack } from '../core/policy/pack.ts';
import { divide, exact, multiply, toDecimalText, toFixed, type Exact } from '../core/values/exact.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn, type ParametersInForce } from '../core/verdict/parameter.ts';
import { loadRows } from '../store/campus-rows.ts';
import { closedList, readPopulation } from '../store/sample-tests/population.ts';
import { resultsOf } from '../store/sample-tests/report.ts';
import { reportOf, type SampleTest } from '../store/sample-tests/sample-test.ts';
import { scoresOf } from '../store/scores/scores.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listSampleTests, readSampleTest } from './contract/sample-tests.ts';

type View = z.infer<(typeof readSampleTest.responses)[200]['content']['application/json']['schema']>;
type Listing = z.infer<(typeof listSampleTests.responses)[200]['content']['application/json']['schema']>;
type NameOf = (id: string) => string;

/** Names, and for whoever holds tests the programmes and colleges to choose from. */
export async function choicesOf(tx: Transaction, own: (college_id: string) => boolean): Promise<Pick<Listing, 'programmes' | 'colleges'> & { readonly name: NameOf }> {
  const [organisations, programmes] = [await loadRows(tx, 'organisations', {}), await loadRows(tx, 'programmes', {})];
  const names = new Map([...organisations.map(({ org_id, name }) => [org_id, name] as const), ...programmes.map(({ programme_id, name }) => [programme_id, name] as const)]);
  const name: NameOf = (id) => names.get(id) ?? id;
  const held = programmes.filter(({ college_id }) => own(college_id));
  return {
    name, programmes: held.map(({ programme_id, college_id }) => ({ id: programme_id, name: name(programme_id), college_id })),
    colleges: [...new Set(held.map(({ college_id }) => college_id))].map((id) => ({ id, name: name(id) })),
  };
}

export function sampleTestHead({ sample_test_id, college_id, year, title, test_on, list, draw, reported_on }: SampleTest, name: NameOf): Listing['tests'][number] {
  return {
    sample_test_id: String(sample_test_id), college_id, college: name(college_id), year, title, test_on, listed: list?.many ?? null, drawn: draw?.students.length ?? null,
    state: reported_on !== null ? 'reported' : draw !== null ? 'drawn' : list !== null ? 'list_closed' : 'planned',
  };
}

export function valueText(parameters: ParametersInForce, key: string): string | null {
  return parameters.has(key) ? toDecimalText(amountOf(parameters, key)) : null;
}

export const scoreText = (score: Exact | null | undefined): string | null => (score == null ? null : toDecimalText(score));

const PERCENT = exact(100);

/** A sample test with everything that its page tells: names and scores as far as they are in reach, results by school for everybody who reads it. */
export async function sampleTestView(tx: Transaction, test: SampleTest, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<View> {
  const { name } = await choicesOf(tx, () => false);
  const parameters = parametersOn(pack.parameters, test.test_on);
  const results = await tx.whole((whole) => resultsOf(whole, test, pack));
  const report = test.reported_on === null ? null : await reportOf(tx, test.sample_test_id);
  return {
    ...sampleTestHead(test, name), on: today, grades: test.grades, programmes: test.programmes.map((id) => ({ id, name: name(id) })), papers: test.papers,
    seed_way: test.seed.way, seed_source: test.seed.way === 'public' ? test.seed.source : test.seed.commitment, list: test.list,
    draw: test.draw === null ? null : { drawn_on: test.draw.drawn_on, seed: test.draw.seed, students: await drawnOf(tx, test, name) },
    results: results?.map(({ school_id, drawn, sat, absent, awaited, passed, mean, verdict }) => ({
      school_id, school: name(school_id), drawn, sat, absent, awaited, passed, mean: mean === null ? null : toFixed(mean, 1, 'down'),
      rate: sat === 0 ? null : toFixed(multiply(divide(exact(passed), exact(sat)), PERCENT), 1, 'down'), outcome: verdict.outcome,
    })) ?? null,
    reported_on: test.reported_on, findings: report?.findings ?? [], document_id: report?.document_id ?? null,
    pass_line: valueText(parameters, 'sample.pass_line'), low_rate: valueText(parameters, 'sample.low_rate'), full_marks: valueText(parameters, 'test.full_marks'),
    may_hold: mayTouch(tx.actor.reach, 'tests', 'write', [`org:${test.college_id}`]),
  };
}

/** Who was drawn: numbers for everybody who reads the test, names and scores for whoever reads the students and what they learn. */
async function drawnOf(tx: Transaction, { sample_test_id, draw, test_on }: SampleTest, name: NameOf): Promise<NonNullable<View['draw']>['students']> {
  const text = await closedList(tx, sample_test_id);
  if (draw === null || text === null) return [];
  const listed = new Map(readPopulation(text).students.map((one) => [one.student_id, one]));
  const names = new Map((await loadRows(tx, 'students', {}, 'r.student_id = any($2::text[])', draw.students)).map((row) => [row.student_id, row.name]));
  const scores = await scoresOf(tx, { kind: 'sample_test', on: test_on }, draw.students);
  const all = tx.actor.reach.has('learning.read');
  return draw.students.map((student_id) => {
    const [one, score] = [listed.get(student_id), scores.get(student_id)];
    const state = score === undefined ? (all ? 'awaited' as const : null) : score === null ? 'absent' as const : 'scored' as const;
    return { student_id, class_id: one?.class_id ?? null, school: name(one?.school_id ?? ''), name: names.get(student_id) ?? null, score: scoreText(score), state };
  });
}
