import { describe, expect, test } from 'vitest';
import { charge, payment, receipt, settledJson, student, told } from './made-year.ts';

const STUDENTS = [student('N'), student('M')];

describe('R4-e: what the college collects for the campus it passes on in full within thirty days', () => {
  const dorm = (as_of: string, ...payments: ReturnType<typeof payment>[]) => told(settledJson({
    students: STUDENTS, charges: [charge('N', 'dorm', '1200')], receipts: [receipt('N', 'dorm', '1200', '2025-09-10')], payments,
  }, as_of), 'dorm');
  test.each([
    ['2025-10-10', '1200.00 0.00 1200.00 0.00 met'], ['2025-10-11', '1200.00 0.00 1200.00 1200.00 unmet'],
  ])('received on 10 September, on %s', (as_of, expected) => expect(dorm(as_of)).toBe(expected));
  test('a fen less is late, a fen more is too much', () => {
    expect(dorm('2025-10-11', payment('dorm', 'H', 'C', '1199.99', '2025-10-11'))).toBe('1200.00 1199.99 0.01 0.01 unmet');
    expect(dorm('2025-10-11', payment('dorm', 'H', 'C', '1200', '2025-10-11'))).toBe('1200.00 1200.00 0.00 0.00 met');
    expect(dorm('2025-10-11', payment('dorm', 'H', 'C', '1200.01', '2025-10-11'))).toBe('1200.00 1200.01 -0.01 0.00 unmet overpaid');
  });
  test('what is paid tomorrow, for another year or of another kind does not count today', () => {
    const late = [payment('dorm', 'H', 'C', '1', '2025-10-12'), payment('dorm', 'H', 'C', '2', '2025-10-11', { academic_year: 2024 }), payment('other_fee', 'H', 'C', '4', '2025-10-11')];
    expect(dorm('2025-10-11', ...late)).toBe('1200.00 0.00 1200.00 1200.00 unmet');
  });

  test('dormitory and other fees go on net of refunds, each student for himself', () => {
    const json = settledJson({
      students: STUDENTS, charges: [charge('N', 'dorm', '1000'), charge('M', 'dorm', '500')],
      receipts: [receipt('N', 'dorm', '1000', '2025-09-10'), receipt('M', 'dorm', '500', '2025-10-01')],
      departures: [{ student_id: 'N', on: '2025-09-30', kind: 'withdrawn' }],
    }, '2025-10-11');
    // Early money of the one who left, 900 of which goes back, is not taken for early money of the other.
    expect(told(json, 'dorm')).toBe('600.00 0.00 600.00 100.00 unmet');
  });
});

describe('R4-f: custody money is nobody’s income', () => {
  const json = settledJson({
    students: STUDENTS, charges: [charge('N', 'custody', '800')], receipts: [receipt('N', 'custody', '800', '2025-09-10')],
    custody_spending: [{ spending_id: 'U', student_id: 'N', academic_year: 2025, item: '教材', amount_yuan: '763.40', spent_on: '2025-10-01' }],
    payments: [payment('custody', 'H', 'C', '800', '2025-10-10')], departures: [{ student_id: 'N', on: '2025-09-30', kind: 'withdrawn' }],
  }, '2025-10-11');
  test('it goes on as received, even of who has left: the campus settles it', () => {
    expect(told(json, 'custody')).toBe('800.00 800.00 0.00 0.00 met');
  });
  test('and rests on clearing accounts: what the campus holds is what is not spent', () => {
    expect(json.trial_balance.clearing).toEqual([{ account: 'clearing:custody:C', balance_yuan: '0.00' }, { account: 'clearing:custody_held:C', balance_yuan: '36.60' }]);
    expect(json.trial_balance).toMatchObject({ debit_yuan: '3163.40', credit_yuan: '3163.40' });
  });
});
