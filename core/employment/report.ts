import { column, type Sheet } from '../documents/sheet.ts';
import { destinationCodes } from '../exchange/sheets/destination-codes.ts';
import { yuanText } from '../values/fen.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { CONTRACTS, MATCHES, type ContractKind, type Match } from './outcomes.ts';
import { percentOf } from './percent.ts';
import type { Rate, RatesOnDay } from './rates.ts';

/** One graduate in the statistics of destinations (document 24). An empty text is "not there yet". */
export interface ReportLine {
  readonly student_id: string;
  readonly name: string;
  readonly class_id: string;
  readonly programme: string;
  readonly code: string | null;
  readonly employer: string;
  readonly credit_code: string;
  readonly workplace: string;
  /** Whether the employer is a partner of the programme; null without an employer of the directory. */
  readonly partner: boolean | null;
  readonly contract_kind: ContractKind | null;
  readonly wage_fen: bigint | null;
  readonly match: Match | null;
  readonly recorded_on: PlainDate | null;
}

export interface DestinationReport {
  readonly school: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly rates: readonly RatesOnDay[];
  readonly lines: readonly ReportLine[];
}

/** Heading, share of the width on paper, and what stands in the cell. */
export const REPORT_COLUMNS: readonly (readonly [heading: string, share: number, cell: (line: ReportLine) => string])[] = [
  ['学号', 3, ({ student_id }) => student_id],
  ['姓名', 2.4, ({ name }) => name],
  ['班级', 2.8, ({ class_id }) => class_id],
  ['专业', 3.4, ({ programme }) => programme],
  ['去向', 4, ({ code }) => (code === null ? '未登记' : `${code} ${labelOf(code)}`)],
  ['用人单位', 4.4, ({ employer }) => employer],
  ['统一社会信用代码', 4.4, ({ credit_code }) => credit_code],
  ['工作地', 2, ({ workplace }) => workplace],
  ['合作企业', 1.8, ({ partner }) => (partner === null ? '' : partner ? '是' : '否')],
  ['合同', 3, ({ contract_kind }) => (contract_kind === null ? '' : CONTRACTS[contract_kind].zh)],
  ['月工资（元）', 2.4, ({ wage_fen }) => (wage_fen === null ? '' : yuanText(wage_fen))],
  ['专业对口', 1.8, ({ match }) => (match === null ? '' : MATCHES[match].zh)],
  ['登记日期', 2.6, ({ recorded_on }) => recorded_on ?? ''],
];

function labelOf(code: string): string {
  const labels: Readonly<Record<string, readonly [string, string]>> = destinationCodes;
  return labels[code]?.[0] ?? '';
}

export const RATE_COLUMNS = ['统计日', '毕业生', '已登记', '本市就业', '除去升学、出国、入伍', '全部毕业生', '已就业毕业生'] as const;

/** Figures of a day: a day that is yet to come is said to be. */
export function rateCells({ day, come, counts, city }: RatesOnDay): string[] {
  return [`${day}${come ? '' : '（未到，截至口径日期）'}`, String(counts.graduates), String(counts.recorded), String(counts.local), rateText(city.without_set_aside), rateText(city.all_graduates), rateText(city.employed)];
}

/** `88/144 = 61.11%`. */
export function rateText({ numerator, denominator, outcome }: Rate): string {
  if (outcome === 'undetermined') return '待补报';
  return denominator === 0 ? '不适用' : `${numerator}/${denominator} = ${percentOf(numerator, denominator)}`;
}

export const reportTitle = ({ school, year }: Pick<DestinationReport, 'school' | 'year'>): string => `${school}${year}届毕业去向与本地就业统计`;

/** The statistics on A4, to be signed by those who answer for them. */
export function reportSheet(report: DestinationReport): Sheet {
  const recorded = report.lines.filter(({ code }) => code !== null).length;
  return {
    title: reportTitle(report), addressee: null, basis: ['M10-b', '1.2-k', 'S2-j'],
    blocks: [
      { kind: 'table', caption: '本地就业率（同一分子，三种分母）', columns: RATE_COLUMNS.map((heading, at) => column(heading, at === 0 ? 2 : 1)), rows: report.rates.map(rateCells) },
      { kind: 'table', caption: `毕业生 ${report.lines.length} 人，已登记去向 ${recorded} 人，未登记 ${report.lines.length - recorded} 人`, columns: REPORT_COLUMNS.map(([heading, share]) => column(heading, share)), rows: report.lines.map((line) => REPORT_COLUMNS.map(([, , cell]) => cell(line))) },
    ],
    closing: { kind: 'signed', dated: report.on, filled_by: '', reviewed_by: '', responsible: '' },
  };
}
