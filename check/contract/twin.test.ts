import { describe, expect, test } from 'vitest';
import { twin } from '../prove/twin.ts';
import type { Twin } from '../prove/twin.ts';

const COUNT = 75;
const FIXED = 20_240_529;
const RANDOM = Date.now() % 1_000_000_000;

const twinsFrom = (first: number): Twin[] => Array.from({ length: COUNT }, (_, at) => twin(first + at));

/** What differs between the product and the second reading, with the command that repeats it. */
const differencesIn = (twins: readonly Twin[]): string[] =>
  twins.flatMap(({ seed, day, differences }) => differences.map((text) => `npm run prove -- --seed ${seed} --count 1 (${day}): ${text}`));

describe('the product answers as a second, naive reading of the contract does', () => {
  test(`on the regions from seed ${FIXED}, which stand on both sides of every line`, () => {
    const twins = twinsFrom(FIXED);
    expect(differencesIn(twins)).toEqual([]);
    for (const outcome of ['met', 'unmet', 'undetermined', 'not_applicable'] as const) {
      expect(twins.reduce((sum, one) => sum + one.verdicts[outcome], 0), outcome).toBeGreaterThan(COUNT);
    }
  });

  test(`on the regions from seed ${RANDOM}, others each time`, () => expect(differencesIn(twinsFrom(RANDOM))).toEqual([]));
});
