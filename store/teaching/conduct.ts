import type { ConductAct, ConductState } from '../../core/teaching/states.ts';
import type { Transaction } from '../transaction.ts';
import { labelsToRead } from '../within-reach.ts';
import type { TaughtClass } from './classes.ts';

export interface ConductMark {
  readonly student_id: string;
  readonly ok: boolean;
}

/** The conduct of a class in an academic year, the latest sheet. */
export interface ConductSheet {
  readonly class_id: string;
  readonly academic_year: number;
  /** Which sheet of the year; 0 before anybody entered one. */
  readonly sheet_no: number;
  readonly state: ConductState;
  readonly version: number;
  readonly reason: string | null;
  readonly marks: readonly ConductMark[];
}

export interface WhichSheet {
  readonly class_id: string;
  readonly academic_year: number;
}

/** The latest sheet in reach; one that is not there yet is open and empty. */
export async function readConduct(tx: Transaction, { class_id, academic_year }: WhichSheet): Promise<ConductSheet> {
  const [row] = await tx.query<Omit<ConductSheet, 'marks'>>(
    `select class_id, academic_year, sheet_no, state, version, reason from conduct_sheets
     where region_id = $1 and class_id = $2 and academic_year = $3 and ($4::text[] is null or scopes && $4) order by sheet_no desc limit 1`,
    [tx.actor.region_id, class_id, academic_year, labelsToRead(tx, 'courses')]);
  if (row === undefined) return { class_id, academic_year, sheet_no: 0, state: 'open', version: 0, reason: null, marks: [] };
  const marks = await tx.query<ConductMark>(
    `select student_id, ok from conduct_marks m where region_id = $1 and class_id = $2 and academic_year = $3 and sheet_no = $4
       and entry_no = (select max(e.entry_no) from conduct_entries e where e.region_id = $1 and e.class_id = $2 and e.academic_year = $3 and e.sheet_no = $4 and e.act = 'save') order by student_id`,
    [tx.actor.region_id, class_id, academic_year, row.sheet_no]);
  return { ...row, marks };
}

/** Begins another sheet of a class and year. */
export async function addSheet(tx: Transaction, { class_id, academic_year, sheet_no, version, reason }: ConductSheet, scopes: readonly string[]): Promise<void> {
  await tx.change(
    `insert into conduct_sheets (region_id, class_id, academic_year, sheet_no, state, version, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, 'open', $5, $6, $7, clock_timestamp(), $8)`,
    [tx.actor.region_id, class_id, academic_year, sheet_no, version, reason, scopes, tx.actor.account]);
}

/** Moves a sheet from the version that was seen; false: somebody else did meanwhile. */
export async function moveSheet(tx: Transaction, { class_id, academic_year, sheet_no, version }: ConductSheet, to: ConductState): Promise<boolean> {
  const moved = await tx.change(
    'update conduct_sheets set version = version + 1, state = $6 where region_id = $1 and class_id = $2 and academic_year = $3 and sheet_no = $4 and version = $5',
    [tx.actor.region_id, class_id, academic_year, sheet_no, version, to]);
  return moved === 1;
}

interface NewEntry {
  readonly act: ConductAct;
  readonly person_id: number | null;
  readonly reason: string | null;
  readonly scopes: readonly string[];
}

/** Notes what was done with a sheet, under its version after that. */
export async function addConductEntry(tx: Transaction, { class_id, academic_year, sheet_no, version }: ConductSheet, { act, person_id, reason, scopes }: NewEntry): Promise<void> {
  await tx.change(
    `insert into conduct_entries (region_id, class_id, academic_year, sheet_no, entry_no, act, person_id, reason, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10)`,
    [tx.actor.region_id, class_id, academic_year, sheet_no, version, act, person_id, reason, scopes, tx.actor.account]);
}

/** Adds marks under the entry that saved them. */
export async function addMarks(tx: Transaction, { class_id, academic_year, sheet_no, version }: ConductSheet, marks: readonly ConductMark[], { students }: TaughtClass): Promise<void> {
  const scopes = new Map(students.map((one) => [one.student_id, one.scopes]));
  await tx.change(
    `insert into conduct_marks (region_id, class_id, academic_year, sheet_no, entry_no, student_id, ok, scopes, recorded_at, recorded_by)
     select $1::integer, $2::text, $3::integer, $4::integer, $5::integer, m.student_id, m.ok, m.scopes, clock_timestamp(), $7::text
     from jsonb_to_recordset($6::jsonb) as m(student_id text, ok boolean, scopes text[])`,
    [tx.actor.region_id, class_id, academic_year, sheet_no, version, JSON.stringify(marks.map((mark) => ({ ...mark, scopes: scopes.get(mark.student_id) ?? [] }))), tx.actor.account]);
}

/** Whether somebody entered marks of a sheet or handed it in. */
export async function hasEntered(tx: Transaction, { class_id, academic_year, sheet_no }: ConductSheet, person_id: number | null): Promise<boolean> {
  const rows = await tx.whole((whole) => whole.arrays(
    `select 1 from conduct_entries where region_id = $1 and class_id = $2 and academic_year = $3 and sheet_no = $4 and act in ('save', 'submit') and person_id = $5 limit 1`,
    [tx.actor.region_id, class_id, academic_year, sheet_no, person_id]));
  return rows.length > 0;
}
