import { expect, test } from 'vitest';
import { strikeDuties } from './duties.ts';

test('killed while it works, two at once, over a clock that jumps: each beginning, end and rung is there once, as if nothing had happened', async () => {
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`seed ${seed}\n`);
  const { acts, different } = await strikeDuties(2, seed);
  expect(different, `seed ${seed}`).toBe(0);
  expect(acts).toBeGreaterThan(0);
}, 400_000);
