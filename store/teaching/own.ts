import { plainScore } from '../../core/teaching/grades.ts';
import { earnedCredits, type GradedCourse } from '../../core/teaching/credits.ts';
import { toDecimalText } from '../../core/values/exact.ts';
import type { CourseKind } from '../../core/schemes/scheme.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import { schemeOf } from '../schemes/scheme.ts';
import type { Transaction } from '../transaction.ts';

/** A course of one student: offered to the class, and the released grade. */
export interface OwnCourse {
  readonly term: string;
  readonly course_code: string;
  readonly course: string;
  readonly kind: CourseKind;
  readonly credits: string;
  /** Null while no grade is released. */
  readonly grade: { readonly score: string | null; readonly passed: boolean } | null;
}

export interface OwnStudies {
  readonly student_id: string;
  readonly name: string;
  /** What the scheme asks of the cohort; null where no scheme is approved and nothing is reported. */
  readonly required: string | null;
  readonly earned: string;
  /** Earned before this was worked out here. */
  readonly brought: string;
  readonly conduct_ok: boolean | null;
  readonly courses: readonly OwnCourse[];
}

interface CourseRow extends Omit<OwnCourse, 'grade'> {
  readonly student_id: string;
  readonly score: string | null;
  readonly passed: boolean | null;
}

/** Courses, grades and credits of some students. Whose they are is for the caller to say: the actor's own, and their wards. To be called within `tx.whole`. */
export async function ownStudies(whole: Transaction, students: readonly string[], today: PlainDate): Promise<OwnStudies[]> {
  const roll = await whole.query<{ student_id: string; name: string; programme_id: string; cohort: number }>(
    `select distinct on (r.student_id) r.student_id, r.name, r.programme_id, r.cohort::int as cohort from register_students r
     where r.region_id = $1 and r.student_id = any($2::text[]) and ${standing('r')} order by r.student_id, r.valid_from desc`, [whole.actor.region_id, students]);
  const rows = await coursesOf(whole, students);
  const known = new Map((await loadRows(whole, 'credits', {}, 'r.student_id = any($2::text[])', students)).map((row) => [row.student_id, row]));
  const brought = new Map((await whole.query<{ student_id: string; earned: string }>(
    'select student_id, earned from credits_brought where region_id = $1 and student_id = any($2::text[])', [whole.actor.region_id, students])).map(({ student_id, earned }) => [student_id, earned]));
  const studies: OwnStudies[] = [];
  for (const { student_id, name, programme_id, cohort } of roll) {
    const own = rows.filter((row) => row.student_id === student_id);
    const reported = known.get(student_id);
    const scheme = await schemeOf(whole, programme_id, cohort, today);
    const before = brought.get(student_id) ?? (reported === undefined ? '0' : toDecimalText(reported.earned) ?? '0');
    studies.push({
      student_id, name, required: scheme?.content.required_credits ?? (reported === undefined ? null : toDecimalText(reported.required)), brought: plainScore(before) ?? '0',
      earned: toDecimalText(earnedCredits(own.map(graded), before)) ?? '0', conduct_ok: reported?.conduct_ok ?? null, courses: own.map(courseOf),
    });
  }
  return studies;
}

const graded = ({ student_id, course_code, credits, passed }: CourseRow): GradedCourse => ({ student_id, course_code, credits, passed: passed === true });

function courseOf({ term, course_code, course, kind, credits, score, passed }: CourseRow): OwnCourse {
  return { term, course_code, course, kind, credits: plainScore(credits) ?? credits, grade: passed === null ? null : { score: plainScore(score), passed } };
}

/** Courses that the students' classes were offered while they were in them, and whatever they have grades of. */
function coursesOf(whole: Transaction, students: readonly string[]): Promise<CourseRow[]> {
  return whole.query<CourseRow>(
    `with terms as (select distinct term, make_date(left(term, 4)::int, 9, 1) as year_begins, right(term, 1) = '2' as spring from offerings where region_id = $1),
     days as (select term, case when spring then (year_begins + interval '5 months')::date else year_begins end as first_day,
       (year_begins + case when spring then interval '12 months' else interval '5 months' end)::date as next_day from terms),
     wanted as (
       select r.student_id, o.offering_id from register_students r join offerings o on o.region_id = $1 and o.class_id = r.class_id join days d on d.term = o.term
       where r.region_id = $1 and r.student_id = any($2::text[]) and ${standing('r')} and r.valid_from < d.next_day and (r.valid_to is null or r.valid_to >= d.first_day)
       union select student_id, offering_id from grades where region_id = $1 and student_id = any($2::text[]) and superseded_at is null)
     select w.student_id, o.term, o.course_code, o.course, o.kind, o.credits, g.score, g.passed
     from wanted w join offerings o on o.region_id = $1 and o.offering_id = w.offering_id
       left join grades g on g.region_id = $1 and g.offering_id = w.offering_id and g.student_id = w.student_id and g.superseded_at is null
     order by o.term, o.course_code`, [whole.actor.region_id, students]);
}
