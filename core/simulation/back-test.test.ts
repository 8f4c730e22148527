import { expect, test } from 'vitest';
import { readTyped, studentRow, type TypedRow } from '../check/made-dataset.ts';
import { onTheLine } from '../forecast/made-future.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { backTests } from './back-test.ts';

/** A hundred who entered in 2022, of whom so many step up in 2025. */
function cohort(up: number): TypedRow[] {
  return Array.from({ length: 100 }, (_, at) => at).flatMap((at) => [
    ...[1, 2, 3].map((grade) => studentRow(`N${at}`, { grade, stage: 'secondary', cohort: 2022, campus_id: '', from: `${2021 + grade}-09-01`, to: `${2022 + grade}-08-31` })),
    ...(at < up ? [studentRow(`N${at}`, { grade: 4, cohort: 2022, from: '2025-09-01' })] : []),
  ]);
}

const tested = (up: number) => backTests(readTyped(onTheLine({ students: cohort(up), intakes: [{ year: 2023, school_id: 'S', programme_id: 'P', registered: 0 }] })).dataset, quzhou2024, date('2025-10-31'), 'pack');

test('from each autumn of the past: what the rates led to expect, beside who is there', () => {
  // 100 in grade 3 in 2024 are 91 a year later; from grade 2 in 2023 97 and 88, from grade 1 in 2022 97, 94 and 86.
  expect(tested(80).map(({ from_year, year, higher }) => [from_year, year, higher.foreseen, higher.actual])).toEqual([[2024, 2025, 91, 80], [2023, 2025, 88, 80], [2022, 2025, 86, 80]]);
});

test('autumns without anybody on the roll say nothing', () => {
  expect(tested(91).every(({ from_year }) => from_year >= 2022)).toBe(true);
  expect(backTests(readTyped(onTheLine({ students: [] })).dataset, quzhou2024, date('2025-10-31'), 'pack')).toEqual([]);
});
