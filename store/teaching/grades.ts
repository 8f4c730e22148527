import { plainScore, type TypedGrade } from '../../core/teaching/grades.ts';
import type { GradedCourse } from '../../core/teaching/credits.ts';
import { takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A released grade that no later one answers. */
export interface Grade {
  readonly grade_id: number;
  readonly offering_id: number;
  readonly student_id: string;
  readonly score: string | null;
  readonly passed: boolean;
  readonly pass_line: string;
  /** Of a correction: why. */
  readonly reason: string | null;
  readonly recorded_at: string;
  readonly recorded_by: string;
}

interface GradeRow extends Omit<Grade, 'grade_id' | 'offering_id'> {
  readonly grade_id: bigint;
  readonly offering_id: bigint;
}

const COLUMNS = 'grade_id, offering_id, student_id, score, passed, pass_line, reason, recorded_at, recorded_by';
const gradeOf = (row: GradeRow): Grade => ({ ...row, grade_id: Number(row.grade_id), offering_id: Number(row.offering_id), score: plainScore(row.score), pass_line: plainScore(row.pass_line) ?? '' });

/** Released grades of a course in reach, as they stand. */
export async function gradesOf(tx: Transaction, offering_id: number): Promise<Grade[]> {
  const rows = await tx.query<GradeRow>(`select ${COLUMNS} from grades where region_id = $1 and offering_id = $2 and superseded_at is null order by student_id`, [tx.actor.region_id, offering_id]);
  return rows.map(gradeOf);
}

/** Everything that was ever released of one student in a course, first to last. */
export async function gradeHistory(tx: Transaction, offering_id: number): Promise<Grade[]> {
  const rows = await tx.query<GradeRow>(`select ${COLUMNS} from grades where region_id = $1 and offering_id = $2 order by student_id, grade_id`, [tx.actor.region_id, offering_id]);
  return rows.map(gradeOf);
}

/** What was typed last for a course in reach, before it was released. */
export async function draftsOf(tx: Transaction, offering_id: number): Promise<TypedGrade[]> {
  const rows = await tx.query<TypedGrade>(
    `select student_id, score from grade_drafts d where region_id = $1 and offering_id = $2
       and entry_no = (select max(e.entry_no) from offering_entries e where e.region_id = $1 and e.offering_id = $2 and e.act = 'save') order by student_id`, [tx.actor.region_id, offering_id]);
  return rows.map(({ student_id, score }) => ({ student_id, score: plainScore(score) }));
}

/** A grade that is to be released or to answer another. */
export interface NewGrade extends TypedGrade {
  readonly passed: boolean;
  readonly pass_line: string;
  readonly scopes: readonly string[];
  readonly answers?: number;
  readonly reason?: string;
}

export async function addGrades(tx: Transaction, offering_id: number, grades: readonly NewGrade[]): Promise<void> {
  const first = await takeNumbers(tx, 'next_number', grades.length);
  const rows = grades.map((one, at) => ({ ...one, grade_id: first + at }));
  await tx.change(
    `insert into grades (region_id, grade_id, offering_id, student_id, score, passed, pass_line, answers, reason, scopes, recorded_at, recorded_by)
     select $1::integer, g.grade_id, $2::bigint, g.student_id, g.score, g.passed, g.pass_line, g.answers, g.reason, g.scopes, clock_timestamp(), $4::text
     from jsonb_to_recordset($3::jsonb) as g(grade_id bigint, student_id text, score numeric, passed boolean, pass_line numeric, answers bigint, reason text, scopes text[])`,
    [tx.actor.region_id, offering_id, JSON.stringify(rows), tx.actor.account]);
}

/** Adds what a teacher typed, under the entry that saved it. */
export async function addDrafts(tx: Transaction, { offering_id, entry_no }: { readonly offering_id: number; readonly entry_no: number }, grades: readonly (TypedGrade & { readonly scopes: readonly string[] })[]): Promise<void> {
  await tx.change(
    `insert into grade_drafts (region_id, offering_id, entry_no, student_id, score, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint, $3::integer, g.student_id, g.score, g.scopes, clock_timestamp(), $5::text
     from jsonb_to_recordset($4::jsonb) as g(student_id text, score numeric, scopes text[])`,
    [tx.actor.region_id, offering_id, entry_no, JSON.stringify(grades), tx.actor.account]);
}

/** Standing grades of students with what their courses give, whoever released them. To be called within `tx.whole`. */
export async function gradedCourses(whole: Transaction, students: readonly string[]): Promise<(GradedCourse & { readonly offering_id: number })[]> {
  const rows = await whole.query<GradedCourse & { readonly offering_id: bigint }>(
    `select g.student_id, g.offering_id, o.course_code, o.credits, g.passed from grades g join offerings o on o.region_id = g.region_id and o.offering_id = g.offering_id
     where g.region_id = $1 and g.student_id = any($2::text[]) and g.superseded_at is null order by g.grade_id`, [whole.actor.region_id, students]);
  return rows.map((row) => ({ ...row, offering_id: Number(row.offering_id) }));
}
