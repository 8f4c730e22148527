import type { z } from '@hono/zod-openapi';
import { plainScore } from '../core/teaching/grades.ts';
import { ideologyHours } from '../core/teaching/ideology.ts';
import { dayInTerm, parseTerm, termOn, weeksOf } from '../core/teaching/terms.ts';
import { schemeInForce } from '../core/schemes/in-force.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { loadRows } from '../store/campus-rows.ts';
import { approvedSchemes } from '../store/schemes/scheme.ts';
import { classesOn, type ClassHead } from '../store/teaching/classes.ts';
import { listOfferings, type Offering } from '../store/teaching/offering.ts';
import { staffNames } from '../store/teaching/staff-names.ts';
import { touching, type Touches } from '../store/teaching/reach.ts';
import { listTerms } from '../store/teaching/terms.ts';
import { whoActs } from '../store/teaching/who.ts';
import type { Transaction } from '../store/transaction.ts';
import type { listTeaching } from './contract/teaching.ts';

type TeachingView = z.infer<(typeof listTeaching.responses)[200]['content']['application/json']['schema']>;
export type OfferingView = TeachingView['offerings'][number];
type ClassView = TeachingView['classes'][number];

/** Names that belong to courses: of teachers and programmes. */
export interface CourseNames {
  readonly staff: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
}

export function courseNames(tx: Transaction, offerings: readonly Offering[]): Promise<CourseNames> {
  return tx.whole(async (whole) => ({
    staff: await staffNames(whole, [...new Set(offerings.flatMap(({ staff_no }) => staff_no ?? []))]),
    programmes: new Map((await loadRows(whole, 'programmes', {})).map(({ programme_id, name }) => [programme_id, name])),
  }));
}

export function offeringView(one: Offering, { staff, programmes }: CourseNames): OfferingView {
  const { offering_id, class_id, term, programme_id, cohort, course_code, course, kind, credits, planned_hours, taught_hours, staff_no, state, version, scheme } = one;
  return {
    offering_id: String(offering_id), class_id, term, programme: programmes.get(programme_id) ?? programme_id, cohort, course_code, course, kind, credits: plainScore(credits) ?? credits,
    planned_hours, taught_hours, staff_no, teacher: staff_no === null ? null : staff.get(staff_no) ?? staff_no, state, version, scheme: String(scheme),
  };
}

/** A term with everything of it that is in reach. */
export async function teachingView(tx: Transaction, asked: string | undefined, today: PlainDate): Promise<TeachingView> {
  const term = asked ?? termOn(today);
  const parsed = parseTerm(term);
  const [terms, offerings, who] = [await listTerms(tx), await listOfferings(tx, { term }), await whoActs(tx)];
  const organisations = new Map((await tx.whole((whole) => loadRows(whole, 'organisations', {}))).map(({ org_id, name, kind }) => [org_id, { name, kind }]));
  const nameOf = (org_id: string): string => organisations.get(org_id)?.name ?? org_id;
  const heads = parsed === null ? [] : await tx.whole((whole) => classesOn(whole, dayInTerm(parsed, today)));
  const schemes = await tx.whole((whole) => approvedSchemes(whole));
  const [names, touches] = [await courseNames(tx, offerings), await touching(tx, 'read')];
  const calendar = await tx.whole((whole) => loadRows(whole, 'calendar', {}));
  const classes = heads.filter((head) => isInReach(touches, head) || offerings.some(({ class_id }) => class_id === head.class_id)).map((head): ClassView => {
    const own = offerings.filter(({ class_id }) => class_id === head.class_id);
    const [ideology] = ideologyHours(own);
    return {
      class_id: head.class_id, programme_id: head.programme_id, programme: head.programme, cohort: head.cohort, school: nameOf(head.school_id), students: head.students,
      offerings: own.length, released: own.filter(({ state }) => state === 'released').length, scheme: idOf(schemeInForce(schemes, head.programme_id, head.cohort, today)?.matter_id),
      ideology: {
        planned_hours: ideology?.planned_hours ?? 0, taught_hours: ideology?.taught_hours ?? null, unreported: ideology?.unreported ?? 0, offerings: ideology?.offerings.map(String) ?? [],
      },
      may_open: who.holds('college_academic', head.college_id), heads: who.heads(head.class_id), decides: who.holds('school_head', head.school_id),
    };
  });
  return {
    term, on: today, classes, offerings: offerings.map((one) => offeringView(one, names)),
    terms: terms.map(({ college_id, term: of, first_day, last_day, closed }) => ({ college_id, college: nameOf(college_id), term: of, first_day, last_day, weeks: weeksOf({ first_day, last_day }), closed })),
    keeps: [...organisations].filter(([org_id, { kind }]) => kind === 'college' && who.holds('college_academic', org_id)).map(([college_id, { name }]) => ({
      college_id, name, year_begins: calendar.find((one) => one.college_id === college_id && one.academic_year === parsed?.year)?.first_day ?? null,
    })),
  };
}

const idOf = (matter_id: number | undefined): string | null => (matter_id === undefined ? null : String(matter_id));

function isInReach(touches: Touches, { class_id, college_id, school_id }: ClassHead): boolean {
  return touches([`class:${class_id}`, `org:${college_id}`, `org:${school_id}`]);
}
