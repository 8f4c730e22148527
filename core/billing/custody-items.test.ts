import { expect, test } from 'vitest';
import { readTyped } from '../check/made-dataset.ts';
import { spending } from '../funding/made-year.ts';
import { itemsOf, itemsOffList } from './custody-items.ts';

test('R4-f: a list is cut where people cut it, and names are taken as they are written', () => {
  expect(itemsOf('教材、 校服；体检,\n军训服; ')).toEqual(['教材', '校服', '体检', '军训服']);
  expect(itemsOf(' ')).toEqual([]);
});

test('R4-f: what is on the list is in order, what is not is named by its cell, and without a list nothing is said', () => {
  const { dataset } = readTyped({ custody_spending: [spending('A', '1'), { ...spending('A', '2'), item: '空调费' }, { ...spending('A', '3'), item: ' 教材 ' }, { ...spending('B', '4'), item: '空调费' }] });
  const found = itemsOffList(dataset.custody_spending ?? [], (student_id) => (student_id === 'A' ? new Set(itemsOf('教材、校服')) : null));
  expect(found).toEqual([{ sheet: 'custody_spending', row: 3, column: 'item', code: 'item_not_approved', value: '空调费', severity: 'warning' }]);
});
