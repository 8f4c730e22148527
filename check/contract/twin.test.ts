import { describe, expect, test } from 'vitest';
import { twin } from '../prove/twin.ts';

const COUNT = 75;
const FIXED = 20_240_529;
const RANDOM = Date.now() % 1_000_000_000;

/** What differs between the product and the second reading, with the seed that repeats it. */
function differencesFrom(first: number): string[] {
  return Array.from({ length: COUNT }, (_, at) => twin(first + at))
    .flatMap(({ seed, day, differences }) => differences.map((text) => `npm run prove -- --seed ${seed} --count 1 (${day}): ${text}`));
}

describe('the product answers as a second, naive reading of the contract does', () => {
  test(`on the regions from seed ${FIXED}`, () => expect(differencesFrom(FIXED)).toEqual([]));
  test(`on the regions from seed ${RANDOM}, another one each time`, () => expect(differencesFrom(RANDOM)).toEqual([]));

  test('the regions stand on both sides of every line', () => {
    const totals = Array.from({ length: COUNT }, (_, at) => twin(FIXED + at).verdicts);
    for (const outcome of ['met', 'unmet', 'undetermined', 'not_applicable'] as const) {
      expect(totals.reduce((sum, one) => sum + one[outcome], 0), outcome).toBeGreaterThan(COUNT);
    }
  });
});
