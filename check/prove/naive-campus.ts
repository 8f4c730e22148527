import { distinct, inForce } from './naive-answer.ts';
import { decimal, fraction, sum, times } from './naive-fraction.ts';
import type { Fraction } from './naive-fraction.ts';
import { cell } from './naive-rows.ts';
import type { NaiveRow, NaiveRows } from './naive-rows.ts';

/** Everything that the standards read of one campus on a day. */
export interface Campus {
  readonly id: string;
  readonly day: string;
  readonly all: NaiveRows;
  /** N; null when unknown. */
  readonly heads: bigint | null;
  /** Whether N comes from `students`. */
  readonly byName: boolean;
  readonly counted: readonly NaiveRow[];
  /** Boarders; null when they are not reported. */
  readonly boarders: bigint | null;
  readonly rooms: readonly NaiveRow[];
  readonly land: readonly NaiveRow[];
  readonly facilities: readonly NaiveRow[];
  readonly equipment: readonly NaiveRow[];
  readonly bases: readonly NaiveRow[];
  readonly staff: readonly NaiveRow[];
  readonly classes: readonly NaiveRow[];
  readonly teaching: readonly NaiveRow[];
}

const COUNTS = ['enrolled', 'repeating', 'internship'];

export function campusOf(all: NaiveRows, id: string, day: string): Campus {
  const own = (sheet: string): NaiveRow[] => (all[sheet] ?? []).filter((row) => cell(row, 'campus_id') === id);
  return {
    id, day, all, ...headsOf(own('students'), own('headcounts'), day),
    rooms: own('rooms'), land: own('land'), facilities: own('facilities'), equipment: own('equipment'), bases: own('bases'),
    staff: own('staff').filter((row) => cell(row, 'stage') === 'higher'), classes: own('classes'), teaching: own('teaching'),
  };
}

function headsOf(students: NaiveRow[], headcounts: NaiveRow[], day: string): Pick<Campus, 'heads' | 'byName' | 'counted' | 'boarders'> {
  const higher = students.filter((row) => cell(row, 'stage') === 'higher');
  if (higher.length > 0) {
    const counted = higher.filter((row) => inForce(row, day) && COUNTS.includes(cell(row, 'status')));
    const boarders = distinct(counted.filter((row) => cell(row, 'boarder') === 'yes'), 'student_id').length;
    const reported = counted.every((row) => cell(row, 'boarder') !== '');
    return { heads: BigInt(distinct(counted, 'student_id').length), byName: true, counted, boarders: reported ? BigInt(boarders) : null };
  }
  const latest = headcounts.filter((row) => cell(row, 'on') <= day).sort((a, b) => (cell(a, 'on') < cell(b, 'on') ? -1 : 1)).at(-1);
  if (latest === undefined) return { heads: null, byName: false, counted: [], boarders: null };
  const boarders = cell(latest, 'boarders');
  return { heads: BigInt(cell(latest, 'higher_students')), byName: false, counted: [], boarders: boarders === '' ? null : BigInt(boarders) };
}

/** Σ area × share. */
export const areaOf = (rows: readonly NaiveRow[]): Fraction => sum(rows.map((row) => times(decimal(cell(row, 'area_m2')), decimal(cell(row, 'share')))));
/** Σ value × share. */
export const valueOf = (rows: readonly NaiveRow[]): Fraction => sum(rows.map((row) => times(decimal(cell(row, 'value_yuan')), decimal(cell(row, 'share')))));
/** Σ share. */
export const sharesOf = (rows: readonly NaiveRow[]): Fraction => sum(rows.map((row) => decimal(cell(row, 'share'))));

/** Equipment: `acquired_on` ≤ D and (`retired_on` empty or D < `retired_on`). */
export function inUse(row: NaiveRow, day: string): boolean {
  return cell(row, 'acquired_on') <= day && (cell(row, 'retired_on') === '' || day < cell(row, 'retired_on'));
}

export const heads = (campus: Campus): Fraction => fraction(campus.heads ?? 0n);

/** The sheets among these of which the campus has no row at all; `students` stands for an unknown N. */
export function missingOf(campus: Campus, sheets: readonly ('rooms' | 'land' | 'equipment' | 'bases' | 'staff' | 'classes' | 'teaching' | 'students')[]): string[] {
  return sheets.filter((sheet) => (sheet === 'students' ? campus.heads === null : campus[sheet].length === 0));
}
