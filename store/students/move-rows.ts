import type { Place } from '../../core/students/change-draft.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { refreshLabels, stagedScopes } from '../labels.ts';
import { takeNumbers, type Stamp } from '../record-stamp.ts';
import { columnList, registerNamed, sqlOf } from '../register-columns.ts';
import type { Transaction } from '../transaction.ts';
import type { KeptPaper } from './roll-change.ts';

/** Rows of the roll that moved, as a statement of the region `$1` that tells of each what a change of the roll writes down. */
export interface Notable {
  readonly many: number;
  readonly rows: string;
}

/** A row of the roll that ends, and what the next one says from a day on. */
export interface Move {
  /** The record that stands. */
  readonly before: number;
  readonly on: PlainDate;
  readonly place: Place;
  readonly papers: readonly KeptPaper[];
}

const students = registerNamed('students');
const MOVED: readonly string[] = ['stage', 'grade', 'status', 'programme_id', 'campus_id', 'class_id'] satisfies (keyof Place)[];
/** The place that a record of the roll tells. */
export const placeOf = (row: string): string => `jsonb_build_object(${MOVED.map((name) => `'${name}', ${row}.${name}`).join(', ')})`;
/** The parts of a place from which labels are worked out. */
const LABELLED = ['programme_id', 'campus_id', 'class_id'] satisfies (keyof Place)[];
const STAGED = 'moving_students';

/**
 * Ends standing rows of the roll the day before and begins new ones, all in a few statements however many they are. Answers what
 * there is to be noted of them, in the order of the moves; null when one of the records stands no more. To be called within
 * `tx.whole` with the registers locked.
 */
export async function moveRows(whole: Transaction, stamp: Stamp, moves: readonly Move[], reason: string): Promise<Notable | null> {
  if (!await stageMoves(whole, moves)) return null;
  const [[ends] = []] = await whole.arrays(`select count(ends)::int from ${STAGED}`);
  await answerStanding(whole, stamp);
  const first = await takeNumbers(whole, 'next_record_id', Number(ends) + moves.length);
  const next = first + Number(ends);
  await insertRows(whole, stamp, { first, next, reason });
  await relabelMoved(whole, next);
  return {
    many: moves.length,
    // Numbers of records: that of the end (none where the row had ended by itself), and that of the beginning.
    rows: `select s.source_row as nth, s.student_id, s.${sqlOf(students, 'from')} as on_date, s.papers as evidence, s.from_place, s.to_place, s.before, ${first - 1} + s.ends as ended, ${next - 1} + s.source_row as added, s.scopes
      from ${STAGED} s`,
  };
}

/**
 * The new rows as they will be, in a table of the transaction; `source_row` counts the moves, `ends` those of them that end the row
 * before, `elsewhere` tells whose institutions are others. Places are few, and sent once each.
 */
async function stageMoves(whole: Transaction, moves: readonly Move[]): Promise<boolean> {
  const columns = students.columns.map(({ name, sql }) => (MOVED.includes(name) ? `p.${sql}` : name === 'from' ? `p.on_date as ${sql}` : name === 'to' ? `null::date as ${sql}` : `r.${sql}`));
  const { places, at } = placesOf(moves);
  // A cohort is put in order and joined in memory, and not by way of files.
  await whole.change(`select set_config('work_mem', '64MB', true)`);
  await whole.change(`drop table if exists ${STAGED}`);
  await whole.change(
    `create temp table ${STAGED} on commit drop as select key, source_row, ${columnList(students)}, answers, record_id as before, record_id as ends, withdrawn as elsewhere, '{}'::jsonb as from_place, '{}'::jsonb as to_place, '[]'::jsonb as papers, scopes from ${students.table} with no data`);
  const { join, value } = stagedScopes(students, 'moved');
  const many = await whole.change(
    `insert into ${STAGED} (key, source_row, ${columnList(students)}, before, ends, elsewhere, from_place, to_place, papers, scopes)
     with p as materialized (
       select p.*, ${placeOf('p')} as place
       from jsonb_to_recordset($4::jsonb) as p(at integer, on_date date, papers jsonb, stage text, grade bigint, status text, programme_id text, campus_id text, class_id text)
     ), moved as materialized (
       select r.student_id || e'\\x1f' || p.on_date as key, m.nth, ${columns.join(', ')}, r.record_id as before,
         case when r.valid_to is null or r.valid_to >= p.on_date then count(*) filter (where r.valid_to is null or r.valid_to >= p.on_date) over (order by r.record_id) end as ends,
         (${LABELLED.map((name) => `r.${name}`).join(', ')}) is distinct from (${LABELLED.map((name) => `p.${name}`).join(', ')}) as elsewhere,
         ${placeOf('r')} as from_place, p.place as to_place, p.papers
       from unnest($2::bigint[], $3::integer[]) with ordinality as m(before, at, nth) join p on p.at = m.at
       join ${students.table} r on r.region_id = $1 and r.record_id = m.before and r.superseded_at is null and not r.withdrawn
     )
     select s.key, s.nth, ${columnList(students, 's.')}, s.before, s.ends, s.elsewhere, s.from_place, s.to_place, s.papers, ${value} from moved s${join}`,
    [whole.actor.region_id, moves.map(({ before }) => before), at, JSON.stringify(places)]);
  return many === moves.length;
}

interface Places {
  readonly places: readonly (Place & Pick<Move, 'papers'> & { readonly at: number; readonly on_date: PlainDate })[];
  /** Of each move, the number of its place. */
  readonly at: readonly number[];
}

function placesOf(moves: readonly Move[]): Places {
  const numbers = new Map<string, number>();
  const places: Places['places'][number][] = [];
  const at = moves.map(({ on, place, papers }) => {
    const text = JSON.stringify([on, papers, ...MOVED.map((name) => place[name as keyof Place])]);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, places.length);
    return places.push({ at: places.length, on_date: on, papers, ...place }) - 1;
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
  // Whoever moves is called as before.
  await whole.change(`select set_config('app.names_known', 'on', true)`);
  const ended = students.columns.map(({ name, sql }) => (name === 'to' ? `s.${sqlOf(students, 'from')} - 1 as ${sql}` : `r.${sql}`));
  await whole.change(
    `insert into ${students.table} (region_id, record_id, key, ${columnList(students)}, import_id, source_row, recorded_at, recorded_by, answers, act, reason, scopes)
     select $1::integer, n.record_id, n.key, ${columnList(students, 'n.')}, n.import_id, n.source_row, $4::timestamptz, $5::text, n.answers, n.act, $6::text, n.scopes from (
       select $2::bigint - 1 + s.ends as record_id, r.key, ${ended.join(', ')}, r.import_id, r.source_row, s.before as answers, 'ended' as act, r.scopes
       from ${STAGED} s join ${students.table} r on r.region_id = $1 and r.record_id = s.before where s.ends is not null
       union all
       select $3::bigint - 1 + s.source_row, s.key, ${columnList(students, 's.')}, null, null, s.answers, case when s.answers is null then 'added' else 'corrected' end, s.scopes from ${STAGED} s
     ) n`, [whole.actor.region_id, first, next, stamp.at, whole.actor.account, reason]);
  await whole.change(`select set_config('app.names_known', '', true)`);
}

/** Whoever is of the same institutions as before carries the same labels, and so does what is recorded of them. */
async function relabelMoved(whole: Transaction, next: number): Promise<void> {
  const [other] = await whole.arrays(`select 1 from ${STAGED} where elsewhere or answers is not null limit 1`);
  if (other !== undefined) await refreshLabels(whole, students, next);
}
