import { describe, expect, test } from 'vitest';
import { listTwin } from '../prove/graduation-lists.ts';

const COUNT = 150;
const FIXED = 20_240_529;
const RANDOM = Date.now() % 1_000_000_000;

const faultsFrom = (first: number): string[] => Array.from({ length: COUNT }, (_, at) => listTwin(first + at))
  .flatMap(({ seed, faults }) => faults.map((text) => `npm run prove -- graduation-lists --seed ${seed} --count 1: ${text}`));

describe('R3-d, M9-e: a decided final grade ends as a second reading says, nobody graduates without certificate or exemption, and twice is once', () => {
  test(`from seed ${FIXED}`, () => {
    expect(faultsFrom(FIXED)).toEqual([]);
    const ended = Array.from({ length: COUNT }, (_, at) => listTwin(FIXED + at).ended);
    for (const outcome of ['graduated', 'completed', 'incomplete']) expect(ended.some((one) => (one[outcome] ?? 0) > 0)).toBe(true);
  });

  test(`from seed ${RANDOM}, others each time`, () => expect(faultsFrom(RANDOM)).toEqual([]));
});
