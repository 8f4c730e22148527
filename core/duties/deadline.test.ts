import { describe, expect, test } from 'vitest';
import { date, type PlainDate } from '../values/plain-date.ts';
import { addMonths, deadline, type DeadlineRule } from './deadline.ts';
import { isWorkday, weekdayOf, workdayFrom, type Holidays } from './holidays.ts';

const days = (from: string, to: string): PlainDate[] => {
  const found: PlainDate[] = [];
  for (let day = date(from); day <= date(to); day = deadline({ kind: 'days', many: 1, roll: false }, day, new Map()).on) found.push(day);
  return found;
};
/** The autumn of 2025: off from 1 to 8 October, worked on Sunday 28 September and Saturday 11 October. */
const HOLIDAYS: Holidays = new Map([
  [2025, { year: 2025, off: new Set(days('2025-10-01', '2025-10-08')), worked: new Set([date('2025-09-28'), date('2025-10-11')]) }],
  [2026, { year: 2026, off: new Set([date('2026-01-01'), date('2026-01-02')]), worked: new Set([date('2026-01-04')]) }],
]);
const due = (rule: DeadlineRule, from: string, holidays = HOLIDAYS) => deadline(rule, date(from), holidays);

test('weekdays, weekends that are worked, holidays', () => {
  expect(['2025-10-31', '2024-02-29', '1999-12-31', '2000-01-01'].map((day) => weekdayOf(date(day)))).toEqual([4, 3, 4, 5]);
  expect(['2025-09-27', '2025-09-28', '2025-09-30', '2025-10-01', '2025-10-08', '2025-10-09', '2025-10-11', '2025-10-12'].map((day) => isWorkday(date(day), HOLIDAYS)))
    .toEqual([false, true, true, false, false, true, true, false]);
  expect(workdayFrom(date('2025-10-01'), HOLIDAYS)).toBe('2025-10-09');
  expect(workdayFrom(date('2025-10-09'), HOLIDAYS)).toBe('2025-10-09');
});

describe('a month', () => {
  const month: DeadlineRule = { kind: 'months', many: 1, roll: true };
  test('from 1 September ends on 1 October, a holiday, and so on the first working day after it', () => {
    expect(due(month, '2025-09-01')).toEqual({ on: '2025-10-09', without_table: [] });
    expect(due({ ...month, roll: false }, '2025-09-01')).toEqual({ on: '2025-10-01', without_table: [] });
  });
  test('moves with the holiday', () => {
    const shorter: Holidays = new Map([[2025, { year: 2025, off: new Set(days('2025-10-01', '2025-10-07')), worked: new Set<PlainDate>() }]]);
    expect(due(month, '2025-09-01', shorter).on).toBe('2025-10-08');
  });
  test('ends on the last day where the month has no such day, across 29 February and the year’s end', () => {
    expect(['2024-01-31', '2025-01-31', '2023-12-30', '2025-12-31'].map((day) => addMonths(date(day), 1))).toEqual(['2024-02-29', '2025-02-28', '2024-01-30', '2026-01-31']);
    expect(addMonths(date('2024-02-29'), 12)).toBe('2025-02-28');
    expect(due(month, '2025-12-01').on).toBe('2026-01-04');
  });
  test('counted without a table says so, and of which year', () => {
    expect(due(month, '2027-09-01')).toEqual({ on: '2027-10-01', without_table: [2027] });
    expect(due(month, '2026-12-01')).toEqual({ on: '2027-01-01', without_table: [2027] });
    expect(due({ kind: 'months', many: 1, roll: false }, '2027-09-01').without_table).toEqual([]);
  });
});

test('working days leave the first day out, and weekends and holidays', () => {
  expect(due({ kind: 'workdays', many: 1 }, '2025-09-30').on).toBe('2025-10-09');
  expect(due({ kind: 'workdays', many: 3 }, '2025-09-30').on).toBe('2025-10-11');
  expect(due({ kind: 'workdays', many: 4 }, '2025-09-30').on).toBe('2025-10-13');
  expect(due({ kind: 'workdays', many: 2 }, '2026-12-31')).toEqual({ on: '2027-01-04', without_table: [2027] });
});

test('a day of the year is the next one, today included', () => {
  const filing: DeadlineRule = { kind: 'on', month: 12, day: 5, roll: false };
  expect([due(filing, '2025-12-04').on, due(filing, '2025-12-05').on, due(filing, '2025-12-06').on]).toEqual(['2025-12-05', '2025-12-05', '2026-12-05']);
  const leap: DeadlineRule = { kind: 'on', month: 2, day: 29, roll: false };
  expect([due(leap, '2024-01-01').on, due(leap, '2024-03-01').on]).toEqual(['2024-02-29', '2025-02-28']);
});
