import { describe, expect, test } from 'vitest';
import { addDays, date } from '../values/plain-date.ts';
import { monthsUsed } from './leaving.ts';
import { charge, lineIn, receipt, rulesOn, settledJson, student, studentIn, told } from './made-year.ts';

const { fees: rules } = rulesOn('2026-08-31');
const FIRST = date('2025-09-01');

describe('R4-b: months of fees that a leaver has used', () => {
  test.each<[day: number, months: bigint]>([
    [0, 0n], [1, 1n], [30, 1n], [31, 2n], [60, 2n], [61, 3n], [95, 4n], [270, 9n], [271, 10n], [300, 10n], [365, 10n],
  ])('left on day %i: %i months', (day, months) => expect(monthsUsed(FIRST, addDays(FIRST, day - 1), rules)).toBe(months));

  test('29 February is a day like any other: 1 September 2027 to 29 February 2028 are 182 days', () => {
    expect([monthsUsed(date('2027-09-01'), date('2028-02-27'), rules), monthsUsed(date('2027-09-01'), date('2028-02-28'), rules), monthsUsed(date('2027-09-01'), date('2028-02-29'), rules)]).toEqual([6n, 7n, 7n]);
    expect(monthsUsed(date('2025-09-01'), date('2026-02-28'), rules)).toBe(7n);
  });
});

/** What one student who paid 6 600 of tuition gets back. */
function refundOf(left_on: string, more: Parameters<typeof settledJson>[0] = {}): string {
  const json = settledJson({
    students: [student('N')], charges: [charge('N', 'tuition', '6600')], receipts: [receipt('N', 'tuition', '6600')],
    departures: [{ student_id: 'N', on: left_on, kind: 'withdrawn' }], ...more,
  }, '2026-08-31');
  return studentIn(json, 'N', 'tuition').refund_due_yuan;
}

describe('R4-b, R4-d: what leavers get back', () => {
  test.each([
    ['2025-08-31', '0.00'], ['2025-09-01', '5940.00'], ['2025-09-30', '5940.00'], ['2025-10-01', '5280.00'], ['2025-12-04', '3960.00'], ['2026-05-28', '660.00'], ['2026-05-29', '0.00'],
  ])('who left on %s gets %s of 6 600 back', (left_on, yuan) => expect(refundOf(left_on)).toBe(yuan));

  test('the calendar of the college sets the first day: before it nothing was used', () => {
    const calendar = [{ college_id: 'H', academic_year: 2025, first_day: '2025-09-06' }, { college_id: 'H', academic_year: 2024, first_day: '2024-08-20' }, { college_id: 'H2', academic_year: 2025, first_day: '2025-08-01' }];
    expect([refundOf('2025-09-05', { calendar }), refundOf('2025-09-06', { calendar }), refundOf('2025-10-05', { calendar }), refundOf('2025-10-06', { calendar })]).toEqual(['6600.00', '5940.00', '5940.00', '5280.00']);
  });

  test('of two departures the earlier counts, and one of another year does not', () => {
    const on = (...days: string[]) => ({ departures: days.map((day) => ({ student_id: 'N', on: day, kind: 'suspended' })) });
    expect([refundOf('', on('2026-03-01', '2025-09-30')), refundOf('', on('2025-08-31')), refundOf('', on('2026-09-01'))]).toEqual(['5940.00', '0.00', '0.00']);
  });

  test('what is kept of several charges is rounded down once, on their sum', () => {
    const charges = [charge('N', 'tuition', '0.05', '2025-09-10'), charge('N', 'tuition', '0.05', '2025-09-11'), charge('N', 'tuition', '0.05', '2025-09-12')];
    // 0.15 × 1 ÷ 10 is a fen and a half: one stays, three times half a fen would leave none.
    expect(refundOf('2025-09-01', { charges, receipts: [receipt('N', 'tuition', '0.15')] })).toBe('0.14');
  });

  test('of other fees nothing is returned for months not used', () => {
    const json = settledJson({
      students: [student('N')], charges: [charge('N', 'other', '100'), charge('N', 'dorm', '1000')], receipts: [receipt('N', 'other', '100'), receipt('N', 'dorm', '1000')],
      departures: [{ student_id: 'N', on: '2025-09-01', kind: 'withdrawn' }],
    }, '2026-08-31');
    expect([studentIn(json, 'N', 'other').refund_due_yuan, studentIn(json, 'N', 'dorm').refund_due_yuan]).toEqual(['0.00', '900.00']);
  });

  describe('who comes back owes in full what falls due from then on', () => {
    const students = [student('N', { to: '2025-09-30' }), student('N', { from: '2025-10-01', to: '2026-02-15', status: 'suspended' }), student('N', { from: '2026-02-16' })];
    const paid = (due_on: string) => ({
      students, charges: [charge('N', 'tuition', '3300', '2025-09-10'), charge('N', 'tuition', '3300', due_on)], receipts: [receipt('N', 'tuition', '6600')],
    });
    test.each([['2026-02-15', '5940.00'], ['2026-02-16', '2970.00'], ['2026-02-17', '2970.00']])('the second charge due on %s', (due_on, yuan) => expect(refundOf('2025-09-30', paid(due_on))).toBe(yuan));
    test('the row that records the leave is no return', () => {
      expect(refundOf('2025-09-30', { ...paid('2026-02-20'), students: students.slice(0, 2) })).toBe('5940.00');
    });
  });
});

describe('R4-b: by when refunds are paid', () => {
  const leaver = (as_of: string) => told(settledJson({
    students: [student('N')], charges: [charge('N', 'tuition', '1000')], receipts: [receipt('N', 'tuition', '1000')], departures: [{ student_id: 'N', on: '2025-09-30', kind: 'withdrawn' }],
  }, as_of), 'fee_refund');
  test.each([['2025-10-15', '900.00 0.00 900.00 0.00 met'], ['2025-10-16', '900.00 0.00 900.00 900.00 unmet']])('a leaver of 30 September, on %s', (as_of, expected) => expect(leaver(as_of)).toBe(expected));

  const overpaid = (as_of: string) => told(settledJson({ students: [student('N')], charges: [charge('N', 'other', '100')], receipts: [receipt('N', 'other', '100.01')] }, as_of), 'fee_refund');
  test.each([['2026-08-31', '0.01 0.00 0.01 0.00 met'], ['2026-09-01', '0.01 0.00 0.01 0.01 unmet']])('a fen too much of who stayed, on %s', (as_of, expected) => expect(overpaid(as_of)).toBe(expected));
});

test('R4-b: the departure behind several refunds is named once, receipts in the order of the sheet', () => {
  const json = settledJson({
    students: [student('N'), student('A')], charges: [charge('N', 'tuition', '1000'), charge('N', 'dorm', '1000'), charge('A', 'dorm', '1')],
    receipts: [receipt('N', 'tuition', '1000'), receipt('A', 'dorm', '2'), receipt('N', 'dorm', '1000')], departures: [{ student_id: 'N', on: '2025-09-30', kind: 'withdrawn' }],
  }, '2026-08-31');
  expect(lineIn(json, 'fee_refund').trace[0]?.evidence).toEqual([{ sheet: 'charges', rows: [2, 3, 4] }, { sheet: 'receipts', rows: [2, 3, 4] }, { sheet: 'departures', rows: [2] }]);
});
