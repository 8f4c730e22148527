import { expect, test } from 'vitest';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { decimal, toDecimalText, type Exact } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { passRates } from './pass-rates.ts';
import { isAnnounced } from './seed.ts';
import { sha256 } from './sha256.ts';

const RULES = parametersOn(quzhou2024.parameters, date('2026-04-10'));
const tested = (many: number, school_id = 'S') => Array.from({ length: many }, (_, at) => ({ student_id: `${school_id}${at}`, school_id }));
const scores = (...all: readonly (string | null)[]): ReadonlyMap<string, Exact | null> => new Map(all.map((score, at) => [`S${at}`, score === null ? null : decimal(score)]));
const of = (many: number, known: ReadonlyMap<string, Exact | null>) => passRates(tested(many), known, RULES)?.[0];

test('M9-c: three of five pass the line of the rate, whoever was absent is no zero', () => {
  expect(of(5, scores('60', '60', '60', '59.99', '0'))).toMatchObject({ sat: 5, passed: 3, verdict: { outcome: 'met', clause: 'M9-c' } });
  expect(of(5, scores('60', '60', '59.99', '59.99', '0'))?.verdict.outcome).toBe('unmet');
  const absent = of(5, scores('60', '60', '60', '59.99', null));
  expect(absent).toMatchObject({ drawn: 5, sat: 4, absent: 1, awaited: 0, passed: 3, verdict: { outcome: 'met' } });
  expect(toDecimalText(absent?.mean ?? decimal('0'))).toBe('59.9975');
});

test('while somebody is awaited nothing is judged; where nobody came nothing applies; without rules there is no answer', () => {
  expect(of(5, scores('0', '0', '0', '0'))).toMatchObject({ awaited: 1, verdict: { outcome: 'undetermined', missing: ['results'] } });
  expect(of(2, scores(null, null))).toMatchObject({ sat: 0, mean: null, verdict: { outcome: 'not_applicable' } });
  expect(passRates(tested(1), scores('60'), new Map())).toBeNull();
  expect(passRates([...tested(1, 'T'), ...tested(1)], scores('60'), RULES)?.map(({ school_id }) => school_id)).toEqual(['S', 'T']);
});

test('a seed is the one whose hash was made public, to the letter; a public number only has to say something', () => {
  const committed = { way: 'committed', commitment: sha256('七星彩 1 2 3') } as const;
  expect([isAnnounced('七星彩 1 2 3', committed), isAnnounced('七星彩 1 2 4', committed)]).toEqual([true, false]);
  expect([isAnnounced('1 2 3', { way: 'public', source: '七星彩' }), isAnnounced(' ', { way: 'public', source: '七星彩' })]).toEqual([true, false]);
});
