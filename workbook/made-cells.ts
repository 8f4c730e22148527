import { cellText } from '../core/exchange/raw-cell.ts';
import { readXlsxRows } from './xlsx-rows.ts';

/** What stands in the cells of a workbook, a line for each row, for tests. */
export async function cellsOf(bytes: Buffer): Promise<string> {
  const rows: string[] = [];
  await readXlsxRows(bytes, () => (_, cells) => rows.push(cells.map(cellText).join('\t')));
  return rows.join('\n');
}
