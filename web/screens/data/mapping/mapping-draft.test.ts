import { expect, test } from 'vitest';
import { proposeMapping } from '../../../../core/exchange/mapping.ts';
import { sheets } from '../../../../core/exchange/sheets.ts';
import { agreedOf, columnLetter, draftOf, examplesOf, unmapped, withColumn, withHeading, withRemembered, withSheet } from './mapping-draft.ts';

const first = [
  { row: 1, cells: ['衢州某校 2025 年用房一览'] },
  { row: 2, cells: ['制表：后勤处', '', '2025年9月'] },
  { row: 3, cells: ['基本情况', '', '面积', '', '备注'] },
  { row: 4, cells: ['房间编号', '用途', '建筑面积', '起始日期', ''] },
  { row: 5, cells: ['R1', '教室', '120', '2025-09-01', ''] },
];
const proposal = proposeMapping(first, sheets.rooms);
if (proposal === null) throw new Error('no proposal');
const tab = { file: '一览.xlsx', tab: '用房', rows: 5, first, proposals: [{ ...proposal, sheet: 'rooms' as const, heading_rows: [3, 4] as const, origin: 'proposed' as const }] };
const draft = draftOf(tab);

test('a tab opens with the best proposal, its heading below the titles', () => {
  expect(draft.sheet).toBe('rooms');
  expect(draft.columns.find(({ column }) => column === 'area_m2')?.position).toBe(2);
  expect(examplesOf(draft, 1)).toBe('教室');
});

test('a required column without source is named until a value stands for the whole tab', () => {
  expect(unmapped(draft)).toEqual(['campus_id']);
  expect(agreedOf({ ...draft, constants: { campus_id: 'C1', name: 'x' } })?.constants).toEqual({ campus_id: 'C1' });
});

test('one source per column: choosing a second frees the first', () => {
  const moved = withColumn(draft, 1, 'area_m2');
  expect(moved.columns.filter(({ column }) => column === 'area_m2').map(({ position }) => position)).toEqual([1]);
  expect(unmapped(moved)).toEqual(['campus_id', 'use']);
});

test('another heading row or another sheet is proposed anew', () => {
  expect(withHeading(draft, 4, 4).columns.find(({ column }) => column === 'use')?.position).toBe(1);
  expect(withSheet(draft, 'land').sheet).toBe('land');
  expect(agreedOf(withSheet(draft, null))).toBe(null);
});

test('a tab that nothing speaks for is left out', () => {
  expect(draftOf({ ...tab, proposals: [] }).sheet).toBe(null);
});

test('columns are lettered as in a spreadsheet', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('what was agreed before is used where the headings stand as they did, values for the whole tab too', () => {
  const agreed = agreedOf({ ...withColumn(draft, 1, null), constants: { campus_id: 'C1', use: 'training' } });
  if (agreed === null) throw new Error('nothing agreed');
  const again = withRemembered(draft, [agreed]);
  expect(again.origin).toBe('remembered');
  expect(again.columns.find(({ position }) => position === 1)?.column).toBe(null);
  expect(unmapped(again)).toEqual(['campus_id', 'use']);
  expect(again.constants).toEqual({ campus_id: 'C1', use: 'training' });
});

test('a mapping of other headings is not used, nor any over what a person has decided', () => {
  const agreed = agreedOf(draft);
  if (agreed === null) throw new Error('nothing agreed');
  expect(withRemembered(draft, [{ ...agreed, heading_rows: [1, 2] }])).toBe(draft);
  const touched = withColumn(draft, 1, null);
  expect(withRemembered(touched, [agreed])).toBe(touched);
});
