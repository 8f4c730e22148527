import { dayInTerm, parseTerm, termOfCohort } from '../../core/teaching/terms.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lockRegion } from '../record-stamp.ts';
import { schemeOf } from '../schemes/scheme.ts';
import type { Transaction } from '../transaction.ts';
import { refusedAs, type Taught } from './answer.ts';
import { classOn, type TaughtClass } from './classes.ts';
import { addOfferings, listOfferings, type NewOffering } from './offering.ts';
import { termOfCollege } from './terms.ts';
import { whoActs } from './who.ts';

export interface OpeningTerm {
  readonly class_id: string;
  readonly term: string;
}

/** M3-e, M9-b: opens what the scheme has for a class in a term, in one act; without an approved scheme nothing opens. */
export async function openOfferings(tx: Transaction, { class_id, term }: OpeningTerm, today: PlainDate): Promise<Taught<{ readonly opened: readonly number[] }>> {
  await lockRegion(tx);
  const parsed = parseTerm(term);
  if (parsed === null) return refusedAs('no_term');
  const found = await tx.whole((whole) => classOn(whole, class_id, dayInTerm(parsed, today)));
  if (typeof found === 'string') return refusedAs(found);
  const who = await whoActs(tx);
  const { college_id } = found.programme;
  if (!who.holds('college_academic', college_id)) return refusedAs('not_yours');
  const days = await tx.whole((whole) => termOfCollege(whole, college_id, term));
  if (days === null) return refusedAs('no_term');
  if (days.closed) return refusedAs('term_closed');
  const of = await tx.whole((whole) => schemeOf(whole, found.programme.programme_id, found.cohort, today));
  if (of === null) return refusedAs('no_scheme');
  const nth = termOfCohort(parsed, found.cohort);
  const courses = of.content.courses.filter((one) => one.term === nth);
  if (courses.length === 0) return refusedAs('nothing_in_term');
  if ((await tx.whole((whole) => listOfferings(whole, { class_id, term }))).length > 0) return refusedAs('opened_already');
  const opened = await addOfferings(tx, courses.map((course) => offeringOf(found, course, { term, scheme: of.scheme.matter_id })), who.person_id);
  await tx.audit({ action: 'teaching.open', object: `classes/${class_id}`, detail: { term, scheme: of.scheme.matter_id, courses: opened.length } });
  return { outcome: 'done', opened };
}

type Course = NonNullable<Awaited<ReturnType<typeof schemeOf>>>['content']['courses'][number];

function offeringOf({ class_id, cohort, campus_id, programme }: TaughtClass, course: Course, { term, scheme }: { readonly term: string; readonly scheme: number }): NewOffering {
  return {
    class_id, term, campus_id, cohort, scheme, college_id: programme.college_id, school_id: programme.school_id, programme_id: programme.programme_id,
    course_code: course.code, course: course.name, kind: course.kind, credits: course.credits, planned_hours: course.theory_hours + course.practice_hours,
  };
}
