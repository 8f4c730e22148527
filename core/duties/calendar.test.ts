import { expect, test } from 'vitest';
import { readCalendar } from '../../check/api/strict-calendar.ts';
import { date } from '../values/plain-date.ts';
import { calendarText } from './calendar.ts';

const entry = { uid: 'agreement/2025-09-01@guantong', on: date('2025-12-31'), summary: '签订三方协议', description: '', url: 'http://a/todo', changed_at: '2025-10-31T01:02:03.456Z' };

test('a last day is a whole day, also at the end of the year and in a leap year', () => {
  const of = (on: string) => readCalendar(calendarText('贯通', [{ ...entry, on: date(on) }])).map(({ start, end }) => `${start} ${end}`);
  expect([of('2025-12-31'), of('2028-02-28'), of('2028-02-29')].flat()).toEqual(['20251231 20260101', '20280228 20280229', '20280229 20280301']);
});

test('long lines are folded between characters, and signs that mean something are escaped', () => {
  const summary = `${'汉字𠮷,;\\'.repeat(20)}\n末行`;
  const text = calendarText('贯,通', [{ ...entry, summary }]);
  expect(readCalendar(text)[0]?.summary).toBe(summary);
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text).toContain('DTSTAMP:20251031T010203Z\r\n');
});

test('an empty calendar is one', () => {
  expect(readCalendar(calendarText('贯通', []))).toEqual([]);
});
