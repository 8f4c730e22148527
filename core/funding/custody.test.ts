import { describe, expect, test } from 'vitest';
import { charge, payment, receipt, settledJson, spending, student, studentIn, told } from './made-year.ts';

const settledOn = (spent: string, as_of: string, more: Parameters<typeof settledJson>[0] = {}) => settledJson({
  students: [student('N'), student('M')], charges: [charge('N', 'custody', '800')], receipts: [receipt('N', 'custody', '800')], custody_spending: [spending('N', spent)], ...more,
}, as_of);

describe('R4-g: custody money is settled on actual spending', () => {
  test('800 in, 763.40 spent: 36.60 goes back', () => {
    expect(studentIn(settledOn('763.40', '2026-08-31'), 'N', 'custody')).toMatchObject({ refund_due_yuan: '36.60', owed_yuan: '0.00', custody_spent_yuan: '763.40', custody_balance_yuan: '36.60', settlement: 'refund' });
  });
  test('800 in, 812.50 spent: 12.50 is claimed', () => {
    expect(studentIn(settledOn('812.50', '2026-08-31'), 'N', 'custody')).toMatchObject({ refund_due_yuan: '0.00', owed_yuan: '12.50', custody_balance_yuan: '-12.50', settlement: 'claim' });
  });
  test.each([['799.99', 'refund'], ['800', 'zero'], ['800.01', 'claim']])('%s spent: %s', (spent, settlement) => {
    expect(studentIn(settledOn(spent, '2026-08-31'), 'N', 'custody').settlement).toBe(settlement);
  });

  test.each([['2026-08-31', '36.60 0.00 36.60 0.00 met'], ['2026-09-01', '36.60 0.00 36.60 36.60 unmet']])('a refund by the end of the year, on %s', (as_of, expected) => {
    expect(told(settledOn('763.40', as_of), 'custody_refund')).toBe(expected);
  });
  test.each([['2026-08-31', '12.50 0.00 12.50 0.00 met'], ['2026-09-01', '12.50 0.00 12.50 12.50 unmet']])('a claim by the end of the year, on %s', (as_of, expected) => {
    expect(told(settledOn('812.50', as_of), 'custody_claim')).toBe(expected);
  });
  test.each([['2025-11-30', '36.60 0.00 36.60 0.00 met'], ['2025-12-01', '36.60 0.00 36.60 36.60 unmet']])('a leaver of 30 November is settled when going, on %s', (as_of, expected) => {
    expect(told(settledOn('763.40', as_of, { departures: [{ student_id: 'N', on: '2025-11-30', kind: 'withdrawn' }] }), 'custody_refund')).toBe(expected);
  });

  test('a claim is paid as a custody receipt, and then nothing is left to settle', () => {
    const json = settledOn('812.50', '2026-09-01', { receipts: [receipt('N', 'custody', '800'), receipt('N', 'custody', '12.50', '2026-08-20')] });
    expect([studentIn(json, 'N', 'custody').settlement, json.lines.some(({ kind }) => kind === 'custody_claim')]).toEqual(['zero', false]);
  });

  test('too much to one does not cover another; a refund to who is owed nothing still counts as paid', () => {
    const json = settledOn('763.40', '2026-09-01', { payments: [payment('custody_refund', 'C', 'M', '50', '2026-08-01')] });
    expect(told(json, 'custody_refund')).toBe('36.60 50.00 -13.40 36.60 unmet overpaid');
    expect(json.students.map(({ student_id }) => student_id)).toEqual(['N']);
  });

  test('spending without any receipt is claimed', () => {
    const json = settledOn('763.40', '2026-09-01', { receipts: [], custody_spending: [spending('M', '0.01')] });
    expect(studentIn(json, 'M', 'custody')).toMatchObject({ charged_yuan: '0.00', received_yuan: '0.00', owed_yuan: '0.01', settlement: 'claim' });
  });
});
