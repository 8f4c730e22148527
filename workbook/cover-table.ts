import { coverInWords, coverTitle, POLICY_COLUMNS, UNCOVERED_COLUMNS, type CoverTable } from '../core/insurance/table.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTH_OF_A_SHARE = 5;

/** Policies and whom they leave uncovered, as an .xlsx (document 20). */
export function coverWorkbook(table: CoverTable, sample: boolean): Promise<Buffer> {
  const above = [...(sample ? ['示例数据'] : []), coverTitle(table), `口径日期 ${table.on}　依据：R4-j`, coverInWords(table)];
  const sheet = <T>(name: string, columns: readonly (readonly [string, number, (line: T) => string])[], rows: readonly T[]) => ({
    name, above, columns: columns.map(([heading, share]) => ({ heading, width: Math.round(share * WIDTH_OF_A_SHARE), format: 'wrapped' as const })), rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
  });
  return writeWorkbook([sheet('保单', POLICY_COLUMNS, table.policies), sheet('未覆盖名单', UNCOVERED_COLUMNS, table.uncovered)]);
}
