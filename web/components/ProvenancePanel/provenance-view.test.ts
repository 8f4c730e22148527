import { expect, test } from 'vitest';
import { rowRanges } from './provenance-view.ts';

test('three rows in sequence become a range, two do not', () => {
  expect(rowRanges([2, 3, 9], '、')).toBe('2、3、9');
  expect(rowRanges([2, 3, 4, 9], '、')).toBe('2–4、9');
  expect(rowRanges([2, 9, 10, 11, 12], '、')).toBe('2、9–12');
  expect(rowRanges([], '、')).toBe('');
});
