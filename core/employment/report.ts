import type { DocumentContent } from '../documents/kinds.ts';
import { destinationCodes } from '../exchange/sheets/destination-codes.ts';
import { yuanText } from '../values/fen.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { CONTRACTS, MATCHES, type ContractKind, type Match } from './outcomes.ts';
import { NOT_RECORDED } from '../documents/kinds/destination-report.ts';
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
  readonly school_id: string;
  readonly school: string;
  readonly year: number;
  readonly on: PlainDate;
  readonly rates: readonly RatesOnDay[];
  readonly lines: readonly ReportLine[];
}

/** Whose names the paper bears, blank where it is signed by hand, and the day it is dated. */
type Signed = Pick<DocumentContent<'destination_report'>, 'dated' | 'filled_by'>;

/** What the statistics say, cell by cell: the same on screen, in the workbook and on paper. */
export function reportContent({ school_id, school, year, on, rates, lines }: DestinationReport, signed: Signed): DocumentContent<'destination_report'> {
  return { ...signed, school_id, school, year, on, rates: rates.map(rateCells), students: lines.map(lineCells), reviewed_by: '', responsible: '' };
}

type Content = DocumentContent<'destination_report'>;

/** Figures of a day: a day that is yet to come is said to be. */
function rateCells({ day, come, counts, city }: RatesOnDay): Content['rates'][number] {
  return {
    day: `${day}${come ? '' : '（未到，截至口径日期）'}`, graduates: counts.graduates, recorded: counts.recorded, local: counts.local,
    without_set_aside: rateText(city.without_set_aside), all_graduates: rateText(city.all_graduates), employed: rateText(city.employed),
  };
}

function lineCells({ partner, contract_kind, wage_fen, match, code, recorded_on, ...one }: ReportLine): Content['students'][number] {
  return {
    student_id: one.student_id, name: one.name, class_id: one.class_id, programme: one.programme, code: code === null ? NOT_RECORDED : `${code} ${labelOf(code)}`,
    employer: one.employer, credit_code: one.credit_code, workplace: one.workplace, partner: partner === null ? '' : partner ? '是' : '否',
    contract: contract_kind === null ? '' : CONTRACTS[contract_kind].zh, wage: wage_fen === null ? '' : yuanText(wage_fen), match: match === null ? '' : MATCHES[match].zh, recorded_on: recorded_on ?? '',
  };
}

function labelOf(code: string): string {
  const labels: Readonly<Record<string, readonly [string, string]>> = destinationCodes;
  return labels[code]?.[0] ?? '';
}

/** `88/144 = 61.11%`. */
export function rateText({ numerator, denominator, outcome }: Rate): string {
  if (outcome === 'undetermined') return '待补报';
  return denominator === 0 ? '不适用' : `${numerator}/${denominator} = ${percentOf(numerator, denominator)}`;
}
