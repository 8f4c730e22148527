import { expect, test } from 'vitest';
import { NO_CAPACITY } from '../forecast/campus-ground.ts';
import { regionRoom } from './region-room.ts';

const room = (campus_id: string, students: number | null, most: number | null) => ({ year: 2027, campus_id, students, capacity: { ...NO_CAPACITY, students: most } });

test('one campus too full is not made up for by room at another, and what is not known is in no sum', () => {
  expect(regionRoom([room('A', 100, 120), room('B', 130, 120), room('C', null, 90), room('D', 10, null)])).toEqual([
    { year: 2027, campuses: 4, known: 2, students: 230, most: 240, room: 20, over: 10 },
  ]);
});

test('as many as fit exactly: neither room nor too many', () => {
  expect(regionRoom([room('A', 120, 120)])).toMatchObject([{ room: 0, over: 0 }]);
});
