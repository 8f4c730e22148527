import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reading } from '../core/exchange/reader.ts';
import { makeWorkbook, textCell } from './made-files.ts';
import { readDatasetBytes, readDatasetPath } from './read-dataset.ts';
import { isRefusal } from './refusal.ts';
import type { Refusal } from './refusal.ts';

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'guantong-dataset-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

function whole(read: Reading | Refusal): Reading {
  if (isRefusal(read)) throw new Error(`refused: ${read.refused} ${read.detail ?? ''}`);
  return read;
}

const CSV = 'room_id,campus_id,use,area_m2,from\r\nR1,C1,teaching,60.5,2025-09-01\r\n';
const ROOM = { room_id: 'R1', campus_id: 'C1', use: 'teaching', from: '2025-09-01', row: 2 };
const CHINESE_CSV = '房间编号,校区编号,用途,建筑面积,起始日期\n甲1,C1,教室,60.5,2025年9月1日\n';
const XLSX = makeWorkbook({ sheets: {
  房间台账: `<row r="1">${['房间编号', '校区编号', '用途', '建筑面积', '起始日期'].map((heading, i) => textCell(`${'ABCDE'[i]}1`, heading)).join('')}</row>`
    + `<row r="2">${textCell('A2', 'R1')}${textCell('B2', 'C1')}${textCell('C2', '教室')}<c r="D2"><v>60.5</v></c><c r="E2" s="1"><v>45901</v></c></row>`,
  说明: `<row r="1">${textCell('A1', '任意内容')}</row>`,
}, styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' });

test('a folder of CSV files, with English or Chinese names; other files are passed over', async () => {
  const path = join(folder, 'files');
  await mkdir(path);
  await writeFile(join(path, 'rooms.csv'), CSV);
  await writeFile(join(path, '土地台账.CSV'), '地块编号,校区编号,占地面积,起始日期\nL1,C1,100,2025-09-01\n');
  await writeFile(join(path, '读我.txt'), 'x');
  await writeFile(join(path, '.~lock.rooms.csv'), 'x');
  const { dataset, problems } = whole(await readDatasetPath(path));
  expect(problems).toEqual([]);
  expect(Object.keys(dataset).toSorted()).toEqual(['land', 'rooms']);
  expect(dataset.rooms).toMatchObject([ROOM]);
});

test('a single CSV file, in the encodings that offices use', async () => {
  const utf16 = Buffer.from(`\ufeff${CHINESE_CSV}`, 'utf16le');
  for (const [name, bytes] of [['rooms.csv', CSV], ['房间台账.csv', CHINESE_CSV], ['Rooms.csv', utf16]] as const) {
    await writeFile(join(folder, name), bytes);
    const { dataset, problems } = whole(await readDatasetPath(join(folder, name)));
    expect(problems).toEqual([]);
    expect(dataset.rooms?.length).toBe(1);
  }
});

test('a workbook, from a path and from bytes; the explanation sheet is passed over in silence', async () => {
  const path = join(folder, '数据.xlsx');
  await writeFile(path, XLSX);
  for (const read of [await readDatasetPath(path), await readDatasetBytes('C:\\表\\数据.xlsx', XLSX)]) {
    const { dataset, problems } = whole(read);
    expect(problems).toEqual([]);
    expect(dataset.rooms).toMatchObject([ROOM]);
  }
});

test('an upload of CSV', async () => {
  expect(whole(await readDatasetBytes('rooms.csv', Buffer.from(CSV))).dataset.rooms).toMatchObject([ROOM]);
});

test('a sheet that the format does not know is a warning, not a refusal', async () => {
  const file = makeWorkbook({ sheets: { 杂项: `<row r="1">${textCell('A1', 'x')}</row>` } });
  expect(whole(await readDatasetBytes('a.xlsx', file)).problems).toMatchObject([{ sheet: '杂项', code: 'unknown_sheet', severity: 'warning' }]);
});

test('progress names the sheet and the row reached', async () => {
  const seen: unknown[] = [];
  await readDatasetBytes('a.xlsx', XLSX, { onProgress: (at) => seen.push(at) });
  expect(seen).toEqual([{ sheet: '房间台账', row: 2 }]);
});

test.each([
  ['nothing', 'not_found'],
  ['bare', 'not_a_workbook'],
  ['notes.txt', 'not_a_workbook'],
])('%s → %s', async (name, code) => {
  await mkdir(join(folder, 'bare'), { recursive: true });
  await writeFile(join(folder, 'notes.txt'), 'x');
  expect(await readDatasetPath(join(folder, name))).toMatchObject({ refused: code, file: name });
});

test('a folder with one bad file is refused as a whole, and the file is named', async () => {
  const path = join(folder, 'mixed');
  await mkdir(path);
  await writeFile(join(path, 'rooms.csv'), CSV);
  await writeFile(join(path, 'land.csv'), XLSX);
  expect(await readDatasetPath(path)).toMatchObject({ refused: 'not_a_workbook', file: 'land.csv' });
});

test('a refusal says in Chinese and English what is wrong and what to do', async () => {
  const refused = await readDatasetBytes('表.xls', Buffer.from('x'));
  expect(refused).toMatchObject({ refused: 'unsupported_xls' });
  if (!isRefusal(refused)) throw new Error('was read');
  expect(refused.advice.zh).toContain('另存为 .xlsx');
  expect(refused.advice.en).toContain('.xlsx');
  expect(refused.message.en).not.toBe('');
});
