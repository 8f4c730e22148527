import { describe, expect, test } from 'vitest';
import type { TypedSheets } from '../check/made-dataset.ts';
import { charge, lineIn, payment, receipt, settled, settledJson, student, told } from './made-year.ts';

/** 150 students billed 6 600 each; 147 pay; one of these leaves on day 95 (4 months used): net 966 240. */
function hundredFifty(...payments: NonNullable<TypedSheets['payments']>): TypedSheets {
  const ids = Array.from({ length: 150 }, (_, at) => `N${at}`);
  return {
    students: ids.map((id) => student(id)), charges: ids.map((id) => charge(id, 'tuition', '6600')),
    receipts: ids.slice(0, 147).map((id) => receipt(id, 'tuition', '6600')),
    departures: [{ student_id: 'N0', on: '2025-12-04', kind: 'withdrawn' }], payments: [...payments],
  };
}
const share = (yuan: string, paid_on = '2026-01-31') => payment('tuition_share', 'H', 'S', yuan, paid_on);

describe('R4-c: sixty per cent of the net tuition', () => {
  test('147 of 150 pay, one leaves after four months: 579 744.00 of 966 240.00 is due, a fen less is a breach', () => {
    const json = settledJson(hundredFifty(share('579743.99')), '2026-02-01');
    expect([lineIn(json, 'bill_tuition').base_yuan, lineIn(json, 'fee_refund').base_yuan, lineIn(json, 'tuition_share').base_yuan]).toEqual(['990000.00', '3960.00', '966240.00']);
    expect(told(json, 'tuition_share')).toBe('579744.00 579743.99 0.01 0.01 unmet');
  });
  test('paid to the fen it is met, on the last day it is not late yet, and more than the share is lawful', () => {
    expect(told(settledJson(hundredFifty(share('579744')), '2026-02-01'), 'tuition_share')).toBe('579744.00 579744.00 0.00 0.00 met');
    expect(told(settledJson(hundredFifty(), '2026-01-31'), 'tuition_share')).toBe('579744.00 0.00 579744.00 0.00 met');
    expect(told(settledJson(hundredFifty(share('579744.01')), '2026-02-01'), 'tuition_share')).toBe('579744.00 579744.01 -0.01 0.00 met');
  });
});

/** One student who pays 0.01 in each of two batches. */
const two = (as_of: string, agreed: TypedSheets = {}) => told(settledJson({
  students: [student('N')], charges: [charge('N', 'tuition', '0.02')], receipts: [receipt('N', 'tuition', '0.01', '2026-01-31'), receipt('N', 'tuition', '0.01', '2026-02-01')], ...agreed,
}, as_of), 'tuition_share');

test.each([
  ['2026-01-31', '0.01 0.00 0.01 0.00 met'], ['2026-02-01', '0.02 0.00 0.02 0.01 unmet'], ['2026-08-31', '0.02 0.00 0.02 0.01 unmet'], ['2026-09-01', '0.02 0.00 0.02 0.02 unmet'],
])('R4-c: each batch holds what had come in by its day; rounded up once on the total, on %s', (as_of, expected) => expect(two(as_of)).toBe(expected));

describe('R4-c: the agreed share', () => {
  const agreed = (...rows: (readonly [share: string, from: string, to?: string])[]): TypedSheets => ({ shares: rows.map(([tuition_share, from, to = '']) => ({ school_id: 'S', college_id: 'H', tuition_share, from, to })) });
  const codes = (sheets: TypedSheets) => settled({ students: [student('N')], charges: [charge('N', 'tuition', '1')], ...sheets }, '2026-01-31').problems.map(({ code, row, column }) => [code, row, column]);

  test('exactly 0.60 is the floor; 0.5999 is an error and nothing is settled', () => {
    expect(codes(agreed(['0.6', '2024-09-01']))).toEqual([]);
    expect(codes(agreed(['0.5999', '2024-09-01']))).toEqual([['below_floor', 2, 'tuition_share']]);
    expect(codes(agreed(['59.99%', '2024-09-01', '2025-08-31'], ['60.01%', '2025-09-01']))).toEqual([]);
    expect(settled({ students: [student('N')], charges: [charge('N', 'tuition', '1')], ...agreed(['0.5999', '2024-09-01']) }, '2026-01-31')).toMatchObject({ lines: [], students: [] });
  });
  test('that of the first day of the year counts, not what begins the day after', () => {
    expect(two('2026-09-01', agreed(['0.7', '2024-09-01', '2025-09-01'], ['1', '2025-09-02']))).toBe('0.02 0.00 0.02 0.02 unmet');
    const json = settledJson({ students: [student('N')], charges: [charge('N', 'tuition', '100')], receipts: [receipt('N', 'tuition', '100')], calendar: [{ college_id: 'H', academic_year: 2025, first_day: '2025-09-02' }], ...agreed(['0.7', '2024-09-01', '2025-09-01'], ['1', '2025-09-02']) }, '2026-02-01');
    expect([lineIn(json, 'tuition_share').ratio, lineIn(json, 'tuition_share').due_yuan]).toEqual(['1', '100.00']);
  });
  test('without one the floor is shown and nothing is decided', () => {
    expect(two('2026-09-01', { shares: [] })).toBe('0.02 0.00 0.02 0.02 undetermined shares');
    expect(two('2026-09-01', agreed(['0.8', '2025-09-02']))).toBe('0.02 0.00 0.02 0.02 undetermined shares');
  });
  test('two thirds to four places go up to the fen', () => {
    const json = settledJson({ students: [student('N')], charges: [charge('N', 'tuition', '100')], receipts: [receipt('N', 'tuition', '100')], ...agreed(['0.6667', '2024-09-01']) }, '2026-02-01');
    expect(lineIn(json, 'tuition_share')).toMatchObject({ clause: 'R4-c', ratio: '0.6667', due_yuan: '66.67', period: '2025-09-01/2026-08-31' });
  });
  test('every figure is traced: the clause, the parameter with its dates, the numbers, the rows', () => {
    const json = settledJson({ students: [student('N')], charges: [charge('N', 'tuition', '100')], receipts: [receipt('N', 'tuition', '100')], payments: [share('60')] }, '2026-02-01');
    expect(lineIn(json, 'tuition_share').trace.find(({ figure }) => figure === 'due')).toEqual({
      figure: 'due', clause: 'R4-c', formula: '⌈0.6 × 100.00⌉ = 60.00', evidence: [{ sheet: 'shares', rows: [2] }],
      parameters: [{ key: 'tuition.share', value: '0.6', from: '2024-05-29', to: null }, { key: 'tuition.share_rounding', value: 'up_to_fen', from: '2024-05-29', to: null }],
    });
  });
});
