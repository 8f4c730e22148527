import { describe, expect, test } from 'vitest';
import type { TypedRow, TypedSheets } from '../check/made-dataset.ts';
import { lineIn, payment, settledJson, told } from './made-year.ts';

const teacher = (more: TypedRow = {}): TypedRow => ({
  person_id: 'T', name: '教师', employer_id: 'H', stage: 'higher', campus_id: 'C', post: 'teacher', employment: 'part_time', degree: 'master', title: 'senior_vice', qualified: 'yes', from: '2025-01-01', ...more,
});
const lesson = (term: string, hours: string, course = '数控'): TypedRow => ({ campus_id: 'C', term, course, kind: 'core', higher_code: '460103', person_id: 'T', hours });
const RATES = [{ title: 'senior_vice', yuan_per_hour: '100', from: '2025-09-01' }, { title: 'senior_full', yuan_per_hour: '120', from: '2025-09-01' }];
const taught = (as_of: string, more: TypedSheets = {}) => settledJson({ staff: [teacher()], teaching: [lesson('2025-1', '40'), lesson('2025-2', '24')], lecture_rates: RATES, ...more }, as_of);

describe('R4-h: college teachers are paid for their lessons by hours and title', () => {
  test.each([
    ['2025-09-01', '4000.00 0.00 4000.00 0.00 met'], ['2026-01-31', '4000.00 0.00 4000.00 0.00 met'], ['2026-02-01', '6400.00 0.00 6400.00 4000.00 unmet'],
    ['2026-08-31', '6400.00 0.00 6400.00 4000.00 unmet'], ['2026-09-01', '6400.00 0.00 6400.00 6400.00 unmet'],
  ])('a term counts once it has begun and is late after its last day: %s', (as_of, expected) => expect(told(taught(as_of), 'lecture_fee')).toBe(expected));

  test('before the year has begun there is nothing', () => expect(taught('2025-08-31').lines.map(({ kind }) => kind)).not.toContain('lecture_fee'));
  test('a fen less on the day after is late', () => {
    expect(told(taught('2026-02-01', { payments: [payment('lecture_fee', 'C', 'T', '3999.99', '2026-01-31')] }), 'lecture_fee')).toBe('6400.00 3999.99 2400.01 0.01 unmet');
  });
  test('the base is hours, from the campus to the person', () => {
    expect(lineIn(taught('2026-02-01'), 'lecture_fee')).toMatchObject({ clause: 'R4-h', from_id: 'C', to_id: 'T', base_yuan: '64.00', campus_id: null });
  });

  test('teachers of the school, or of another campus of the college, are not paid by this', () => {
    expect(taught('2026-02-01', { staff: [teacher({ employer_id: 'S' })] }).lines.map(({ kind }) => kind)).not.toContain('lecture_fee');
    expect(taught('2026-02-01', { staff: [teacher({ campus_id: '', school_id: 'S', stage: 'secondary' })] }).lines.map(({ kind }) => kind)).not.toContain('lecture_fee');
  });
  test('a new title within the year pays the term in which it holds', () => {
    const staff = [teacher({ to: '2026-01-31' }), teacher({ from: '2026-02-01', title: 'senior_full' })];
    expect(told(taught('2026-02-01', { staff }), 'lecture_fee')).toBe('6880.00 0.00 6880.00 4000.00 unmet');
  });
  test('without a rate of the title in force when the term begins nothing is decided', () => {
    expect(told(taught('2026-02-01', { lecture_rates: [] }), 'lecture_fee')).toBe('– 0.00 – – undetermined lecture_rates');
    const ended = [{ title: 'senior_vice', yuan_per_hour: '100', from: '2025-09-01', to: '2026-01-31' }];
    expect([told(taught('2026-01-31', { lecture_rates: ended }), 'lecture_fee'), told(taught('2026-02-01', { lecture_rates: ended }), 'lecture_fee')])
      .toEqual(['4000.00 0.00 4000.00 0.00 met', '– 0.00 – – undetermined lecture_rates']);
  });
  test('parts of an hour are exact and rounded up once, on the total', () => {
    const teaching = [lesson('2025-1', '0.125', 'a'), lesson('2025-1', '0.125', 'b')];
    expect(told(taught('2026-01-31', { teaching, lecture_rates: [{ title: 'senior_vice', yuan_per_hour: '0.02', from: '2025-09-01' }] }), 'lecture_fee')).toBe('0.01 0.00 0.01 0.00 met');
  });
});
