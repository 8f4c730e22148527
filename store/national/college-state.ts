import type { BaseFacts, HostFacts, ProgrammeFacts, TeacherFacts } from '../../core/national/facts.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import { parseExact, ZERO } from '../../core/values/exact.ts';
import { plainDate, yearOf, type PlainDate } from '../../core/values/plain-date.ts';
import type { Kind } from '../../core/access/kinds.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import { firstDayOfYear } from './students.ts';

/** A college, and the day of which its state is told. */
export interface OfCollege {
  readonly org_id: string;
  readonly on: PlainDate;
}

export type TeacherKind = 'full_time_teacher' | 'part_time_teacher' | 'outside_teacher';
const EMPLOYMENT: Readonly<Record<TeacherKind, string>> = { full_time_teacher: 'full_time', part_time_teacher: 'part_time', outside_teacher: 'external' };
const TEACHING_POSTS = ['teacher', 'ideology_teacher', 'external_teacher'];

function exportLabels(tx: Transaction, kind: Kind): readonly string[] | null {
  const labels = tx.actor.reach.get(`${kind}.export`) ?? [];
  return labels === '*' ? null : labels;
}

const CAMPUSES = `select c.key from register_campuses c where c.region_id = $1 and ${standing('c')} and c.college_id = $2`;

/** Whoever teaches at campuses of the college that day, once each: by the post that they have had longest. */
export function teachersOf(tx: Transaction, kind: TeacherKind, { org_id, on }: OfCollege): Promise<TeacherFacts[]> {
  return tx.query<TeacherFacts>(
    `select distinct on (r.person_id) r.person_id, r.name, coalesce(o.name, r.employer_id) as employer, r.degree, r.title, r.dual_qualified, r.valid_from as "from"
     from register_staff r left join register_organisations o on o.region_id = $1 and o.key = r.employer_id and ${standing('o')}
     where r.region_id = $1 and ${standing('r')} and r.stage = 'higher' and r.campus_id in (${CAMPUSES}) and r.employment = $4 and r.post = any($5::text[])
       and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date) and ($6::text[] is null or r.scopes && $6::text[])
     order by r.person_id, r.valid_from, r.record_id`, [tx.actor.region_id, org_id, on, EMPLOYMENT[kind], TEACHING_POSTS, exportLabels(tx, 'staff')]);
}

interface BaseRow extends Omit<BaseFacts, 'value_yuan' | 'new_value_yuan'> {
  readonly value: string;
  readonly new_value: string;
}

/** Bases at campuses of the college, with the equipment that stands in them and is not retired that day. */
export async function basesOf(tx: Transaction, { org_id, on }: OfCollege): Promise<BaseFacts[]> {
  const rows = await tx.query<BaseRow>(
    `select b.key as base_id, b.name, c.name as campus, b.majors, b.stations::int as stations, coalesce(e.many, 0)::int as equipment, coalesce(e.value, 0)::text as value, coalesce(e.new_value, 0)::text as new_value
     from register_bases b join register_campuses c on c.region_id = $1 and c.key = b.campus_id and ${standing('c')} and c.college_id = $2
       left join lateral (select count(*) as many, sum(q.value_yuan) as value, sum(q.value_yuan) filter (where q.acquired_on >= $4::date) as new_value from register_equipment q
         where q.region_id = $1 and q.campus_id = b.campus_id and q.base_id = b.key and ${standing('q')} and q.acquired_on <= $3::date and (q.retired_on is null or q.retired_on > $3::date) and ($5::text[] is null or q.scopes && $5::text[])) e on true
     where b.region_id = $1 and ${standing('b')} and ($5::text[] is null or b.scopes && $5::text[]) order by b.campus_id, b.key`,
    [tx.actor.region_id, org_id, on, plainDate(yearOf(on), 1, 1), exportLabels(tx, 'conditions')]);
  return rows.map(({ value, new_value, ...row }) => ({ ...row, value_yuan: parseExact(value) ?? ZERO, new_value_yuan: parseExact(new_value) ?? ZERO }));
}

/** Half a year, for an internship: so many days from its first. */
const HALF_YEAR_DAYS = 180;

/** Firms that took interns of the college's higher stage in the academic year, by the day. Figures of nobody by name, of the college's own students. */
export function hostsOf(tx: Transaction, { org_id, on }: OfCollege): Promise<HostFacts[]> {
  return tx.whole((whole) => whole.query<HostFacts>(
    `select o.key as org_id, o.name, o.credit_code, count(*)::int as interns, count(*) filter (where i.valid_to - i.valid_from + 1 >= $5::integer)::int as half_year, array_agg(distinct p.higher_code order by p.higher_code) as majors
     from register_internships i
       join lateral (select s.stage, s.programme_id from register_students s where s.region_id = $1 and s.student_id = i.student_id and ${standing('s')} and (s.valid_to is null or s.valid_to >= i.valid_from) order by s.valid_from limit 1) s on s.stage = 'higher'
       join register_programmes p on p.region_id = $1 and p.key = s.programme_id and ${standing('p')} and p.college_id = $2
       join register_organisations o on o.region_id = $1 and o.key = i.employer_id and ${standing('o')}
     where i.region_id = $1 and ${standing('i')} and i.valid_from <= $3::date and i.valid_to >= $4::date group by o.key, o.name, o.credit_code order by o.key`,
    [whole.actor.region_id, org_id, on, firstDayOfYear(on), HALF_YEAR_DAYS]));
}

/** Higher majors of the college in the pilot, with the heads of its higher stage. Figures of nobody by name. */
export function programmesOf(tx: Transaction, { org_id, on }: OfCollege): Promise<ProgrammeFacts[]> {
  return tx.whole((whole) => whole.query<ProgrammeFacts>(
    `select p.higher_code, min(p.name) as name, count(r.student_id) filter (where r.grade = 4)::int as fourth, count(r.student_id) filter (where r.grade = 5)::int as fifth, count(distinct r.class_id)::int as classes
     from register_programmes p left join register_students r on r.region_id = $1 and r.programme_id = p.key and ${standing('r')} and r.stage = 'higher' and r.status = any($4::text[])
       and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date)
     where p.region_id = $1 and ${standing('p')} and p.college_id = $2 group by p.higher_code order by p.higher_code`, [whole.actor.region_id, org_id, on, [...AT_SCHOOL]]));
}

