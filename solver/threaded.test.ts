import { describe, expect, test } from 'vitest';
import { sparseOf } from '../core/allocation/sparse.ts';
import { Stopped, withOptimisers } from './threaded.ts';

const model = { rules: [{ demand: null, factors: [{ choice: 0, factor: 2n }, { choice: 1, factor: 3n }], least: 7n }], most: [10, 10], costs: [3, 4] };

test('one thread answers one question after the other, in whole numbers', async () => {
  const answers = await withOptimisers({ signal: new AbortController().signal, threads: 1 }, async ({ solve }) => [
    await solve({ model, seconds: 10 }), await solve({ model: { ...model, most: [1, 1] }, seconds: 10 }),
  ]);
  // 2a + 3b ≥ 7 at 3a + 4b: two of each at 10 for 14, or b = 3 at 12, or a = 2, b = 1 at 10.
  expect(answers[0]).toEqual({ state: 'optimal', values: [2, 1], bound: 10 });
  expect(answers[1]).toEqual({ state: 'impossible', values: null, bound: null });
});

test('ends as soon as nobody waits for it', async () => {
  const nobody = new AbortController();
  const waiting = withOptimisers({ signal: nobody.signal, threads: 2 }, async ({ solve }) => {
    nobody.abort();
    return solve({ model, seconds: 10 });
  });
  await expect(waiting).rejects.toBeInstanceOf(Stopped);
});

describe('models that threads keep', () => {
  const kept = Array.from({ length: 50 }, (_, at) => sparseOf([{ factors: [{ choice: 0, factor: 1n }], least: BigInt(at) }], [100]));
  const questions = kept.map((_, at) => ({ model: at, costs: Float64Array.of(1) }));
  const limits = { seconds: 10, gap: 0 };

  test('are answered in the order of the questions, whichever thread answers them', async () => {
    const answers = await withOptimisers({ signal: new AbortController().signal, threads: 2 }, ({ keep }) => keep(kept)(questions, limits));
    expect(answers.map(({ values }) => values?.[0])).toEqual(kept.map((_, at) => at));
  });

  test('are not asked any more once they are to stop, and what was answered until then counts', async () => {
    let asked = 0;
    const answers = await withOptimisers({ signal: new AbortController().signal, threads: 1, stopped: () => (asked += 1) > 2 }, ({ keep }) => keep(kept)(questions, limits));
    expect(answers.map(({ state }) => state)).toEqual(kept.map((_, at) => (at < 16 ? 'optimal' : 'stopped')));
  });
});
