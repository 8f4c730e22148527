import type { ValueOf } from '../../core/duties/declaration.ts';
import { VISIT_DUTIES, VISITS_ASKED, type VisitKind } from '../../core/supervision/visit.ts';
import { BODY } from './matters.ts';
import { dayIn, held, number, SCHOOL_YEARS, type EventSource } from './source.ts';

/** Terms as the calendar of schools has them; a college that set the days of a term ends it by its own. */
const PERIODS: Readonly<Record<VisitKind, string>> = {
  quality: `periods as (
    select y, 1 as term, y || '-1' as named, first, make_date(y + 1, 1, 31) as last from years
    union all select y, 2, y || '-2', make_date(y + 1, 2, 1), next - 1 from years where make_date(y + 1, 2, 1) <= $2::date),
    set_days as (select distinct on (college_id, term) college_id, term as named, last_day from teaching_terms where region_id = $1 order by college_id, term, entry_no desc)`,
  conduct: `periods as (select y, null::int as term, y::text as named, first, next - 1 as last from years),
    set_days as (select null::text as college_id, null::text as named, null::date as last_day where false)`,
};

/** A college and a school with programmes together, while the school is in the pilot, and after it was stopped until those who were at school have gone through. */
const pairs = (value: ValueOf): string => `periods_in as (
    select s.school_id, s.pilot_from, max(s.pilot_to) as pilot_to from register_schools s where ${held('s')} and s.pilot_from is not null group by 1, 2),
  pilots as (
    select s.school_id, min(s.pilot_from) as since, case when bool_and(s.pilot_to is not null) then max(s.pilot_to) + make_interval(years => ${number(value, 'roll.secondary_years')} + ${number(value, 'roll.higher_years')}) end as until
    from periods_in s group by 1),
  pairs as (select distinct p.college_id, p.school_id, o.division_code, i.since, i.until from register_programmes p join pilots i using (school_id)
    left join register_organisations o on o.org_id = p.school_id and ${held('o')} where ${held('p')})`;

/** S3-a, S3-c: from the first day of the period, or of the pilot in it, until so many visits were made; a visit that was corrected counts once. */
function visited(kind: VisitKind): EventSource {
  return {
    duty: VISIT_DUTIES[kind],
    sql: (value) => `with ${SCHOOL_YEARS}, ${PERIODS[kind]}, ${pairs(value)},
      made as (select v.college_id, v.school_id, v.year, v.term, v.on_date, row_number() over (partition by v.college_id, v.school_id, v.year, v.term order by v.on_date, v.visit_id) as nth
        from supervision_visits v where v.region_id = $1 and v.kind = '${kind}' and not exists (select 1 from supervision_visits c where c.region_id = $1 and c.answers = v.visit_id)),
      g as (select a.college_id, a.school_id, a.division_code, p.named, greatest(p.first, a.since) as "on", coalesce(t.last_day, p.last) as last, m.on_date
        from periods p join pairs a on a.since <= p.last and (a.until is null or a.until >= p.first)
        left join set_days t on t.college_id = a.college_id and t.named = p.named
        left join made m on m.college_id = a.college_id and m.school_id = a.school_id and m.year = p.y and m.term is not distinct from p.term and m.nth = ${number(value, VISITS_ASKED[kind])}
        where greatest(p.first, a.since) <= $2::date)
      select 'org:' || g.school_id || '#' || g.college_id || '/' || g.named as subject, 'org:' || g.school_id as about, null::text as student_id, null::text[] as student_scopes,
        g."on", g.last as counts_from, greatest(g."on", g.on_date) as closed_on, array_remove(array['school:' || g.school_id, 'college:' || g.college_id, 'county:' || g.division_code], null) as place,
        g.on_date is null as still_open from g`,
  };
}

/** S3-g: from the first day of the school year, or of the pilot in it, until a bureau decided what the school came to; the year of an assessment is that in which the school year began. */
const assessed: EventSource = {
  duty: 'yearly_assessment',
  sql: (value) => `with ${SCHOOL_YEARS}, ${pairs(value)},
    schools as (select distinct school_id, division_code, since, until from pairs),
    decided as (select m.subject as school_id, (f.details ->> 'year')::integer as y, min(e.on_date) as on_date
      from matters m join matter_entries f on f.region_id = m.region_id and f.matter_id = m.matter_id and f.entry_no = 1
      join matter_entries e on e.region_id = m.region_id and e.matter_id = m.matter_id and e.to_state = 'assessed'
      where m.region_id = $1 and m.kind = 'yearly_assessment' group by 1, 2),
    g as (select s.school_id, s.division_code, y.y, greatest(y.first, s.since) as "on", y.next - 1 as last, d.on_date
      from years y join schools s on s.since < y.next and (s.until is null or s.until >= y.first) left join decided d on d.school_id = s.school_id and d.y = y.y where greatest(y.first, s.since) <= $2::date)
    select 'org:' || g.school_id || '#' || g.y as subject, 'org:' || g.school_id as about, null::text as student_id, null::text[] as student_scopes,
      g."on", g.last as counts_from, greatest(g."on", g.on_date) as closed_on, array_remove(array['county:' || g.division_code], null) as place, g.on_date is null as still_open from g`,
};

/** S3-h: each December every school of the pilot, its college and its county's bureau; until the unit handed its review of the year in. */
const reviewed: EventSource = {
  duty: 'yearly_review',
  sql: (value) => `with ${SCHOOL_YEARS}, ${pairs(value)},
    units as (select school_id as org_id, since, until from pairs union select college_id, since, until from pairs
      union select o.org_id, p.since, p.until from pairs p join register_organisations o on o.division_code = p.division_code and o.kind = 'education_bureau' and ${held('o')}),
    due as (select y.y, u.org_id, make_date(y.y, 12, 1) as "on", ${dayIn('y.y', String(value('review.due')))} as last from years y join units u on u.since <= make_date(y.y, 12, 31) and (u.until is null or u.until >= make_date(y.y, 12, 1))
      where make_date(y.y, 12, 1) <= $2::date group by 1, 2),
    handed as (select m.subject as org_id, (f.details ->> 'year')::integer as y, max(e.on_date) as on_date
      from matters m join matter_entries f on f.region_id = m.region_id and f.matter_id = m.matter_id and f.entry_no = 1
      join matter_entries e on e.region_id = m.region_id and e.matter_id = m.matter_id and e.to_state = 'handed_in'
      where m.region_id = $1 and m.kind = 'yearly_review' and m.state in ('handed_in', 'taken_in') group by 1, 2)
    select 'org:' || d.org_id || '#' || d.y as subject, 'org:' || d.org_id as about, null::text as student_id, null::text[] as student_scopes,
      d."on", d.last as counts_from, greatest(d."on", h.on_date) as closed_on, array[${BODY}] as place, h.on_date is null as still_open
    from due d join register_organisations o on o.org_id = d.org_id and ${held('o')} left join handed h on h.org_id = d.org_id and h.y = d.y`,
};

export const supervisionEvents: readonly EventSource[] = [visited('quality'), visited('conduct'), assessed, reviewed];
