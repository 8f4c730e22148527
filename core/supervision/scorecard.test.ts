import { expect, test } from 'vitest';
import { DEFAULT_PACK } from '../policy/packs.ts';
import { toFixed } from '../values/exact.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { gradeOf, meanScore, SCORE_TOPICS, type Scores } from './scorecard.ts';

const inForce = parametersOn(DEFAULT_PACK.parameters, date('2025-12-01'));
const scores = (points: number, last = points): Scores => Object.fromEntries(SCORE_TOPICS.map((topic, at) => [topic, at === SCORE_TOPICS.length - 1 ? last : points])) as unknown as Scores;

test.each([
  [90, 90, '90.0', 'excellent'], [90, 89, '89.8', 'good'], [75, 75, '75.0', 'good'], [75, 74, '74.8', 'pass'], [60, 60, '60.0', 'pass'], [60, 59, '59.8', 'fail'], [0, 0, '0.0', 'fail'],
] as const)('S3-g: %d five times and %d are %s in the mean, that is %s', (points, last, mean, grade) => {
  expect([toFixed(meanScore(scores(points, last)), 1, 'down'), gradeOf(scores(points, last), inForce)]).toEqual([mean, grade]);
});

test('on a day without lines there is no grade', () => {
  expect(gradeOf(scores(90), new Map())).toBeNull();
});
