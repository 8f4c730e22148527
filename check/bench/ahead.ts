import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { allocate } from '../../core/allocation/allocate.ts';
import { situationOf } from '../../core/allocation/situation.ts';
import { forecastFrom } from '../../core/forecast/forecast.ts';
import { groundOf } from '../../core/forecast/ground.ts';
import { packRates } from '../../core/forecast/rates.ts';
import { step, stepRates } from '../../core/forecast/step.ts';
import { planningOn } from '../../core/forecast/year-rules.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { simulate, toSimulate } from '../../core/simulation/simulate.ts';
import { date } from '../../core/values/plain-date.ts';
import { highs, highsInParts } from '../../solver/highs.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ON = date('2025-10-31');
const RUNS = 10_000;
const MOST_SIMULATION = 1500;
const MOST_ALLOCATION = 3000;

/** Ten thousand runs of ten years of the city, and the plan that takes it to a thousand new students. */
export async function benchAhead(print: (line: string) => void = console.log): Promise<void> {
  const read = await readDatasetPath(join(ROOT, 'samples/quzhou'));
  if ('refused' in read) throw new Error('the sample is not read');
  const ground = groundOf(read.dataset, quzhou2024, ON, 2035);
  const forecast = forecastFrom(ground, 'pack');
  const rounds = [1, 2, 3, 4, 5].map((seed) => timed(() => simulate(toSimulate(ground, forecast, { pack: quzhou2024, source: 'pack', seed, runs: RUNS })))).sort((a, b) => a - b);
  say(print, `${RUNS} runs of ten years, ${ground.programmes.length} programmes`, rounds[2] ?? NaN, MOST_SIMULATION);
  benchStep(print);
  await highs({ model: { rules: [], most: [1], costs: [1] }, seconds: 1 });
  const situation = situationOf(read.dataset, { pack: quzhou2024, on: ON, to: 2027, target: 1000, rates: 'pack' });
  let proven = NaN;
  const started = performance.now();
  const { answer, problem } = await allocate(situation, {
    ...highsInParts,
    solve: async (asking) => {
      const found = await highs(asking);
      if (Number.isNaN(proven)) proven = performance.now() - started;
      return found;
    },
  }, { seconds: 60 });
  say(print, `allocation of the city, ${situation.ground.campuses.length} campuses, ${problem.model.choices.length} choices, ${problem.model.rules.length} rules: ${answer.state}`, proven, MOST_ALLOCATION);
  print(`allocation with what binds and what each costs   ${(performance.now() - started).toFixed(0)} ms`);
}

const STEPS = 200_000;
const MOST_TIMES = 20;

/** The step of the forecast, on exact fractions and with all that follows from it, beside a bare projection of typed arrays that rounds as it likes. */
function benchStep(print: (line: string) => void): void {
  const rates = stepRates(packRates(planningOn(quzhou2024, ON)));
  const heads = Float64Array.from({ length: STEPS }, (_, at) => at % 400);
  let [seen, bare] = [0, new Float64Array(STEPS * GRADES)];
  const whole = () => heads.forEach((more) => { seen += step([more, more + 1, more + 2, more + 3, more + 4], more, rates).graduates; });
  const projected = () => {
    bare = new Float64Array(STEPS * GRADES);
    for (let at = 0; at < STEPS; at += 1) {
      const more = heads[at] ?? 0;
      bare[at * GRADES] = more;
      bare[at * GRADES + 1] = Math.round(more * 0.9);
      bare[at * GRADES + 2] = Math.round((more + 1) * 0.9);
      bare[at * GRADES + 3] = Math.round((more + 2) * 0.8);
      bare[at * GRADES + 4] = Math.round((more + 3) * 0.9);
    }
    seen += bare[STEPS] ?? 0;
  };
  const median = (work: () => unknown) => Array.from({ length: ROUNDS }, () => timed(work)).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  const [one, other] = [median(whole), median(projected)];
  print(`a step of the forecast   ${(one / STEPS * 1e6).toFixed(0)} ns, ${(one / other).toFixed(1)} × a bare projection of typed arrays (limit ${MOST_TIMES} ×) ${one / other <= MOST_TIMES ? 'reached' : 'MISSED'}${seen < 0 ? '!' : ''}`);
}

const GRADES = 5;
const ROUNDS = 11;

function say(print: (line: string) => void, what: string, milliseconds: number, most: number): void {
  print(`${what}   ${milliseconds.toFixed(0)} ms (limit ${most} ms) ${milliseconds <= most ? 'reached' : 'MISSED'}`);
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
