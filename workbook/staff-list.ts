import type { StaffList } from '../core/teachers/staff-lists.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTH_OF_A_SHARE = 5;

/** A list of a campus's people or records as an .xlsx of one sheet. */
export function staffListWorkbook({ title, on, note, basis, columns, rows }: StaffList, sample: boolean): Promise<Buffer> {
  const above = [...(sample ? ['示例数据'] : []), title, `口径日期 ${on}　依据：${basis.join('、')}`, note, '填表人：　　　　　审核人：　　　　　负责人：'];
  return writeWorkbook([{ name: title.slice(-SHEET_NAME), above, columns: columns.map(([heading, share]) => ({ heading, width: Math.round(share * WIDTH_OF_A_SHARE), format: 'wrapped' as const })), rows }]);
}

/** What a tab can be called at most. */
const SHEET_NAME = 31;
