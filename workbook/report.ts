import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { CheckResult } from '../core/check/check.ts';
import { conditionsReport, REPORT_COLUMNS, type ConditionsReport, type ReportRow, type ReportTable } from '../core/check/report.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import type { Pack } from '../core/policy/pack.ts';
import { reportHtml } from './report-html.ts';
import type { Table } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

/** The report of a dataset that was checked. */
export function reportOf(dataset: Dataset, result: CheckResult, pack: Pack): ConditionsReport {
  return conditionsReport(result, pack, {
    region: dataset.region?.[0]?.name ?? '',
    schools: new Map(dataset.organisations?.map((o) => [o.org_id, o.name])),
  });
}

/** Writes a report under a name that ends in `.xlsx` or `.html`. */
export async function writeReport(file: string, report: ConditionsReport): Promise<void> {
  await writeFile(file, extname(file) === '.xlsx' ? await reportWorkbook(report) : reportHtml(report));
}

/** The report as an .xlsx: a sheet for each campus, one for the targets, one for each school. */
export function reportWorkbook(report: ConditionsReport): Promise<Buffer> {
  const targets = report.targets.length === 0 ? [] : [{ heading: '全市目标', note: '未到期的目标只列现状', rows: report.targets }];
  return writeWorkbook([...report.campuses, ...targets, ...report.schools].map((table) => reportTable(report, table)));
}

function reportTable(report: ConditionsReport, table: ReportTable): Table {
  return {
    name: table.heading,
    above: [
      ...(report.sample ? ['示例数据'] : []),
      `${report.title}　${table.heading}`,
      `${report.region}　口径日期 ${report.day}　${table.note}`,
      `依据：${report.basis}`,
    ],
    columns: REPORT_COLUMNS.map(([key, heading]) => ({ heading, width: WIDTHS[key], format: 'wrapped' })),
    rows: table.rows.map((row) => REPORT_COLUMNS.map(([key]) => row[key])),
  };
}

const WIDTHS: Readonly<Record<keyof ReportRow, number>> = {
  item: 30, numerator: 20, denominator: 14, value: 14, required: 12, gap: 30, outcome: 10, verdict: 12, reading: 44, evidence: 36,
};
