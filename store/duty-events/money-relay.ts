import type { ValueOf } from '../../core/duties/declaration.ts';
import { CAMPUSES, dayIn, held, LAST_ROWS, LEFT, number, yearBegins, type EventSource } from './source.ts';

const NOBODY = `null::text as student_id, null::text[] as student_scopes`;

/** R4-e: of each day on which fees of a campus came in; it ends when as much was passed on, or given back, as had come in by then. */
const feesPassOn: EventSource = {
  duty: 'fees_pass_on',
  sql: () => `with ${CAMPUSES}, ${LAST_ROWS},
    days as (select l.campus_id, r.kind, r.received_on, sum(r.amount_yuan) as yuan from register_receipts r join last_rows l using (student_id)
      where ${held('r')} and r.kind in ('dorm', 'custody', 'other') and l.campus_id is not null group by 1, 2, 3),
    came as (select d.campus_id, d.kind, d.received_on, sum(d.yuan) over (partition by d.campus_id, d.kind order by d.received_on) as total from days d),
    moved as (
      select p.to_id as campus_id, case p.kind when 'other_fee' then 'other' else p.kind end as kind, p.paid_on, p.amount_yuan as yuan from register_payments p where ${held('p')} and p.kind in ('dorm', 'custody', 'other_fee')
      union all select l.campus_id, p.of, p.paid_on, p.amount_yuan from register_payments p join last_rows l on l.student_id = p.to_id where ${held('p')} and p.kind = 'fee_refund' and p.of in ('dorm', 'other')),
    went as (select m.campus_id, m.kind, m.paid_on, sum(sum(m.yuan)) over (partition by m.campus_id, m.kind order by m.paid_on) as total from moved m group by 1, 2, 3),
    done as (select c.campus_id, c.kind, c.received_on, min(w.paid_on) as on_day from came c join went w on w.campus_id = c.campus_id and w.kind = c.kind and w.total >= c.total group by 1, 2, 3)
    select 'campus:' || c.campus_id || '#' || c.kind || '#' || c.received_on as subject, 'campus:' || c.campus_id as about, ${NOBODY}, c.received_on as "on", null::date as counts_from,
      greatest(c.received_on, d.on_day) as closed_on, k.place, d.on_day is null as still_open
    from came c join campuses k using (campus_id) left join done d using (campus_id, kind, received_on)`,
};

/** M5-e, B31: of each payer and instalment but the last, which the whole year's duty has; it ends with the receipt that makes its part full. What is due before this year’s heads are counted goes by last year’s, and stays so. */
const grantQuarter: EventSource = {
  duty: 'grant_quarter',
  sql: (value) => {
    const days = String(value('grant.instalment_days')).split(';').slice(0, -1);
    const count = (year: string): string => dayIn(year, String(value('snapshot.finance')));
    const parts = days.map((day, at) => `select y, ${at + 1} as part, ${at === 0 ? 'make_date(y, 1, 1)' : `${dayIn('y', days[at - 1] ?? '')} + 1`} as begins, ${dayIn('y', day)} as ends from generate_series($3::int, extract(year from $2::date)::int) y`);
    const months = number(value, 'grant.months_previous') + number(value, 'grant.months_current');
    return `with ${CAMPUSES},
    parts as (${parts.length === 0 ? 'select null::int as y, null::int as part, null::date as begins, null::date as ends' : parts.join(' union all ')}),
    owed as (
      select c.payer_id, s.fiscal_year as y, ${count('s.fiscal_year')} as counted_on, sum(s.yuan_per_student * b.students * ${months}) as by_last,
        sum(s.yuan_per_student * (${number(value, 'grant.months_previous')} * b.students + ${number(value, 'grant.months_current')} * coalesce(n.students, b.students))) as by_both
      from register_grant_standards s join campuses c on c.college_id = s.college_id and c.payer_id is not null
      join register_grant_headcounts b on b.campus_id = c.campus_id and b."on" = ${count('s.fiscal_year - 1')} and ${held('b')}
      left join register_grant_headcounts n on n.campus_id = c.campus_id and n."on" = ${count('s.fiscal_year')} and ${held('n')}
      where ${held('s')} and s.fiscal_year >= $3 group by 1, 2, 3),
    arrived as (select coalesce(r.payer_id, c.payer_id) as payer_id, r.fiscal_year as y, r.received_on, sum(r.amount_yuan) as yuan
      from register_grant_receipts r left join campuses c using (campus_id) where ${held('r')} group by 1, 2, 3),
    total as (select a.payer_id, a.y, a.received_on, sum(a.yuan) over (partition by a.payer_id, a.y order by a.received_on) as yuan from arrived a),
    due as (select o.payer_id, o.y, p.part, p.begins, p.ends, case when p.ends < o.counted_on then o.by_last else o.by_both end * p.part * ${shareOf(value)} as yuan_months from owed o join parts p on p.y = o.y where o.by_last > 0),
    done as (select d.payer_id, d.y, d.part, min(t.received_on) as on_day from due d join total t on t.payer_id = d.payer_id and t.y = d.y and t.yuan * ${months} >= d.yuan_months group by 1, 2, 3),
    places as (select c.payer_id, array_agg(distinct label collate "C" order by label collate "C") as place
      from campuses c cross join lateral unnest(c.place) as u(label) where label ~ '^(payer|college|county):' group by 1)
    select 'org:' || d.payer_id || '#' || d.y || '#' || d.part as subject, 'org:' || d.payer_id as about, ${NOBODY}, d.begins as "on", d.ends as counts_from,
      greatest(d.begins, f.on_day) as closed_on, p.place, f.on_day is null as still_open
    from due d join places p using (payer_id) left join done f using (payer_id, y, part)`;
  },
};

