import { expect, test } from 'vitest';
import readOther from 'read-excel-file/node';
import { templateJson } from '../core/exchange/template.ts';
import { sheetNames, sheets } from '../core/exchange/sheets.ts';
import type { RawCell } from '../core/exchange/raw-cell.ts';
import { openPackage, unpackWhole } from './package-directory.ts';
import { readDatasetBytes } from './read-dataset.ts';
import { isRefusal } from './refusal.ts';
import { templateWorkbook } from './template.ts';
import { readXlsxRows } from './xlsx-rows.ts';

const file = await templateWorkbook();

async function partText(name: string): Promise<string> {
  const { zip, parts } = await openPackage(file);
  const entry = parts.get(name);
  if (entry === undefined) throw new Error(`no part ${name}`);
  return Buffer.from(await unpackWhole(zip, entry)).toString('utf8');
}

test('the blank template reads back as an empty dataset without problems', async () => {
  const read = await readDatasetBytes('模板.xlsx', file);
  if (isRefusal(read)) throw new Error(read.refused);
  expect(read.problems).toEqual([]);
  expect(Object.values(read.dataset).flat()).toEqual([]);
});

test('an explanation first, then a tab for every sheet with its Chinese headings, in the order of the format', async () => {
  const tabs: [string, RawCell[]][] = [];
  await readXlsxRows(file, (name) => {
    const headings: RawCell[] = [];
    tabs.push([name, headings]);
    return (rowNumber, cells) => { if (rowNumber === 1) headings.push(...cells); };
  });
  expect(tabs[0]?.[0]).toBe('说明');
  expect(tabs.slice(1)).toEqual(Object.values(sheets).map((sheet) => [sheet.label.zh, Object.values(sheet.columns).map((column) => column.label.zh)]));
});

test('another reader sees the same tabs', async () => {
  const tabs = await readOther(file);
  expect(tabs.map((tab) => tab.sheet)).toEqual(['说明', ...Object.values(sheets).map((sheet) => sheet.label.zh)]);
});

test('the explanation tells every column: English key, Chinese label, whether required, every allowed value', async () => {
  const lines: RawCell[][] = [];
  await readXlsxRows(file, (name) => (name === '说明' ? (_, cells) => lines.push(cells) : null));
  for (const sheet of templateJson().sheets) {
    for (const column of sheet.columns) {
      const line = lines.find((cells) => cells[1] === sheet.name && cells[3] === column.key);
      expect(line?.slice(0, 5)).toEqual([sheet.label.zh, sheet.name, column.label.zh, column.key, column.required ? '是' : '否']);
      for (const [key, { zh }] of Object.entries(column.codes ?? {})) expect(line?.[7]).toContain(`${zh} = ${key}`);
    }
  }
});

test('drop-downs for codes and yes or no; dates, texts and numbers have their formats; the heading stays in sight', async () => {
  const position = sheetNames.indexOf('rooms') + 2;
  const rooms = await partText(`xl/worksheets/sheet${position}.xml`);
  expect(rooms).toContain('sqref="D2:D1048576"><formula1>&quot;教室,实验室,');
  expect(rooms).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(rooms).toMatch(/<col min="1" max="1" width="\d+" style="3"/);
  expect(rooms).toMatch(/<col min="5" max="5" width="\d+" style="6"/);
  expect(rooms).toMatch(/<col min="7" max="7" width="\d+" style="7"/);
  const teaching = await partText(`xl/worksheets/sheet${sheetNames.indexOf('teaching') + 2}.xml`);
  expect(teaching).toMatch(/<col min="2" max="2" width="\d+" style="3"/);
  const facilities = await partText(`xl/worksheets/sheet${sheetNames.indexOf('facilities') + 2}.xml`);
  expect(facilities).toContain('<formula1>&quot;是,否&quot;</formula1>');
});

test('a list too long for a rule of its own is taken from the explanation, where it stands whole', async () => {
  const destinations = await partText(`xl/worksheets/sheet${sheetNames.indexOf('destinations') + 2}.xml`);
  const [, column = '', last = ''] = /<formula1>'说明'!\$([A-Z]+)\$2:\$[A-Z]+\$(\d+)<\/formula1>/.exec(destinations) ?? [];
  const values: RawCell[] = [];
  await readXlsxRows(file, (name) => (name === '说明' ? (rowNumber, cells) => {
    if (rowNumber >= 2 && rowNumber <= Number(last)) values.push(cells[column.charCodeAt(0) - 65] ?? null);
  } : null));
  expect(values).toEqual(Object.values(sheets.destinations.columns.code.codes ?? {}).map(({ zh }) => zh));
});

test('no drop-down exceeds what a rule may hold', async () => {
  for (let i = 1; i <= sheetNames.length + 1; i++) {
    for (const [, list = ''] of (await partText(`xl/worksheets/sheet${i}.xml`)).matchAll(/<formula1>&quot;(.*?)&quot;<\/formula1>/g)) expect(list.length).toBeLessThanOrEqual(255);
  }
});

test('the description for programs names every sheet and column with both labels', () => {
  const { sheets: listed } = templateJson();
  expect(listed.map((sheet) => sheet.name)).toEqual(sheetNames);
  const rooms = listed.find((sheet) => sheet.name === 'rooms');
  expect(rooms).toMatchObject({ label: { zh: '房间台账' }, key: ['room_id', 'campus_id', 'from'] });
  expect(rooms?.columns.find((column) => column.key === 'use')).toMatchObject({ label: { zh: '用途', en: 'Use' }, kind: 'code', required: true, codes: { teaching: { zh: '教室' } } });
  expect(rooms?.columns.find((column) => column.key === 'to')).toMatchObject({ required: false, codes: null });
});
