import { expect, test } from 'vitest';
import { packs } from '../policy/packs.ts';
import { decimal, type Exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { scoresAboveFullMarks } from './score-range.ts';

const { parameters } = packs.get('quzhou-2024') ?? { parameters: [] };
const of = (score: string, on = '2027-04-20') => ({ student_id: 'A', kind: 'upgrade_test' as const, on: date(on), score: decimal(score), row: 2 });
const found = (score: string, given = parameters, on?: string): (string | null)[] => scoresAboveFullMarks([of(score, on)], given).map(({ value }) => value);

test('full marks are a score, a hundredth more is none', () => {
  expect([found('100'), found('100.01')]).toEqual([[], ['100.01']]);
});

test('the full marks that the region decided count, from their day', () => {
  const changed = parameters.flatMap((one) => (one.key !== 'test.full_marks' ? [one]
    : [{ ...one, to: date('2026-12-31') }, { ...one, from: date('2027-01-01'), value: decimal('150') as Exact }]));
  expect([found('120', changed), found('150.5', changed), found('120', changed, '2026-06-01')]).toEqual([[], ['150.5'], ['120']]);
});

test('where no rule gives full marks nothing is said', () => {
  expect(found('1000', parameters, '2000-01-01')).toEqual([]);
});
