import type { AgreementFacts, YearFacts } from '../../core/agreements/facts.ts';
import type { Named } from '../../core/agreements/content.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { ON_THE_ROLL } from '../guardianships.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

/** A student for whom an agreement can be drawn up, as the registers know them. */
export interface StudentFacts extends Omit<AgreementFacts, 'years' | 'terms'> {
  readonly class_id: string | null;
  readonly scopes: readonly string[];
}

/** Which students: of a school's year, of one programme, of one class, or named. */
export interface AskedStudents {
  readonly school_id: string | null;
  readonly cohort: number | null;
  readonly programme_id: string | null;
  readonly class_id: string | null;
  readonly students: readonly string[] | null;
}

interface Row {
  readonly student_id: string;
  readonly name: string;
  readonly birth_date: PlainDate;
  readonly school_id: string;
  readonly cohort: number;
  readonly class_id: string | null;
  readonly programme_id: string;
  readonly scopes: readonly string[];
  readonly school: string | null;
  readonly programme: string | null;
  readonly secondary_code: string | null;
  readonly higher_code: string | null;
  readonly college_id: string | null;
  readonly college: string | null;
  readonly guardian: string | null;
  readonly relation: string | null;
}

const organisation = (alias: string, id: string): string => `left join register_organisations ${alias} on ${alias}.region_id = $1 and ${alias}.key = ${id} and ${standing(alias)}`;

/** Students on the roll whom the actor may read, by what registers say on a day. */
export async function studentFacts(tx: Transaction, { school_id, cohort, programme_id, class_id, students }: AskedStudents, on: PlainDate): Promise<StudentFacts[]> {
  const rows = await tx.query<Row>(
    `with roll as (select distinct on (r.student_id) r.* from register_students r
       where r.region_id = $1 and ${standing('r')} and ($7::text[] is null or r.student_id = any($7::text[])) and ($3::text is null or r.school_id = $3) and ($4::integer is null or r.cohort = $4)
       order by r.student_id, (r.valid_from <= $2::date) desc, case when r.valid_from <= $2::date then r.valid_from end desc, r.valid_from)
     select s.student_id, s.name, s.birth_date, s.school_id, s.cohort, s.class_id, s.programme_id, s.scopes, so.name as school, p.name as programme, p.secondary_code, p.higher_code,
       p.college_id, co.name as college, g.name as guardian, g.relation
     from roll s left join register_programmes p on p.region_id = $1 and p.key = s.programme_id and ${standing('p')}
       ${organisation('so', 's.school_id')} ${organisation('co', 'p.college_id')}
       left join lateral (select g.name, g.relation from register_guardians g where g.region_id = $1 and g.student_id = s.student_id and ${standing('g')} order by g.record_id limit 1) g on true
     where s.status = any($8::text[]) and ($5::text is null or s.programme_id = $5) and ($6::text is null or s.class_id = $6)
     order by s.student_id`, [tx.actor.region_id, on, school_id, cohort, programme_id, class_id, students, ON_THE_ROLL]);
  return rows.map(factsOf);
}

function factsOf(row: Row): StudentFacts {
  const { student_id, name, birth_date, school_id, cohort, class_id, scopes, programme_id, secondary_code, higher_code, college_id, college, guardian, relation } = row;
  return {
    student: { student_id, name, birth_date }, guardian: guardian === null ? null : { name: guardian, relation: relation ?? '' },
    school: { org_id: school_id, name: row.school ?? school_id }, college: college_id === null ? null : { org_id: college_id, name: college ?? college_id },
    programme: { programme_id, name: row.programme ?? programme_id, secondary_code, higher_code }, cohort, class_id, scopes,
  };
}

/** A year as the school fills it in. */
export interface FilledYear {
  readonly place_id: string | null;
  readonly tuition_yuan: string | null;
  readonly dorm_yuan: string | null;
  readonly custody_yuan: string | null;
}

/** Years with the names of their places; a place that there is not is none. */
export async function namedYears(tx: Transaction, years: readonly FilledYear[]): Promise<YearFacts[]> {
  const names = await placeNames(tx, years.flatMap(({ place_id }) => place_id ?? []));
  return years.map(({ place_id, ...fees }) => ({ ...fees, place: place_id === null ? null : names.get(place_id) ?? null }));
}

async function placeNames(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select c.campus_id as id, c.name from register_campuses c where c.region_id = $1 and c.key = any($2::text[]) and ${standing('c')}
     union all select o.org_id, o.name from register_organisations o where o.region_id = $1 and o.key = any($2::text[]) and ${standing('o')}`, [tx.actor.region_id, ids]);
  return new Map(rows.map(({ id, name }) => [id, { org_id: id, name }]));
}
