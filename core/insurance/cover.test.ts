import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { addDays, date, type PlainDate } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { gapsOf, type Span } from './cover.ts';
import { insuranceYear } from './period.ts';
import { refusalOfPolicy } from './policy.ts';

const span = (from: string, to: string): Span => ({ from: date(from), to: date(to) });
const MARCH = span('2026-03-01', '2026-03-31');

test('R4-j: every day is covered to the last, and a policy that ends a day early leaves that day', () => {
  expect(gapsOf([MARCH], MARCH)).toEqual([]);
  expect(gapsOf([span('2026-03-01', '2026-03-30')], MARCH)).toEqual([span('2026-03-31', '2026-03-31')]);
  expect(gapsOf([span('2026-03-02', '2026-04-30')], MARCH)).toEqual([span('2026-03-01', '2026-03-01')]);
});

test('two policies that meet cover as one; a day between them is a gap', () => {
  expect(gapsOf([span('2026-03-16', '2026-03-31'), span('2026-02-01', '2026-03-15')], MARCH)).toEqual([]);
  expect(gapsOf([span('2026-03-17', '2026-03-31'), span('2026-02-01', '2026-03-15')], MARCH)).toEqual([span('2026-03-16', '2026-03-16')]);
});

const FIRST = date('2026-01-01');
const days = fc.tuple(fc.nat(40), fc.nat(15)).map(([from, long]): Span => ({ from: addDays(FIRST, from), to: addDays(FIRST, from + long) }));
const within = ({ from, to }: Span, day: PlainDate): boolean => from <= day && day <= to;

test('a day is in a gap exactly when it is wanted and no policy holds on it', () => {
  fc.assert(fc.property(fc.array(days, { maxLength: 6 }), days, (policies, wanted) => {
    const gaps = gapsOf(policies, wanted);
    for (let at = 0; at < 70; at += 1) {
      const day = addDays(FIRST, at);
      expect(gaps.some((one) => within(one, day))).toBe(within(wanted, day) && !policies.some((one) => within(one, day)));
    }
  }), { numRuns: 300 });
});

test('B53: the insurance year runs from 1 September to 31 August', () => {
  const parameters = parametersOn(quzhou2024.parameters, date('2026-03-01'));
  const yearOn = (day: string) => insuranceYear((key) => parameters.get(key)?.value, date(day));
  expect([yearOn('2026-08-31'), yearOn('2026-09-01')]).toEqual([span('2025-09-01', '2026-08-31'), span('2026-09-01', '2027-08-31')]);
  expect(insuranceYear(() => undefined, date('2026-03-01'))).toBeNull();
});

test('R4-j: a policy for so many heads covers no more, and stands once', () => {
  const draft = { ...MARCH, heads: 2 };
  expect(refusalOfPolicy(draft, { there: false, covered: 2, foreign: false })).toBeNull();
  expect(refusalOfPolicy(draft, { there: false, covered: 3, foreign: false })).toBe('more_than_heads');
  expect(refusalOfPolicy(draft, { there: true, covered: 1, foreign: false })).toBe('policy_there');
  expect(refusalOfPolicy({ ...draft, to: date('2026-02-28') }, { there: false, covered: 1, foreign: false })).toBe('ends_before_it_begins');
  expect(refusalOfPolicy(draft, { there: false, covered: 0, foreign: true })).toBe('not_your_students');
});
