import { columnLines, lackingLines, reportLines, type NationalReport } from '../core/national/explanation.ts';
import type { Table } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

const NARROWEST = 10;
const WIDTH_OF_A_CHARACTER = 2;

const ABOUT_COLUMNS = [['表', 22], ['栏目', 28], ['必填', 6], ['字段', 20], ['填写内容', 32], ['空白行数', 10], ['总行数', 10], ['说明', 48]] as const;
const LACKING = [['表', 22], ['编号', 20], ['姓名或名称', 20], ['缺少的必填项', 60]] as const;

const columnsOf = (heads: readonly (readonly [heading: string, width: number])[]): Table['columns'] => heads.map(([heading, width]) => ({ heading, width, format: 'wrapped' as const }));

/** A report to a national system: its tables in the operator's columns, to be uploaded as they are, with 说明 and the rows that lack something beside them. */
export function nationalWorkbook(report: NationalReport): Promise<Buffer> {
  const tables = report.tables.map(({ table, rows }): Table => ({
    name: table.name, rows: rows(),
    columns: table.columns.map(({ heading, required }) => ({ heading, required, width: Math.max(NARROWEST, heading.length * WIDTH_OF_A_CHARACTER), format: 'text' })),
  }));
  const lacking = lackingLines(report);
  return writeWorkbook([
    ...tables,
    { name: '说明', above: reportLines(report), columns: columnsOf(ABOUT_COLUMNS), rows: columnLines(report) },
    { name: '缺项名单', above: [`缺少必填项的共 ${lacking.length} 行；登记表没有的栏目见“说明”`], columns: columnsOf(LACKING), rows: lacking },
  ]);
}
