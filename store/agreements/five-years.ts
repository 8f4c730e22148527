import type { FiveYearFacts } from '../../core/agreements/five-years.ts';
import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';
import type { Law } from './law.ts';

/** One student whose five years the actor follows: themselves, or a child. */
export interface Followed {
  readonly student_id: string;
  readonly name: string;
  readonly birth_date: PlainDate;
  readonly school: string;
  readonly programme: string;
  readonly grade: number;
  readonly stage: 'secondary' | 'higher';
  readonly agreement_id: number | null;
  readonly facts: FiveYearFacts;
}

interface Row extends Omit<Followed, 'facts' | 'agreement_id' | 'grade'> {
  readonly agreement_id: bigint | null;
  readonly grade: bigint;
  readonly cohort: number;
  readonly here: boolean;
  readonly signed_on: PlainDate | null;
  readonly due_on: PlainDate | null;
  readonly filed_on: PlainDate | null;
  readonly higher_from: PlainDate | null;
  readonly passed_on: PlainDate | null;
  readonly confirmed_on: PlainDate | null;
  readonly certificate_on: PlainDate | null;
  readonly graduated_on: PlainDate | null;
}

const SQL = `with roll as (select distinct on (r.student_id) r.* from register_students r where r.region_id = $1 and r.student_id = any($2::text[]) and ${standing('r')} order by r.student_id, r.valid_from desc)
  select s.student_id, s.name, s.birth_date, s.grade, s.stage, s.cohort, coalesce(o.name, s.school_id) as school, coalesce(p.name, s.programme_id) as programme, a.agreement_id,
    s.status not in ('withdrawn', 'transferred_out') as here,
    coalesce((select max(w.signed_on) from agreement_papers w where w.region_id = $1 and w.agreement_id = a.agreement_id),
      case when n.signed_student_on is not null and n.signed_school_on is not null and n.signed_college_on is not null then greatest(n.signed_student_on, n.signed_guardian_on, n.signed_school_on, n.signed_college_on) end) as signed_on,
    (select d.due_on from duty_students ds join duties d on d.region_id = $1 and d.duty_key = ds.duty_key and d.duty = 'agreement' where ds.region_id = $1 and ds.student_id = s.student_id limit 1) as due_on,
    (select min(f.filed_on) from register_filings f where f.region_id = $1 and f.student_id = s.student_id and ${standing('f')}) as filed_on,
    (select min(h.valid_from) from register_students h where h.region_id = $1 and h.student_id = s.student_id and h.stage = 'higher' and ${standing('h')}) as higher_from,
    (select min(t.on_day) from (select t."on" as on_day, t.score from register_results t where t.region_id = $1 and t.student_id = s.student_id and t.kind in ('upgrade_test', 'upgrade_resit') and ${standing('t')}) t where t.score >= $3::numeric) as passed_on,
    (select min(c.confirmed_on) from agreement_confirmations c where c.region_id = $1 and c.agreement_id = a.agreement_id) as confirmed_on,
    (select min(c.issued_on) from register_certificates c where c.region_id = $1 and c.student_id = s.student_id and c.verified and ${standing('c')}
      and (c.kind = 'skill' and c.level ~ '^[0-9]+$' and c.level::integer <= $4::integer or c.kind = 'x' and c.level = any(string_to_array($5, ';')))) as certificate_on,
    (select min(g.valid_from) from register_students g where g.region_id = $1 and g.student_id = s.student_id and g.status = 'graduated' and ${standing('g')}) as graduated_on
  from roll s left join register_organisations o on o.region_id = $1 and o.key = s.school_id and ${standing('o')} left join register_programmes p on p.region_id = $1 and p.key = s.programme_id and ${standing('p')}
    left join student_agreements a on a.region_id = $1 and a.student_id = s.student_id left join register_agreements n on n.region_id = $1 and n.key = s.student_id and ${standing('n')}
  order by s.student_id`;

/** What the registers say of these students' five years. Whose they are is for the caller to say: the actor's own, and their wards. */
export async function followedStudents(tx: Transaction, students: readonly string[], { value }: Law): Promise<Followed[]> {
  const [pass, level] = [wholeNumber(value('upgrade.pass_line')), wholeNumber(value('cert.skill_level'))];
  const rows = await tx.query<Row>(SQL, [tx.actor.region_id, students, pass, level, String(value('cert.x_levels') ?? '')]);
  return rows.map(({ agreement_id, grade, cohort, here, signed_on, due_on, filed_on, higher_from, passed_on, confirmed_on, certificate_on, graduated_on, ...row }) => ({
    ...row, grade: Number(grade), agreement_id: agreement_id === null ? null : Number(agreement_id),
    facts: { cohort, here, agreement: { done_on: signed_on, due_on }, filed_on, step_up_passed_on: passed_on, higher_from, confirmed_on, certificate_on, graduated_on },
  }));
}
