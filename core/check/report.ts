import { sheets, type SheetName } from '../exchange/sheets.ts';
import type { Pack } from '../policy/pack.ts';
import { readingWords } from '../policy/reading-text.ts';
import { isZero, toDecimalText } from '../values/exact.ts';
import type { Evidence } from '../verdict/verdict.ts';
import { targetJson, verdictView, type VerdictView } from './check-json.ts';
import type { CampusResult, CheckResult } from './check.ts';
import { BASES, consequenceText, groupDigits, groupWhole, OUTCOMES, unitText } from './phrases.ts';

/** The conditions report (办学条件达标表), in Chinese: what an office files and a school signs. */
export interface ConditionsReport {
  readonly title: string;
  readonly region: string;
  readonly day: string;
  readonly basis: string;
  readonly sample: boolean;
  readonly campuses: readonly ReportTable[];
  readonly schools: readonly ReportTable[];
  readonly targets: readonly ReportRow[];
}

export interface ReportTable {
  readonly heading: string;
  /** Heads of the higher stage, or why they are not known. */
  readonly note: string;
  readonly rows: readonly ReportRow[];
}

/** One line of the report; every cell as it is printed. */
export interface ReportRow {
  readonly item: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string;
  readonly required: string;
  readonly gap: string;
  readonly outcome: string;
  readonly verdict: string;
  readonly reading: string;
  readonly evidence: string;
}

export const REPORT_COLUMNS: readonly (readonly [key: keyof ReportRow, heading: string])[] = [
  ['item', '项目'], ['numerator', '分子'], ['denominator', '分母'], ['value', '实测值'], ['required', '标准'],
  ['gap', '差距'], ['verdict', '结论'], ['reading', '口径与依据'], ['evidence', '佐证'],
];

/** Datasets of the sample say so in the region's name, and whatever shows them repeats it. */
const SAMPLE_MARK = '示例数据';

export interface ReportNames {
  readonly region: string;
  readonly schools: ReadonlyMap<string, string>;
}

export function conditionsReport(result: CheckResult, pack: Pack, names: ReportNames): ConditionsReport {
  const labels = new Map([...pack.standards, ...pack.composites, ...pack.schoolStandards].map((s) => [s.id, s.label.zh]));
  const [year = '', month = '', day = ''] = result.as_of.split('-');
  return {
    title: '办学条件达标表',
    region: names.region,
    day: `${year}年${Number(month)}月${Number(day)}日`,
    basis: pack.header.name.zh,
    sample: names.region.includes(SAMPLE_MARK),
    campuses: result.campuses.map((campus) => ({
      heading: campus.name,
      note: headsNote(campus),
      rows: [...campus.verdicts, ...campus.composites].map((v) => reportRow(verdictView(v), labels, pack)),
    })),
    schools: result.schools
      .filter((s) => s.verdicts.some((v) => v.outcome !== 'undetermined'))
      .map((school) => ({
        heading: names.schools.get(school.school_id) ?? school.school_id,
        note: '划出校区后的中职部（提示，不计入结论）',
        rows: school.verdicts.map((v) => reportRow(verdictView(v), labels, pack)),
      })),
    targets: result.targets.map((target) =>
      reportRow({ ...targetJson(target), basis: 'text', gap: null, readings: [], parts: [] }, new Map([[target.standard, target.label.zh]]), pack),
    ),
  };
}

function headsNote({ facts }: CampusResult): string {
  const students = facts?.students.value;
  if (students === undefined) return '当日没有生效的规定';
  if (students === null) return '高职阶段在校生：待补报';
  return `高职阶段在校生 ${toDecimalText(students)} 人${isZero(students) ? '（未有学生）' : ''}`;
}

function reportRow(verdict: VerdictView, labels: ReadonlyMap<string, string>, pack: Pack): ReportRow {
  const { measured, required, outcome } = verdict;
  const [upper = '', lower = ''] = measured.unit.split('/');
  return {
    item: `${labels.get(verdict.standard) ?? ''} ${verdict.standard}`.trim(),
    numerator: measured.numerator === null ? '' : `${groupDigits(measured.numerator)} ${unitText(upper, 'zh')}`.trim(),
    denominator: measured.denominator === null || (lower === '' && upper !== 'ratio') ? '' : `${groupDigits(measured.denominator)} ${unitText(lower, 'zh')}`.trim(),
    value: groupWhole(measured.value ?? ''),
    required: required.value === null ? '' : `${OPERATORS[required.op]} ${groupDigits(required.value)}`,
    gap: consequenceText(verdict, 'zh'),
    outcome,
    verdict: `${OUTCOMES[outcome].mark} ${OUTCOMES[outcome].zh}`,
    reading: [BASES[verdict.basis].zh, ...verdict.readings.map((r) => readingWords(pack.parameters, r, 'zh'))].join('；'),
    evidence: verdict.evidence.map(evidenceText).join('；'),
  };
}

const OPERATORS = { '>=': '≥', '>': '>', '<=': '≤', '=': '=' } as const;

/** `房间台账 第 2–3、9 行`: the rows that the user sees in the workbook. */
function evidenceText({ sheet, rows }: Evidence): string {
  const label = sheet in sheets ? sheets[sheet as SheetName].label.zh : sheet;
  return `${label} 第 ${rangesOf(rows).join('、')} 行`;
}

/** Consecutive numbers as ranges: 2, 3, 4, 9 → `2–4`, `9`. */
export function rangesOf(rows: readonly number[]): string[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const row of sorted) {
    const last = ranges.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`));
}
