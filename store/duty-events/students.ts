import type { ValueOf } from '../../core/duties/declaration.ts';
import { dayIn, held, LAST_ROWS, LEFT, NEWCOMERS, number, SCHOOLS, type EventSource } from './source.ts';

/** Nobody is that old: a guardian always signs; at none, never. */
const ALWAYS = 999;

function ageOfConsent(value: ValueOf): number {
  const rule = value('agreement.guardian_required');
  return rule === 'always' ? ALWAYS : Math.max(0, number(value, 'agreement.guardian_required'));
}

/**
 * R3-e: from the first day of term of a student's first year, by the college's calendar, or from the day they came if
 * that is later; until all have signed, a guardian too while the student is a minor (B24), or the student has left.
 */
const agreement: EventSource = {
  duty: 'agreement',
  sql: (value) => `with ${NEWCOMERS}, ${LAST_ROWS}, ${SCHOOLS},
    begun as (select n.*, c.first_day, greatest(c.first_day, n.valid_from) as begins from newcomers n
      join register_programmes p on p.programme_id = n.programme_id and ${held('p')}
      join register_calendar c on c.college_id = p.college_id and c.academic_year = n.cohort and ${held('c')}),
    signed as (select b.student_id, greatest(a.signed_student_on, a.signed_guardian_on, a.signed_school_on, a.signed_college_on) as on_day
      from begun b join register_agreements a on a.student_id = b.student_id and ${held('a')}
      where a.signed_student_on is not null and a.signed_school_on is not null and a.signed_college_on is not null
        and (a.signed_guardian_on is not null or b.birth_date + make_interval(years => ${ageOfConsent(value)}) <= a.signed_student_on))
    select 'student:' || b.student_id as subject, 'student' as about, b.student_id, l.scopes as student_scopes, b.begins as "on", b.first_day as counts_from,
      greatest(b.begins, least(s.on_day, case when l.status in ${LEFT} then l.valid_from end)) as closed_on,
      coalesce(h.place, array['school:' || l.school_id]) as place, s.on_day is null and l.status not in ${LEFT} as still_open
    from begun b join last_rows l using (student_id) left join signed s using (student_id) left join schools h on h.school_id = l.school_id`,
};

const GRADUATES = `graduates as (
  select r.student_id, min(r.valid_from) as "on" from register_students r where ${held('r')} and r.status = 'graduated' and r.valid_from >= make_date($3::int, 1, 1) group by 1)`;

/** M10-b: a graduate's destination, from the day of graduation until it is first recorded. */
const destination: EventSource = {
  duty: 'destination',
  sql: () => `with ${GRADUATES}, ${LAST_ROWS}, ${SCHOOLS},
    told as (select d.student_id, min(d.recorded_on) as on_day from register_destinations d where ${held('d')} group by 1)
    select 'student:' || g.student_id as subject, 'student' as about, g.student_id, l.scopes as student_scopes, g."on", null::date as counts_from,
      greatest(g."on", t.on_day) as closed_on, coalesce(h.place, array['school:' || l.school_id]) as place, t.on_day is null as still_open
    from graduates g join last_rows l using (student_id) left join told t using (student_id) left join schools h on h.school_id = l.school_id`,
};

/** Codes of those who are neither at work nor in further study (C9). */
const WITHOUT_WORK = `('70', '71', '72')`;

/** M10-b, B61: who had no work at the first count is asked about again before the year ends. */
const destinationAgain: EventSource = {
  duty: 'destination_again',
  sql: (value) => `with ${GRADUATES}, ${LAST_ROWS}, ${SCHOOLS},
    counted as (select g.student_id, ${dayIn('extract(year from g."on")::int', String(value('destination.reported_by')))} as count_day from graduates g),
    known as (select distinct on (c.student_id) c.student_id, c.count_day, d.code from counted c
      join register_destinations d on d.student_id = c.student_id and ${held('d')} and d.recorded_on <= c.count_day order by c.student_id, d.recorded_on desc),
    again as (select k.student_id, min(d.recorded_on) as on_day from known k join register_destinations d on d.student_id = k.student_id and ${held('d')} and d.recorded_on > k.count_day group by 1)
    select 'student:' || k.student_id as subject, 'student' as about, k.student_id, l.scopes as student_scopes, k.count_day + 1 as "on", null::date as counts_from,
      a.on_day as closed_on, coalesce(h.place, array['school:' || l.school_id]) as place, a.on_day is null as still_open
    from known k join last_rows l using (student_id) left join again a using (student_id) left join schools h on h.school_id = l.school_id
    where k.code in ${WITHOUT_WORK}`,
};

