import type { Place } from '../../core/students/change-draft.ts';
import { addDays, type PlainDate } from '../../core/values/plain-date.ts';
import { recordAnswers } from '../answering.ts';
import { refreshLabels, stagedScopes } from '../labels.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import { columnList, registerNamed } from '../register-columns.ts';
import { tellPlanner } from '../tell-planner.ts';
import type { Transaction } from '../transaction.ts';

/** A row of the roll that ends, and what the next one says from a day on. */
export interface Move {
  /** The record that stands. */
  readonly before: number;
  readonly on: PlainDate;
  readonly place: Place;
}

/** The records that a move left: the end of the row before (none where it had ended by itself), and the new row. */
export interface Moved {
  readonly before: number;
  readonly ended: number | null;
  readonly added: number;
}

const students = registerNamed('students');
const MOVED: readonly string[] = ['stage', 'grade', 'status', 'programme_id', 'campus_id', 'class_id'] satisfies (keyof Place)[];
const STAGED = 'moving_students';

/**
 * Ends standing rows of the roll the day before and begins new ones, all in a few statements however many they are. Null when
 * one of the records stands no more. To be called within `tx.whole` with the registers locked; the order is that of the moves.
 */
export async function moveRows(whole: Transaction, stamp: Stamp, moves: readonly Move[], reason: string): Promise<Moved[] | null> {
  if (!await stageMoves(whole, moves)) return null;
  const { region_id, account } = whole.actor;
  const ended = await endBefore(whole, stamp, moves, reason);
  // A row of that first day may have been taken back before: it is answered.
  await whole.change(
    `update ${STAGED} s set answers = r.record_id from ${students.table} r where r.region_id = $1 and r.key = s.key and r.superseded_at is null and r.withdrawn`, [region_id]);
  await whole.change(
    `update ${students.table} r set superseded_at = $2 from ${STAGED} s where r.region_id = $1 and r.record_id = s.answers and r.superseded_at is null`, [region_id, stamp.at]);
  const first = await takeNumbers(whole, 'next_record_id', moves.length);
  const { join, value } = stagedScopes(students, STAGED);
  await whole.change(
    `insert into ${students.table} (region_id, record_id, key, ${columnList(students)}, recorded_at, recorded_by, answers, act, reason, scopes)
     select $1::integer, $2::bigint - 1 + s.source_row, s.key, ${columnList(students, 's.')}, $3::timestamptz, $4::text, s.answers,
       case when s.answers is null then 'added' else 'corrected' end, $5::text, ${value} from ${STAGED} s${join}`, [region_id, first, stamp.at, account, reason]);
  await tellPlanner(whole, 'students', moves.length);
  await refreshLabels(whole, students, Math.min(first, ...ended.values()));
  return moves.map(({ before }, at) => ({ before, ended: ended.get(before) ?? null, added: first + at }));
}

/** The new rows as they will be, in a table of the transaction; `source_row` counts the moves. */
async function stageMoves(whole: Transaction, moves: readonly Move[]): Promise<boolean> {
  const columns = students.columns.map(({ name, sql }) => (MOVED.includes(name) ? `m.${sql}` : name === 'from' ? 'm.on_date' : name === 'to' ? 'null::date' : `r.${sql}`));
  await whole.change(`drop table if exists ${STAGED}`);
  await whole.change(
    `create temp table ${STAGED} on commit drop as select key, source_row, ${columnList(students)}, answers, null::boolean as same from ${students.table} with no data`);
  const many = await whole.change(
    `insert into ${STAGED} (key, source_row, ${columnList(students)})
     select r.student_id || e'\\x1f' || m.on_date, m.nth, ${columns.join(', ')}
     from jsonb_to_recordset($2::jsonb) as m(nth integer, before bigint, on_date date, stage text, grade bigint, status text, programme_id text, campus_id text, class_id text)
     join ${students.table} r on r.region_id = $1 and r.record_id = m.before and r.superseded_at is null and not r.withdrawn`,
    [whole.actor.region_id, JSON.stringify(moves.map(({ before, on, place }, at) => ({ nth: at + 1, before, on_date: on, ...place })))]);
  return many === moves.length;
}

/** Ends the rows that reach into the day of the new one; by record, the number of the end. */
async function endBefore(whole: Transaction, stamp: Stamp, moves: readonly Move[], reason: string): Promise<Map<number, number>> {
  const rows = await whole.query<{ record_id: bigint }>(
    `update ${students.table} r set superseded_at = $2 from jsonb_to_recordset($3::jsonb) as m(before bigint, on_date date)
     where r.region_id = $1 and r.record_id = m.before and r.superseded_at is null and (r.valid_to is null or r.valid_to >= m.on_date) returning r.record_id`,
    [whole.actor.region_id, stamp.at, JSON.stringify(moves.map(({ before, on }) => ({ before, on_date: on })))]);
  const ends = new Set(rows.map(({ record_id }) => Number(record_id)));
  const answered = moves.filter(({ before }) => ends.has(before)).toSorted((a, b) => a.before - b.before);
  if (answered.length === 0) return new Map();
  const answers = answered.map(({ before, on }) => ({ answers: before, valuesOf: before, endsOn: addDays(on, -1) }));
  const first = await recordAnswers(whole, students, answers, { stamp, act: 'ended', reason });
  return new Map(answered.map(({ before }, at) => [before, first + at]));
}
