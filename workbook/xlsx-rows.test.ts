import { expect, test } from 'vitest';
import type { RawCell } from '../core/exchange/raw-cell.ts';
import { makeWorkbook, makeZip, textCell, workbookParts } from './made-files.ts';
import type { MadeWorkbook } from './made-files.ts';
import { readXlsxRows } from './xlsx-rows.ts';

type Rows = [rowNumber: number, cells: RawCell[]][];

async function rowsOf(made: MadeWorkbook): Promise<Record<string, Rows>> {
  const found: Record<string, Rows> = {};
  await readXlsxRows(makeWorkbook(made), (name) => {
    const rows: Rows = found[name] = [];
    return (rowNumber, cells) => rows.push([rowNumber, cells]);
  });
  return found;
}

async function cellsOf(cells: string, more: Omit<MadeWorkbook, 'sheets'> = {}): Promise<RawCell[]> {
  return (await rowsOf({ sheets: { a: `<row r="1">${cells}</row>` }, ...more }))['a']?.[0]?.[1] ?? [];
}

test('numbers, truth values, errors and gaps between cells', async () => {
  const cells = await cellsOf('<c r="A1"><v>12</v></c><c r="C1"><v>-3.50</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1"><v>1E3</v></c><c r="I1" s="3"/>');
  expect(cells).toEqual([12, null, -3.5, true, false, '#N/A', 1000]);
});

test('a number stored with seventeen digits is the one that is shown', async () => {
  expect(await cellsOf('<c r="A1"><v>0.30000000000000004</v></c><c r="B1"><v>4019.0700000000002</v></c>')).toEqual([0.3, 4019.07]);
});

test('shared strings: rich text joined, phonetic guides left out, references and escapes resolved', async () => {
  const sharedStrings = '<si><t>教学</t></si><si><r><t>红</t></r><r><rPr><b/></rPr><t xml:space="preserve">色 </t></r><rPh sb="0" eb="1"><t>hong</t></rPh></si>'
    + '<si><t>a&amp;b&#x4E2D;&lt;_x000D_x_x005F_x0041_</t></si><si><t/></si><si><t><![CDATA[1<2 & 3]]></t></si>';
  const cells = await cellsOf([0, 1, 2, 3, 4].map((i) => `<c r="${'ABCDE'[i]}1" t="s"><v>${i}</v></c>`).join(''), { sharedStrings });
  expect(cells).toEqual(['教学', '红色 ', 'a&b中<\rx_x0041_', null, '1<2 & 3']);
});

test('inline text, also in runs', async () => {
  expect(await cellsOf(`${textCell('A1', '甲 & 乙')}<c r="B1" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r><rPh><t>z</t></rPh></is></c>`)).toEqual(['甲 & 乙', 'xy']);
});

test.each(['=1+1', '+86', '-x', '@cmd', '＝1', '＋1', '－1', '＠a', "'=1"])('text %s stays text', async (text) => {
  expect(await cellsOf(textCell('A1', text))).toEqual([text]);
});

test('formulas give the value last calculated; without one the formula shows', async () => {
  const cells = await cellsOf('<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>NOW()</f></c>');
  expect(cells).toEqual([2, '2x', null, '=NOW()']);
});

const STYLES = '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="166" formatCode="0.00&quot;days&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>'
  + '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs>';
const styled = (values: [style: number, value: string][]): string => values.map(([s, v], i) => `<c r="${'ABCDEFGH'[i]}1" s="${s}"><v>${v}</v></c>`).join('');

test('numbers under a date format are days; under other formats they stay numbers', async () => {
  const cells = await cellsOf(styled([[1, '45901'], [2, '45901'], [3, '45901.75'], [4, '45901.75'], [4, '45901'], [5, '45901'], [6, '1.5'], [7, '0.5']]), { styles: STYLES });
  expect(cells).toEqual(['2025-09-01', '2025-09-01', '2025-09-01', '2025-09-01 18:00:00', '2025-09-01', 45901, 1.5, 0.5]);
});

test('the day before and after the 29 February 1900 that never was; the count from 1904', async () => {
  expect(await cellsOf(styled([[1, '1'], [1, '59'], [1, '61'], [1, '-1']]), { styles: STYLES })).toEqual(['1900-01-01', '1900-02-28', '1900-03-01', -1]);
  expect(await cellsOf(styled([[1, '44439']]), { styles: STYLES, workbookProperties: 'date1904="1"' })).toEqual(['2025-09-01']);
});

test('rows and cells without a position stand behind the last; blank and style-only rows are not handed on', async () => {
  const { a } = await rowsOf({ sheets: { a: '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3" spans="1:2"><c r="A3" s="1"/></row><row r="9"><c r="B9"><v>3</v></c><c><v>4</v></c></row>' } });
  expect(a).toEqual([[1, [1, 2]], [9, [null, 3, 4]]]);
});

test('prefixed names, comments, single quotes and blanks around signs', async () => {
  const part = `<?xml version='1.0'?><x:worksheet xmlns:x='m'><x:sheetData><!-- <c> --><x:row r='2'><x:c r = 'B2' t = "inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  expect(await rowsOf({ sheets: { a: part } })).toEqual({ a: [[2, [null, '甲']]] });
});

test('several sheets in the order of their tabs; a sheet that is not wanted is passed over', async () => {
  const file = makeWorkbook({ sheets: { 房间: '<row r="1"><c r="A1"><v>1</v></c></row>', x: '<row r="1"><c r="A1"><v>2</v></c></row>', 'a&amp;b': '<row r="1"><c r="A1"><v>3</v></c></row>' } });
  const met: unknown[] = [];
  await readXlsxRows(file, (name) => {
    met.push(name);
    return name === 'x' ? null : (_, cells) => met.push(cells);
  });
  expect(met).toEqual(['房间', [1], 'x', 'a&b', [3]]);
});

test('parts stored in another order, with other letter case and an absolute target', async () => {
  const parts = workbookParts({ sheets: { a: '<row r="1"><c r="A1"><v>1</v></c></row>' } }).reverse()
    .map((part) => (part.name.endsWith('workbook.xml.rels') ? { ...part, content: String(part.content).replace('"worksheets/sheet1.xml"', '"/xl/worksheets/Sheet1.XML"') } : part));
  const rows: Rows = [];
  await readXlsxRows(makeZip(parts), () => (rowNumber, cells) => rows.push([rowNumber, cells]));
  expect(rows).toEqual([[1, [1]]]);
});

test('many rows arrive whole and in order across batches, chunks and threads', async () => {
  const rows: string[] = [];
  for (let r = 1; r <= 20_000; r++) rows.push(`<row r="${r}"><c r="A${r}"><v>${r}</v></c>${textCell(`B${r}`, `第${r}行`)}<c r="D${r}"><v>0.5</v></c></row>`);
  const { a } = await rowsOf({ sheets: { a: rows.join('') } });
  expect(a?.length).toBe(20_000);
  expect(a?.every(([r, cells]) => cells[0] === r && cells[1] === `第${r}行` && cells[2] === null && cells[3] === 0.5)).toBe(true);
});

test('a fault in the one who takes rows comes out as it is', async () => {
  const file = makeWorkbook({ sheets: { a: '<row r="1"><c r="A1"><v>1</v></c></row>' } });
  await expect(readXlsxRows(file, () => () => { throw new Error('taken wrongly'); })).rejects.toThrow('taken wrongly');
});