/** Internships from so many days before they begin. */
const near = (value: ValueOf): string => `near as (
  select i.*, i.valid_from - ${Math.max(0, number(value, 'internship.papers_days'))} as begins from register_internships i where ${held('i')} and i.valid_from >= make_date($3::int, 1, 1))`;

const OF_INTERN = `'student:' || i.student_id || '#' || i.valid_from as subject, 'student' as about, i.student_id, l.scopes as student_scopes, i.begins as "on", i.valid_from as counts_from`;

/** R4-j: a policy that covers every day of the internship; the duty ends when it is recorded, and when its cover begins at the latest. */
const internshipInsurance: EventSource = {
  duty: 'internship_insurance',
  sql: (value) => `with ${near(value)}, ${LAST_ROWS}, ${SCHOOLS},
    insured as (select i.student_id, i.valid_from, min(least(p.valid_from, (p.recorded_at at time zone 'Asia/Shanghai')::date)) as on_day from near i
      join register_insurance p on p.student_id = i.student_id and p.kind = 'internship_liability' and ${held('p')} and p.valid_from <= i.valid_to and p.valid_to >= i.valid_to group by 1, 2)
    select ${OF_INTERN}, greatest(i.begins, s.on_day) as closed_on, coalesce(h.place, array['school:' || l.school_id]) as place, s.on_day is null as still_open
    from near i join last_rows l using (student_id) left join insured s on s.student_id = i.student_id and s.valid_from = i.valid_from left join schools h on h.school_id = l.school_id`,
};

/** S2-i: agreement and safety training, both. */
const internshipPapers: EventSource = {
  duty: 'internship_papers',
  sql: (value) => `with ${near(value)}, ${LAST_ROWS}, ${SCHOOLS}
    select ${OF_INTERN}, greatest(i.begins, i.agreement_on, i.safety_training_on) as closed_on, coalesce(h.place, array['school:' || l.school_id]) as place,
      i.agreement_on is null or i.safety_training_on is null as still_open
    from near i join last_rows l using (student_id) left join schools h on h.school_id = l.school_id`,
};

/** S2-e: a claim that was refused is a difficulty until it is claimed anew. */
const benefitDifficulty: EventSource = {
  duty: 'benefit_difficulty',
  sql: () => `with ${LAST_ROWS}, ${SCHOOLS},
    refused as (select c.*, (select min(n.on_date) from benefit_claims n where n.region_id = $1 and n.benefit_id = c.benefit_id and n.student_id = c.student_id and n.version = c.version + 1) as next_on
      from benefit_claims c where c.region_id = $1 and c.state = 'refused' and c.on_date >= make_date($3::int, 1, 1))
    select 'student:' || c.student_id || '#' || c.benefit_id || '.' || c.version as subject, 'student' as about, c.student_id, l.scopes as student_scopes, c.on_date as "on", null::date as counts_from,
      greatest(c.on_date, c.next_on) as closed_on, coalesce(h.place, array['school:' || l.school_id]) as place, c.next_on is null as still_open
    from refused c join last_rows l using (student_id) left join schools h on h.school_id = l.school_id`,
};

/** M9-d: an objection to what was published of a student, until it is answered. */
const stepUpAppeal: EventSource = {
  duty: 'step_up_appeal',
  sql: () => `with ${LAST_ROWS}
    select 'student:' || a.student_id || '#' || a.appeal_id as subject, 'student' as about, a.student_id, l.scopes as student_scopes, a.appealed_on as "on", null::date as counts_from,
      greatest(a.appealed_on, w.answered_on) as closed_on, array['college:' || p.college_id, 'school:' || l.school_id] as place, w.appeal_id is null as still_open
    from step_up_appeals a join step_up_publications p on p.region_id = $1 and p.publication_id = a.publication_id join last_rows l using (student_id)
      left join step_up_answers w on w.region_id = $1 and w.appeal_id = a.appeal_id
    where a.region_id = $1 and a.appealed_on >= make_date($3::int, 1, 1)`,
};

export const studentEvents: readonly EventSource[] = [agreement, destination, destinationAgain, internshipInsurance, internshipPapers, benefitDifficulty, stepUpAppeal];
