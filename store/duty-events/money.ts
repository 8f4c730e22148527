import type { ValueOf } from '../../core/duties/declaration.ts';
import { CAMPUSES, dayIn, held, LAST_ROWS, number, reportedOn, SCHOOLS, SCHOOL_YEARS, yearBegins, type EventSource } from './source.ts';

const NOBODY = `null::text as student_id, null::text[] as student_scopes`;
const countDay = (value: ValueOf, year: string): string => dayIn(year, String(value('snapshot.finance')));

/** M5-d: the headcount of a campus that is open on the day of the count; it ends when it is first reported. */
const headcountSheet: EventSource = {
  duty: 'headcount_sheet',
  sql: (value) => `with ${SCHOOL_YEARS}, ${CAMPUSES},
    first_told as (select n.key, min(n.recorded_at) as at from register_grant_headcounts n where n.region_id = $1 and not n.withdrawn group by 1),
    told as (select n.campus_id, n."on", f.at from first_told f join register_grant_headcounts n on n.key = f.key and ${held('n')})
    select 'campus:' || c.campus_id || '#' || y.y as subject, 'campus:' || c.campus_id as about, ${NOBODY}, y.first as "on", null::date as counts_from,
      ${reportedOn(countDay(value, 'y.y'), 't.at')} as closed_on, c.place, t.at is null as still_open
    from years y join campuses c on c.opened_on <= ${countDay(value, 'y.y')} and c.status <> 'closed' left join told t on t.campus_id = c.campus_id and t."on" = ${countDay(value, 'y.y')}`,
};

/** M5-e: of each payer and fiscal year from the day after its last count; it ends with the receipt that makes the sum full (B29). */
const grantInFull: EventSource = {
  duty: 'grant_in_full',
  sql: (value) => `with ${CAMPUSES},
    owed as (
      select c.payer_id, s.fiscal_year as y, min(${countDay(value, 's.fiscal_year')}) + 1 as "on",
        sum(s.yuan_per_student * (${number(value, 'grant.months_previous')} * coalesce(b.students, 0) + ${number(value, 'grant.months_current')} * n.students)) as by_months
      from register_grant_standards s join campuses c on c.college_id = s.college_id and c.payer_id is not null
      join register_grant_headcounts n on n.campus_id = c.campus_id and n."on" = ${countDay(value, 's.fiscal_year')} and ${held('n')}
      left join register_grant_headcounts b on b.campus_id = c.campus_id and b."on" = ${countDay(value, 's.fiscal_year - 1')} and ${held('b')}
      where ${held('s')} and s.fiscal_year >= $3 group by 1, 2),
    arrived as (select coalesce(r.payer_id, c.payer_id) as payer_id, r.fiscal_year as y, r.received_on, sum(r.amount_yuan) as yuan
      from register_grant_receipts r left join campuses c using (campus_id) where ${held('r')} group by 1, 2, 3),
    total as (select a.payer_id, a.y, a.received_on, sum(a.yuan) over (partition by a.payer_id, a.y order by a.received_on) as yuan from arrived a),
    done as (select o.payer_id, o.y, min(t.received_on) as on_day from owed o join total t on t.payer_id = o.payer_id and t.y = o.y
      and t.yuan * ${number(value, 'grant.months_previous') + number(value, 'grant.months_current')} >= o.by_months group by 1, 2),
    places as (select c.payer_id, array_agg(distinct label collate "C" order by label collate "C") as place
      from campuses c cross join lateral unnest(c.place) as u(label) where label ~ '^(payer|college|county):' group by 1)
    select 'org:' || o.payer_id || '#' || o.y as subject, 'org:' || o.payer_id as about, ${NOBODY}, o."on", null::date as counts_from,
      greatest(o."on", d.on_day) as closed_on, p.place, d.on_day is null as still_open
    from owed o join places p using (payer_id) left join done d using (payer_id, y)`,
};

