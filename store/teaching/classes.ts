import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import type { Transaction } from '../transaction.ts';

export interface ClassStudent {
  readonly student_id: string;
  readonly name: string;
  /** Labels of the student's place on the roll. */
  readonly scopes: readonly string[];
}

/** A class as it is on a day. */
export interface TaughtClass {
  readonly class_id: string;
  readonly cohort: number;
  readonly campus_id: string | null;
  readonly programme: Row<'programmes'>;
  readonly students: readonly ClassStudent[];
}

interface StudentRow extends ClassStudent {
  readonly programme_id: string;
  readonly campus_id: string | null;
  readonly cohort: number;
}

/** Who is in a class on a day; or why no scheme is theirs. To be called within `tx.whole`. */
export async function classOn(whole: Transaction, class_id: string, on: PlainDate): Promise<TaughtClass | 'no_class' | 'class_mixed'> {
  const students = await whole.query<StudentRow>(
    `select r.student_id, r.name, r.scopes, r.programme_id, r.campus_id, r.cohort::int as cohort from register_students r
     where r.region_id = $1 and r.class_id = $2 and ${standing('r')} and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date) and r.status = any($4::text[])
     order by r.student_id`, [whole.actor.region_id, class_id, on, [...AT_SCHOOL]]);
  const [first] = students;
  const [programme] = first === undefined ? [] : await loadRows(whole, 'programmes', {}, 'r.key = $2', first.programme_id);
  if (first === undefined || programme === undefined) return 'no_class';
  const same = students.every((one) => one.programme_id === first.programme_id && one.cohort === first.cohort && one.campus_id === first.campus_id);
  return same ? { class_id, cohort: first.cohort, campus_id: first.campus_id, programme, students: students.map(({ student_id, name, scopes }) => ({ student_id, name, scopes })) } : 'class_mixed';
}

/** Classes with students of a college's programmes on a day. */
export interface ClassHead {
  readonly class_id: string;
  readonly programme_id: string;
  readonly programme: string;
  readonly college_id: string;
  readonly school_id: string;
  readonly cohort: number;
  readonly students: number;
}

/** Every class on a day by its id; one that is not of one programme and cohort stands once for each. To be called within `tx.whole`. */
export function classesOn(whole: Transaction, on: PlainDate): Promise<ClassHead[]> {
  return whole.query<ClassHead>(
    `select r.class_id, r.programme_id, p.name as programme, p.college_id, r.school_id, r.cohort::int as cohort, count(*)::int as students
     from register_students r join register_programmes p on p.region_id = $1 and p.key = r.programme_id and ${standing('p')}
     where r.region_id = $1 and r.class_id is not null and ${standing('r')} and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date) and r.status = any($3::text[])
     group by 1, 2, 3, 4, 5, 6 order by 1, 2`, [whole.actor.region_id, on, [...AT_SCHOOL]]);
}
