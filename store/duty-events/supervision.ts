import type { ValueOf } from '../../core/duties/declaration.ts';
import { VISIT_DUTIES, VISITS_ASKED, type VisitKind } from '../../core/supervision/visit.ts';
import { held, number, SCHOOL_YEARS, type EventSource } from './source.ts';

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
const pairs = (value: ValueOf): string => `pilots as (
    select s.school_id, min(s.pilot_from) as since, case when bool_and(s.pilot_to is not null) then max(s.pilot_to) + make_interval(years => ${number(value, 'roll.secondary_years')} + ${number(value, 'roll.higher_years')}) end as until
    from register_schools s where ${held('s')} and s.pilot_from is not null group by 1),
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

export const supervisionEvents: readonly EventSource[] = [visited('quality'), visited('conduct')];
