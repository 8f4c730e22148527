import fc from 'fast-check';
import { expect, test } from 'vitest';
import readOther from 'read-excel-file/node';
import type { RawCell } from '../core/exchange/raw-cell.ts';
import { openPackage, unpackWhole } from './package-directory.ts';
import type { Table, TableCell } from './table.ts';
import { sheetNamesOf, writeWorkbook } from './write-workbook.ts';
import { readXlsxRows } from './xlsx-rows.ts';

const column = (format: Table['columns'][number]['format'], heading: string = format): Table['columns'][number] => ({ heading, width: 12, format });

async function readBack(file: Uint8Array): Promise<Record<string, RawCell[][]>> {
  const found: Record<string, RawCell[][]> = {};
  await readXlsxRows(file, (name) => {
    const rows: RawCell[][] = found[name] = [];
    return (_, cells) => rows.push(cells);
  });
  return found;
}

const oneSheet = (rows: TableCell[][]): Table => ({ name: '表', columns: [column('general'), column('text'), column('integer'), column('decimal'), column('date')], rows });

test('each kind of cell reads back as it was written', async () => {
  const { 表: rows } = await readBack(await writeWorkbook([oneSheet([['甲', '001', 45, '4019.00', '2025-09-01'], [1.5, '2025-1', '7', 0.1, '起']])]));
  expect(rows?.slice(1)).toEqual([['甲', '001', 45, 4019, '2025-09-01'], [1.5, '2025-1', 7, 0.1, '起']]);
});

test('text that looks like a formula is text, whatever the column, and no formula is ever written', async () => {
  const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x', '\t=1', "=cmd|' /C calc'!A0"];
  const file = await writeWorkbook([oneSheet(texts.map((text) => [text, text, text === '-1' ? null : text, null, text]))]);
  const { 表: rows } = await readBack(file);
  expect(rows?.slice(1).map((cells) => [cells[0], cells[1], cells[4]])).toEqual(texts.map((text) => [text, text, text]));
  const { zip, parts } = await openPackage(file);
  const sheet = parts.get('xl/worksheets/sheet1.xml');
  if (sheet === undefined) throw new Error('no sheet');
  const xml = Buffer.from(await unpackWhole(zip, sheet)).toString('utf8');
  expect(xml).not.toContain('<f');
  // Style 3 is the text format: typing the cell in again keeps it text.
  expect(xml).toContain('<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">=1+1</t>');
});

test('lines above the heading; another reader sees the same', async () => {
  const file = await writeWorkbook([{ name: '达标表', above: ['示例数据', '2025-10-31'], columns: [column('text', '条款')], rows: [['R1-b']] }]);
  expect(await readBack(file)).toEqual({ 达标表: [['示例数据'], ['2025-10-31'], ['条款'], ['R1-b']] });
  expect(await readOther(file)).toMatchObject([{ sheet: '达标表', data: [['示例数据'], ['2025-10-31'], ['条款'], ['R1-b']] }]);
});

test('any text comes back, control characters and escapes of the format included', async () => {
  const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  const odd = fc.constantFrom('_x000D_', '_x005F_', 'a\u0001b', 'x\r\ny', '&amp;<b>"\'', ' 前后 ', '\ud83d\ude00', ']]>', '_x');
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(anyText, odd), { minLength: 1, maxLength: 8 }), async (texts) => {
    const { 表: rows } = await readBack(await writeWorkbook([{ name: '表', columns: texts.map(() => column('text')), rows: [texts] }]));
    expect(rows?.[1]).toEqual(texts);
  }), { numRuns: 15 });
});

test('names of sheets are made fit and unique', () => {
  expect(sheetNamesOf(['a/b:c', "'x'", '', '长'.repeat(40), '长'.repeat(40), 'A', 'a'])).toEqual(['a_b_c', 'x', '表', '长'.repeat(31), `${'长'.repeat(29)}_2`, 'A', 'a_2']);
});
