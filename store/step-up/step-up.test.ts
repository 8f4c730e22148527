import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { LEDGER_COLUMNS } from '../../core/agreements/ledger.ts';
import { agreementEnd } from '../agreements/ending.ts';
import { agreementLedger } from '../agreements/ledger.ts';
import { lawOn } from '../agreements/law.ts';
import { listAgreements } from '../agreements/listing.ts';
import { readDocument } from '../documents-read.ts';
import { reckonDuties } from '../duty-run.ts';
import { setGoLive } from '../duty-start.ts';
import { signed } from '../made-duties.ts';
import { madeStore } from '../made-store.ts';
import { programActor } from '../program-actor.ts';
import { idOfOpened, wordOf, type MadeActor } from '../matters/made-matters.ts';
import { madeRolls, secondaryRow, type MadeRolls } from '../students/made-students.ts';
import { leaveOf, stepUpOf } from '../students/roll-lists.ts';
import { answerAppeal, loadAppeals, makeAppeal } from './appeals.ts';
import { madeSeason, SEASON, type MadeSeason } from './made-season.ts';
import { publicationsOf } from './published.ts';
import { registeredFor } from './registered.ts';
import { scoreSeason } from './scoring.ts';
import { arrangeSeason, loadSeason, type Season } from './season.ts';

const IDS = ['A', 'B', 'C', 'D', 'E'];
const AUTUMN = date('2025-09-01');
const TODAY = date('2025-09-20');

