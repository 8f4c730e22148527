import { describe, expect, test } from 'vitest';
import { studentRow, type TypedRow } from '../check/made-dataset.ts';
import { toDecimalText } from '../values/exact.ts';
import { foresee, onTheLine } from './made-future.ts';

/** A cohort year by year: how many are in each grade, and how many graduate (the rest complete without a certificate). */
function cohort(year: number, inGrade: readonly number[], graduates: number): TypedRow[] {
  return Array.from({ length: inGrade[0] ?? 0 }, (_, at) => at).flatMap((at) => {
    const last = inGrade.filter((heads) => at < heads).length;
    const rows: TypedRow[] = Array.from({ length: last }, (__, index) => ({ grade: index + 1, from: `${year + index}-09-01`, to: `${year + index + 1}-06-30`, status: 'enrolled' }));
    if (last === 5) rows.push({ grade: 5, from: `${year + 5}-07-01`, status: at < graduates ? 'graduated' : 'completed' });
    return rows.map((row) => studentRow(`${year}-${at}`, { cohort: year, stage: Number(row['grade']) > 3 ? 'higher' : 'secondary', campus_id: Number(row['grade']) > 3 ? 'C' : '', ...row }));
  });
}
const used = (students: TypedRow[], day: string) => foresee(onTheLine({ students }), day, 2030, 'history').rates
  .filter(({ programme_id }) => programme_id === 'P').map(({ name, value, origin }) => [name, toDecimalText(value), origin]);

describe('rates of the past', () => {
  const two = [...cohort(2020, [100, 90, 80, 60, 50], 40), ...cohort(2019, [100, 90, 80, 60, 50], 40)];

  test('are those of the cohorts that are over, all together', () => {
    // Stay (90 + 80 + 50) ÷ (100 + 90 + 60) = 0.88; 60 of 80 move on, 0.75 ÷ 0.88; 40 of 50 who finish graduate. No destinations, no rate.
    expect(used(two, '2025-10-31')).toEqual([['stay', '0.88', 'history'], ['step_up', null, 'history'], ['certificate', '0.8', 'history']]);
  });

  test('ask for two such cohorts: one is not enough', () => {
    expect(used(cohort(2020, [100, 90, 80, 60, 50], 40), '2025-10-31')).toEqual([]);
  });

  test('do not count a cohort whose fifth year is still running', () => {
    expect(used(two, '2025-08-31')).toEqual([]);
    expect(used(two, '2025-09-01')).toHaveLength(3);
  });

  test('are used for that programme, and the pack’s rates for every other', () => {
    const students = [...two, ...Array.from({ length: 100 }, (_, at) => studentRow(`now${at}`, { grade: 1, stage: 'secondary', campus_id: '', cohort: 2025 }))];
    const second = (source: 'pack' | 'history') => foresee(onTheLine({ students }), '2025-10-31', 2026, source).region[1]?.grades[1];
    expect([second('pack'), second('history')]).toEqual([97, 88]);
  });

  test('count graduates who work in the region by their latest destination', () => {
    const destinations = two.filter(({ status }) => status === 'graduated').flatMap(({ student_id = '', from = '' }, at) => [
      { student_id, code: '10', workplace_division: at % 4 === 0 ? '330106' : '330803', recorded_on: `${String(from).slice(0, 4)}-08-31` },
    ]);
    const { rates } = foresee(onTheLine({ students: two, destinations }), '2025-10-31', 2026, 'history');
    expect(rates.filter(({ programme_id, name }) => programme_id === 'P' && name === 'local').map(({ value }) => toDecimalText(value))).toEqual(['0.75']);
  });
});
