import { afterEach, expect, test, vi } from 'vitest';
import { eachDatabase } from '../../check/databases.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { madeStore } from '../made-store.ts';
import * as quota from '../plan-quota.ts';
import { madeRolls, secondaryRow } from '../students/made-students.ts';
import { madeSeason } from '../step-up/made-season.ts';
import { stepUpOf } from '../students/roll-lists.ts';
import { idOfOpened, wordOf } from './made-matters.ts';

const AUTUMN = date('2025-09-01');
const TODAY = date('2025-09-20');
afterEach(() => vi.restoreAllMocks());

eachDatabase('stepping up within the plan', (database) => {
  const store = madeStore(database);

  /** Two who are eligible, of the cohort of 2022; of it 268 stepped up before. */
  async function eligible() {
    const rolls = await madeRolls(store.db());
    const ids = ['A', 'B'];
    await rolls.add(...ids.map((id) => secondaryRow(id, { cohort: 2022, grade: 3, from: '2024-09-01' })));
    await rolls.import({
      filings: ids.map((student_id) => ({ student_id, list_no: '名册', filed_on: '2022-12-05' })),
      results: ids.map((student_id) => ({ student_id, kind: 'upgrade_test', on: '2025-04-12', score: 60 })),
      credits: ids.map((student_id) => ({ student_id, required: 140, earned: 90, conduct_ok: 'yes' })),
    });
    expect((await (await madeSeason(rolls)).publish('2025-05-06')).outcome).toBe('done');
    const list = await rolls.as.read((tx) => stepUpOf(tx, 'H', AUTUMN, quzhou2024));
    const going = list?.entries.flatMap((one) => (one.outcome === 'goes' ? [one.last] : [])) ?? [];
    expect(going.map(({ student_id }) => student_id)).toEqual(ids);
    const id = idOfOpened(await rolls.propose(rolls.college, 'step_up_list', 'H', { on: AUTUMN, list: list?.digest ?? '' }, { today: TODAY }));
    const asked: number[] = [];
    const planned = (line: number | null): void => {
      vi.spyOn(quota, 'approvedQuota').mockImplementation((_, year) => {
        asked.push(year);
        return Promise.resolve(new Map(line === null ? [] : [[going[0]?.programme_id ?? '', { approved: line, filed: true, matter_id: 1 }]]));
      });
    };
    return {
      ...rolls, asked, planned,
      approve: (line: number | null) => {
        planned(line);
        return rolls.step(rolls.leader, id, 'approve', { today: TODAY });
      },
    };
  }

  test('B47: one more than the line of the cohort’s plan holds is refused under M8-c and nobody steps up, as many as it holds do', async () => {
    const rolls = await eligible();
    expect(await rolls.approve(269)).toMatchObject({ refusal: { why: 'guard', clause: 'M8-c', detail: { zh: expect.stringContaining('升段 270 人，高职计划 269 人') } } });
    expect((await rolls.known('A')).last.stage).toBe('secondary');
    expect(wordOf(await rolls.approve(270))).toBe('done');
    expect(new Set(rolls.asked)).toEqual(new Set([2022]));
    expect((await rolls.known('A')).last.stage).toBe('higher');
  });

  test('a cohort that was never planned here is held back by no line', async () => {
    expect(wordOf(await (await eligible()).approve(null))).toBe('done');
  });

  test('one alone is bound by it as a list is', async () => {
    const rolls = await eligible();
    const change = await rolls.draft(rolls.college, 'A', 'step_up', '2025-09-01');
    const id = idOfOpened(await rolls.propose(rolls.college, 'roll_change', 'A', { change }, { today: TODAY }));
    rolls.planned(268);
    expect(await rolls.step(rolls.leader, id, 'approve', { today: TODAY })).toMatchObject({ refusal: { why: 'guard', detail: { zh: expect.stringContaining('升段 269 人，高职计划 268 人') } } });
    rolls.planned(269);
    expect(wordOf(await rolls.step(rolls.leader, id, 'approve', { today: TODAY }))).toBe('done');
  });
});
