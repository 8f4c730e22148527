import { expect, test } from 'vitest';
import type { Roll, RollStatus } from '../students/roll.ts';
import { date } from '../values/plain-date.ts';
import { mayIntern, rollMove } from './roll.ts';
import { ACTS } from './states.ts';

const DAY = date('2026-03-01');
const roll = (status: RollStatus, since = '2025-09-01', stage: Roll['stage'] = 'higher'): Roll =>
  ({ stage, status, grade: 5, since: date(since), entered_on: date('2021-09-01'), higher_since: date('2024-09-01') });

test('R3-a: the first day begins it, the day after the last ends it; the college makes it in the higher stage, the school before', () => {
  expect(rollMove('start', DAY, roll('enrolled'))).toEqual({ change: 'begin_internship', on: '2026-03-01', keeper: 'college' });
  expect(rollMove('end', DAY, roll('internship'))).toEqual({ change: 'end_internship', on: '2026-03-02', keeper: 'college' });
  expect(rollMove('start', DAY, roll('enrolled', '2025-09-01', 'secondary'))?.keeper).toBe('school');
});

test('whoever repeats, is on an internship already, or left meanwhile is not moved; nor by anything but start and end', () => {
  for (const status of ['repeating', 'internship', 'suspended', 'withdrawn'] as const) expect(rollMove('start', DAY, roll(status)), status).toBeNull();
  for (const status of ['enrolled', 'graduated', 'suspended'] as const) expect(rollMove('end', DAY, roll(status)), status).toBeNull();
  expect(ACTS.filter((act) => rollMove(act, DAY, roll('enrolled')) !== null || rollMove(act, DAY, roll('internship')) !== null)).toEqual(['start', 'end']);
});

test('where another change began that day or later, the day after it is taken', () => {
  expect(rollMove('start', DAY, roll('enrolled', '2026-02-28'))?.on).toBe('2026-03-01');
  expect(rollMove('start', DAY, roll('enrolled', '2026-03-01'))?.on).toBe('2026-03-02');
});

test('only whoever is on the roll and studying begins one', () => {
  expect((['enrolled', 'repeating', 'internship', 'suspended', 'place_kept', 'withdrawn', 'graduated'] as const).filter((status) => mayIntern(roll(status)))).toEqual(['enrolled', 'repeating', 'internship']);
  expect(mayIntern(null)).toBe(false);
});
