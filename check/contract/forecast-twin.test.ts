import { expect, test } from 'vitest';
import { forecastTwin } from '../prove/forecast-twin.ts';

const COUNT = 15;
const FIXED = 20_240_529;
const RANDOM = Date.now() % 1_000_000_000;

test.each([['fixed', FIXED], ['others each time', RANDOM]])('the forecast is what a second, naive reading of the contract comes to: %s, from seed %i', (_, first) => {
  const twins = Array.from({ length: COUNT }, (__, at) => forecastTwin(first + at));
  expect(twins.flatMap(({ seed, day, differences }) => differences.map((text) => `npm run prove -- forecast --seed ${seed} --count 1 (${day}): ${text}`))).toEqual([]);
  for (const outcome of ['met', 'unmet', 'undetermined', 'not_applicable'] as const) {
    expect(twins.reduce((sum, one) => sum + one.outcomes[outcome], 0), outcome).toBeGreaterThan(COUNT);
  }
});
