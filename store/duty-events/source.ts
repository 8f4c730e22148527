import { whole, type ValueOf } from '../../core/duties/declaration.ts';
import { standing } from '../known-time.ts';

/**
 * Where the beginnings and ends of one duty stand: a query over the registers that answers, for every subject of the
 * region at once, the columns `subject` (unique), `about`, `student_id`, `"on"`, `counts_from`, `closed_on`, `place`.
 * `$1` is the region, `$2` the day of reckoning, `$3` the first year that is looked at. Values of law come as literals.
 */
export interface EventSource {
  readonly duty: string;
  readonly sql: (value: ValueOf) => string;
}

/** The condition that leaves the region's standing records. */
export const held = (alias: string): string => `${alias}.region_id = $1 and ${standing(alias)}`;

/** School and statistics years begin on 1 September. */
export const yearBegins = (year: string): string => `make_date(${year}, 9, 1)`;

/** Every school year that is looked at and has begun. */
export const SCHOOL_YEARS = `years as (
  select y, ${yearBegins('y')} as first, ${yearBegins('y + 1')} as next from generate_series($3::int, extract(year from $2::date)::int) y where ${yearBegins('y')} <= $2::date)`;

/** The day on which something was first reported, no earlier than the day it speaks of. */
export const reportedOn = (floor: string, recorded: string): string =>
  `greatest(${floor}, least((${recorded} at time zone 'Asia/Shanghai')::date, $2::date))`;

/** A number of law as an SQL literal; -1 where none is in force. */
export const number = (value: ValueOf, key: string): number => whole(value(key)) ?? -1;

/** `MM-DD` of a parameter as a date of a year, in SQL. */
export function dayIn(year: string, monthDay: string): string {
  const match = /^(\d{2})-(\d{2})$/.exec(monthDay);
  return match === null ? 'null::date' : `make_date(${year}, ${Number(match[1])}, ${Number(match[2])})`;
}

/** Statuses of the roll that count as being at school (B4), as an SQL list. */
export function atSchool(value: ValueOf): string {
  const counted = [...String(value('student.counts')).matchAll(/(?:^|;)([a-z_]+)=1(?=;|$)/g)].map(([, status]) => `'${status}'`);
  return counted.length === 0 ? `''` : counted.join(', ');
}

export const LEFT = `('withdrawn', 'transferred_out')`;

/** The day on which the student of a row `l` of the last rows left; null for whoever has not. */
export const LEFT_ON = `case when l.status in ${LEFT} then l.valid_from end`;

/** The latest row of each student: where they are now, and whose their record is. */
export const LAST_ROWS = `last_rows as (
  select distinct on (r.student_id) r.student_id, r.school_id, r.campus_id, r.programme_id, r.status, r.valid_from, r.scopes
  from register_students r where ${held('r')} order by r.student_id, r.valid_from desc)`;

/** The first row of each student's first year. */
export const NEWCOMERS = `newcomers as (
  select distinct on (r.student_id) r.student_id, r.school_id, r.programme_id, r.cohort, r.birth_date, r.valid_from
  from register_students r where ${held('r')} and r.stage = 'secondary' and r.grade = 1 and r.cohort >= $3 order by r.student_id, r.valid_from)`;

/** Schools with their colleges and county, as labels. */
export const SCHOOLS = `schools as (
  select p.school_id, array_agg(distinct label collate "C" order by label collate "C") filter (where label is not null) as place
  from register_programmes p left join register_organisations o on o.org_id = p.school_id and ${held('o')}
  cross join lateral unnest(array['school:' || p.school_id, 'college:' || p.college_id, 'county:' || o.division_code]) as u(label)
  where ${held('p')} group by p.school_id)`;

/** Campuses with whoever has to do with them, as labels. */
export const CAMPUSES = `campuses as (
  select c.campus_id, c.school_id, c.college_id, c.payer_id, c.status, c.opened_on,
    array_remove(array['campus:' || c.campus_id, 'school:' || c.school_id, 'college:' || c.college_id, 'payer:' || c.payer_id, 'county:' || c.division_code], null) as place
  from register_campuses c where ${held('c')})`;