/** The part of the year that one instalment is, as an SQL literal. */
function shareOf(value: ValueOf): string {
  const share = value('grant.instalment_share');
  return typeof share === 'object' ? `(${share.n}::numeric / ${share.d})` : '0';
}

/** R4-b, R4-d, B34: of whoever left with more paid than stays due of tuition and dormitory; it ends with the refund that makes up for it. */
const feeRefund: EventSource = {
  duty: 'fee_refund',
  sql: (value) => `with ${LAST_ROWS}, ${CAMPUSES},
    departed as (select d.student_id, extract(year from d."on")::int - case when d."on" < ${yearBegins('extract(year from d."on")::int')} then 1 else 0 end as y, min(d."on") as "on"
      from register_departures d where ${held('d')} group by 1, 2),
    left_on as (select d.student_id, d.y, d."on", l.scopes, k.place, k.college_id, coalesce(a.first_day, ${yearBegins('d.y')}) as first_day,
        (select min(b.valid_from) from register_students b where ${held('b')} and b.student_id = d.student_id and b.valid_from > d."on" and b.status not in ${LEFT} and b.status <> 'suspended') as returned_on
      from departed d join last_rows l using (student_id) join campuses k on k.campus_id = l.campus_id left join register_calendar a on a.college_id = k.college_id and a.academic_year = d.y and ${held('a')} where d.y >= $3),
    used as (select e.*, least(${number(value, 'refund.months')}, greatest(0, ceil((e."on" - e.first_day + 1)::numeric / ${number(value, 'refund.month_days')}))) as months from left_on e),
    charged as (select u.student_id, u.y, c.kind, sum(c.amount_yuan) filter (where u.returned_on is null or c.due_on < u.returned_on) as reduced, sum(c.amount_yuan) filter (where c.due_on >= u.returned_on) as whole
      from used u join register_charges c on c.student_id = u.student_id and c.academic_year = u.y and ${held('c')} and c.kind in ('tuition', 'dorm') group by 1, 2, 3),
    paid as (select u.student_id, u.y, r.kind, sum(r.amount_yuan) as yuan from used u join register_receipts r on r.student_id = u.student_id and r.academic_year = u.y and ${held('r')} and r.kind in ('tuition', 'dorm') group by 1, 2, 3),
    back as (select u.student_id, u.y, sum(greatest(0, p.yuan - floor(coalesce(c.reduced, 0) * u.months * 100 / ${number(value, 'refund.months')}) / 100 - coalesce(c.whole, 0))) as yuan
      from used u join paid p using (student_id, y) left join charged c on c.student_id = p.student_id and c.y = p.y and c.kind = p.kind group by 1, 2),
    days as (select p.to_id as student_id, p.academic_year as y, p.paid_on, sum(p.amount_yuan) as yuan from register_payments p where ${held('p')} and p.kind = 'fee_refund' and p.of in ('tuition', 'dorm') group by 1, 2, 3),
    total as (select d.*, sum(d.yuan) over (partition by d.student_id, d.y order by d.paid_on) as all_yuan from days d),
    done as (select b.student_id, b.y, min(t.paid_on) as on_day from back b join total t on t.student_id = b.student_id and t.y = b.y and t.all_yuan >= b.yuan group by 1, 2)
    select 'student:' || u.student_id || '#' || u.y as subject, 'student' as about, u.student_id, u.scopes as student_scopes, u."on", null::date as counts_from,
      greatest(u."on", d.on_day) as closed_on, u.place, d.on_day is null as still_open
    from used u join back b using (student_id, y) left join done d using (student_id, y) where b.yuan > 0`,
};

export const moneyRelayEvents: readonly EventSource[] = [feesPassOn, grantQuarter, feeRefund];