/** M5-f: of each receipt of a campus; it ends with the payment that makes what was passed on as much as had come in by then. */
const grantPassOn: EventSource = {
  duty: 'grant_pass_on',
  sql: () => `with ${CAMPUSES},
    came as (select r.receipt_id, r.campus_id, r.received_on, sum(r.amount_yuan) over (partition by r.campus_id order by r.received_on, r.receipt_id) as total
      from register_grant_receipts r where ${held('r')} and r.campus_id is not null),
    passed as (select p.to_id as campus_id, p.paid_on, sum(p.amount_yuan) as yuan from register_payments p where ${held('p')} and p.kind = 'grant' group by 1, 2),
    went as (select p.campus_id, p.paid_on, sum(p.yuan) over (partition by p.campus_id order by p.paid_on) as total from passed p),
    done as (select c.receipt_id, min(w.paid_on) as on_day from came c join went w on w.campus_id = c.campus_id and w.total >= c.total group by 1)
    select 'campus:' || c.campus_id || '#' || c.receipt_id as subject, 'campus:' || c.campus_id as about, ${NOBODY}, c.received_on as "on", null::date as counts_from,
      greatest(c.received_on, d.on_day) as closed_on, k.place, d.on_day is null as still_open
    from came c join campuses k using (campus_id) left join done d using (receipt_id)`,
};

/** R4-c: on each day of settlement, for a school whose students paid tuition in the year before it; it ends with the first payment since it was opened. */
const tuitionSettlement: EventSource = {
  duty: 'tuition_settlement',
  sql: (value) => {
    const days = String(value('tuition.settle_days')).split(';').map((day) => `select y, ${dayIn('y', day)} as settled_on from generate_series($3::int, extract(year from $2::date)::int + 1) y`);
    return `with ${LAST_ROWS}, ${SCHOOLS},
    periods as (select p.settled_on, p.settled_on - ${Math.max(0, number(value, 'tuition.settle_open_days'))} as opens from (${days.join(' union all ')}) p),
    collected as (select distinct l.school_id, r.received_on from register_receipts r join last_rows l using (student_id) where ${held('r')} and r.kind = 'tuition'),
    owed as (select distinct p.settled_on, p.opens, s.school_id from periods p
      join register_shares s on ${held('s')} and s.valid_from <= p.settled_on and (s.valid_to is null or s.valid_to >= p.settled_on)
      join collected c on c.school_id = s.school_id and c.received_on > p.opens - 365 and c.received_on <= p.opens),
    done as (select o.school_id, o.settled_on, min(p.paid_on) as on_day from owed o
      join register_payments p on p.to_id = o.school_id and p.kind = 'tuition_share' and ${held('p')} and p.paid_on >= o.opens group by 1, 2)
    select 'org:' || o.school_id || '#' || o.settled_on as subject, 'org:' || o.school_id as about, ${NOBODY}, o.opens as "on", o.settled_on as counts_from,
      d.on_day as closed_on, coalesce(h.place, array['school:' || o.school_id]) as place, d.on_day is null as still_open
    from owed o left join done d using (school_id, settled_on) left join schools h using (school_id)`;
  },
};

/** R4-g: of each school and academic year with custody fees; it ends when nothing is left of any student's. */
const custodySettlement: EventSource = {
  duty: 'custody_settlement',
  sql: () => `with ${LAST_ROWS}, ${SCHOOLS},
    moved as (
      select r.student_id, r.academic_year as y, r.amount_yuan as yuan, r.received_on as on_day, true as came from register_receipts r where ${held('r')} and r.kind = 'custody'
      union all select s.student_id, s.academic_year, -s.amount_yuan, s.spent_on, false from register_custody_spending s where ${held('s')}
      union all select p.to_id, p.academic_year, -p.amount_yuan, p.paid_on, false from register_payments p where ${held('p')} and p.kind = 'custody_refund'),
    students as (select l.school_id, m.y, m.student_id, sum(m.yuan) as left_over, max(m.on_day) as on_day, min(m.on_day) filter (where m.came) as began
      from moved m join last_rows l using (student_id) where m.y >= $3 group by 1, 2, 3),
    g as (select school_id, y, bool_and(left_over = 0) as done, max(on_day) as on_day, min(began) as "on" from students group by 1, 2)
    select 'org:' || g.school_id || '#' || g.y as subject, 'org:' || g.school_id as about, ${NOBODY}, g."on", greatest(g."on", ${yearBegins('g.y')}) as counts_from,
      greatest(g."on", g.on_day) as closed_on, coalesce(h.place, array['school:' || g.school_id]) as place, not g.done as still_open
    from g left join schools h using (school_id) where g."on" is not null`,
};

export const moneyEvents: readonly EventSource[] = [headcountSheet, grantInFull, grantPassOn, tuitionSettlement, custodySettlement];
