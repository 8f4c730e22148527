import { compare, decimal, minus, sum, ZERO } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { cell, rowNumber } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';
import { PARAMETERS_FROM } from './naive-targets.ts';

export interface NaiveRequirement {
  readonly clause: string;
  readonly outcome: 'met' | 'unmet' | 'undetermined' | 'not_applicable';
  readonly counts: boolean;
  readonly reason: string | null;
  readonly missing: readonly string[];
  readonly gap: Fraction | null;
  /** Rows that must be among the evidence. */
  readonly rows: readonly number[];
}

export interface NaiveStudent {
  readonly student_id: string;
  readonly outcome: string;
  readonly may_continue: boolean | null;
  readonly requirements: Readonly<Record<string, NaiveRequirement>>;
}

type Found = Pick<NaiveRequirement, 'outcome'> & Partial<NaiveRequirement>;

/** The second reading of `graduation`: for every student, every sheet from top to bottom, as the contract words it. */
export function naiveGraduation(all: NaiveRows, day: string, warnOnly: boolean): NaiveStudent[] {
  if (day < PARAMETERS_FROM) return [];
  const present = (all['students'] ?? []).filter((row) => cell(row, 'from') <= day && (cell(row, 'to') === '' || day <= cell(row, 'to')));
  const audited = present.filter((row) => cell(row, 'stage') === 'higher' && Number(cell(row, 'grade')) === 5 && ['enrolled', 'repeating', 'internship'].includes(cell(row, 'status')));
  return [...new Set(audited.map((row) => cell(row, 'student_id')))].sort((a, b) => (a < b ? -1 : 1)).map((id) => naiveStudent(all, id, day, warnOnly));
}

function naiveStudent(all: NaiveRows, student_id: string, day: string, warnOnly: boolean): NaiveStudent {
  const of = (sheet: string): NaiveRow[] => (all[sheet] ?? []).filter((row) => cell(row, 'student_id') === student_id);
  const credits = of('credits')[0];
  const requirements = Object.fromEntries(Object.entries({
    credits: { clause: 'R3-d', counts: true, ...credit(credits) },
    conduct: { clause: 'R3-d', counts: true, ...stated(credits, 'conduct_ok') },
    internship: { clause: 'R3-d', counts: true, ...stated(credits, 'internship_ok') },
    certificate: { clause: 'M9-e', counts: !warnOnly, ...certificate(all['certificates'] && of('certificates'), credits, day) },
    list: { clause: 'M3-c', counts: false, ...list(all['filings'] && of('filings')) },
    fees: { clause: 'R4-b', counts: false, ...fees(of('charges'), of('receipts'), day) },
  }).map(([name, found]) => [name, { reason: null, missing: [], gap: null, rows: [], ...found }]));
  const outcome = outcomeOf(credits === undefined, requirements);
  const first = of('students').filter((row) => cell(row, 'stage') === 'higher').map((row) => cell(row, 'from')).sort()[0] ?? day;
  return { student_id, outcome, may_continue: outcome === 'incomplete' ? yearsBegun(first, day) < 4 : null, requirements };
}

function outcomeOf(noCredits: boolean, requirements: Readonly<Record<string, NaiveRequirement>>): string {
  if (noCredits) return 'undetermined';
  if (requirements['credits']?.outcome === 'unmet') return 'incomplete';
  const counted = Object.values(requirements).filter((one) => one.counts).map((one) => one.outcome);
  if (counted.includes('unmet')) return 'completed';
  return counted.includes('undetermined') ? 'undetermined' : 'graduated';
}

/** The first of September before or on each day, counted from the first to the last, both included. */
function yearsBegun(first: string, day: string): number {
  let begun = 0;
  for (let year = Number(first.slice(0, 4)) - 1; `${year}-09-01` <= day; year++) if (first < `${year + 1}-09-01`) begun += 1;
  return begun;
}

function credit(row: NaiveRow | undefined): Found {
  if (row === undefined) return { outcome: 'undetermined', missing: ['credits'] };
  const gap = minus(decimal(cell(row, 'required')), decimal(cell(row, 'earned')));
  return compare(gap, ZERO) > 0 ? { outcome: 'unmet', gap, rows: [rowNumber(row)] } : { outcome: 'met', rows: [rowNumber(row)] };
}

function stated(row: NaiveRow | undefined, column: string): Found {
  if (row === undefined) return { outcome: 'undetermined', missing: ['credits'] };
  const answer = cell(row, column);
  if (answer === '') return { outcome: 'undetermined', missing: [column] };
  return { outcome: answer === 'yes' ? 'met' : 'unmet', rows: [rowNumber(row)] };
}

function certificate(rows: readonly NaiveRow[] | undefined, credits: NaiveRow | undefined, day: string): Found {
  const fitting = (rows ?? []).filter((row) => cell(row, 'issued_on') <= day
    && (cell(row, 'kind') === 'skill' ? ['1', '2', '3'] : ['intermediate', 'advanced']).includes(cell(row, 'level')));
  const sure = fitting.filter((row) => cell(row, 'verified') === 'yes' && (cell(row, 'kind') === 'x' || cell(row, 'number').charAt(15) === cell(row, 'level')));
  if (sure.length > 0) return { outcome: 'met', rows: sure.map(rowNumber) };
  if (credits !== undefined && cell(credits, 'certificate_exemption') !== '') return { outcome: 'met', reason: 'exempted', rows: [rowNumber(credits)] };
  if (rows === undefined) return { outcome: 'undetermined', missing: ['certificates'] };
  return fitting.length > 0 ? { outcome: 'undetermined', missing: ['verified'], rows: fitting.map(rowNumber) } : { outcome: 'unmet' };
}

function list(rows: readonly NaiveRow[] | undefined): Found {
  if (rows === undefined) return { outcome: 'undetermined', missing: ['filings'] };
  return rows.length > 0 ? { outcome: 'met', rows: rows.map(rowNumber) } : { outcome: 'unmet' };
}

function fees(charges: readonly NaiveRow[], receipts: readonly NaiveRow[], day: string): Found {
  if (charges.length === 0) return { outcome: 'not_applicable' };
  const until = (rows: readonly NaiveRow[], column: string): Fraction => sum(rows.filter((row) => cell(row, column) <= day).map((row) => decimal(cell(row, 'amount_yuan'))));
  const gap = minus(until(charges, 'due_on'), until(receipts, 'received_on'));
  return compare(gap, ZERO) > 0 ? { outcome: 'unmet', gap } : { outcome: 'met' };
}
