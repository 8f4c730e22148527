import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn, type Parameter } from '../verdict/parameter.ts';
import { increment } from './increment.ts';
import { inPlace } from './in-place.ts';
import { drawSpending, sampleSize } from './spending-draw.ts';

const read = (value?: string) => parametersOn(quzhou2024.parameters.map((one): Parameter => (one.key === 'funding.increment' && value !== undefined ? { ...one, value } : one)), date('2025-10-31'));
const told = (heads: readonly [bigint | null, bigint | null], money: readonly [bigint | null, bigint | null], way?: string): string => {
  const found = increment({ students_before: heads[0], students: heads[1], money_before: money[0], money: money[1] }, read(way));
  return found === null ? 'no rule' : `${found.outcome} ${found.reason ?? found.missing.join()}`;
};

test('M5-c: students rise, and money with them, in all and for each', () => {
  expect(told([100n, 101n], [10_000n, 10_100n])).toBe('met ');
  expect(told([100n, 101n], [10_000n, 10_099n])).toBe('unmet per_student_fell');
  expect(told([100n, 101n], [10_000n, 10_000n])).toBe('unmet total_not_grown');
  expect(told([0n, 1n], [0n, 1n])).toBe('met ');
  expect(told([100n, 100n], [10_000n, 1n])).toBe('not_applicable students_not_grown');
});

test('M5-c, B64: the other readings look at one of the two', () => {
  expect(told([100n, 101n], [10_000n, 10_001n], 'total')).toBe('met ');
  expect(told([100n, 101n], [10_000n, 10_099n], 'per_student')).toBe('unmet per_student_fell');
});

test('M5-c: what is not known is not judged', () => {
  expect(told([100n, null], [1n, 2n])).toBe('undetermined grant_headcounts');
  expect(told([100n, 101n], [null, 2n])).toBe('undetermined budgets');
  expect(increment({ students_before: 1n, students: 2n, money_before: 1n, money: 2n }, parametersOn(quzhou2024.parameters, date('2024-05-28')))).toBeNull();
});

test('M5-e: what is a fen short of all is not all', () => {
  expect([inPlace(195_000_000n, 195_000_000n), inPlace(194_999_999n, 195_000_000n), inPlace(140_000_000n, 195_000_000n), inPlace(0n, 0n), inPlace(null, 1n)]).toEqual(['100.0000', '99.9999', '71.7948', null, null]);
});

test('M5-g: a sample is a tenth, rounded up, at least three, and the same for whoever draws it again', () => {
  expect([0, 2, 3, 30, 31].map((many) => sampleSize(many, read()))).toEqual([0, 2, 3, 3, 4]);
  const listed = Array.from({ length: 40 }, (_, at) => `ZC${at}`);
  const drawn = drawSpending(listed, 'seed', 4);
  expect(drawn.length).toBe(4);
  expect(drawSpending(listed.toReversed(), 'seed', 4)).toEqual(drawn);
  expect(drawSpending(listed, 'seed ', 4)).not.toEqual(drawn);
});
