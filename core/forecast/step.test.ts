import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { decimal, exact, ONE, ZERO } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { packRates } from './rates.ts';
import { shareFrom, shareOf } from './share.ts';
import { headsIn, NOBODY, step, stepRates, type Grades } from './step.ts';
import { planningOn } from './year-rules.ts';

const rates = stepRates(packRates(planningOn(quzhou2024, date('2025-10-31'))));

test('a cohort of a hundred: 97 stay, 94, then 86 step up, 83 stay, 81 complete, 75 graduate, 45 work in the region', () => {
  let grades: Grades = [100, 0, 0, 0, 0];
  const path = [1, 2, 3, 4, 5].map(() => {
    const taken = step(grades, 0, rates);
    grades = taken.after;
    return taken;
  });
  expect(path.map(({ after }) => headsIn(after))).toEqual([97, 94, 86, 83, 0]);
  expect(path.at(-1)).toEqual({ after: NOBODY, completing: 81, graduates: 75, local: 45, leavers: 2 });
});

test('a half is rounded up, a hair less is not', () => {
  expect([shareOf(50, shareFrom(decimal('0.97'))), shareOf(1, shareFrom(exact(1, 2))), shareOf(1, shareFrom(decimal('0.4999')))]).toEqual([49, 1, 0]);
});

test('who stays and steps up is rounded once, on the exact product', () => {
  // 17 × 0.9118 = 15.5006 → 16; in two steps 16 × 0.94 = 15.04 → 15
  expect(step([0, 0, 17, 0, 0], 0, rates).after).toEqual([0, 0, 0, 16, 0]);
});

test('nobody is lost and nobody comes from nowhere, whatever the rates', () => {
  const heads = fc.nat(5000);
  const rate = fc.tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 })).map(([a, b]) => exact(Math.min(a, b), b));
  fc.assert(fc.property(fc.tuple(heads, heads, heads, heads, heads), heads, rate, rate, rate, rate, (before, intake, stay, step_up, certificate, local) => {
    const taken = step(before, intake, stepRates({ stay, step_up, certificate, local }));
    expect(headsIn(taken.after) + taken.completing + taken.leavers).toBe(headsIn(before) + intake);
    expect(Math.min(taken.leavers, ...taken.after, taken.completing - taken.graduates, taken.graduates - taken.local)).toBeGreaterThanOrEqual(0);
  }), { numRuns: 2000 });
});

test('when all stay, nobody leaves; when none does, all do', () => {
  const all = stepRates({ stay: ONE, step_up: ONE, certificate: ONE, local: ONE });
  const none = stepRates({ stay: ZERO, step_up: ZERO, certificate: ZERO, local: ZERO });
  expect(step([1, 2, 3, 4, 5], 6, all)).toEqual({ after: [6, 1, 2, 3, 4], completing: 5, graduates: 5, local: 5, leavers: 0 });
  expect(step([1, 2, 3, 4, 5], 6, none)).toEqual({ after: [6, 0, 0, 0, 0], completing: 0, graduates: 0, local: 0, leavers: 15 });
});

test('numbers of a machine round as exact fractions do, next to each half and for fractions of any length', () => {
  const rate = fc.tuple(fc.bigInt(0n, 10n ** 18n), fc.bigInt(1n, 10n ** 18n));
  const small = fc.tuple(fc.bigInt(0n, 20_000n), fc.bigInt(1n, 20_000n));
  fc.assert(fc.property(fc.nat(10_000_000), fc.oneof(rate, small), (heads, [n, d]) => {
    expect(shareOf(heads, shareFrom(exact(n, d)))).toBe(Number((2n * BigInt(heads) * n + d) / (2n * d)));
  }), { numRuns: 5000 });
});
