import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
interface Kept {
  readonly scenario_id: string;
  readonly version: number;
  readonly facts_hash: string;
  readonly answer_hash: string;
}
interface Read extends Kept {
  readonly versions: number;
  readonly intact: boolean;
  readonly known_on: string;
  readonly answer: { readonly status: string; readonly proof: { readonly cost_yuan: string | null } };
}
interface Again { readonly facts_same: boolean; readonly answer_same: boolean; readonly answer_hash: string }
interface Records { readonly records: readonly { readonly record_id: string; readonly values: Readonly<Record<string, string>> }[] }
type Listed = { readonly scenarios: readonly (Kept & { readonly name: string; readonly status: string; readonly cost_yuan: string | null })[] };

onDatabase('embedded', 'plans that are kept', (database) => {
  const served = serve(database, { sample: true });
  const keep = (more: Readonly<Record<string, unknown>>) => served.answer<Kept>('keepScenario', '/api/scenarios', { json: { name: '扩招一个班', on: DAY, to: 2026, target: 585, ...more } });
  const read = (id: string, query = '') => served.answer<Read>('readScenario', `/api/scenarios/${id}${query}`);
  const again = (id: string) => served.answer<Again>('repeatScenario', `/api/scenarios/${id}/again`);

  test('asked again it comes to the same, and still does after a record was added; a new question sees the record', async () => {
    const first = await keep({});
    expect(await read(first.scenario_id)).toMatchObject({ version: 1, versions: 1, intact: true, answer: { status: 'optimal' } });
    expect(await again(first.scenario_id)).toEqual({ facts_same: true, answer_same: true, answer_hash: first.answer_hash });
    const { records } = await served.answer<Records>('listRecords', '/api/registers/limits');
    const limit = records.find(({ values }) => String(values['year']) === '2026');
    await served.answer('correctRecord', `/api/registers/limits/${limit?.record_id}/correct`, { json: { values: { ...limit?.values, max_classes: '0' }, reason: '不再增班' } });
    expect(await again(first.scenario_id)).toEqual({ facts_same: true, answer_same: true, answer_hash: first.answer_hash });
    const second = await keep({ answers: first.scenario_id, note: '没有新班' });
    expect([second.scenario_id, second.version, second.facts_hash === first.facts_hash, second.answer_hash === first.answer_hash]).toEqual([first.scenario_id, 2, false, false]);
    expect(await read(first.scenario_id)).toMatchObject({ version: 2, versions: 2 });
    expect(await read(first.scenario_id, '?version=1')).toMatchObject({ version: 1, answer_hash: first.answer_hash });
    const { scenarios } = await served.answer<Listed>('listScenarios', '/api/scenarios');
    expect(scenarios.map(({ scenario_id, version, name }) => [scenario_id, version, name])).toEqual([[first.scenario_id, 2, '扩招一个班']]);
  }, 240_000);

  test('a value that is tried changes the plan, not what is in force', async () => {
    const tried = [{ key: 'target.intake.2027', value: '100000' }];
    const kept = await keep({ name: '目标改为十万', target: null, to: 2027, tried });
    const plain = await keep({ name: '现行目标', target: null, to: 2027 });
    const [one, other] = [await read(kept.scenario_id), await read(plain.scenario_id)];
    expect(one.facts_hash).toBe(other.facts_hash);
    expect([one.answer.status, other.answer.status]).toEqual(['impossible', 'optimal']);
  }, 240_000);

  test.each([
    ['a parameter that there is not', { tried: [{ key: 'no.such', value: '1' }] }, '没有参数 no.such'],
    ['a value that it cannot take', { tried: [{ key: 'target.intake.2027', value: 'many' }] }, 'target.intake.2027 不能取 many'],
    ['a rate of more than all', { tried: [{ key: 'forecast.stay', value: '1.01' }] }, 'forecast.stay 不能取 1.01：比例在 0 至 1 之间'],
    ['a year gone by', { to: 2025 }, '规划年份应在 2026 至 2036'],
  ] as const)('%s is refused with its name', async (_, more, detail) => {
    expect((await served.refusal('bad_request', '/api/scenarios', { json: { name: '甲', on: DAY, to: 2026, ...more } })).detail).toContain(detail);
  });

  test('the next version of nothing is none', async () => {
    await served.refusal('unknown_scenario', '/api/scenarios', { json: { name: '甲', on: DAY, to: 2026, target: 585, answers: '999999' } });
    await served.refusal('unknown_scenario', '/api/scenarios/999999');
  }, 60_000);
});
