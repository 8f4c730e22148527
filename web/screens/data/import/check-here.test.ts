import { expect, test } from 'vitest';
import { checkHere, isCheap, namesNoSheet } from './check-here.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const HEADING = '房间编号,校区编号,用途,建筑面积,起始日期\r\n';

test('a cell that cannot be read is named by sheet, row and column, in both languages', () => {
  const [problem, ...others] = checkHere([file('rooms.csv', `${HEADING}R1,C1,教室,120,2025-09-01\r\nR2,C1,教室,很大,2025-09-01\r\n`)]);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ sheet: 'rooms', row: 3, column: 'area_m2', code: 'not_a_number', severity: 'error' });
  expect(problem?.text.zh).toContain('第 3 行');
  expect(problem?.text.en).toContain('row 3');
});

test('a sound file has no problems; ids of other sheets are for the server to know', () => {
  expect(checkHere([file('房间台账.csv', `${HEADING}R1,C-elsewhere,教室,120,2025-09-01\r\n`)])).toEqual([]);
});

test('text of little size is cheap; workbooks and large files are not', () => {
  expect(isCheap([{ name: 'rooms.CSV', size: 1000 }])).toBe(true);
  expect(isCheap([{ name: 'rooms.csv', size: 4 * 1024 * 1024 + 1 }])).toBe(false);
  expect(isCheap([{ name: 'book.xlsx', size: 10 }])).toBe(false);
});

test('a file named after no sheet has to be mapped', () => {
  expect(namesNoSheet([{ name: '本校用房一览.csv' }])).toBe(true);
  expect(namesNoSheet([{ name: '房间台账.csv' }])).toBe(false);
  expect(namesNoSheet([{ name: '本校.xlsx' }])).toBe(false);
});
