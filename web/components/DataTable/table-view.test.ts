import { expect, test } from 'vitest';
import { arrange } from './table-view.ts';
import type { TableColumn } from './table-view.ts';

interface Room { readonly name: string; readonly area: string }
const COLUMNS: readonly TableColumn<Room>[] = [
  { key: 'name', label: '房间', kind: 'text', text: (r) => r.name },
  { key: 'area', label: '面积', kind: 'number', text: (r) => r.area },
];
const ROOMS: readonly Room[] = [
  { name: '实训楼 10', area: '1365.00' }, { name: '实训楼 2', area: '800.00' }, { name: '北楼', area: '' }, { name: '教学楼', area: '2400.00' },
];
const names = (rows: readonly Room[]) => rows.map((r) => r.name);

test('numbers sort as numbers, and what is not reported comes last both ways', () => {
  expect(names(arrange(ROOMS, COLUMNS, {}, { column: 'area', descending: false }))).toEqual(['实训楼 2', '实训楼 10', '教学楼', '北楼']);
  expect(names(arrange(ROOMS, COLUMNS, {}, { column: 'area', descending: true }))).toEqual(['教学楼', '实训楼 10', '实训楼 2', '北楼']);
});

test('Chinese names sort by pinyin, numbers inside them by value', () => {
  expect(names(arrange(ROOMS, COLUMNS, {}, { column: 'name', descending: false }))).toEqual(['北楼', '教学楼', '实训楼 2', '实训楼 10']);
});

test('a number filter stands on its limit', () => {
  expect(names(arrange(ROOMS, COLUMNS, { area: '>=1365' }, null))).toEqual(['实训楼 10', '教学楼']);
  expect(names(arrange(ROOMS, COLUMNS, { area: '>1365' }, null))).toEqual(['教学楼']);
  expect(names(arrange(ROOMS, COLUMNS, { area: '800..1365' }, null))).toEqual(['实训楼 10', '实训楼 2']);
});

test('a text filter finds parts, and filters of several columns all hold', () => {
  expect(names(arrange(ROOMS, COLUMNS, { name: '实训' }, null))).toEqual(['实训楼 10', '实训楼 2']);
  expect(names(arrange(ROOMS, COLUMNS, { name: '实训', area: '<1000' }, null))).toEqual(['实训楼 2']);
});