eachDatabase('the season of a step-up test', (database) => {
  const store = madeStore(database);
  let rolls: MadeRolls;
  let season: MadeSeason;
  const registered = (today: string) => rolls.as.read((tx) => tx.whole(async (whole) => await registeredFor(whole, await loadSeason(whole, 'H', 2025) as Season, { pack: quzhou2024, today: date(today) })));
  const decided = async (today: string) => Object.fromEntries((await registered(today) ?? []).map(({ row, decision, reasons }) => [row.student_id, [decision, ...reasons].join(' ')]));
  const score = (resit: boolean, on: string, ...lines: readonly (readonly [string, string])[]) =>
    season.act(season.academic, (tx) => scoreSeason(tx, { ...SEASON, resit, lines: lines.map(([student_id, typed]) => ({ student_id, score: typed })) }, { pack: quzhou2024, today: date(on) }));
  const scored = async (...given: Parameters<typeof score>) => (await score(...given)).outcome;
  const upgradeScores = async () => rolls.as.read((tx) => tx.arrays(`select student_id, kind, score::text, superseded_at is null from register_results where region_id = $1 and student_id = any($2) order by record_id`, [rolls.region_id, IDS]));

  beforeAll(async () => {
    rolls = await madeRolls(store.db());
    await rolls.add(...IDS.map((id) => secondaryRow(id, { name: `王小${id}`, cohort: 2022, grade: 3, from: '2024-09-01' })), secondaryRow('Y', { cohort: 2023, grade: 2, from: '2024-09-01' }));
    await rolls.import({
      filings: IDS.filter((id) => id !== 'B').map((student_id) => ({ student_id, list_no: '名册', filed_on: '2022-12-05' })),
      credits: IDS.map((student_id) => ({ student_id, required: 140, earned: 90, conduct_ok: 'yes' })),
      agreements: [signed('A', '2022-09-10'), signed('B', '2022-09-10')],
    });
    season = await madeSeason(rolls);
  });

  describe('M9-d: who is on the list, and their scores', () => {
    test('the days are of the year, the resit after the test and before the autumn; others arrange nothing', async () => {
      const arrange = (who: MadeActor, given: object) => season.act(who, (tx) => arrangeSeason(tx, { ...SEASON, ...given }));
      for (const wrong of [{ resit_on: SEASON.test_on }, { resit_on: AUTUMN }, { test_on: date('2024-04-12') }]) expect((await arrange(season.academic, wrong)).outcome).toBe('days_wrong');
      expect((await arrange(rolls.registrar, {})).outcome).toBe('not_your_step');
      expect((await arrange(season.academic, { college_id: 'H2' })).outcome).toBe('not_your_step');
    });

    test('before the test: everybody of the final grade, and why somebody will not step up whatever the score', async () => {
      expect(await decided('2025-03-01')).toEqual({ A: 'undecided score', B: 'not_eligible list score', C: 'undecided score', D: 'undecided score', E: 'undecided score' });
    });

    test('nothing on a day to come; every wrong cell is told and nothing of the list is kept', async () => {
      expect(await scored(false, '2025-04-11', ['A', '60'])).toBe('test_to_come');
      const refused = await score(false, '2025-04-12', ['A', '60'], ['B', '80'], ['C', '100.01'], ['C', ''], ['Y', '-1'], ['D', '六十'], ['E', '59.999']);
      expect(refused.outcome === 'scores_wrong' && refused.problems.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
        '2 student_id unknown_student', '3 score above_full_marks', '4 student_id twice', '4 score missing', '5 student_id unknown_student', '5 score negative', '6 score not_a_number', '7 score too_many_decimals']);
      expect(await upgradeScores()).toEqual([]);
    });

    test('on the line and one hundredth below it; whoever did not come has no score of nothing', async () => {
      expect(await scored(false, '2025-04-12', ['A', '60'], ['C', '59.99'], ['D', '缺考'], ['E', '30'])).toBe('done');
      expect(await upgradeScores()).toEqual([['A', 'upgrade_test', '60.00', true], ['C', 'upgrade_test', '59.99', true], ['E', 'upgrade_test', '30.00', true]]);
      expect(await decided('2025-04-13')).toEqual({ A: 'passed', B: 'not_eligible list score', C: 'resit score', D: 'resit score', E: 'resit score' });
      expect(await season.publish('2025-04-13')).toEqual({ outcome: 'undecided', many: 3 });
    });

    test('one resit for those below, which makes nothing worse; a score entered again is another record', async () => {
      expect(await scored(true, '2025-04-26', ['A', '90'])).toBe('scores_wrong');
      expect(await scored(true, '2025-04-26', ['C', '10'], ['D', '60'], ['E', '59'])).toBe('done');
      expect(await decided('2025-04-27')).toMatchObject({ C: 'not_passed score', D: 'passed', E: 'not_passed score' });
      const best = (await registered('2025-04-27'))?.find(({ row }) => row.student_id === 'C')?.answer.score;
      expect(Number(best?.n) / Number(best?.d)).toBe(59.99);
      expect(await scored(true, '2025-04-28', ['C', '11'])).toBe('done');
      expect((await upgradeScores()).filter(([id, kind]) => id === 'C' && kind === 'upgrade_resit')).toEqual([['C', 'upgrade_resit', '10.00', false], ['C', 'upgrade_resit', '11.00', true]]);
    });
  });

  describe('publication, appeals and what follows', () => {
    let family: MadeActor;
    const appeal = (student_id: string, on: string) => season.act(family, (tx) => makeAppeal(tx, { ...SEASON, student_id, text: '成绩有误，请核查' }, date(on)));
    const answer = (who: MadeActor, appeal_id: number, verdict: 'upheld' | 'rejected', on = '2025-05-12') => season.act(who, (tx) => answerAppeal(tx, { appeal_id, verdict, reason: '已核查原卷' }, date(on)));
    const published = () => rolls.as.read((tx) => publicationsOf(tx, 'H', 2025));
    const list = (on = AUTUMN) => rolls.as.read((tx) => stepUpOf(tx, 'H', on, quzhou2024));
    const approve = async (today = TODAY) => {
      const { digest = '' } = await list() ?? {};
      const id = idOfOpened(await rolls.propose(rolls.college, 'step_up_list', 'H', { on: AUTUMN, list: digest }, { today }));
      const answered = await rolls.step(rolls.leader, id, 'approve', { today });
      if (answered.outcome !== 'done') expect(wordOf(await rolls.step(rolls.college, id, 'drop', { today }))).toBe('done');
      return answered;
    };
    /** Objections that wait, as they are found on a day: whose, the last day, the end, who owes the answer, who was told. */
    const owed = async (today: string) => {
      const { duties, parameters } = quzhou2024;
      await rolls.as.write((tx) => setGoLive(tx, date('2025-01-01')));
      await reckonDuties(store.db(), rolls.region_id, { today: date(today), duties: duties.filter(({ id }) => id === 'step_up_appeal'), parameters });
      return (await store.db().as(programActor(rolls.region_id)).read((tx) => tx.arrays(
        `select t.student_id, d.due_on, coalesce(d.closed_on::text, 'open'), array_to_string(d.owed_by, ' '), 'told ' || (select string_agg(a.to_role, ' ' order by a.to_role) from duty_acts a where a.region_id = d.region_id and a.duty_key = d.duty_key and a.to_role is not null)
         from duties d join duty_students t using (region_id, duty_key) where d.region_id = $1 and d.duty = 'step_up_appeal'`, [rolls.region_id]))).map((cells) => cells.join(' '));
    };
    beforeAll(async () => { family = await season.student('C'); });

    test('nobody objects before there is anything; published for five working days, without the days of a holiday', async () => {
      expect((await appeal('C', '2025-04-29')).outcome).toBe('nothing_published');
      expect((await season.publish('2025-04-29')).outcome).toBe('done');
      // 30 April, then 6 to 9 May: the holiday and its weekend do not count.
      expect(await published()).toMatchObject([{ published_on: '2025-04-29', last_day: '2025-05-09' }]);
      expect(await season.publish('2025-04-30')).toEqual({ outcome: 'published_already' });
      expect((await season.act(season.academic, (tx) => arrangeSeason(tx, SEASON))).outcome).toBe('published_already');
    });

    test('what anybody may read: names masked, nobody who did not pass, no number of a student', async () => {
      const [[text] = []] = await rolls.as.read((tx) => tx.arrays('select public_list from step_up_publications where region_id = $1', [rolls.region_id]));
      const { rows, schools } = JSON.parse(String(text)) as { rows: Record<string, unknown>[]; schools: unknown[] };
      expect(rows).toEqual([{ seq: 1, name: '王*A', school: '学校', programme: expect.any(String), campus: expect.any(String) }, { seq: 2, name: '王*D', school: '学校', programme: expect.any(String), campus: expect.any(String) }]);
      expect(schools).toEqual([{ school: '学校', registered: 5, passed: 2 }]);
      expect(String(text)).not.toMatch(/王小|"C"|20\d\d-\d\d-\d\d|3308/);
    });

    test('one’s own, while it is published, once; answered by another person than who published', async () => {
      expect((await appeal('E', '2025-05-09')).outcome).toBe('nothing_published');
      expect((await appeal('C', '2025-05-10')).outcome).toBe('publication_over');
      const made = await appeal('C', '2025-05-09');
      expect((await appeal('C', '2025-05-09')).outcome).toBe('appealed_already');
      expect(await owed('2025-05-16')).toEqual(['C 2025-05-16 open college_academic@H college_leadership@H told college_academic college_leadership']);
      // The leadership, whose turn it is as well, is told once more where nobody answered in time.
      expect(await owed('2025-05-17')).toEqual(['C 2025-05-16 open college_academic@H college_leadership@H told college_academic college_leadership college_leadership']);
      if (made.outcome !== 'done') throw new Error(made.outcome);
      expect(await approve()).toMatchObject({ refusal: { why: 'guard', detail: { zh: expect.stringContaining('1 项申诉') } } });
      expect((await answer(season.academic, made.appeal_id, 'upheld')).outcome).toBe('same_person');
      expect((await answer(rolls.head, made.appeal_id, 'upheld')).outcome).toBe('unknown_appeal');
      expect((await answer(family, made.appeal_id, 'upheld')).outcome).toBe('not_your_step');
      expect((await answer(rolls.leader, made.appeal_id, 'upheld')).outcome).toBe('done');
      expect(await owed('2025-05-17')).toEqual([expect.stringContaining('C 2025-05-16 2025-05-12')]);
      expect((await answer(rolls.leader, made.appeal_id, 'rejected')).outcome).toBe('answered_already');
      expect(await (await rolls.of(family)).read((tx) => loadAppeals(tx, {}))).toMatchObject([{ student_id: 'C', verdict: 'upheld', answered_by: rolls.leader.account }]);
    });

    test('only where an objection was upheld a score is put right, and what came of it is published anew', async () => {
      expect(await scored(true, '2025-05-13', ['E', '75'])).toBe('published_already');
      expect(await scored(true, '2025-05-13', ['C', '75'])).toBe('done');
      // Passed, but by no list that was published: alone they wait, and nobody else waits for them.
      expect((await list())?.entries.map((one) => `${one.last.student_id} ${one.outcome === 'goes' ? 'goes' : one.why}`)).toEqual(['A goes', 'B not_eligible', 'C not_published', 'D goes', 'E not_eligible']);
      expect((await season.publish('2025-05-13')).outcome).toBe('done');
      expect((await approve(date('2025-09-01'))).outcome).toBe('done');
      const paper = await rolls.as.read(async (tx) => {
        const [[document_id] = []] = await tx.arrays(`select document_id from documents where region_id = $1 and kind = 'step_up_roster'`, [rolls.region_id]);
        return readDocument(tx, Number(document_id));
      });
      expect(paper?.content).toMatchObject({ going: 3, staying: 2, students: [
        { student_id: 'A', test: '60.00', resit: '', counts: '60', decision: '升段', filed: '名册' }, { student_id: 'B', test: '', decision: '不具备资格', filed: '' }, { student_id: 'C', test: '59.99', resit: '75.00', counts: '75', decision: '升段' },
        { student_id: 'D', test: '', resit: '60.00', decision: '升段' }, { student_id: 'E', test: '30.00', resit: '59.00', counts: '59', decision: '未通过' }] });
      for (const id of ['A', 'C', 'D']) expect((await rolls.known(id)).last).toMatchObject({ stage: 'higher', from: '2025-09-01' });
    });

    test('a second run changes nothing', async () => {
      const before = await rolls.as.read((tx) => tx.arrays('select count(*) from register_students where region_id = $1', [rolls.region_id]));
      expect((await list())?.entries.map((one) => one.outcome)).toEqual(['stays', 'stays']);
      expect((await rolls.propose(rolls.college, 'step_up_list', 'H', { on: AUTUMN, list: (await list())?.digest ?? '' }, { today: TODAY })).outcome).toBe('nobody_goes');
      expect(await rolls.as.read((tx) => tx.arrays('select count(*) from register_students where region_id = $1', [rolls.region_id]))).toEqual(before);
    });

    test('B37: who did not pass, or was not eligible, leaves the school as one reviewed list; the college has no part in it', async () => {
      const leaving = await rolls.as.read((tx) => leaveOf(tx, 'S', AUTUMN, quzhou2024));
      expect(leaving?.entries.map((one) => `${one.last.student_id} ${one.outcome}`)).toEqual(['B goes', 'E goes']);
      const details = { on: AUTUMN, list: leaving?.digest ?? '' };
      expect((await rolls.propose(rolls.college, 'leave_list', 'S', details, { today: TODAY })).outcome).toBe('not_your_role');
      const id = idOfOpened(await rolls.propose(rolls.registrar, 'leave_list', 'S', details, { today: TODAY }));
      expect(wordOf(await rolls.step(rolls.head, id, 'approve', { today: TODAY }))).toBe('done');
      expect((await rolls.known('E')).last).toMatchObject({ stage: 'secondary', status: 'withdrawn', from: '2025-09-01' });
      expect(await rolls.changes('B')).toMatchObject([{ change: 'leave_after_secondary', code: '99', clause: 'M9-d', approved_by: rolls.head.account }]);
      const ends = async () => Object.fromEntries(await Promise.all(['A', 'B', 'E'].map(async (id) => [id, await rolls.as.read((tx) => tx.whole((whole) => agreementEnd(whole, id)))])));
      // B was signed for and E was not; of whoever stepped up the agreement goes on.
      expect(await ends()).toEqual({ A: null, B: { on: '2025-09-01', clause: 'M9-d' }, E: null });
      // It stays on the list and in the ledger, and nobody is waited for; whoever left unsigned is on neither.
      const asked = { cohort: 2022, school_id: 'S', programme_id: null };
      const law = lawOn(quzhou2024.parameters, TODAY);
      const { listed } = await rolls.as.read((tx) => listAgreements(tx, asked, law));
      const own = listed.filter(({ student_id }) => IDS.includes(student_id));
      expect(own.map(({ student_id, ended, missing }) => [student_id, ended?.on ?? null, missing.length])).toEqual([['A', null, 0], ['B', '2025-09-01', 0], ['C', null, 0], ['D', null, 0]]);
      const ledger = await rolls.as.read((tx) => agreementLedger(tx, asked, law));
      expect(ledger?.lines.filter(({ student_id }) => IDS.includes(student_id)).map((line) => LEDGER_COLUMNS.at(-1)?.[2](line))).toEqual(['', '2025-09-01终止', '', '']);
      const undo = idOfOpened(await rolls.propose(rolls.registrar, 'roll_undo', 'B', { undoes: String((await rolls.changes('B'))[0]?.change_id) }, { reason: '名单有误', today: TODAY }));
      expect((await rolls.step(rolls.head, undo, 'approve', { today: TODAY })).outcome).toBe('done');
      expect(await ends()).toEqual({ A: null, B: null, E: null });
    });
  });
});
