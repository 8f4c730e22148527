import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { allocate } from '../../core/allocation/allocate.ts';
import { situationOf } from '../../core/allocation/situation.ts';
import { forecastFrom } from '../../core/forecast/forecast.ts';
import { groundOf } from '../../core/forecast/ground.ts';
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

function say(print: (line: string) => void, what: string, milliseconds: number, most: number): void {
  print(`${what}   ${milliseconds.toFixed(0)} ms (limit ${most} ms) ${milliseconds <= most ? 'reached' : 'MISSED'}`);
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
