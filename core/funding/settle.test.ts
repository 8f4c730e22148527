import { describe, expect, test } from 'vitest';
import type { TypedRow } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { booksAgree, booksOf, type Booked } from './books.ts';
import { campus, charge, payment, receipt, settled, settledJson, spending, student } from './made-year.ts';
import { fundingRules } from './rules.ts';
import { scopeOf } from './scope.ts';
import { anythingDue } from './settle.ts';

const TEACHER: TypedRow = { person_id: 'T', name: '教师', employer_id: 'H', stage: 'higher', campus_id: 'C', post: 'teacher', employment: 'part_time', degree: 'master', title: 'senior_vice', qualified: 'yes', from: '2025-01-01' };
const REGION = {
  campuses: [campus('C'), campus('C2', { college_id: 'H2', school_id: 'S2' })], staff: [TEACHER],
  students: [student('N'), student('M', { to: '2025-12-31' }), student('M', { campus_id: 'C2', school_id: 'S2', from: '2026-01-01' })],
};

describe('who may pay whom', () => {
  const problems = (kind: string, from: string, to: string, more: TypedRow = {}) =>
    settled({ ...REGION, payments: [payment(kind, from, to, '1', '2026-01-31', more)] }, '2026-01-31').problems.map(({ column, code, value }) => `${column} ${code} ${value}`);

  test.each<[kind: string, from: string, to: string, more?: TypedRow]>([
    ['tuition_share', 'H', 'S'], ['tuition_share', 'H2', 'S'], ['dorm', 'H', 'C'], ['other_fee', 'H', 'C'], ['custody', 'H2', 'C2'], ['grant', 'H', 'C', { fiscal_year: 2026 }],
    ['fee_refund', 'H', 'N', { of: 'dorm' }], ['custody_refund', 'C', 'N'], ['custody_refund', 'C', 'M'], ['custody_refund', 'C2', 'M'], ['fee_refund', 'H', 'M', { of: 'other' }],
    ['lecture_fee', 'C', 'T'], ['forwarded', 'S', 'H'], ['forwarded', 'G', 'H'],
  ])('%s from %s to %s', (kind, from, to, more) => expect(problems(kind, from, to, more)).toEqual([]));

  test.each<[kind: string, from: string, to: string, found: string[], more?: TypedRow]>([
    ['tuition_share', 'S', 'H', ['from_id wrong_party S', 'to_id wrong_party H']],
    ['tuition_share', 'H', 'C', ['to_id wrong_party C']],
    ['dorm', 'H', 'S', ['to_id wrong_party S']],
    ['custody', 'H', 'C2', ['to_id wrong_party C2']],
    ['other_fee', 'S', 'C', ['from_id wrong_party S']],
    ['grant', 'G', 'C', ['from_id wrong_party G'], { fiscal_year: 2026 }],
    ['fee_refund', 'H2', 'N', ['from_id wrong_party H2'], { of: 'dorm' }],
    ['fee_refund', 'C', 'N', ['from_id wrong_party C'], { of: 'dorm' }],
    ['custody_refund', 'C2', 'N', ['from_id wrong_party C2']],
    ['custody_refund', 'C', 'T', ['to_id wrong_party T']],
    ['lecture_fee', 'H', 'T', ['from_id wrong_party H']],
    ['lecture_fee', 'C', 'N', ['to_id wrong_party N']],
    ['forwarded', 'H', 'H', ['from_id wrong_party H']],
    ['forwarded', 'S', 'S2', ['to_id wrong_party S2']],
  ])('not %s from %s to %s', (kind, from, to, found, more) => expect(problems(kind, from, to, more)).toEqual(found));

  test('a payment of another year, or one that is not made yet, is not looked at', () => {
    expect(problems('dorm', 'H', 'S', { academic_year: 2024 })).toEqual([]);
    expect(problems('dorm', 'H', 'S', { paid_on: '2026-02-01' })).toEqual([]);
  });
  test('without the sheet of organisations the campuses tell who is a college and who a school', () => {
    const { problems: found } = settled({ ...REGION, organisations: [], payments: [payment('tuition_share', 'H', 'S', '1', '2026-01-31'), payment('tuition_share', 'S', 'H', '1', '2026-01-31')] }, '2026-01-31');
    expect(found.map(({ row }) => row)).toEqual([3, 3]);
  });
});

