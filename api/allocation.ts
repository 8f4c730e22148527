import { forecastFrom } from '../core/forecast/forecast.ts';
import { groundOf, startYear } from '../core/forecast/ground.ts';
import { backTests } from '../core/simulation/back-test.ts';
import { toSimulate } from '../core/simulation/simulate.ts';
import { simulateInThread } from '../solver/threaded.ts';
import { loadForecastRows } from '../store/forecast-rows.ts';
import type { Handlers } from './app.ts';
import { askerOf, dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { inReach } from './in-reach.ts';
import { planFault, planGround, solvePlan, withNames } from './planning.ts';
import { createPlanRuns, type PlanRun } from './plan-runs.ts';
import { refuse } from './refuse.ts';
import { knownOf } from './region-verdicts.ts';

const YEARS = 10;
const RUNS = 10_000;
const SEED = 1;

/** Plans and bands: long sums, worked out in a thread after the records have been read; they stop when nobody waits. */
export function allocationHandlers(deps: Deps): Pick<Handlers, 'readAllocation' | 'readPlanRun' | 'stopPlanRun' | 'readForecastBands'> {
  const runs = createPlanRuns();
  return {
    readAllocation: async (c) => {
      const { to, target = null, rates = 'pack', tried = [], run: name, ...query } = c.req.valid('query');
      const read = await storeOf(deps, c).read((tx) => planGround(tx, (place) => dayOf(deps, place, query)));
      if (read === null) return refuse(c, 'not_allowed');
      const question = { to, target, rates, tried };
      const fault = planFault(read, question);
      if (fault !== null) return refuse(c, 'bad_request', { detail: fault });
      const { run, end } = runs.begin(askerOf(c), name);
      try {
        return c.json(withNames(await solvePlan(read, question, c.req.raw.signal, run), read.names), 200);
      } finally {
        end();
      }
    },
    readPlanRun: async (c) => c.json(progressOf(runs.of(askerOf(c), c.req.valid('param').run)), 200),
    stopPlanRun: async (c) => {
      const run = runs.of(askerOf(c), c.req.valid('param').run);
      if (run !== null) run.stopping = true;
      return c.json(progressOf(run), 200);
    },
    readForecastBands: async (c) => {
      const { years = YEARS, rates = 'pack', seed = SEED, ...query } = c.req.valid('query');
      const { day, reach, back_tests, given } = await storeOf(deps, c).read(async (tx) => {
        const { region, pack } = await placeOf(tx);
        const day = dayOf(deps, { region, pack }, query);
        const reach = await inReach(tx, knownOf(day));
        const dataset = await tx.whole((whole) => loadForecastRows(whole, knownOf(day)));
        const ground = groundOf(dataset, pack, day.on, startYear(day.on) + years);
        return { day, reach, back_tests: backTests(dataset, pack, day.on, rates), given: toSimulate(ground, forecastFrom(ground, rates), { pack, source: rates, seed, runs: RUNS }) };
      });
      const { campuses, rates: used, ...bands } = await simulateInThread(given, c.req.raw.signal);
      // Rates of single programmes are told with the forecast of their campus; here those that hold for all.
      return c.json({ on: day.on, ...bands, back_tests, rates: used.filter(({ programme_id }) => programme_id === null), campuses: campuses.filter(({ campus_id }) => reach.campuses.has(campus_id)) }, 200);
    },
  };
}

/** In yuan as text, down for what is needed at least, up for the plan. */
function progressOf(run: PlanRun | null) {
  const { rounds, cost_yuan, bound_yuan } = run?.progress ?? { rounds: 0, cost_yuan: null, bound_yuan: null };
  return {
    running: run !== null, stopping: run?.stopping ?? false, rounds,
    cost_yuan: cost_yuan === null ? null : Math.ceil(cost_yuan).toFixed(2), bound_yuan: bound_yuan === null ? null : Math.floor(Math.max(0, bound_yuan)).toFixed(2),
  };
}
