import { allocate } from '../core/allocation/allocate.ts';
import { allocationJson } from '../core/allocation/allocation-json.ts';
import { faultsIn } from '../core/allocation/offers.ts';
import { situationOf } from '../core/allocation/situation.ts';
import { forecastFrom } from '../core/forecast/forecast.ts';
import { groundOf, startYear } from '../core/forecast/ground.ts';
import { backTests } from '../core/simulation/back-test.ts';
import { toSimulate } from '../core/simulation/simulate.ts';
import { simulateInThread, withOptimiser } from '../solver/threaded.ts';
import { loadForecastRows, loadPlanningRows } from '../store/forecast-rows.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { inReach } from './in-reach.ts';
import { refuse } from './refuse.ts';
import { knownOf } from './region-verdicts.ts';

const YEARS = 10;
const RUNS = 10_000;
const SEED = 1;
/** For each question to the optimiser: a page is not waited for longer. */
const SECONDS = 30;

/** Plans and bands: long sums, worked out in a thread after the records have been read; they stop when nobody waits. */
export function allocationHandlers(deps: Deps): Pick<Handlers, 'readAllocation' | 'readForecastBands'> {
  return {
    readAllocation: async (c) => {
      const { to, target = null, rates = 'pack', ...query } = c.req.valid('query');
      const read = await storeOf(deps, c).read(async (tx) => {
        // A plan tells of every campus and all options: whoever reads planning of one place only is not told.
        if (tx.actor.reach.get('planning.read') !== '*') return null;
        const { region, pack } = await placeOf(tx);
        const day = dayOf(deps, { region, pack }, query);
        return { pack, day, reach: await inReach(tx, knownOf(day)), dataset: await tx.whole((whole) => loadPlanningRows(whole, knownOf(day))) };
      });
      if (read === null) return refuse(c, 'not_allowed');
      const { pack, day, reach, dataset } = read;
      const first = startYear(day.on) + 1;
      if (to < first || to > first + YEARS) return refuse(c, 'bad_request', { detail: { zh: `规划年份应在 ${first} 至 ${first + YEARS} 年之间。`, en: `The year to plan for lies between ${first} and ${first + YEARS}.` } });
      const [fault] = faultsIn(dataset);
      if (fault !== undefined) return refuse(c, 'bad_request', { detail: { zh: `《规划选项》第 ${fault.row} 行 ${fault.column} 不可用：${fault.value}`, en: `options, row ${fault.row}, ${fault.column} cannot be used: ${fault.value}` } });
      const situation = situationOf(dataset, { pack, on: day.on, to, target, rates });
      const found = await withOptimiser(c.req.raw.signal, (solver) => allocate(situation, solver, { seconds: SECONDS }));
      const { rates: _, rows: __, region: years, problems: ___, ...plan } = allocationJson(found, []);
      return c.json({
        on: day.on, ...plan, options: dataset.options?.length ?? 0,
        // The plan goes by numbers; names are those of campuses in reach.
        campuses: (dataset.campuses ?? []).filter(({ campus_id }) => reach.campuses.has(campus_id)).map(({ campus_id, name }) => ({ campus_id, name })),
        intakes: years.map(({ year, intake }) => ({ year, intake })),
      }, 200);
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