const FULL = {
  ...REGION,
  charges: [charge('N', 'tuition', '6600'), charge('N', 'dorm', '1200'), charge('N', 'custody', '800'), charge('N', 'other', '33.33')],
  receipts: [receipt('N', 'tuition', '7000'), receipt('N', 'dorm', '1200'), receipt('N', 'custody', '800'), receipt('N', 'other', '33.33')],
  custody_spending: [spending('N', '763.40')],
  payments: [
    payment('tuition_share', 'H', 'S', '3960', '2026-01-31'), payment('dorm', 'H', 'C', '1200', '2025-10-10'), payment('custody', 'H', 'C', '700', '2025-10-10'),
    payment('fee_refund', 'H', 'N', '400', '2026-01-31', { of: 'tuition' }), payment('custody_refund', 'C', 'N', '30', '2026-01-31'), payment('lecture_fee', 'C', 'T', '5', '2026-01-31'),
  ],
};

describe('R4-a: every movement stands in the books', () => {
  const json = settledJson(FULL, '2026-02-01');
  test('debits equal credits, counted by hand', () => {
    // Receipts 9 033.33; refund due and paid 400 each; share due 3 960, paid 3 960 on both sides; passed on 1 900 on both sides; custody spent and refunded 793.40; the lesson 5.
    const turnover = 9033.33 + 800 + 3960 * 3 + 1900 * 2 + 793.4 + 5;
    expect(json.trial_balance.debit_yuan).toBe(turnover.toFixed(2));
    expect(json.trial_balance.credit_yuan).toBe(json.trial_balance.debit_yuan);
  });
  test('each clearing account stands at the outstanding of its line, zeros too', () => {
    expect(json.trial_balance.clearing).toEqual([
      { account: 'clearing:custody:C', balance_yuan: '100.00' }, { account: 'clearing:custody_held:C', balance_yuan: '-93.40' }, { account: 'clearing:dorm:C', balance_yuan: '0.00' },
      { account: 'clearing:other:C', balance_yuan: '33.33' }, { account: 'clearing:tuition_share:S', balance_yuan: '0.00' },
    ]);
  });
  test('books that do not are told', () => {
    const { students: accounts, lines } = settled(FULL, '2026-02-01');
    const booked: Booked = { accounts, lines, grants: [] };
    expect(booksAgree(booksOf(booked), booked)).toBe(true);
    expect(booksAgree(booksOf({ ...booked, accounts: accounts.slice(1) }), booked)).toBe(true);
    expect(booksAgree(booksOf({ ...booked, accounts: accounts.filter(({ kind }) => kind !== 'dorm') }), booked)).toBe(false);
    expect(booksAgree(booksOf({ ...booked, lines: [] }), booked)).toBe(false);
    expect(booksAgree(booksOf({ ...booked, grants: [{ campus_id: 'C', college_id: 'H', fen: 1n, receipt: {} as never }] }), booked)).toBe(false);
    expect(booksAgree({ ...booksOf(booked), debit: 0n }, booked)).toBe(false);
  });
});

