import type { ValueOf } from '../../core/duties/declaration.ts';
import type { Exact } from '../../core/values/exact.ts';
import { atSchool, dayIn, held, LAST_ROWS, LEFT_ON, NEWCOMERS, number, reportedOn, SCHOOLS, SCHOOL_YEARS, yearBegins, type EventSource } from './source.ts';

/** Whoever is on the roll of a school on the first day of a school year, by the rows that were in force then. */
const onRoll = (value: ValueOf): string => `roll as (
  select y.y, y.first, y.next, r.student_id, r.school_id, r.stage, r.grade from years y
  join register_students r on ${held('r')} and r.valid_from <= y.first and (r.valid_to is null or r.valid_to >= y.first) and r.status in (${atSchool(value)}))`;

/** One row for each school and year of a relation `g`; `still_open` says that its end has not come. */
const ofSchool = (open: string): string => `'org:' || g.school_id || '#' || g.y as subject, 'org:' || g.school_id as about, null::text as student_id, null::text[] as student_scopes,
  g."on", ${yearBegins('g.y')} as counts_from, greatest(g."on", g.on_day) as closed_on, coalesce(h.place, array['school:' || g.school_id]) as place, ${open} as still_open`;

/** M3-c: the list is filed when every new student is on one, or has left: whoever was on none is a gap until the day they left. */
const newStudentList: EventSource = {
  duty: 'new_student_list',
  sql: () => `with ${NEWCOMERS}, ${LAST_ROWS}, ${SCHOOLS},
    filed as (select f.student_id, min(f.filed_on) as on_day from register_filings f where ${held('f')} group by 1),
    settled as (select n.school_id, n.cohort, n.valid_from, least(f.on_day, ${LEFT_ON}) as day from newcomers n join last_rows l using (student_id) left join filed f using (student_id)),
    g as (select school_id, cohort as y, greatest(${yearBegins('cohort')}, min(valid_from)) as "on", bool_and(day is not null) as done, max(day) as on_day from settled group by 1, 2)
    select ${ofSchool('not g.done')} from g left join schools h using (school_id)`,
};

/**
 * R3-b: of a school that registers its new students here, when each of them is registered electronically in autumn, or has left; of any other, when the number is reported for every intake of its year.
 */
const rollRegistration: EventSource = {
  duty: 'roll_registration',
  sql: () => `with ${NEWCOMERS}, ${LAST_ROWS}, ${SCHOOLS},
    begun as (select n.school_id, n.cohort as y, greatest(${yearBegins('n.cohort')}, min(n.valid_from)) as "on" from newcomers n group by 1, 2),
    marked as (select n.school_id, n.cohort as y, bool_and(coalesce(e.on_day, ${LEFT_ON}) is not null) as done, max(coalesce(e.on_day, ${LEFT_ON})) as on_day, bool_or(e.on_day is not null or x.student_id is not null) as kept
      from newcomers n join last_rows l using (student_id)
      left join e_registrations e on e.region_id = $1 and e.student_id = n.student_id and e.year = n.cohort and e.season = 'autumn' and e.state = 'registered' and e.superseded_at is null
      left join admission_entries x on x.region_id = $1 and x.student_id = n.student_id and x.act = 'register'
      group by 1, 2),
    first_told as (select i.key, min(i.recorded_at) as at from register_intakes i where i.region_id = $1 and not i.withdrawn and i.registered is not null group by 1),
    told as (select i.school_id, i.year as y, bool_and(i.registered is not null) as done, max(f.at) as at
      from register_intakes i left join first_told f on f.key = i.key where ${held('i')} group by 1, 2),
    g as (select b.*, case when m.kept then m.done else coalesce(t.done, false) end as done,
        case when m.kept then m.on_day else ${reportedOn('b."on"', 't.at')} end as on_day
      from begun b left join told t using (school_id, y) left join marked m using (school_id, y))
    select ${ofSchool('not g.done')} from g left join schools h using (school_id)`,
};

/** R4-j: insured when each student of the higher stage on the roll that day is, for the whole period. */
const schoolLiability: EventSource = {
  duty: 'school_liability',
  sql: (value) => {
    const [from = '', to = ''] = String(value('insurance.school_liability_period')).split('/');
    return `with ${SCHOOL_YEARS}, ${onRoll(value)}, ${SCHOOLS},
    insured as (select r.y, r.student_id, min(p.valid_from) as on_day from roll r join register_insurance p
      on p.student_id = r.student_id and p.kind = 'school_liability' and ${held('p')} and p.valid_to >= ${dayIn('r.y + 1', to)} and p.valid_from < r.next group by 1, 2),
    g as (select r.school_id, r.y, ${dayIn('r.y', from)} as "on", bool_and(i.on_day is not null) as done, max(i.on_day) as on_day
      from roll r left join insured i using (y, student_id) where r.stage = 'higher' group by 1, 2, 3)
    select ${ofSchool('not g.done')} from g left join schools h using (school_id)`;
  },
};

function fraction(value: ValueOf, key: string): string {
  const share = value(key);
  return typeof share === 'object' ? `${(share as Exact).n}::numeric / ${(share as Exact).d}` : 'null::numeric';
}

/** M9-c, B36: so many students of the secondary stage, counted from the first who was tested. */
const sampleTest: EventSource = {
  duty: 'sample_test',
  sql: (value) => `with ${SCHOOL_YEARS}, ${onRoll(value)}, ${SCHOOLS},
    many as (select r.school_id, r.y, r.first, count(*) as n from roll r where r.stage = 'secondary' group by 1, 2, 3),
    tested as (select r.school_id, r.y, r.student_id, min(t."on") as on_day from roll r
      join register_results t on t.student_id = r.student_id and t.kind = 'sample_test' and ${held('t')} and t."on" >= r.first and t."on" < r.next where r.stage = 'secondary' group by 1, 2, 3),
    ranked as (select school_id, y, on_day, row_number() over (partition by school_id, y order by on_day) as at from tested),
    g as (select m.school_id, m.y, m.first as "on", k.on_day from many m left join ranked k on k.school_id = m.school_id and k.y = m.y
      and k.at = least(m.n, greatest(${number(value, 'sample.size_minimum')}, ceil(m.n * ${fraction(value, 'sample.size_share')}))))
    select ${ofSchool('g.on_day is null')} from g left join schools h using (school_id)`,
};

/** M9-d: done when everybody of the third year has taken the test, or has left before they did. */
const upgradeTest: EventSource = {
  duty: 'upgrade_test',
  sql: (value) => `with ${SCHOOL_YEARS}, ${onRoll(value)}, ${LAST_ROWS}, ${SCHOOLS},
    third as (select r.*, ${LEFT_ON} as left_on from roll r join last_rows l using (student_id) where r.stage = 'secondary' and r.grade = ${number(value, 'roll.secondary_years')}),
    tested as (select r.y, r.student_id, min(t."on") as on_day from third r
      join register_results t on t.student_id = r.student_id and t.kind = 'upgrade_test' and ${held('t')} and t."on" >= r.first and t."on" < r.next group by 1, 2),
    g as (select r.school_id, r.y, r.first as "on", bool_and(coalesce(t.on_day, r.left_on) is not null) as done, max(coalesce(t.on_day, r.left_on)) as on_day from third r left join tested t using (y, student_id) group by 1, 2, 3)
    select ${ofSchool('not g.done')} from g left join schools h using (school_id)`,
};

export const schoolEvents: readonly EventSource[] = [newStudentList, rollRegistration, schoolLiability, sampleTest, upgradeTest];
