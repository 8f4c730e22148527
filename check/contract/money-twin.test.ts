import { describe, expect, test } from 'vitest';
import { moneyTwin } from '../prove/money-twin.ts';
import type { MoneyTwin } from '../prove/money-twin.ts';

const COUNT = 80;
const FIXED = 20_240_529;
const RANDOM = Date.now() % 1_000_000_000;

const twinsFrom = (first: number): MoneyTwin[] => Array.from({ length: COUNT }, (_, at) => moneyTwin(first + at));

/** What differs between the product and the second reading, or does not hold of it, with the command that repeats it. */
const differencesIn = (twins: readonly MoneyTwin[]): string[] =>
  twins.flatMap(({ seed, asked, differences }) => differences.map((text) => `npm run prove -- settle --seed ${seed} --count 1 (${JSON.stringify(asked)}): ${text}`));

describe('the product settles as a second, naive reading of the contract does, and its books balance', () => {
  test(`in the years from seed ${FIXED}, which stand on both sides of every line`, () => {
    const twins = twinsFrom(FIXED);
    expect(differencesIn(twins)).toEqual([]);
    const lines = twins.flatMap(({ settlement }) => settlement.lines);
    for (const outcome of ['met', 'unmet', 'undetermined'] as const) expect(lines.filter((line) => line.outcome === outcome).length, outcome).toBeGreaterThan(COUNT);
    expect(new Set(lines.map(({ kind }) => kind)).size).toBe(14);
    expect(twins.filter(({ flaw }) => flaw !== null).length).toBeGreaterThan(3);
  });

  test(`in the years from seed ${RANDOM}, others each time`, () => expect(differencesIn(twinsFrom(RANDOM))).toEqual([]));
});
