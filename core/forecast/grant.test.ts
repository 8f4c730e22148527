import { describe, expect, test } from 'vitest';
import { campusOnTheLine, type TypedRow, type TypedSheets } from '../check/made-dataset.ts';
import { foresee, onTheLine, pupils } from './made-future.ts';

const DAY = '2025-10-31';
const standard = (fiscal_year: number, yuan_per_student: string) => ({ fiscal_year, college_id: 'H', yuan_per_student });
const [campus = {}] = campusOnTheLine().campuses;
const campusWith = (given: TypedRow) => [{ ...campus, ...given }];
const grants = (given: TypedSheets, to = 2025) => foresee(onTheLine({ grant_standards: [standard(2025, '15000')], ...given }), DAY, to).rows
  .map(({ grant }) => [grant.due, grant.standard?.origin ?? null]);

describe('the grant due of a year (M5-d)', () => {
  test('counts the autumn before for eight months and its own for four', () => {
    // (8 × 130 + 4 × 146) ÷ 12 students at 15 000 yuan: worked with signed heads of 2024 and 146 on the roll.
    const given = { students: pupils(146, 'P', 4), grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 130 }] };
    expect(grants(given)).toEqual([[203_000_000n, 'entered']]);
  });

  test('is rounded up to the fen, once', () => {
    const given = (yuan: string) => ({ students: pupils(1, 'P', 4), grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 0 }], grant_standards: [standard(2025, yuan)] });
    expect(grants(given('0.03'))).toEqual([[1n, 'entered']]);
    expect(grants(given('0.04'))).toEqual([[2n, 'entered']]);
  });

  test('of a later year stands on the forecast, with the latest standard before it', () => {
    const given = { students: pupils(100, 'P', 4), grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 0 }], grant_standards: [standard(2024, '1200'), standard(2027, '2400')] };
    // Heads 0 → 100 → 97 → 0: 400 × 100, then 800 × 100 + 400 × 97, then 1600 × 97.
    expect(grants(given, 2027)).toEqual([[4_000_000n, 'assumed'], [11_880_000n, 'assumed'], [15_520_000n, 'entered']]);
  });

  test('is not known without a standard of that year or before, and never borrowed from a later one', () => {
    expect(grants({ grant_standards: [standard(2026, '15000')], grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 0 }] }, 2026).map(([due]) => due !== null)).toEqual([false, true]);
  });

  test.each<[string, TypedSheets, bigint | null]>([
    ['the campus opened after it: nobody', { campuses: campusWith({ opened_on: '2024-11-01' }) }, 134_000_000n],
    ['it opened that very day and has no roll: not known', { campuses: campusWith({ opened_on: '2024-10-31' }) }, null],
    ['the roll reaches back to it: those on it', { students: pupils(268, 'P', 4, { from: '2024-10-31' }) }, 402_000_000n],
    ['the signed sheet wins over the roll', { students: pupils(268, 'P', 4, { from: '2024-09-01' }), grant_headcounts: [{ campus_id: 'C', on: '2024-10-31', students: 0 }] }, 134_000_000n],
    ['a sheet of another day does not', { students: pupils(268, 'P', 4, { from: '2024-09-01' }), grant_headcounts: [{ campus_id: 'C', on: '2024-10-30', students: 0 }] }, 402_000_000n],
  ])('the autumn before: %s', (_, given, due) => expect(grants(given)[0]?.[0]).toBe(due));
});
