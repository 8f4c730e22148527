import { describe, expect, test } from 'vitest';
import { charge, payment, receipt, settled, settledJson, student, studentIn, told } from './made-year.ts';

describe('R4-b: the college collects the tuition', () => {
  const billed = (as_of: string, paid = '2800') => told(settledJson({
    students: [student('N')], charges: [charge('N', 'tuition', '3300', '2025-09-10'), charge('N', 'tuition', '3300', '2026-02-20')], receipts: [receipt('N', 'tuition', paid, '2025-09-10')],
  }, as_of), 'bill_tuition');
  test.each([
    ['2025-09-10', '3300.00 2800.00 500.00 0.00 met'], ['2025-09-11', '3300.00 2800.00 500.00 500.00 unmet'],
    ['2026-02-19', '3300.00 2800.00 500.00 500.00 unmet'], ['2026-02-20', '6600.00 2800.00 3800.00 500.00 unmet'], ['2026-02-21', '6600.00 2800.00 3800.00 3800.00 unmet'],
  ])('a charge is there from its day and late the day after: %s', (as_of, expected) => expect(billed(as_of)).toBe(expected));

  test('paid before it is due, of two students: what one has too much of does not pay for the other', () => {
    const json = settledJson({
      students: [student('N'), student('M')], charges: [charge('N', 'tuition', '100'), charge('M', 'tuition', '100')], receipts: [receipt('N', 'tuition', '150'), receipt('M', 'tuition', '99.99')],
    }, '2025-09-11');
    expect([told(json, 'bill_tuition'), told(json, 'fee_refund')]).toEqual(['200.00 199.99 0.01 0.01 unmet', '50.00 0.00 50.00 0.00 met']);
    expect([studentIn(json, 'N', 'tuition').refund_due_yuan, studentIn(json, 'M', 'tuition').owed_yuan]).toEqual(['50.00', '0.01']);
  });

  test('years one to three have no tuition: money of who is not on the higher-stage roll of the year is an error', () => {
    const codes = (row: Parameters<typeof student>[1], as_of = '2026-01-31') => settled({ students: [student('N', row)], charges: [charge('N', 'tuition', '1')] }, as_of).problems.map(({ sheet, row: at, column, code }) => [sheet, at, column, code]);
    const error = [['charges', 2, 'student_id', 'not_higher_stage']];
    expect(codes({ stage: 'secondary', grade: 3, campus_id: '' })).toEqual(error);
    expect([codes({ from: '2023-09-01', to: '2025-08-31' }), codes({ from: '2023-09-01', to: '2025-09-01' })]).toEqual([error, []]);
    expect([codes({ from: '2026-02-01' }), codes({ from: '2026-02-01' }, '2026-02-01')]).toEqual([error, []]);
    expect(codes({ from: '2026-09-01' }, '2026-12-31')).toEqual(error);
  });

  test('a student whose row names no campus is asked for it, once', () => {
    const { problems } = settled({ students: [student('N', { campus_id: '' })], charges: [charge('N', 'tuition', '1'), charge('N', 'dorm', '1')] }, '2026-01-31');
    expect(problems.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([['students', 2, 'campus_id', 'missing_value']]);
  });

  test('who moved belongs where the latest row says: school, campus and college', () => {
    const json = settledJson({
      campuses: [{ ...CAMPUS, campus_id: 'C' }, { ...CAMPUS, campus_id: 'C2', school_id: 'S2', college_id: 'H2' }],
      students: [student('N', { to: '2025-12-31' }), student('N', { from: '2026-01-01', campus_id: 'C2', school_id: 'S2' })],
      charges: [charge('N', 'tuition', '100')], receipts: [receipt('N', 'tuition', '100')], shares: [{ school_id: 'S2', college_id: 'H2', tuition_share: '1', from: '2025-09-01' }],
    }, '2026-01-01');
    expect(json.lines.filter(({ kind }) => kind === 'tuition_share').map(({ from_id, to_id, due_yuan }) => [from_id, to_id, due_yuan])).toEqual([['H2', 'S2', '100.00']]);
  });
});

const CAMPUS = { name: '校区', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'recognised' };

describe('R4-d: so are dormitory and other fees', () => {
  test('each kind is a line of its own, and custody is not billed here', () => {
    const json = settledJson({
      students: [student('N')], charges: [charge('N', 'dorm', '1200'), charge('N', 'other', '33.33'), charge('N', 'custody', '800')],
    }, '2025-09-11');
    expect([told(json, 'bill_dorm'), told(json, 'bill_other')]).toEqual(['1200.00 0.00 1200.00 1200.00 unmet', '33.33 0.00 33.33 33.33 unmet']);
    expect(json.lines.filter(({ kind }) => kind.startsWith('bill_')).map(({ clause, kind }) => [clause, kind])).toEqual([['R4-d', 'bill_dorm'], ['R4-d', 'bill_other']]);
    expect(studentIn(json, 'N', 'custody')).toMatchObject({ charged_yuan: '800.00', owed_yuan: '0.00', settlement: 'zero' });
  });

  test('money without a charge of its kind is warned of, row by row, and is to be returned', () => {
    const { problems } = settled({ students: [student('N')], charges: [charge('N', 'dorm', '1'), charge('N', 'other', '1', '2025-09-12')], receipts: [receipt('N', 'dorm', '1'), receipt('N', 'tuition', '1'), receipt('N', 'other', '1')] }, '2025-09-11');
    expect(problems.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([[3, 'kind', 'no_charge', 'warning'], [4, 'kind', 'no_charge', 'warning']]);
  });
});

describe('R4-b: whoever else collects owes it to the college at once', () => {
  const taken = (as_of: string, by: string, ...payments: ReturnType<typeof payment>[]) => settledJson({
    students: [student('N')], charges: [charge('N', 'tuition', '6600')], receipts: [receipt('N', 'tuition', '6600', '2025-09-10', { received_by: by })], payments,
  }, as_of);
  test('the school took it', () => expect(told(taken('2025-09-10', 'S'), 'wrong_payee')).toBe('6600.00 0.00 6600.00 6600.00 unmet'));
  test('and forwarded it, a fen short or in full', () => {
    expect(told(taken('2025-09-11', 'S', payment('forwarded', 'S', 'H', '6599.99', '2025-09-11')), 'wrong_payee')).toBe('6600.00 6599.99 0.01 0.01 unmet');
    expect(told(taken('2025-09-11', 'S', payment('forwarded', 'S', 'H', '6600', '2025-09-11')), 'wrong_payee')).toBe('6600.00 6600.00 0.00 0.00 met');
  });
  test('the college itself, named or not, owes nothing', () => {
    for (const by of ['', 'H']) expect(taken('2025-09-11', by).lines.map(({ kind }) => kind)).not.toContain('wrong_payee');
  });
});
