import { describe, expect, test } from 'vitest';
import type { TypedRow, TypedSheets } from '../check/made-dataset.ts';
import { decimal } from '../values/exact.ts';
import { grantDue, monthWeight } from './grant.ts';
import { splitByWeight } from './grant-receipts.ts';
import { campus, lineIn, payment, rulesOn, settled, settledJson, student, told } from './made-year.ts';

const heads = (campus_id: string, on: string, students: number): TypedRow => ({ campus_id, on, students });
const received = (amount_yuan: string, received_on: string, more: TypedRow = { campus_id: 'C' }): TypedRow => ({ receipt_id: `${amount_yuan} ${received_on}`, fiscal_year: 2025, amount_yuan, received_on, ...more });
const STANDARD = [{ fiscal_year: 2025, college_id: 'H', yuan_per_student: '15000' }];
const HEADS = [heads('C', '2024-10-31', 120), heads('C', '2025-10-31', 150)];
const year = (as_of: string, more: TypedSheets = {}) => settledJson({ grant_standards: STANDARD, grant_headcounts: HEADS, ...more }, as_of, 2025, 2025);

describe('M5-d: the per-student standard for eight months of last year’s heads and four of this year’s', () => {
  test('15 000 × (8 × 120 + 4 × 150) ÷ 12 = 1 950 000, of which 550 000 is missing at the end of the year', () => {
    const json = year('2025-12-31', { grant_receipts: [received('1400000', '2025-12-01')] });
    expect(told(json, 'grant')).toBe('1950000.00 1400000.00 550000.00 550000.00 unmet');
    expect(lineIn(json, 'grant')).toMatchObject({ clause: 'M5-d', from_id: 'G', to_id: 'H', campus_id: 'C', base_yuan: '15000.00', ratio: '1560/12', period: '2025-01-01/2025-12-31' });
  });
  test.each([['1950000', 'met'], ['1949999.99', 'unmet'], ['1950000.01', 'met']])('%s received is %s', (yuan, outcome) => {
    expect(lineIn(year('2025-12-31', { grant_receipts: [received(yuan, '2025-12-01')] }), 'grant').outcome).toBe(outcome);
  });
  test('a twelfth of an odd fen goes up', () => {
    const { grant } = rulesOn('2025-12-31');
    expect([grantDue(decimal('0.01'), 1n, grant), grantDue(decimal('0.12'), 1n, grant), grantDue(decimal('15000'), 0n, grant), monthWeight(0n, 30n, grant)]).toEqual([1n, 1n, 0n, 120n]);
  });
  test('before the heads of this year are counted last year’s stand for them', () => {
    expect(told(year('2025-10-30'), 'grant')).toBe('1800000.00 0.00 1800000.00 1350000.00 unmet provisional');
    expect(told(year('2025-02-01'), 'grant')).toBe('1800000.00 0.00 1800000.00 0.00 met provisional');
    expect(lineIn(year('2025-10-31'), 'grant').due_yuan).toBe('1950000.00');
  });
  test('a campus that opened on 1 September gets four months', () => {
    const json = settledJson({ grant_standards: STANDARD, campuses: [campus('C', { opened_on: '2025-09-01' })], students: [student('N'), student('M', { status: 'suspended' })] }, '2025-12-31');
    expect(lineIn(json, 'grant')).toMatchObject({ ratio: '4/12', due_yuan: '5000.00' });
  });
  test('opened on the very day it has heads to report; a day later it has none', () => {
    const opened = (on: string) => told(settledJson({ grant_standards: STANDARD, campuses: [campus('C', { opened_on: on })] }, '2025-12-31'), 'grant');
    expect([opened('2025-11-01'), opened('2025-10-31'), opened('')]).toEqual(['0.00 0.00 0.00 0.00 met', '– 0.00 – – undetermined grant_headcounts', '– 0.00 – – undetermined grant_headcounts']);
  });
  test('last year’s standard never stands in; a campus without payer is not decided', () => {
    expect(told(year('2025-12-31', { grant_standards: [{ fiscal_year: 2024, college_id: 'H', yuan_per_student: '15000' }, { fiscal_year: 2025, college_id: 'H2', yuan_per_student: '1' }] }), 'grant')).toBe('– 0.00 – – undetermined grant_standards');
    expect(told(year('2025-12-31', { campuses: [campus('C', { payer_id: '' })] }), 'grant')).toBe('1950000.00 0.00 1950000.00 1950000.00 undetermined payer_id');
  });
  test('the signed sheet wins over the roll, and the difference is warned of', () => {
    const { problems, lines } = settled({ grant_standards: STANDARD, grant_headcounts: HEADS, students: [student('N')] }, '2025-12-31', 2025, 2025);
    expect(problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([[3, 'students', 'headcount_differs', '150']]);
    expect(lines.find(({ kind }) => kind === 'grant')?.ratio).toBe('1560/12');
  });
});

describe('M5-e, S2-b: in quarterly parts, all by 20 December', () => {
  test.each([
    ['2025-03-31', '0.00'], ['2025-04-01', '450000.00'], ['2025-06-30', '450000.00'], ['2025-07-01', '900000.00'], ['2025-09-30', '900000.00'], ['2025-10-01', '1350000.00'],
    ['2025-12-20', '1462500.00'], ['2025-12-21', '1950000.00'], ['2026-06-30', '1950000.00'],
  ])('nothing received by %s: %s is late', (as_of, yuan) => expect(lineIn(year(as_of), 'grant').overdue_yuan).toBe(yuan));
  test('a quarter to the fen', () => {
    expect(lineIn(year('2025-04-01', { grant_receipts: [received('449999.99', '2025-04-01')] }), 'grant').overdue_yuan).toBe('0.01');
    expect(lineIn(year('2025-04-01', { grant_receipts: [received('450000', '2025-04-01')] }), 'grant').overdue_yuan).toBe('0.00');
  });
});

describe('M5-f: passed on in full within thirty days', () => {
  const passed = (as_of: string, ...payments: TypedRow[]) => told(year(as_of, { grant_receipts: [received('1000', '2025-03-01')], payments }), 'grant_pass');
  test.each([['2025-03-31', '1000.00 0.00 1000.00 0.00 met'], ['2025-04-01', '1000.00 0.00 1000.00 1000.00 unmet']])('received on 1 March, on %s', (as_of, expected) => expect(passed(as_of)).toBe(expected));
  test('a fen less is late, a fen more is too much', () => {
    expect(passed('2025-04-01', payment('grant', 'H', 'C', '999.99', '2025-03-20'))).toBe('1000.00 999.99 0.01 0.01 unmet');
    expect(passed('2025-04-01', payment('grant', 'H', 'C', '1000.01', '2025-03-20'))).toBe('1000.00 1000.01 -0.01 0.00 unmet overpaid');
    expect(passed('2025-04-01', payment('grant', 'H', 'C', '1000', '2025-03-20', { fiscal_year: 2024 }))).toBe('1000.00 0.00 1000.00 1000.00 unmet');
  });
});

describe('M5-f: a receipt without a campus is split over the campuses of its payer by heads', () => {
  const weighed = (...weights: bigint[]) => weights.map((weight, at) => ({ campus_id: `C${at + 1}`, weight }));
  const parts = (amount: bigint, ...weights: bigint[]) => splitByWeight(amount, weighed(...weights)).map(({ fen }) => fen);
  test('the rest goes by largest remainder, ties by campus id', () => {
    expect(parts(100n, 1n, 1n, 1n)).toEqual([34n, 33n, 33n]);
    expect(parts(101n, 1n, 1n, 1n)).toEqual([34n, 34n, 33n]);
    expect(parts(100n, 1n, 2n, 4n)).toEqual([14n, 29n, 57n]);
    expect(parts(1n, 0n, 1n, 1n)).toEqual([0n, 1n, 0n]);
    expect(splitByWeight(1n, weighed(1n, 1n).toReversed())).toEqual([{ campus_id: 'C2', fen: 0n }, { campus_id: 'C1', fen: 1n }]);
  });

  const shared = (grant_headcounts: TypedRow[], payer_id = 'G') => settledJson({
    grant_standards: STANDARD, campuses: [campus('C', { opened_on: '2024-09-01' }), campus('C2', { opened_on: '2024-09-01' }), campus('C3', { payer_id: 'H2' })],
    grant_headcounts, grant_receipts: [received('0.03', '2025-05-01', { payer_id })],
  }, '2025-12-31');
  test('each campus of the payer gets its part, nobody else', () => {
    const json = shared([heads('C', '2024-10-31', 10), heads('C', '2025-10-31', 10), heads('C2', '2024-10-31', 10), heads('C2', '2025-10-31', 10)]);
    expect(json.lines.filter(({ kind }) => kind === 'grant').map(({ campus_id, paid_yuan }) => [campus_id, paid_yuan])).toEqual([['C', '0.02'], ['C2', '0.01'], ['C3', '0.00']]);
  });
  test('while the heads of one are not known nobody can tell the parts', () => {
    const json = shared([heads('C', '2024-10-31', 10), heads('C', '2025-10-31', 10)]);
    expect(json.lines.filter(({ campus_id, to_id }) => campus_id === 'C' || to_id === 'C').map(({ kind, paid_yuan, outcome, reason }) => [kind, paid_yuan, outcome, reason])).toEqual([
      ['grant', null, 'undetermined', 'grant_headcounts'], ['grant_pass', '0.00', 'undetermined', 'grant_headcounts'],
    ]);
  });
  test('a campus that names no payer may be meant: it is undetermined, not an error', () => {
    const json = settledJson({ grant_standards: STANDARD, grant_headcounts: HEADS, campuses: [campus('C', { payer_id: '' })], grant_receipts: [received('1', '2025-05-01', { payer_id: 'G' })] }, '2025-12-31');
    expect([json.problems, told(json, 'grant'), told(json, 'grant_pass')]).toEqual([[], '1950000.00 – – – undetermined payer_id', '– 0.00 – – undetermined payer_id']);
  });
  test('a payer of no campus, or none at all, is an error', () => {
    const codes = (more: TypedRow) => settled({ grant_standards: STANDARD, grant_headcounts: HEADS, grant_receipts: [received('1', '2025-05-01', more)] }, '2025-12-31').problems.map(({ column, code }) => [column, code]);
    expect([codes({ payer_id: 'H2' }), codes({}), codes({ campus_id: 'C', payer_id: 'H2' }), codes({ campus_id: 'C', payer_id: 'G' })])
      .toEqual([[['payer_id', 'wrong_party']], [['campus_id', 'missing_value']], [['payer_id', 'wrong_party']], []]);
  });
});
