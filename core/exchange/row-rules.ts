import type { ProblemCode } from './problem.ts';
import type { Row, SheetName } from './sheets.ts';
import { fitsCertificate } from './text-check.ts';

/** Reports a finding about one cell of the row at hand. */
export type ReportCell = (column: string, code: ProblemCode) => void;

/**
 * What the cells of one row must be to each other. A value that could not be read stands as null, so
 * a rule asks for a value before it judges it.
 */
type RowRule<S extends SheetName> = (row: { readonly [K in keyof Row<S>]: Row<S>[K] | null }, report: ReportCell) => void;

const SKILL_LEVEL = /^\d$/;

export const rowRules: { readonly [S in SheetName]?: RowRule<S> } = {
  /** M2-b: a campus serves the higher stage only. */
  students: (row, report) => {
    if (row.stage === 'secondary' && row.campus_id !== null) report('campus_id', 'wrong_stage_at_campus');
  },
  certificates: ({ kind, level, number }, report) => {
    if (kind === null || level === null) return;
    if (SKILL_LEVEL.test(level) !== (kind === 'skill')) report('level', 'not_allowed');
    else if (number !== null && !fitsCertificate(kind, level, number)) report('number', 'code_pattern');
  },
  /** A grant belongs to a fiscal year, every other payment to an academic year; a refund says of what. */
  payments: ({ kind, of, academic_year, fiscal_year }, report) => {
    if (kind === null) return;
    if (kind === 'grant' && fiscal_year === null) report('fiscal_year', 'missing_value');
    if (kind !== 'grant' && academic_year === null) report('academic_year', 'missing_value');
    if (kind === 'fee_refund' && of === null) report('of', 'missing_value');
  },
};

/** First and last day of something, by the names of their columns. */
export const spans: readonly (readonly [from: string, to: string])[] = [
  ['from', 'to'], ['pilot_from', 'pilot_to'], ['acquired_on', 'retired_on'],
];
