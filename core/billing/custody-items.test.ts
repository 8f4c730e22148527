import { expect, test } from 'vitest';
import { readTyped } from '../check/made-dataset.ts';
import { spending } from '../funding/made-year.ts';
import { itemsOf, itemsOffList, piecesOf, pricesOf } from './custody-items.ts';

test('R4-f: a list is cut where people cut it, and names are taken as they are written', () => {
  expect(itemsOf('教材、 校服；体检,\n军训服; ').map(({ item }) => item)).toEqual(['教材', '校服', '体检', '军训服']);
  expect(itemsOf(' ')).toEqual([]);
});

test('R4-f: what is on the list is in order, what is not is named by its cell, and without a list nothing is said', () => {
  const { dataset } = readTyped({ custody_spending: [spending('A', '1'), { ...spending('A', '2'), item: '空调费' }, { ...spending('A', '3'), item: ' 教材 ' }, { ...spending('B', '4'), item: '空调费' }] });
  const found = itemsOffList(dataset.custody_spending ?? [], (student_id) => (student_id === 'A' ? new Set(itemsOf('教材、校服 120 元/套').map(({ item }) => item)) : null));
  expect(found).toEqual([{ sheet: 'custody_spending', row: 3, column: 'item', code: 'item_not_approved', value: '空调费', severity: 'warning' }]);
});

test.each([
  ['校服 120 元/套', '校服', 12_000n, '套'], ['校服：120.5元', '校服', 12_050n, ''], ['教材45.00元 / 册', '教材', 4500n, '册'], ['练习册 2 元/本', '练习册', 200n, '本'],
  ['练习册 2', '练习册 2', null, ''], ['校服 120.505 元', '校服 120.505 元', null, ''], ['120 元', '120 元', null, ''], ['元旦晚会', '元旦晚会', null, ''],
])('R4-f: a list may say what a piece costs: %s', (text, item, fen, unit) => {
  expect(itemsOf(text)).toEqual([{ item, fen, unit }]);
});

test('R4-g: how many there were is told where the amount is so many times the price, and not where it is a fen more', () => {
  const [uniform] = itemsOf('校服 120 元/套');
  expect(piecesOf(24_000n, uniform)).toEqual({ unit_price: '120.00', quantity: '2 套' });
  expect(piecesOf(24_001n, uniform)).toEqual({ unit_price: '120.00', quantity: '' });
  expect(piecesOf(24_000n, itemsOf('校服 120 元')[0])).toEqual({ unit_price: '120.00', quantity: '2' });
  for (const list of ['校服', '校服 0 元/套']) expect(piecesOf(24_000n, itemsOf(list)[0])).toEqual({ unit_price: '', quantity: '' });
  expect(piecesOf(24_000n, undefined)).toEqual({ unit_price: '', quantity: '' });
});

test('R4-f: an item of two lists has its price where they agree', () => {
  const priced = (...lists: string[]) => pricesOf(lists.flatMap(itemsOf)).get('校服')?.fen;
  expect([priced('校服 120 元/套', '教材、校服 120.00 元/套'), priced('校服 120 元/套', '校服 121 元/套'), priced('校服 120 元/套', '校服'), priced('校服 120 元/套', '校服 121 元/套', '校服 120 元/套')]).toEqual([12_000n, null, null, null]);
});
