import type { Handlers } from './app.ts';
import { askerOf, dayOf, storeOf, type Deps } from './deps.ts';
import { planFault, planGround, solvePlan, withNames } from './planning.ts';
import { createPlanRuns, type PlanRun } from './plan-runs.ts';
import { refuse } from './refuse.ts';
import { unfit } from './unfit.ts';

/** Plans: long sums, worked out in a thread after the records have been read; they stop when nobody waits. */
export function allocationHandlers(deps: Deps): Pick<Handlers, 'readAllocation' | 'readPlanRun' | 'stopPlanRun'> {
  const runs = createPlanRuns();
  return {
    readAllocation: async (c) => {
      const { to, target = null, rates = 'pack', tried = [], run: name, ...query } = c.req.valid('query');
      const read = await storeOf(deps, c).read((tx) => planGround(tx, (place) => dayOf(deps, place, query)));
      if (read === null) return refuse(c, 'not_allowed');
      const question = { to, target, rates, tried };
      const fault = planFault(read, question);
      if (fault !== null) return unfit(c, 'query', fault);
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
  };
}

/** In yuan as text, down for what is needed at least, up for the plan. */
function progressOf(run: PlanRun | null) {
  const { rounds, cost_yuan, bound_yuan, impossible = false } = run?.progress ?? { rounds: 0, cost_yuan: null, bound_yuan: null };
  return {
    running: run !== null, stopping: run?.stopping ?? false, rounds, impossible,
    cost_yuan: cost_yuan === null ? null : Math.ceil(cost_yuan).toFixed(2), bound_yuan: bound_yuan === null ? null : Math.floor(Math.max(0, bound_yuan)).toFixed(2),
  };
}
