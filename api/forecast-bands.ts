import { forecastFrom } from '../core/forecast/forecast.ts';
import { groundOf, startYear } from '../core/forecast/ground.ts';
import type { RateSource } from '../core/forecast/rates.ts';
import { backTests } from '../core/simulation/back-test.ts';
import { inputsOf } from '../core/simulation/inputs.ts';
import { toSimulate } from '../core/simulation/simulate.ts';
import { simulateInThread } from '../solver/threaded.ts';
import { loadForecastRows } from '../store/forecast-rows.ts';
import type { Transaction } from '../store/transaction.ts';
import type { Handlers } from './app.ts';
import { dayOf, placeOf, storeOf, type Deps } from './deps.ts';
import { inReach } from './in-reach.ts';
import { refuse } from './refuse.ts';
import { knownOf } from './region-verdicts.ts';

const YEARS = 10;
const RUNS = 10_000;
const SEED = 1;

/** Bands of the forecast: run here in a thread that stops when nobody waits, or by whoever may know what the runs need. */
export function bandHandlers(deps: Deps): Pick<Handlers, 'readForecastBands' | 'readBandInputs'> {
  return {
    readForecastBands: async (c) => {
      const query = c.req.valid('query');
      const { on, reach, back_tests, given } = await storeOf(deps, c).read((tx) => groundWithin(deps, tx, query));
      const { campuses, rates: used, ...bands } = await simulateInThread(given, c.req.raw.signal);
      // Rates of single programmes are told with the forecast of their campus; here those that hold for all.
      return c.json({ on, ...bands, back_tests, rates: used.filter(({ programme_id }) => programme_id === null), campuses: campuses.filter(({ campus_id }) => reach.campuses.has(campus_id)) }, 200);
    },
    // Intakes and heads by programme are planning of the whole region.
    readBandInputs: (c) => storeOf(deps, c).read(async (tx) => {
      if (tx.actor.reach.get('planning.read') !== '*') return refuse(c, 'not_allowed');
      const { on, reach, back_tests, given } = await groundWithin(deps, tx, c.req.valid('query'));
      const { campuses, ...inputs } = inputsOf(given);
      return c.json({ on, ...inputs, campuses: campuses.filter(({ campus_id }) => reach.campuses.has(campus_id)), back_tests }, 200);
    }),
  };
}

interface Asked {
  readonly years?: number | undefined;
  readonly rates?: RateSource | undefined;
  readonly seed?: number | undefined;
}

async function groundWithin(deps: Deps, tx: Transaction, { years = YEARS, rates = 'pack', seed = SEED, ...query }: Asked & Parameters<typeof dayOf>[2]) {
  const { region, pack } = await placeOf(tx);
  const day = dayOf(deps, { region, pack }, query);
  const reach = await inReach(tx, knownOf(day));
  const dataset = await tx.whole((whole) => loadForecastRows(whole, knownOf(day)));
  const ground = groundOf(dataset, pack, day.on, startYear(day.on) + years);
  return { on: day.on, reach, back_tests: backTests(dataset, pack, day.on, rates), given: toSimulate(ground, forecastFrom(ground, rates), { pack, source: rates, seed, runs: RUNS }) };
}
