import { expect, test } from 'vitest';
import { reportsOf, rowRanges } from './provenance-view.ts';

test('three rows in sequence become a range, two do not', () => {
  expect(rowRanges([2, 3, 9], '、')).toBe('2、3、9');
  expect(rowRanges([2, 3, 4, 9], '、')).toBe('2–4、9');
  expect(rowRanges([2, 9, 10, 11, 12], '、')).toBe('2、9–12');
  expect(rowRanges([], '、')).toBe('');
});

test('rows reported together are one line, with their numbers in order', () => {
  const first = { by: '教务处', on: '2025-10-12', workbook: '办学条件.xlsx' };
  const row = (number: number | null, report = first) => ({ row: number, cells: [], report });
  expect(reportsOf([row(9), row(2), row(3, { ...first, by: '总务处' }), row(null), { row: 5, cells: [] }])).toEqual([
    { report: first, rows: [2, 9] },
    { report: { ...first, by: '总务处' }, rows: [3] },
  ]);
});
