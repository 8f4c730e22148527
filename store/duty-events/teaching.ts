import { reportedOn, type EventSource } from './source.ts';

/** The days of each term as they were last set. */
const TERMS = `terms as (
  select distinct on (t.college_id, t.term) t.college_id, t.term, t.first_day, t.last_day from teaching_terms t where t.region_id = $1 order by t.college_id, t.term, t.entry_no desc)`;

/** Courses with what was done with each, and whoever has to do with it, as labels. */
const COURSES = `courses as (
  select o.offering_id, t.first_day, t.last_day, array_remove(array['person:' || o.staff_no, 'college:' || o.college_id, 'school:' || o.school_id], null) as place
  from offerings o join terms t using (college_id, term) where o.region_id = $1 and t.last_day >= make_date($3::int, 1, 1)),
  done as (select e.offering_id, e.entry_no, e.act, e.recorded_at from offering_entries e where e.region_id = $1 and e.act in ('assign', 'submit', 'return', 'release'))`;

/** One row for each step of a course that sets something off, until the next of those that end it. */
function until(begins: string, ends: readonly string[], floor: string, countsFrom: (day: string) => string): string {
  const day = reportedOn(floor, 'b.recorded_at');
  return `select 'offering:' || c.offering_id || '#' || b.entry_no as subject, 'offering:' || c.offering_id as about, null::text as student_id, null::text[] as student_scopes,
      ${day} as "on", ${countsFrom(day)} as counts_from,
      ${reportedOn(day, 'n.recorded_at')} as closed_on, c.place, n.recorded_at is null as still_open
    from courses c join done b using (offering_id)
    left join lateral (select e.recorded_at from done e where e.offering_id = c.offering_id and e.entry_no > b.entry_no and e.act in (${ends.map((act) => `'${act}'`).join(', ')}) order by e.entry_no limit 1) n on true
    where ${begins}`;
}

/** M3-e: from the day on which a course was first given to somebody, and again from each day on which its grades were sent back. */
const gradesIn: EventSource = {
  duty: 'grades_in',
  sql: () => `with ${TERMS}, ${COURSES} ${until(
    `b.act = 'return' or b.act = 'assign' and not exists (select 1 from done e where e.offering_id = b.offering_id and e.act = 'assign' and e.entry_no < b.entry_no)`,
    ['submit'], 'c.first_day', (day) => `case b.act when 'return' then greatest(c.last_day, ${day}) else c.last_day end`)}`,
};

/** M3-e: from each day on which grades were handed in until they are released or sent back. */
const gradesRelease: EventSource = {
  duty: 'grades_release',
  sql: () => `with ${TERMS}, ${COURSES} ${until(`b.act = 'submit'`, ['release', 'return'], 'c.first_day', () => 'null::date')}`,
};

export const teachingEvents: readonly EventSource[] = [gradesIn, gradesRelease];
