import { OFFERING_MOVES, type OfferingAct } from '../../core/teaching/states.ts';
import { withoutGrade } from '../../core/teaching/grades.ts';
import { dayInTerm, parseTerm } from '../../core/teaching/terms.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { changedMeanwhile, notFound, refused, refusedAs, type NotTaught, type Taught } from './answer.ts';
import { classOn, type ClassStudent } from './classes.ts';
import { draftsOf } from './grades.ts';
import { moveOffering, readOffering, type Move, type NewEntry, type Offering } from './offering.ts';
import { staffOf } from './staff-names.ts';
import { termOfCollege } from './terms.ts';
import { whoActs, type TeachingPerson } from './who.ts';

/** A step with a course, other than to release its grades; `version` is the one that was seen. */
export interface Moving {
  readonly offering_id: number;
  readonly version: number;
  readonly act: Exclude<OfferingAct, 'release'>;
  readonly staff_no?: string | undefined;
  readonly taught_hours?: number | undefined;
  readonly reason?: string | undefined;
}

interface Seen {
  readonly offering: Offering;
  readonly who: TeachingPerson;
  readonly today: PlainDate;
}

type Step = (tx: Transaction, asked: Moving, seen: Seen) => Promise<NotTaught | { readonly outcome: 'ready'; readonly entry: Omit<NewEntry, 'act' | 'person_id'>; readonly move: Move }>;

const MOST_HOURS = 2000;

/** Who may take each step, and what it takes. */
const STEPS: Readonly<Record<Moving['act'], Step>> = {
  assign: async (tx, { staff_no = '' }, { offering, who, today }) => {
    if (!who.holds('college_academic', offering.college_id)) return refusedAs('not_yours');
    if (await isClosed(tx, offering)) return refusedAs('term_closed');
    if (!await tx.whole((whole) => isOnStaff(whole, offering, staff_no, today))) return refusedAs('unknown_teacher', staff_no);
    return { outcome: 'ready', entry: { staff_no }, move: { staff_no } };
  },
  hours: async (tx, { taught_hours }, { offering, who }) => {
    if (!who.holds('college_academic', offering.college_id) && !who.teaches(offering.staff_no)) return refusedAs('not_yours');
    if (await isClosed(tx, offering)) return refusedAs('term_closed');
    if (taught_hours === undefined || !Number.isInteger(taught_hours) || taught_hours < 0 || taught_hours > MOST_HOURS) return refusedAs('hours_wrong');
    return { outcome: 'ready', entry: { taught_hours }, move: { taught_hours } };
  },
  submit: async (tx, _, { offering, who, today }) => {
    if (!who.teaches(offering.staff_no)) return refusedAs('not_teacher');
    const [drafts, roster] = [await draftsOf(tx, offering.offering_id), await rosterOf(tx, offering, today)];
    const missing = withoutGrade(drafts, roster.map(({ student_id }) => student_id));
    return missing.length > 0 ? refused(...missing) : { outcome: 'ready', entry: {}, move: { state: 'submitted' } };
  },
  return: async (_, { reason = '' }, { offering, who }) => {
    if (!who.holds('college_academic', offering.college_id)) return refusedAs('not_yours');
    return reason.trim() === '' ? refusedAs('reason_missing') : { outcome: 'ready', entry: { reason: reason.trim() }, move: { state: 'open' } };
  },
};

/** M3-e: assigns a teacher, says the hours taught, hands grades in, or hands them back. */
export async function stepOffering(tx: Transaction, asked: Moving, today: PlainDate): Promise<Taught> {
  await lockRegion(tx);
  const offering = await readOffering(tx, asked.offering_id);
  if (offering === null) return notFound;
  if (offering.version !== asked.version) return changedMeanwhile;
  if (!(OFFERING_MOVES[asked.act].from as readonly string[]).includes(offering.state)) return refusedAs('not_now');
  const who = await whoActs(tx);
  const step = await STEPS[asked.act](tx, asked, { offering, who, today });
  if (step.outcome !== 'ready') return step;
  if (!await moveOffering(tx, offering, { act: asked.act, person_id: who.person_id, ...step.entry }, step.move)) return changedMeanwhile;
  await tx.audit({ action: `teaching.${asked.act}`, object: `offerings/${offering.offering_id}`, detail: { version: offering.version + 1, ...step.entry } });
  return { outcome: 'done' };
}

async function isClosed(tx: Transaction, { college_id, term }: Offering): Promise<boolean> {
  return (await tx.whole((whole) => termOfCollege(whole, college_id, term)))?.closed === true;
}

/** Whether somebody stands in the register of staff of the college, the school or a campus of either on a day. */
async function isOnStaff(whole: Transaction, { college_id, school_id }: Offering, staff_no: string, on: PlainDate): Promise<boolean> {
  return (await staffOf(whole, [college_id, school_id], on)).some((one) => one.staff_no === staff_no);
}

/** Who is in the class of a course, as far as today tells. */
export function rosterOf(tx: Transaction, { class_id, term }: Pick<Offering, 'class_id' | 'term'>, today: PlainDate): Promise<readonly ClassStudent[]> {
  const parsed = parseTerm(term);
  return tx.whole(async (whole) => {
    const found = await classOn(whole, class_id, parsed === null ? today : dayInTerm(parsed, today));
    return typeof found === 'string' ? [] : found.students;
  });
}
