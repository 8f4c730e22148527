import type { Place } from '../../core/students/change-draft.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { refreshLabels, stagedScopes } from '../labels.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import { columnList, registerNamed, sqlOf } from '../register-columns.ts';
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
/** The parts of a place from which labels are worked out. */
const LABELLED = ['programme_id', 'campus_id', 'class_id'] satisfies (keyof Place)[];
const STAGED = 'moving_students';

/**
 * Ends standing rows of the roll the day before and begins new ones, all in a few statements however many they are. Null when
 * one of the records stands no more. To be called within `tx.whole` with the registers locked; the order is that of the moves.
 */
export async function moveRows(whole: Transaction, stamp: Stamp, moves: readonly Move[], reason: string): Promise<Moved[] | null> {
  if (!await stageMoves(whole, moves)) return null;
  const ends = (await whole.arrays(`select before from ${STAGED} where ends is not null order by before`)).map(([record]) => Number(record));
  await answerStanding(whole, stamp);
  const first = await takeNumbers(whole, 'next_record_id', ends.length + moves.length);
  const next = first + ends.length;
  await insertRows(whole, stamp, { first, next, reason });
  await tellPlanner(whole, 'students', ends.length + moves.length);
  await relabelMoved(whole, next);
  const ended = new Map(ends.map((record, at) => [record, first + at]));
  return moves.map(({ before }, at) => ({ before, ended: ended.get(before) ?? null, added: next + at }));
}

/**
 * The new rows as they will be, in a table of the transaction; `source_row` counts the moves, `ends` those of them that end the row
 * before, `elsewhere` tells whose institutions are others. Places are few, and sent once each.
 */
async function stageMoves(whole: Transaction, moves: readonly Move[]): Promise<boolean> {
  const columns = students.columns.map(({ name, sql }) => (MOVED.includes(name) ? `p.${sql}` : name === 'from' ? 'p.on_date' : name === 'to' ? 'null::date' : `r.${sql}`));
  const { places, at } = placesOf(moves);
  // A cohort is put in order and joined in memory, and not by way of files.
  await whole.change(`select set_config('work_mem', '64MB', true)`);
  await whole.change(`drop table if exists ${STAGED}`);
  await whole.change(
    `create temp table ${STAGED} on commit drop as select key, source_row, ${columnList(students)}, answers, record_id as before, record_id as ends, withdrawn as elsewhere from ${students.table} with no data`);
  const many = await whole.change(
    `insert into ${STAGED} (key, source_row, ${columnList(students)}, before, ends, elsewhere)
     select r.student_id || e'\\x1f' || p.on_date, m.nth, ${columns.join(', ')}, r.record_id,
       case when r.valid_to is null or r.valid_to >= p.on_date then count(*) filter (where r.valid_to is null or r.valid_to >= p.on_date) over (order by r.record_id) end,
       (${LABELLED.map((name) => `r.${name}`).join(', ')}) is distinct from (${LABELLED.map((name) => `p.${name}`).join(', ')})
     from unnest($2::bigint[], $3::integer[]) with ordinality as m(before, place, nth)
     join jsonb_to_recordset($4::jsonb) as p(place integer, on_date date, stage text, grade bigint, status text, programme_id text, campus_id text, class_id text) on p.place = m.place
     join ${students.table} r on r.region_id = $1 and r.record_id = m.before and r.superseded_at is null and not r.withdrawn`,
    [whole.actor.region_id, moves.map(({ before }) => before), at, JSON.stringify(places)]);
  return many === moves.length;
}

interface Places {
  readonly places: readonly (Place & { readonly place: number; readonly on_date: PlainDate })[];
  /** Of each move, the number of its place. */
  readonly at: readonly number[];
}

function placesOf(moves: readonly Move[]): Places {
  const numbers = new Map<string, number>();
  const places: Places['places'][number][] = [];
  const at = moves.map(({ on, place }) => {
    const text = JSON.stringify([on, ...MOVED.map((name) => place[name as keyof Place])]);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, places.length);
    return places.push({ place: places.length, on_date: on, ...place }) - 1;
  });
  return { places, at };
}

/** The rows that reach into the day of the new one are answered, and a row of that first day that was taken back before. */
async function answerStanding(whole: Transaction, stamp: Stamp): Promise<void> {
  const { region_id } = whole.actor;
  await whole.change(
    `update ${STAGED} s set answers = r.record_id from ${students.table} r where r.region_id = $1 and r.key = s.key and r.superseded_at is null and r.withdrawn`, [region_id]);
  await whole.change(
    `update ${students.table} r set superseded_at = $2 from (select before as record_id from ${STAGED} where ends is not null union all select answers from ${STAGED} where answers is not null) s
     where r.region_id = $1 and r.record_id = s.record_id and r.superseded_at is null`, [region_id, stamp.at]);
}

interface Numbered {
  /** The numbers of the first row that ends and of the first that begins. */
  readonly first: number;
  readonly next: number;
  readonly reason: string;
}

async function insertRows(whole: Transaction, stamp: Stamp, { first, next, reason }: Numbered): Promise<void> {
  const { join, value } = stagedScopes(students, STAGED);
  const ended = students.columns.map(({ name, sql }) => (name === 'to' ? `s.${sqlOf(students, 'from')} - 1 as ${sql}` : `r.${sql}`));
  await whole.change(
    `insert into ${students.table} (region_id, record_id, key, ${columnList(students)}, import_id, source_row, recorded_at, recorded_by, answers, act, reason, scopes)
     select $1::integer, n.record_id, n.key, ${columnList(students, 'n.')}, n.import_id, n.source_row, $4::timestamptz, $5::text, n.answers, n.act, $6::text, n.scopes from (
       select $2::bigint - 1 + s.ends as record_id, r.key, ${ended.join(', ')}, r.import_id, r.source_row, s.before as answers, 'ended' as act, r.scopes
       from ${STAGED} s join ${students.table} r on r.region_id = $1 and r.record_id = s.before where s.ends is not null
       union all
       select $3::bigint - 1 + s.source_row, s.key, ${columnList(students, 's.')}, null, null, s.answers, case when s.answers is null then 'added' else 'corrected' end, ${value} from ${STAGED} s${join}
     ) n`, [whole.actor.region_id, first, next, stamp.at, whole.actor.account, reason]);
}

/** Whoever is of the same institutions as before carries the same labels, and so does what is recorded of them. */
async function relabelMoved(whole: Transaction, next: number): Promise<void> {
  const [other] = await whole.arrays(`select 1 from ${STAGED} where elsewhere or answers is not null limit 1`);
  if (other !== undefined) await refreshLabels(whole, students, next);
}
