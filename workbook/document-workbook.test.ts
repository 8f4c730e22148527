import { expect, test } from 'vitest';
import { cellText, type RawCell } from '../core/exchange/raw-cell.ts';
import { DOCUMENT_KIND_IDS, sheetOf } from '../core/documents/kinds.ts';
import { MADE_CONTENTS } from '../core/documents/made-contents.ts';
import { documentWorkbook } from './document-workbook.ts';
import { readXlsxRows } from './xlsx-rows.ts';

test('M8-b: the declaration as a workbook has its lines as figures, with title, number and signatures', async () => {
  const bytes = await documentWorkbook(sheetOf('plan_declaration', MADE_CONTENTS.plan_declaration), '测贯通计〔2026〕1号');
  const text = JSON.stringify(await rowsIn(bytes));
  for (const part of ['乙职业学院2026年中高职一体化招生计划申报表', '测贯通计〔2026〕1号', '甲职业中专', '660103 数控技术', '二期宿舍', '李四', '招委〔2026〕3号']) expect(text).toContain(part);
});

test.each(DOCUMENT_KIND_IDS)('%s can be had as a workbook, with every cell of its tables', async (kind) => {
  const sheet = sheetOf(kind, MADE_CONTENTS[kind]);
  const found = new Set((await rowsIn(await documentWorkbook(sheet, '1号'))).flat().map((cell) => plain(cellText(cell))));
  const said = [sheet.title, ...sheet.blocks.flatMap((block) => (block.kind === 'table' ? [...block.columns.map(({ heading }) => heading), ...block.rows.flat()] : []))];
  expect(said.filter((part) => part !== '' && !found.has(plain(part)))).toEqual([]);
});

/** Amounts stand in a workbook as numbers: 4500.00 is 4500. */
const plain = (text: string): string => (/^\d+\.\d+$/.test(text) ? String(Number(text)) : text);

async function rowsIn(bytes: Buffer): Promise<RawCell[][]> {
  const rows: RawCell[][] = [];
  await readXlsxRows(bytes, () => (_, cells) => rows.push(cells));
  return rows;
}
