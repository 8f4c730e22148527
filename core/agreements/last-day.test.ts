import { describe, expect, test } from 'vitest';
import { dutiesOf } from '../duties/declaration.ts';
import { owed } from '../duties/duty.ts';
import { PUBLISHED_HOLIDAYS, type PublishedYear } from '../duties/published-holidays.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { r3Duties } from '../policy/quzhou-2024/r3-duties.ts';
import { date } from '../values/plain-date.ts';

const holidays = new Map(PUBLISHED_HOLIDAYS.map((one: PublishedYear) => [one.year, one]));
const duties = dutiesOf(r3Duties.filter(({ id }) => id === 'agreement'), quzhou2024.parameters);

/** The last day of an agreement by the first day of term and the day on which the student came. */
function lastDay(first_day: string, came: string = first_day) {
  const [found] = owed(duties, [{ id: 'e', kind: 'student.started', subject: 'student:T', on: date(came), counts_from: date(first_day) }], { holidays, today: date(came), go_live: date('2024-06-01') });
  return found?.due;
}

/** How an agreement that was signed on a day stands afterwards. */
function state(first_day: string, signed: string, came: string = first_day) {
  return owed(duties, [
    { id: 'e', kind: 'student.started', subject: 'student:T', on: date(came), counts_from: date(first_day) }, { id: 's', kind: 'agreement.signed', subject: 'student:T', on: date(signed) },
  ], { holidays, today: date('2029-01-01'), go_live: date('2024-06-01') })[0]?.state;
}

describe('R3-e, B22: the last day for the agreement', () => {
  test('is that day of the next month, moved on from the October holiday: signed on the day before, on it, after it', () => {
    expect(lastDay('2025-09-01')).toMatchObject({ on: '2025-10-09', without_table: [] });
    expect(['2025-10-08', '2025-10-09', '2025-10-10'].map((day) => state('2025-09-01', day))).toEqual(['closed', 'closed', 'closed_late']);
    expect(lastDay('2025-09-15')).toMatchObject({ on: '2025-10-15' });
  });

  test('of February is its last, in a leap year and in another', () => {
    expect([lastDay('2025-01-31')?.on, lastDay('2028-01-31')?.on]).toEqual(['2025-02-28', '2028-02-29']);
    expect(['2028-02-29', '2028-03-01'].map((day) => state('2028-01-31', day))).toEqual(['closed', 'closed_late']);
  });

  test('falls into the next year, and a year without a table of holidays is named', () => {
    expect(lastDay('2025-12-05')).toMatchObject({ on: '2026-01-05', without_table: [] });
    expect(lastDay('2026-12-01')?.on).toBe('2027-01-01');
    expect(lastDay('2026-12-01')?.without_table).toEqual([2027]);
  });

  test('of who came later is their own thirtieth day, and never before that of the others', () => {
    expect(lastDay('2025-09-01', '2025-09-05')?.on).toBe('2025-10-09');
    expect(lastDay('2025-09-01', '2025-09-10')?.on).toBe('2025-10-10');
    expect(['2025-10-09', '2025-10-10', '2025-10-11'].map((day) => state('2025-09-01', day, '2025-09-10'))).toEqual(['closed', 'closed', 'closed_late']);
    expect(lastDay('2025-09-01', '2025-12-10')?.on).toBe('2026-01-09');
  });
});
