import { beforeAll, describe, expect, test } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { idOfOpened, wordOf } from '../matters/made-matters.ts';
import { madeStore } from '../made-store.ts';
import { madeSeason } from '../step-up/made-season.ts';
import { madeRolls, secondaryRow, type MadeRolls } from './made-students.ts';
import { advanceOf, stepUpOf } from './roll-lists.ts';

const AUTUMN = date('2025-09-01');
const TODAY = date('2025-09-20');
const MANY = 3000;
const SECONDS = 10;

const entered = (student_id: string, cohort: number, grade: number, given = {}) => secondaryRow(student_id, { cohort, grade, from: `${cohort + grade - 1}-09-01`, ...given });

eachDatabase('lists of the roll', (database) => {
  const store = madeStore(database);

  const school = (rolls: MadeRolls, year = 2025) => rolls.as.read((tx) => advanceOf(tx, { org_id: 'S', keeper: 'school' }, year, quzhou2024));
  const answers = (list: Awaited<ReturnType<typeof school>>): string[] => (list?.entries ?? []).map((one) => `${one.last.student_id} ${one.outcome === 'goes' ? one.next.grade : one.why}`);

  describe('R3-b: the yearly advance is one reviewed step', () => {
    let rolls: MadeRolls;
    beforeAll(async () => {
      rolls = await madeRolls(store.db());
      await rolls.add(
        entered('A', 2024, 1), entered('B', 2023, 2), entered('C', 2022, 3), entered('D', 2024, 1, { status: 'suspended' }), entered('E', 2024, 1, { status: 'repeating', from: '2025-03-03' }),
        entered('F', 2025, 1), entered('G', 2024, 1, { to: '2025-08-31' }), entered('H', 2024, 1, { to: '2025-07-15' }), entered('L', 2023, 2, { status: 'withdrawn' }));
    });

    test('who goes on and who stays, each with the reason; whoever left is on no list', async () => {
      expect(answers(await school(rolls))).toEqual([
        'A 2', 'B 3', 'C awaits_step_up', 'D suspended', 'E repeats', 'F begins_now', 'G 2', 'H no_row']);
    });

    test('is proposed on the list that was looked at, approved by another person, entered at once', async () => {
      const list = (await school(rolls))?.digest ?? '';
      const outcome = async (details: object, today = TODAY) => (await rolls.propose(rolls.registrar, 'yearly_advance', 'S', details, { today })).outcome;
      expect(await outcome({ year: 2025, list }, date('2025-08-31'))).toBe('day_to_come');
      expect(await outcome({ year: 2025, list: '0'.repeat(64) })).toBe('list_changed');
      expect((await rolls.propose(rolls.college, 'yearly_advance', 'S', { year: 2025, list }, { today: TODAY })).outcome).toBe('unknown_subject');
      const id = idOfOpened(await rolls.propose(rolls.registrar, 'yearly_advance', 'S', { year: 2025, list }, { today: TODAY }));
      expect(wordOf(await rolls.step(rolls.registrar, id, 'approve', { today: TODAY }))).toBe('not_your_role');
      expect(wordOf(await rolls.step(rolls.head, id, 'approve', { today: TODAY }))).toBe('done');
      const of = async (student: string) => (await rolls.known(student)).rows.map(({ grade, status, from, to }) => `${grade} ${status} ${from}–${to ?? ''}`).sort();
      expect(await of('A')).toEqual(['1 enrolled 2024-09-01–2025-08-31', '2 enrolled 2025-09-01–']);
      expect(await of('G')).toEqual(['1 enrolled 2024-09-01–2025-08-31', '2 enrolled 2025-09-01–']);
      expect(await of('D')).toEqual(['1 suspended 2024-09-01–']);
      expect(await rolls.changes('A')).toMatchObject([{ change: 'advance', on: '2025-09-01', clause: 'R3-b', matter_id: id, entered_by: rolls.registrar.account, approved_by: rolls.head.account }]);
      expect((await rolls.see(id)).entries.at(-1)?.effects).toEqual([{ kind: 'roll', change_id: '', students: 3 }]);
    });

    test('not a second time in the same year', async () => {
      expect((await rolls.propose(rolls.registrar, 'yearly_advance', 'S', { year: 2025, list: '0'.repeat(64) }, { today: TODAY })).outcome).toBe('advanced_already');
    });

    test('not when a row of the list was changed since it was proposed', async () => {
      const list = (await school(rolls, 2026))?.digest ?? '';
      const today = date('2026-09-02');
      const id = idOfOpened(await rolls.propose(rolls.registrar, 'yearly_advance', 'S', { year: 2026, list }, { today }));
      expect((await rolls.enter(rolls.registrar, 'A', await rolls.draft(rolls.registrar, 'A', 'begin_internship', '2026-05-04'), today)).outcome).toBe('done');
      expect(wordOf(await rolls.step(rolls.head, id, 'approve', { today }))).toBe('guard');
      expect((await rolls.known('B')).last.grade).toBe(3);
    });

    test('the college advances its own stage and no other', async () => {
      const list = await rolls.as.read((tx) => advanceOf(tx, { org_id: 'H', keeper: 'college' }, 2026, quzhou2024));
      expect(new Set(list?.entries.map(({ last }) => last.stage))).toEqual(new Set(['higher']));
      expect(answers(list).filter((one) => one.endsWith(' 5'))).toHaveLength(268);
    });

    test(`${MANY} students in seconds`, async () => {
      const many = await madeRolls(store.db());
      await many.add(...Array.from({ length: MANY }, (_, i) => entered(`M${String(i).padStart(5, '0')}`, 2024, 1)));
      const list = (await school(many))?.digest ?? '';
      const id = idOfOpened(await many.propose(many.registrar, 'yearly_advance', 'S', { year: 2025, list }, { today: TODAY }));
      const began = performance.now();
      expect(wordOf(await many.step(many.head, id, 'approve', { today: TODAY }))).toBe('done');
      expect((performance.now() - began) / 1000).toBeLessThan(SECONDS);
      expect((await many.known('M02999')).last.grade).toBe(2);
    });
  });

  describe('M9-d, M3-c: the step-up of a whole list', () => {
    let rolls: MadeRolls;
    const list = () => rolls.as.read((tx) => stepUpOf(tx, 'H', AUTUMN, quzhou2024));
    beforeAll(async () => {
      rolls = await madeRolls(store.db());
      const ids = ['A', 'B', 'C', 'D', 'E'];
      await rolls.add(...ids.map((id) => entered(id, 2022, 3, { to: id === 'A' ? '2025-08-31' : '' })));
      await rolls.import({
        filings: ids.filter((id) => id !== 'B').map((student_id) => ({ student_id, list_no: '名册', filed_on: '2022-12-05' })),
        results: ids.map((student_id) => ({ student_id, kind: 'upgrade_test', on: '2025-04-12', score: student_id === 'C' ? 59 : 60 })),
        credits: ids.map((student_id) => ({ student_id, required: 140, earned: 90, conduct_ok: student_id === 'D' ? 'no' : student_id === 'E' ? '' : 'yes' })),
      });
    });

    test('nobody outside the filed list, below the line, or without conduct passed', async () => {
      const found = await list();
      expect(answers(found)).toEqual(['A 4', 'B not_eligible', 'C not_eligible', 'D not_eligible', 'E not_eligible']);
      const lines = found?.entries.map((one) => (one.outcome === 'goes' ? [] : one.lines.filter(({ outcome }) => outcome !== 'met').map(({ name, outcome }) => `${name} ${outcome}`)));
      expect(lines).toEqual([[], ['list unmet'], ['score unmet'], ['conduct unmet'], ['conduct undetermined']]);
    });

    test('the college registers them as was published, from 1 September of year four on; the school has no part in it', async () => {
      const unpublished = idOfOpened(await rolls.propose(rolls.college, 'step_up_list', 'H', { on: AUTUMN, list: (await list())?.digest ?? '' }, { today: TODAY }));
      expect(await rolls.step(rolls.leader, unpublished, 'approve', { today: TODAY })).toMatchObject({ refusal: { why: 'guard', clause: 'M9-d', detail: { zh: expect.stringContaining('没有公示') } } });
      expect(wordOf(await rolls.step(rolls.college, unpublished, 'drop', { today: TODAY }))).toBe('done');
      const season = await madeSeason(rolls);
      expect(await season.publish('2025-05-06')).toMatchObject({ outcome: 'undecided', many: 2 });
      await rolls.import({ results: [{ student_id: 'C', kind: 'upgrade_resit', on: '2025-04-26', score: 59 }], credits: [{ student_id: 'E', required: 140, earned: 90, conduct_ok: 'no' }] });
      expect((await season.publish('2025-05-06')).outcome).toBe('done');
      const { digest = '' } = await list() ?? {};
      const early = await rolls.as.read((tx) => stepUpOf(tx, 'H', date('2025-08-31'), quzhou2024));
      expect(answers(early)).toEqual(['A before_september', 'B before_september', 'C before_september', 'D before_september', 'E before_september']);
      expect((await rolls.propose(rolls.registrar, 'step_up_list', 'H', { on: AUTUMN, list: digest }, { today: TODAY })).outcome).toBe('not_your_role');
      const id = idOfOpened(await rolls.propose(rolls.college, 'step_up_list', 'H', { on: AUTUMN, list: digest }, { today: TODAY }));
      expect(wordOf(await rolls.step(rolls.head, id, 'approve', { today: TODAY }))).toBe('not_found');
      expect(wordOf(await rolls.step(rolls.leader, id, 'approve', { today: TODAY }))).toBe('done');
      expect(await rolls.known('A')).toMatchObject({ last: { stage: 'higher', grade: 4, status: 'enrolled', from: '2025-09-01' }, roll: { higher_since: '2025-09-01' } });
      expect((await rolls.known('B')).last.stage).toBe('secondary');
    });

    test('one alone: as the rules say of everybody', async () => {
      const papered = await rolls.draft(rolls.college, 'B', 'step_up', '2025-09-01');
      expect(await rolls.propose(rolls.college, 'roll_change', 'B', { change: papered }, { today: TODAY })).toMatchObject({ refusal: { why: 'not_eligible', clause: 'M9-d' } });
      expect(await rolls.propose(rolls.registrar, 'roll_change', 'B', { change: papered }, { today: TODAY })).toMatchObject({ refusal: { why: 'not_the_keeper', clause: 'R3-b' } });
    });

    test('who does not step up leaves with the secondary diploma, by the school', async () => {
      const change = await rolls.draft(rolls.registrar, 'B', 'leave_after_secondary', '2025-09-10');
      const id = idOfOpened(await rolls.propose(rolls.registrar, 'roll_change', 'B', { change }, { today: TODAY }));
      expect(wordOf(await rolls.step(rolls.head, id, 'approve', { today: TODAY }))).toBe('done');
      expect((await rolls.known('B')).last).toMatchObject({ stage: 'secondary', status: 'withdrawn' });
    });
  });
});
