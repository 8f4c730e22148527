import { expect, test } from 'vitest';
import { withAdded, withChanges, withoutRow } from './draft.ts';

const standing = () => '120';

test('a changed cell is a draft, and none once it is again as it stands', () => {
  const once = withChanges({}, [{ row: '7', column: 'area_m2', text: '130' }], standing);
  expect(once).toEqual({ 7: { area_m2: '130' } });
  expect(withChanges(once, [{ row: '7', column: 'area_m2', text: '120' }], standing)).toEqual({});
});

test('one row can be dropped without the others', () => {
  expect(withoutRow({ 7: { a: '1' }, 8: { a: '2' } }, '7')).toEqual({ 8: { a: '2' } });
});

test('pasted rows follow those that wait; blank ones at the end fall away', () => {
  expect(withAdded([{ a: '1' }], [{ row: '1', column: 'a', text: '2' }], [{ a: '3' }, { a: ' ' }])).toEqual([{ a: '1' }, { a: '2' }, { a: '3' }]);
  expect(withAdded([{ a: '1' }], [{ row: '0', column: 'a', text: '' }], [])).toEqual([]);
});