describe('a settlement as a whole', () => {
  test('lines stand by clause, kind, from, to and campus', () => {
    const { lines } = settledJson(FULL, '2026-02-01');
    expect(lines.map(({ clause, kind, from_id, campus_id }) => [clause, kind, from_id, campus_id ?? ''].join(' '))).toEqual([
      'M5-d grant G C', 'M5-d grant G C2', 'R4-b bill_tuition students ', 'R4-b fee_refund H ', 'R4-c tuition_share H ', 'R4-d bill_dorm students ', 'R4-d bill_other students ',
      'R4-e custody H ', 'R4-e dorm H ', 'R4-e other_fee H ', 'R4-g custody_refund C ', 'R4-h lecture_fee C ',
    ]);
  });
  test('the order of rows changes nothing, and neither does settling again', () => {
    const turned = Object.fromEntries(Object.entries(FULL).map(([name, rows]) => [name, rows.toReversed()]));
    const withoutRows = (sheets: typeof FULL) => settledJson(sheets, '2026-02-01', 2025, 2025).lines.map(({ trace: _trace, ...line }) => line);
    expect(withoutRows(turned as typeof FULL)).toEqual(withoutRows(FULL));
    expect(settledJson(FULL, '2026-02-01')).toEqual(settledJson(FULL, '2026-02-01'));
  });
  test('with an error nothing is settled, and everything wrong is told at once', () => {
    const json = settledJson({ ...FULL, payments: [payment('dorm', 'S', 'C', '1', '2026-01-31')], charges: [charge('X', 'tuition', '1')], shares: [{ school_id: 'S', college_id: 'H', tuition_share: '0.5', from: '2025-09-01' }] }, '2026-02-01');
    expect(json.problems.map(({ sheet, code }) => `${sheet} ${code}`).sort()).toEqual(['charges not_higher_stage', 'charges unknown_reference', 'payments wrong_party', 'shares below_floor']);
    expect({ ...json, problems: [] }).toEqual({ lines: [], students: [], trial_balance: { debit_yuan: '0.00', credit_yuan: '0.00', clearing: [] }, problems: [] });
  });
  test('of nothing nothing is due', () => {
    const empty = settled({ campuses: [], programmes: [], shares: [] }, '2026-02-01');
    expect([empty.lines, empty.students, anythingDue(empty)]).toEqual([[], [], false]);
  });
  test('a fiscal year that is not named is that of the day', () => {
    expect(scopeOf(2025, date('2026-02-01'))).toMatchObject({ academic_year: 2025, fiscal_year: 2026, academic: { from: '2025-09-01', to: '2026-08-31' }, fiscal: { from: '2026-01-01', to: '2026-12-31' } });
  });
});

describe('a year is settled by the rules of its end', () => {
  const rules = (as_of: string, year: number, fiscal?: number) => fundingRules(quzhou2024.parameters, scopeOf(year, date(as_of), fiscal));
  test('the year in which the document came has rules from its day on', () => {
    expect(rules('2024-05-28', 2023)).toEqual({ no_rule_on: '2024-05-28' });
    expect(rules('2024-05-29', 2023)).toHaveProperty('fees');
  });
  test('the years before it have none, however late they are asked about', () => {
    expect([rules('2026-01-31', 2022), rules('2026-01-31', 2025, 2023)]).toEqual([{ no_rule_on: '2023-08-31' }, { no_rule_on: '2023-12-31' }]);
    expect(rules('2026-01-31', 2025, 2024)).toHaveProperty('grant');
  });
  test('a value that changes later does not reach back', () => {
    const floor = quzhou2024.parameters.find(({ key }) => key === 'tuition.share');
    if (floor === undefined) throw new Error('no floor');
    const changed = [...quzhou2024.parameters.filter(({ key }) => key !== 'tuition.share'), { ...floor, to: date('2026-08-31') }, { ...floor, from: date('2026-09-01'), value: { n: 7n, d: 10n } }];
    const floorOf = (as_of: string, year: number) => {
      const found = fundingRules(changed, scopeOf(year, date(as_of)));
      return 'fees' in found ? found.fees.tuition_floor : null;
    };
    expect([floorOf('2027-01-31', 2025), floorOf('2027-01-31', 2026)]).toEqual([floor.value, { n: 7n, d: 10n }]);
  });
});
