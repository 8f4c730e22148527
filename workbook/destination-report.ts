import { RATE_COLUMNS, rateCells, REPORT_COLUMNS, reportTitle, type DestinationReport } from '../core/employment/report.ts';
import { writeWorkbook } from './write-workbook.ts';

const WIDTH_OF_A_SHARE = 5;
const WIDTH = 20;

/** 毕业去向与本地就业统计 as an .xlsx: the rates, and who went where. */
export function destinationWorkbook(report: DestinationReport, sample: boolean): Promise<Buffer> {
  const above = [...(sample ? ['示例数据'] : []), reportTitle(report), `口径日期 ${report.on}　依据：M10-b、1.2-k、S2-j`];
  return writeWorkbook([
    { name: '本地就业率', above, columns: RATE_COLUMNS.map((heading) => ({ heading, width: WIDTH, format: 'wrapped' })), rows: report.rates.map(rateCells) },
    {
      name: '毕业去向', above, columns: REPORT_COLUMNS.map(([heading, share]) => ({ heading, width: Math.round(share * WIDTH_OF_A_SHARE), format: 'wrapped' })),
      rows: report.lines.map((line) => REPORT_COLUMNS.map(([, , cell]) => cell(line))),
    },
  ]);
}
