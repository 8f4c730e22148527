import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlanGround } from '../../api/planning.ts';
import { planFault, solvePlan } from '../../api/planning.ts';
import type { PlanRun } from '../../api/plan-runs.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { writeProvince } from '../../samples/province.ts';
import { writePlanning } from '../../samples/province/planning.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

const CAMPUSES = 40;

describe('a plan of many campuses', () => {
  let ground: PlanGround;
  const folder = mkdtempSync(join(tmpdir(), 'guantong-runs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    writeProvince(folder, { campuses: CAMPUSES, students: CAMPUSES * 1000, staff: CAMPUSES * 75 });
    writePlanning(folder, CAMPUSES);
    const read = await readDatasetPath(folder);
    if ('refused' in read) throw new Error('not read');
    ground = { pack: quzhou2024, on: date('2025-10-31'), dataset: read.dataset, names: [] };
  });
  const question = { to: 2028, target: 8500, rates: 'pack' as const, tried: [] };

  test('of nothing is refused, with what to enter', () => {
    expect(planFault({ ...ground, dataset: {} }, question)?.text.zh).toContain('还没有校区');
    expect(planFault(ground, question)).toBeNull();
  });

  test('tells how far it is while it is worked out, and whoever stops it then has the best so far', async () => {
    const run: PlanRun = { progress: null, stopping: false };
    const rounds: number[] = [];
    const watch = setInterval(() => {
      if (run.progress !== null) rounds.push(run.progress.rounds);
      if (run.progress?.cost_yuan !== null && run.progress !== null) run.stopping = true;
    }, 5);
    const plan = await solvePlan(ground, question, new AbortController().signal, run).finally(() => clearInterval(watch));
    expect(plan.status).toBe('feasible');
    expect(new Set(rounds).size).toBeGreaterThan(1);
    const [cost, bound] = [Number(plan.proof.cost_yuan), Number(plan.proof.bound_yuan)];
    expect(bound).toBeLessThanOrEqual(cost);
    expect(cost).toBeLessThanOrEqual(Math.ceil(run.progress?.cost_yuan ?? 0));
  }, 240_000);

  test('where there is none it says so while it looks for what conflicts, and tells no bound of what is no plan', async () => {
    const run: PlanRun = { progress: null, stopping: false };
    const seen: NonNullable<PlanRun['progress']>[] = [];
    const watch = setInterval(() => {
      if (run.progress !== null) seen.push(run.progress);
      // Once seen it is not waited for.
      if (run.progress?.impossible === true) run.stopping = true;
    }, 5);
    const plan = await solvePlan(ground, { ...question, target: 13_000 }, new AbortController().signal, run).finally(() => clearInterval(watch));
    expect(['impossible', 'unanswered']).toContain(plan.status);
    const looking = seen.filter(({ impossible }) => impossible === true);
    expect(looking.length).toBeGreaterThan(0);
    expect(looking.every(({ cost_yuan, bound_yuan }) => cost_yuan === null && bound_yuan === null)).toBe(true);
  }, 240_000);
});

onDatabase('embedded', 'plans under way, over HTTP', (database) => {
  const served = serve(database, { sample: true });

  test('a plan that nobody waits for does not run, and is not stopped', async () => {
    const nobody = { running: false, stopping: false, rounds: 0, cost_yuan: null, bound_yuan: null, impossible: false };
    expect(await served.answer('readPlanRun', '/api/allocation/runs/nobody-asked')).toEqual(nobody);
    expect(await served.answer('stopPlanRun', '/api/allocation/runs/nobody-asked/stop', { method: 'POST' })).toEqual(nobody);
  });

  test('is known by its name until it is answered', async () => {
    const asked = served.answer<{ status: string }>('readAllocation', '/api/allocation?on=2025-10-31&to=2027&target=1000&run=the-plan-of-today');
    let seen = false;
    let done = false;
    const answered = asked.finally(() => { done = true; });
    while (!done && !seen) seen = (await served.answer<{ running: boolean }>('readPlanRun', '/api/allocation/runs/the-plan-of-today')).running;
    expect(seen).toBe(true);
    expect((await answered).status).toBe('optimal');
    expect((await served.answer<{ running: boolean }>('readPlanRun', '/api/allocation/runs/the-plan-of-today')).running).toBe(false);
  }, 120_000);
});
