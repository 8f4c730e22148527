import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const DAY = '2025-10-31';
interface Told {
  readonly status: string;
  readonly conflict: readonly { readonly name: string }[];
  readonly nearest_target: number | null;
  readonly plan: readonly { readonly kind: string; readonly year: number; readonly count: number }[];
  readonly proof: { readonly cost_yuan: string | null };
}
interface Bands {
  readonly runs: number;
  readonly region: readonly { readonly year: number; readonly higher: { readonly p05: number; readonly p50: number; readonly p95: number; readonly mean: number } }[];
}

onDatabase('embedded', 'the plan over HTTP', (database) => {
  const served = serve(database, { sample: true });

  test('a target within reach has a plan, one beyond it the demand that nothing can keep and the nearest intake', async () => {
    const reached = await served.answer<Told>('readAllocation', `/api/allocation?on=${DAY}&to=2026&target=585`);
    expect(reached.status).toBe('optimal');
    expect(reached.plan.filter(({ kind }) => kind === 'class')).toMatchObject([{ year: 2026, count: 1 }]);
    const beyond = await served.answer<Told>('readAllocation', `/api/allocation?on=${DAY}&to=2026&target=5000`);
    expect([beyond.status, beyond.conflict.map(({ name }) => name), beyond.nearest_target]).toEqual(['impossible', ['target'], 630]);
  }, 120_000);

  test('bands hold the path of the forecast, and are the same when asked again', async () => {
    const asked = () => served.answer<Bands>('readForecastBands', `/api/forecast/bands?on=${DAY}&years=3`);
    const bands = await asked();
    expect(bands).toEqual(await asked());
    const [first, second] = bands.region;
    expect([bands.runs, first?.year]).toEqual([10_000, 2026]);
    // 421 and 650 by the rates without chance.
    expect((first?.higher.p05 ?? 0) < 421 && 421 < (first?.higher.p95 ?? 0)).toBe(true);
    expect(Math.abs((second?.higher.mean ?? 0) - 650)).toBeLessThan(4);
  }, 60_000);

  test.each([['a target below zero', 'to=2026&target=-1'], ['no whole number', 'to=2026&target=4.5'], ['a rate of more than all', 'to=2026&tried=forecast.stay%3D1.01']])('%s is refused', async (_, query) => {
    await served.refusal('bad_request', `/api/allocation?on=${DAY}&${query}`);
  });

  test.each(['2025', '2040'])('%s is no year to plan for', async (to) => {
    const { status } = await served.send(`/api/allocation?on=${DAY}&to=${to}`);
    expect(status).toBe(400);
  });
});
