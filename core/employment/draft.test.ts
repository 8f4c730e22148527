import { describe, expect, test } from 'vitest';
import { destinationCodes } from '../exchange/sheets/destination-codes.ts';
import { date } from '../values/plain-date.ts';
import { refusalOfDestination, type DestinationDraft } from './draft.ts';
import { DESTINATION_REFUSALS } from './draft-words.ts';
import { needsOf } from './outcomes.ts';

const AT_WORK: DestinationDraft = {
  student_id: 'A', code: '11', employer_id: 'F1', employer_credit_code: null, workplace_division: '330802', industry: 'C', position: '数控操作工', contract_kind: 'fixed_term', wage_fen: 450_000n,
  match: 'matched', agreed_on: date('2025-07-01'), insured_from: date('2025-07-15'), contact: null, evidence: 'contract', evidence_ref: '2025-001', reason: null,
};
const NOTHING = { employer_id: null, workplace_division: null, industry: null, contract_kind: null, wage_fen: null, match: null } as const;
const DEADLINE = date('2025-12-31');
const refusal = (given: Partial<DestinationDraft> = {}, today = '2025-08-20', earlier: readonly string[] = [], graduated_on: string | null = '2025-06-26') => refusalOfDestination(
  { ...AT_WORK, ...given }, { graduated_on: graduated_on === null ? null : date(graduated_on), earlier: earlier.map((day) => ({ recorded_on: date(day) })) }, { today: date(today), deadline: DEADLINE });

describe('M10-b: what a destination takes', () => {
  test('every code says what it takes', () => {
    expect(Object.keys(destinationCodes).filter((code) => needsOf(code) === null)).toEqual([]);
  });

  test.each([
    [{}, null],
    [{ code: '99' }, 'unknown_code'],
    [{ evidence_ref: ' ' }, 'evidence_missing'],
    [{ evidence: 'agreement' }, 'evidence_of_other_code'],
    [{ employer_id: null }, 'employer_missing'],
    [{ employer_id: null, employer_credit_code: '91330803MA2DH0013P' }, null],
    [{ employer_id: null, employer_credit_code: '91330803MA2DH0013X' }, 'bad_credit_code'],
    [{ workplace_division: null }, 'workplace_missing'],
    [{ workplace_division: '3308' }, 'bad_workplace'],
    [{ industry: null }, 'industry_missing'],
    [{ contract_kind: null }, 'contract_missing'],
    [{ wage_fen: null }, 'wage_missing'],
    [{ match: null }, 'match_missing'],
    [{ agreed_on: date('2025-08-21') }, 'day_to_come'],
    [{ agreed_on: date('2025-08-20') }, null],
    [{ ...NOTHING, code: '80', evidence: 'admission_letter' }, null],
    [{ code: '80', evidence: 'admission_letter' }, 'employer_not_asked'],
    [{ ...NOTHING, code: '46', evidence: 'enlistment' }, null],
    [{ ...NOTHING, code: '70', evidence: 'statement' }, null],
    [{ ...NOTHING, code: '75', evidence: 'licence' }, 'workplace_missing'],
    [{ ...NOTHING, code: '75', evidence: 'licence', workplace_division: '330802', industry: 'F' }, null],
  ] as const)('%o: %s', (given, expected) => {
    expect(refusal(given)).toBe(expected);
  });

  test('only of who has graduated', () => {
    expect(refusal({}, '2025-08-20', [], null)).toBe('not_graduated');
    expect(refusal({ agreed_on: null, insured_from: null }, '2025-06-25')).toBe('not_graduated');
    expect(refusal({ agreed_on: null, insured_from: null }, '2025-06-26')).toBeNull();
  });
});

describe('M10-b: a destination after the last day', () => {
  test('takes a reason, from the day after on', () => {
    expect(refusal({}, '2025-12-31')).toBeNull();
    expect(refusal({}, '2026-01-01')).toBe('late_without_reason');
    expect(refusal({ reason: ' ' }, '2026-01-01')).toBe('late_without_reason');
    expect(refusal({ reason: '毕业生失联' }, '2026-01-01')).toBeNull();
  });

  test('not of who was recorded in time and is told of again', () => {
    expect(refusal({}, '2026-06-26', ['2025-12-31'])).toBeNull();
    expect(refusal({}, '2026-06-26', ['2026-01-01'])).toBe('late_without_reason');
  });

  test('twice on one day is putting right, and takes a reason', () => {
    expect(refusal({}, '2025-08-20', ['2025-08-20'])).toBe('correction_without_reason');
    expect(refusal({ reason: '单位名称录错' }, '2025-08-20', ['2025-08-20'])).toBeNull();
  });
});

test('every refusal names its clause in both languages', () => {
  expect(Object.values(DESTINATION_REFUSALS).filter(({ zh, en }) => !zh.includes('M10-b') || !en.includes('M10-b'))).toEqual([]);
});
