import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { drawBy } from '../../core/sample-tests/draw.ts';
import { date } from '../../core/values/plain-date.ts';
import { readDocument } from '../documents-read.ts';
import { loadMatters } from '../matters/matter.ts';
import { wordOf, type MadeActor } from '../matters/made-matters.ts';
import { openMatter } from '../matters/open-matter.ts';
import { madeStore } from '../made-store.ts';
import type { Transaction } from '../transaction.ts';
import { madeRolls, secondaryRow, type MadeRolls } from '../students/made-students.ts';
import { closeList, drawSampleTest, planSampleTest, scoreSampleTest, type Planned } from './holding.ts';
import { closedList, readPopulation } from './population.ts';
import { reportSampleTest } from './report.ts';
import { loadSampleTest } from './sample-test.ts';

const SEED = '衢州 2026-03-20 七星彩 1 2 3 4 5 6 7';
const TEST_ON = date('2026-04-10');
const PLANNED: Planned = { college_id: 'H', title: '公共基础课抽测', grades: [1, 2], programmes: [], test_on: TEST_ON, papers: '语文、数学', seed: { way: 'committed', commitment: createHash('sha256').update(SEED).digest('hex') } };

eachDatabase('sample tests', (database) => {
  const store = madeStore(database);
  let rolls: MadeRolls;
  let academic: MadeActor;
  let id = 0;
  const act = async <A extends { readonly outcome: string }>(who: MadeActor, on: string, work: (tx: Transaction, given: { readonly pack: typeof quzhou2024; readonly today: ReturnType<typeof date> }) => Promise<A>): Promise<A> =>
    (await rolls.of(who)).write(async (tx) => {
      const answer = await work(tx, { pack: quzhou2024, today: date(on) });
      if (answer.outcome !== 'done') tx.discard();
      return answer;
    });
  const plan = (given: Partial<Planned> = {}, who = academic) => act(who, '2026-03-01', (tx, day) => planSampleTest(tx, { ...PLANNED, ...given }, day));
  const drawn = () => rolls.as.read(async (tx) => (await loadSampleTest(tx, id))?.draw?.students ?? []);
  const score = (lines: readonly (readonly [string, string])[], on = '2026-04-11') =>
    act(academic, on, (tx, day) => scoreSampleTest(tx, { sample_test_id: id, lines: lines.map(([student_id, typed]) => ({ student_id, score: typed })) }, day));
  beforeAll(async () => {
    rolls = await madeRolls(store.db());
    academic = await rolls.somebody('college_academic');
    const grade = (n: number, many: number, class_id: string, given = {}) => Array.from({ length: many }, (_, i) => secondaryRow(`${class_id}${String(i).padStart(3, '0')}`, { cohort: 2026 - n, grade: n, class_id, from: `${2025}-09-01`, ...given }));
    await rolls.add(...grade(1, 150, 'K1'), ...grade(2, 90, 'K2'), ...grade(2, 10, '', {}).map((row) => ({ ...row, student_id: `N${row['student_id']}` })), ...grade(3, 30, 'K3'), ...grade(1, 5, 'K4', { status: 'suspended' }));
  });

  test('is planned by the college for a day to come, of programmes of its own', async () => {
    expect((await plan({ test_on: date('2026-02-28') })).outcome).toBe('test_over');
    expect((await plan({ programmes: ['elsewhere'] })).outcome).toBe('unknown_programme');
    expect((await plan({}, rolls.registrar)).outcome).toBe('not_your_step');
    const planned = await plan();
    if (planned.outcome !== 'done') throw new Error(planned.outcome);
    id = planned.sample_test_id;
  });

  test('no draw before the list is closed, none by another seed than was announced, none twice', async () => {
    const draw = (seed: string) => act(academic, '2026-03-21', (tx, day) => drawSampleTest(tx, { sample_test_id: id, seed }, day));
    expect((await draw(SEED)).outcome).toBe('list_open');
    const close = () => act(academic, '2026-03-10', (tx, day) => closeList(tx, id, day));
    expect((await close()).outcome).toBe('done');
    expect((await close()).outcome).toBe('list_closed');
    expect((await score([['K1000', '60']])).outcome).toBe('not_drawn');
    expect((await draw(`${SEED} `)).outcome).toBe('seed_not_announced');
    expect((await draw(SEED)).outcome).toBe('done');
    expect((await draw(SEED)).outcome).toBe('drawn_already');
  });

  test('anybody in reach draws the same from the list that is handed out, whatever became of the roll', async () => {
    await rolls.add(secondaryRow('K1999', { class_id: 'K1' }));
    const text = await (await rolls.of(rolls.head)).read((tx) => closedList(tx, id)) ?? '';
    expect(await (await rolls.of(await rolls.somebody('school_head', 'S2'))).read((tx) => closedList(tx, id))).toBeNull();
    const { students, rules } = readPopulation(text);
    expect([students.length, rules.minimum]).toEqual([250, 20]);
    expect(text).not.toContain('姓名');
    const again = drawBy([...students].reverse(), SEED, rules);
    expect(again.strata).toEqual([{ class_id: null, population: 10, sampled: 1 }, { class_id: 'K1', population: 150, sampled: 15 }, { class_id: 'K2', population: 90, sampled: 9 }]);
    expect(again.drawn.map(({ student_id }) => student_id)).toEqual(await drawn());
  });

  test('scores of those who were drawn, from the day of the test on; no report while somebody is awaited', async () => {
    const ids = await drawn();
    expect((await score([[ids[0] ?? '', '60']], '2026-04-09')).outcome).toBe('test_to_come');
    const stranger = ['K1000', 'K1001', 'K1002', 'K1003', 'K1004', 'K1005', 'K1006', 'K1007'].find((one) => !ids.includes(one)) ?? '';
    expect(await score([[stranger, '70'], [ids[0] ?? '', '101']])).toMatchObject({ outcome: 'scores_wrong', problems: [{ line: 1, code: 'unknown_student' }, { line: 2, code: 'above_full_marks' }] });
    // Fourteen of twenty-four pass, one did not come.
    expect((await score(ids.slice(0, 24).map((one, at) => [one, at < 13 ? '60' : '59.99']))).outcome).toBe('done');
    expect(await act(academic, '2026-04-12', (tx, day) => reportSampleTest(tx, id, day))).toEqual({ outcome: 'scores_missing', many: 1 });
    expect((await score([[ids[24] ?? '', '缺考']])).outcome).toBe('done');
  });

  test('a low pass rate opens a finding at the school with the verdict, due as its severity says; results are issued by number', async () => {
    expect((await act(academic, '2026-04-12', (tx, day) => reportSampleTest(tx, id, day))).outcome).toBe('done');
    expect((await act(academic, '2026-04-12', (tx, day) => reportSampleTest(tx, id, day))).outcome).toBe('reported_already');
    const [finding] = await rolls.as.read((tx) => loadMatters(tx, { kind: 'finding' }));
    expect(finding).toMatchObject({
      subject: 'S', state: 'open', entries: [{ role: 'college_academic', details: { clause: 'M9-c', severity: 'C', due: '2026-07-11' }, verdicts: [{ standard: 'sample_pass_rate', outcome: 'unmet', measured: { numerator: '13', denominator: '24' } }] }],
    });
    const paper = await rolls.as.read(async (tx) => {
      const [[document_id] = []] = await tx.arrays(`select document_id from documents where region_id = $1 and kind = 'sample_test_report'`, [rolls.region_id]);
      return readDocument(tx, Number(document_id));
    });
    expect(paper?.content).toMatchObject({ seed: SEED, population: 250, schools: [{ drawn: 25, sat: 24, absent: 1, passed: 13, rate: '54.1%', outcome: '未达标' }] });
  });

  test('S3-e: the finding is answered by the school with proof, closed by another person than who opened it, opened again', async () => {
    const [finding] = await rolls.as.read((tx) => loadMatters(tx, { kind: 'finding' }));
    const matter_id = finding?.matter_id ?? 0;
    const leader = rolls.leader;
    const step = async (who: MadeActor, action: string, more: object = {}) => wordOf(await rolls.step(who, matter_id, action, { reason: '已组织补课并重测', ...more }));
    const proof = { documents: [{ name: '补课记录.pdf', sha256: 'a'.repeat(64) }] };
    expect(await step(rolls.head, 'answer')).toBe('guard');
    expect(await step(academic, 'answer', proof)).toBe('not_your_role');
    expect(await step(rolls.head, 'answer', proof)).toBe('done');
    expect(await step(academic, 'close')).toBe('same_person');
    expect(await step(leader, 'return')).toBe('done');
    expect(await step(rolls.head, 'answer', proof)).toBe('guard');
    expect(await step(rolls.head, 'answer', { documents: [{ name: '重测成绩.pdf', sha256: 'b'.repeat(64) }] })).toBe('done');
    expect(await step(leader, 'close')).toBe('done');
    expect(await step(leader, 'reopen')).toBe('done');
  });

  test('findings are of clauses that there are, and one at a time about the same thing', async () => {
    const open = (clause: string, evidence = '现场检查') => act(rolls.leader, '2026-05-06', (tx, day) => openMatter(tx, { kind: 'finding', subject: 'S', details: { clause, severity: 'B', evidence, due: date('2026-07-05') } }, day));
    expect((await open('Z9-z')).outcome).toBe('value_not_possible');
    expect((await open('R1-e')).outcome).toBe('done');
    expect((await open('R1-e')).outcome).toBe('open_already');
    expect((await open('R1-e', '群众来信')).outcome).toBe('done');
  });
});
