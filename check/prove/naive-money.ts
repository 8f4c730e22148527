import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

/** What a settlement is asked about, as text and numbers. */
export interface Asked { readonly year: number; readonly fiscal: number; readonly day: string }

/** A line of the second reading. Amounts in fen; the base of lecture fees is a hundredth of an hour. */
export interface NaiveLine {
  readonly clause: string; readonly kind: string; readonly from_id: string; readonly to_id: string; readonly campus_id: string;
  readonly base: bigint | null; readonly due: bigint | null; readonly paid: bigint | null; readonly outstanding: bigint | null; readonly overdue: bigint | null;
  readonly outcome: string; readonly reason: string;
}

export interface NaiveStudent {
  readonly student_id: string; readonly kind: string; readonly charged: bigint; readonly received: bigint; readonly refund_due: bigint; readonly refunded: bigint; readonly owed: bigint;
  readonly spent: bigint; readonly balance: bigint; readonly settlement: string; readonly kept: bigint; readonly net: bigint;
}

export interface Place { readonly campus: string; readonly school: string; readonly college: string }

const DAY = 86_400_000;
export const daysFrom = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
export const daysApart = (a: string, b: string): number => (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY;

/** Yuan as written, in fen. */
export function fen(yuan: string): bigint {
  const [whole = '', part = ''] = yuan.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}
export const total = (rows: readonly NaiveRow[]): bigint => rows.reduce((sum, row) => sum + fen(cell(row, 'amount_yuan')), 0n);
export const positive = (a: bigint): bigint => (a > 0n ? a : 0n);
export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const sumBy = <T>(list: readonly T[], of: (item: T) => bigint): bigint => list.reduce((sum, item) => sum + of(item), 0n);
/** ⌈n ÷ d⌉ for amounts that are not negative. */
export const ceilOf = (n: bigint, d: bigint): bigint => (n + d - 1n) / d;

/** A share such as `0.6667`: top and bottom. */
export function shareOf(text: string): readonly [bigint, bigint] {
  const [whole = '', part = ''] = text.split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}

export const sheetOf = (all: NaiveRows, name: string): readonly NaiveRow[] => all[name] ?? [];
export const inYear = (asked: Asked, day: string): boolean => day >= `${asked.year}-09-01` && day <= `${asked.year + 1}-08-31`;

/** Rows of the year whose day has come. */
export const counted = (all: NaiveRows, sheet: string, dayColumn: string, asked: Asked): readonly NaiveRow[] =>
  sheetOf(all, sheet).filter((row) => cell(row, dayColumn) <= asked.day && cell(row, 'academic_year') === String(asked.year));

export const paymentsOf = (all: NaiveRows, kind: string, asked: Asked): readonly NaiveRow[] => sheetOf(all, 'payments').filter((row) =>
  cell(row, 'kind') === kind && cell(row, 'paid_on') <= asked.day
  && (kind === 'grant' ? cell(row, 'fiscal_year') === String(asked.fiscal) : cell(row, 'academic_year') === String(asked.year)));

/** The student's row of stage higher that overlaps the year and starts by the day, latest `from`. */
export function placeOf(all: NaiveRows, student: string, asked: Asked): Place | null {
  const rows = sheetOf(all, 'students').filter((row) =>
    cell(row, 'student_id') === student && cell(row, 'stage') === 'higher' && cell(row, 'from') <= asked.day
    && cell(row, 'from') <= `${asked.year + 1}-08-31` && (cell(row, 'to') === '' || cell(row, 'to') >= `${asked.year}-09-01`));
  const last = [...rows].sort((a, b) => (cell(a, 'from') < cell(b, 'from') ? -1 : 1)).at(-1);
  if (last === undefined) return null;
  const campus = sheetOf(all, 'campuses').find((row) => cell(row, 'campus_id') === cell(last, 'campus_id'));
  return campus === undefined ? null : { campus: cell(campus, 'campus_id'), school: cell(last, 'school_id'), college: cell(campus, 'college_id') };
}

export function firstDayOf(all: NaiveRows, college: string, asked: Asked): string {
  const row = sheetOf(all, 'calendar').find((one) => cell(one, 'college_id') === college && cell(one, 'academic_year') === String(asked.year));
  return row === undefined ? `${asked.year}-09-01` : cell(row, 'first_day');
}

const EXACT = ['fee_refund', 'dorm', 'other_fee', 'custody', 'custody_refund', 'grant_pass'];
type Figures = Pick<NaiveLine, 'clause' | 'kind' | 'from_id' | 'to_id' | 'base' | 'due' | 'paid'> & { readonly overdue: bigint | null; readonly missing?: readonly string[]; readonly provisional?: boolean; readonly campus_id?: string };

/** A line, or nothing where base and paid are both zero. */
export function naiveLine(given: Figures): NaiveLine[] {
  const { missing = [], provisional = false, campus_id = '', ...figures } = given;
  if (given.base === 0n && given.paid === 0n) return [];
  const outstanding = given.due === null || given.paid === null ? null : given.due - given.paid;
  const overpaid = EXACT.includes(given.kind) && outstanding !== null && outstanding < 0n;
  const outcome = missing.length > 0 ? 'undetermined' : (given.overdue ?? 0n) > 0n || overpaid ? 'unmet' : 'met';
  return [{ ...figures, campus_id, outstanding, outcome, reason: missing[0] ?? (overpaid ? 'overpaid' : provisional ? 'provisional' : '') }];
}

export const distinctOf = (values: readonly string[]): string[] => [...new Set(values)].sort();
