import type { z } from '@hono/zod-openapi';
import { mayTouch } from '../core/access/reach.ts';
import { gradeRules } from '../core/teaching/grades.ts';
import { OFFERING_MOVES } from '../core/teaching/states.ts';
import type { Pack } from '../core/policy/pack.ts';
import { toDecimalText } from '../core/values/exact.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { parametersOn } from '../core/verdict/parameter.ts';
import type { ClassStudent } from '../store/teaching/classes.ts';
import { draftsOf, gradeHistory, gradesOf, type Grade } from '../store/teaching/grades.ts';
import { rosterOf } from '../store/teaching/moving.ts';
import { entriesOf, readOffering, type Offering, type OfferingEntry } from '../store/teaching/offering.ts';
import { staffOf } from '../store/teaching/staff-names.ts';
import { termOfCollege } from '../store/teaching/terms.ts';
import { whoActs, type TeachingPerson } from '../store/teaching/who.ts';
import type { Transaction } from '../store/transaction.ts';
import type { readOffering as route } from './contract/teaching.ts';
import { courseNames, offeringView } from './teaching-view.ts';

type OfferingWhole = z.infer<(typeof route.responses)[200]['content']['application/json']['schema']>;
type Act = OfferingWhole['may'][number];

/** A course with everything that its page tells; null where there is none in reach. */
export async function offeringWhole(tx: Transaction, offering_id: number, { pack, today }: { readonly pack: Pack; readonly today: PlainDate }): Promise<OfferingWhole | null> {
  const offering = await readOffering(tx, offering_id);
  if (offering === null) return null;
  const [who, entries, rules] = [await whoActs(tx), await entriesOf(tx, offering_id), gradeRules(parametersOn(pack.parameters, today))];
  const closed = (await tx.whole((whole) => termOfCollege(whole, offering.college_id, offering.term)))?.closed === true;
  const may = actsOf(offering, who, entries, closed);
  return {
    offering: offeringView(offering, await courseNames(tx, [offering])), roster: knowsNames(tx, offering) ? await rosterView(tx, offering, today) : null,
    full_marks: rules === null ? '' : toDecimalText(rules.full_marks) ?? '', pass_line: rules === null ? '' : toDecimalText(rules.pass_line) ?? '',
    entries: entries.map(({ entry_no, act, person, staff_no, taught_hours, reason, recorded_at }) => ({ entry_no, act, person, staff_no, taught_hours, reason, recorded_at })),
    may, staff: may.includes('assign') ? await tx.whole((whole) => staffOf(whole, [offering.college_id, offering.school_id], today)) : [],
  };
}

/** Who is in a course is known to whoever enters or releases its grades, and to whoever may read what its students learn. */
function knowsNames({ actor: { reach } }: Transaction, { scopes }: Offering): boolean {
  return mayTouch(reach, 'courses', 'write', scopes) || mayTouch(reach, 'courses', 'approve', scopes) || mayTouch(reach, 'learning', 'read', scopes);
}

async function rosterView(tx: Transaction, offering: Offering, today: PlainDate): Promise<NonNullable<OfferingWhole['roster']>> {
  const { offering_id } = offering;
  const [roster, drafts, grades, history] = [await rosterOf(tx, offering, today), await draftsOf(tx, offering_id), await gradesOf(tx, offering_id), await gradeHistory(tx, offering_id)];
  const typed = new Map(drafts.map(({ student_id, score }) => [student_id, score]));
  return withLeavers(roster, grades).map(({ student_id, name }) => {
    const score = typed.get(student_id);
    const now = grades.find((one) => one.student_id === student_id);
    return {
      student_id, name, typed: score === undefined ? null : { score }, grade: now === undefined ? null : gradeView(now),
      earlier: history.filter((one) => one.student_id === student_id && one.grade_id !== now?.grade_id).map(gradeView),
    };
  });
}

/** Grades stay with whoever has left the class since; their names are no part of it any more. */
function withLeavers(roster: readonly ClassStudent[], grades: readonly Grade[]): readonly Pick<ClassStudent, 'student_id' | 'name'>[] {
  const there = new Set(roster.map(({ student_id }) => student_id));
  return [...roster, ...grades.filter(({ student_id }) => !there.has(student_id)).map(({ student_id }) => ({ student_id, name: student_id }))];
}

function gradeView({ grade_id, score, passed, reason, recorded_at, recorded_by }: Grade) {
  return { grade_id: String(grade_id), score, passed, reason, recorded_at, by: recorded_by };
}

/** What whoever asks may do with a course as it stands. */
function actsOf({ college_id, staff_no, state }: Offering, who: TeachingPerson, entries: readonly OfferingEntry[], closed: boolean): Act[] {
  const [college, teaches] = [who.holds('college_academic', college_id), who.teaches(staff_no)];
  const entered = entries.some(({ act, person_id }) => (act === 'save' || act === 'submit') && person_id !== null && Number(person_id) === who.person_id);
  const mine: Readonly<Record<Act, boolean>> = {
    assign: college && !closed, hours: (college || teaches) && !closed, save: teaches, submit: teaches, return: college, release: college && !entered, correct: college && !entered,
  };
  return (Object.keys(OFFERING_MOVES) as Act[]).filter((act) => mine[act] && (OFFERING_MOVES[act].from as readonly string[]).includes(state));
}
