import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
interface Impact {
  readonly heads: number;
  readonly verdicts: readonly { readonly campus_id: string | null; readonly standard: string; readonly students: number | null; readonly before: Said; readonly after: Said }[];
  readonly targets: readonly { readonly standard: string; readonly before: Said; readonly after: Said }[];
  readonly years: readonly { readonly year: number; readonly fails: readonly string[] }[];
  readonly sums: readonly { readonly year: number; readonly needed: { readonly teachers: { readonly before: number; readonly after: number } }; readonly grant_before_yuan: string | null; readonly grant_after_yuan: string | null }[];
  readonly graduation: { readonly audited: number; readonly changes: readonly { readonly before: string; readonly after: string; readonly students: number }[] };
  readonly money: { readonly settled: boolean; readonly shares_raised: number; readonly lines: readonly { readonly kind: string; readonly before_yuan: string | null; readonly after_yuan: string | null }[] };
}
interface Said { readonly outcome: string; readonly value: string | null; readonly required: string | null }
interface Kept { readonly scenario_id: string; readonly version: number; readonly answer_hash: string }
interface Attached { readonly entries: readonly { readonly scenario_id: string; readonly act: string; readonly answer_hash: string; readonly by: string }[] }

onDatabase('embedded', 'what other values of law would change', (database) => {
  const served = serve(database, { sample: true });
  const ask = (tried: string) => served.answer<Impact>('readPolicyImpact', `/api/policy-impact?on=${DAY}&to=2030&tried=${encodeURIComponent(tried)}`);

  test('nothing, when the value is the one in force', async () => {
    const impact = await ask('ratio.teacher.max_students=18');
    expect([impact.verdicts, impact.years, impact.targets, impact.graduation.changes, impact.heads]).toEqual([[], [], [], [], 0]);
    expect(impact.money.settled).toBe(true);
    expect(impact.money.lines.every(({ before_yuan, after_yuan }) => before_yuan === after_yuan)).toBe(true);
    expect(impact.sums.every(({ needed: { teachers } }) => teachers.before === teachers.after)).toBe(true);
  }, 60_000);

  test('fewer students for a teacher: campuses and their students, posts of every year, and no money', async () => {
    const impact = await ask('ratio.teacher.max_students=7');
    expect(impact.verdicts.length).toBeGreaterThan(0);
    expect(impact.verdicts.every(({ standard, before, after }) => standard === 'R5-d' && before.outcome === 'met' && after.outcome === 'unmet')).toBe(true);
    const told = await served.answer<{ campuses: readonly { campus_id: string; students: number | null; verdicts: readonly { standard: string; outcome: string }[] }[] }>('readOverview', `/api/overview?on=${DAY}`);
    expect(impact.heads).toBe(told.campuses.filter(({ campus_id }) => impact.verdicts.some((one) => one.campus_id === campus_id)).reduce((sum, { students }) => sum + (students ?? 0), 0));
    for (const { needed: { teachers } } of impact.sums) expect(teachers.after).toBeGreaterThanOrEqual(Math.floor(teachers.before * 1.5));
    expect(impact.money.lines.every(({ before_yuan, after_yuan }) => before_yuan === after_yuan)).toBe(true);
  }, 60_000);

  test('each verdict that changes opens to the same: a campus judged with the value that is tried answers what the trial says, and one that cannot be tried is refused', async () => {
    const tried = [{ key: 'ratio.teacher.max_students', value: '7' }];
    const { verdicts } = await ask('ratio.teacher.max_students=7');
    for (const { campus_id, standard, before, after } of verdicts) {
      const said = async (values: typeof tried) => {
        const answer = await served.answer<{ verdicts: readonly { standard: string; outcome: string; measured: { value: string | null }; required: { value: string | null } }[]; school_notices: { school_id: string } | null }>('askWhatIf', '/api/what-if', { json: { campus_id, on: DAY, changes: {}, tried: values } });
        expect(answer.school_notices).not.toBeNull();
        const found = answer.verdicts.find((one) => one.standard === standard);
        return { outcome: found?.outcome, value: found?.measured.value, required: found?.required.value };
      };
      expect([await said([]), await said(tried)]).toEqual([before, after]);
    }
    expect((await served.refusal('bad_request', '/api/what-if', { json: { campus_id: 'C1', on: DAY, changes: {}, tried: [{ key: 'no.such', value: '1' }] } })).detail).toContain('no.such');
  }, 60_000);

  test('of a draft the first day is judged where it is to come, and today where it is over; a day that is named goes before', async () => {
    const on = async (query: string) => (await served.answer<{ on: string; names: readonly { campus_id: string; school_id: string; school: string }[] }>('readPolicyImpact', `/api/policy-impact?to=2030&tried=rooms.min_m2%3D16&${query}`));
    const today = await on('');
    expect([(await on('from=2026-09-01')).on, (await on('from=2024-09-01')).on, (await on(`from=2026-09-01&on=${DAY}`)).on]).toEqual(['2026-09-01', today.on, DAY]);
    expect(today.names.find(({ campus_id }) => campus_id === 'C1')).toMatchObject({ school_id: 'S1', school: expect.not.stringMatching(/^S1$/) as string });
  }, 60_000);

  test('70 % instead of 60 %: shares below it are raised, and what is due to schools grows by exactly as much', async () => {
    const { money, verdicts } = await ask('tuition.share=0.70');
    expect(verdicts).toEqual([]);
    expect(money.shares_raised).toBeGreaterThan(0);
    const share = money.lines.find(({ kind }) => kind === 'tuition_share');
    expect(Number(share?.after_yuan)).toBeGreaterThan(Number(share?.before_yuan));
    expect(money.lines.filter(({ kind }) => kind !== 'tuition_share').every(({ before_yuan, after_yuan }) => before_yuan === after_yuan)).toBe(true);
  }, 60_000);

  test('another target: what it asks for, before it is due; a parameter that there is not is refused by name', async () => {
    expect((await served.refusal('bad_request', `/api/policy-impact?on=${DAY}&to=2030&tried=no.such=1`)).detail).toContain('no.such');
    const { targets } = await ask('target.intake.2027=900');
    expect(targets.map(({ standard, before, after }) => [standard, before.required, after.required])).toEqual([['1.2-j', '500', '900']]);
  }, 60_000);

  test('kept, worked out again, put at a matter with its hash, taken away: a record of each', async () => {
    const kept = await served.answer<Kept>('keepScenario', '/api/scenarios', { json: { kind: 'policy', name: '师生比收紧', on: DAY, to: 2030, tried: [{ key: 'ratio.teacher.max_students', value: '16' }] } });
    const again = await served.answer<{ facts_same: boolean; answer_same: boolean }>('repeatScenario', `/api/scenarios/${kept.scenario_id}/again`);
    expect(again).toMatchObject({ facts_same: true, answer_same: true });
    const matter = await served.answer<{ matter_id: string }>('openMatter', '/api/matters', { json: { kind: 'parameter_change', subject: 'ratio.teacher.max_students', details: { value: '16', from: '2026-09-01' }, reason: '收紧' } });
    const at = `/api/matters/${matter.matter_id}/scenarios`;
    const put = (act: string) => served.answer<Attached>('attachScenario', at, { json: { scenario_id: kept.scenario_id, version: 1, act, reason: '依据' } });
    expect((await put('attached')).entries).toMatchObject([{ scenario_id: kept.scenario_id, act: 'attached', answer_hash: kept.answer_hash, by: 'office' }]);
    await served.refusal('changed_meanwhile', at, { json: { scenario_id: kept.scenario_id, version: 1 } });
    await put('withdrawn');
    expect((await served.answer<Attached>('readMatterScenarios', at)).entries.map(({ act }) => act)).toEqual(['attached', 'withdrawn']);
    await served.refusal('unknown_scenario', at, { json: { scenario_id: '999999', version: 1 } });
    await served.refusal('unknown_matter', '/api/matters/999999/scenarios', { json: { scenario_id: kept.scenario_id, version: 1 } });
  }, 120_000);

  test('a forecast alone is kept with its seed, comes to the same, and to other bands with another seed', async () => {
    const keep = (seed: number) => served.answer<Kept>('keepScenario', '/api/scenarios', { json: { kind: 'forecast', name: '现状', on: DAY, to: 2030, seed } });
    const read = (id: string) => served.answer<{ forecast: { seed: number; rows: readonly unknown[]; region: readonly unknown[]; bands: readonly unknown[] }; answer: null }>('readScenario', `/api/scenarios/${id}`);
    const [one, other] = [await keep(1), await keep(2)];
    const again = await served.answer<{ facts_same: boolean; answer_same: boolean }>('repeatScenario', `/api/scenarios/${one.scenario_id}/again`);
    expect(again).toMatchObject({ facts_same: true, answer_same: true });
    const [first, second] = [await read(one.scenario_id), await read(other.scenario_id)];
    expect(first.forecast.region).toEqual(second.forecast.region);
    expect(first.forecast.rows).toEqual(second.forecast.rows);
    expect(first.forecast.bands).not.toEqual(second.forecast.bands);
    await served.refusal('unknown_scenario', '/api/scenarios', { json: { kind: 'plan', answers: one.scenario_id, name: '乙', on: DAY, to: 2030, target: 1 } });
  }, 240_000);
});
