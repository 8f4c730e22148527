import { expect, test } from 'vitest';
import { Stopped, withOptimiser } from './threaded.ts';

const model = { rules: [{ demand: null, factors: [{ choice: 0, factor: 2n }, { choice: 1, factor: 3n }], least: 7n }], most: [10, 10], costs: [3, 4] };

test('one thread answers one question after the other, in whole numbers', async () => {
  const answers = await withOptimiser(new AbortController().signal, async (solver) => [
    await solver({ model, seconds: 10 }), await solver({ model: { ...model, most: [1, 1] }, seconds: 10 }),
  ]);
  // 2a + 3b ≥ 7 at 3a + 4b: two of each at 10 for 14, or b = 3 at 12, or a = 2, b = 1 at 10.
  expect(answers[0]).toEqual({ state: 'optimal', values: [2, 1], bound: 10 });
  expect(answers[1]).toEqual({ state: 'impossible', values: null, bound: null });
});

test('ends as soon as nobody waits for it', async () => {
  const nobody = new AbortController();
  const waiting = withOptimiser(nobody.signal, async (solver) => {
    nobody.abort();
    return solver({ model, seconds: 10 });
  });
  await expect(waiting).rejects.toBeInstanceOf(Stopped);
});
