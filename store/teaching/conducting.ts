import { CONDUCT_MOVES, type ConductAct } from '../../core/teaching/states.ts';
import { teachingRefusal } from '../../core/teaching/refusals.ts';
import { dayInYear } from '../../core/teaching/terms.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { changedMeanwhile, notFound, refused, refusedAs, type NotTaught, type Taught } from './answer.ts';
import { classOn, type TaughtClass } from './classes.ts';
import { addConductEntry, addMarks, addSheet, hasEntered, moveSheet, readConduct, type ConductMark, type ConductSheet, type WhichSheet } from './conduct.ts';
import { bringUpCredits } from './credits.ts';
import { whoActs, type TeachingPerson } from './who.ts';

/** A step with a sheet; `version` is the one that was seen, 0 of a sheet that is not there. */
export interface Conducting extends WhichSheet {
  readonly act: ConductAct;
  readonly version: number;
  readonly marks?: readonly ConductMark[] | undefined;
  readonly reason?: string | undefined;
}

interface Seen {
  readonly sheet: ConductSheet;
  readonly who: TeachingPerson;
  readonly found: TaughtClass;
  readonly stamp: Stamp;
  readonly today: PlainDate;
}

/** R3-d: the class's head enters conduct, the school's head decides; what is decided stands in the register of credits. A sheet after that answers it, with its reason. */
export async function stepConduct(tx: Transaction, asked: Conducting, today: PlainDate): Promise<Taught> {
  const stamp = await lockFacts(tx);
  const found = await tx.whole((whole) => classOn(whole, asked.class_id, dayInYear(asked.academic_year, today)));
  if (stamp === null || found === 'no_class') return notFound;
  if (found === 'class_mixed') return refusedAs('class_mixed');
  const who = await whoActs(tx);
  if (!who.heads(found.class_id) && !who.holds('school_head', found.programme.school_id)) return notFound;
  const sheet = await readConduct(tx, asked);
  if (sheet.version !== asked.version) return changedMeanwhile;
  const refusal = await refusalOf(tx, asked, { sheet, who, found, stamp, today });
  if (refusal !== null) return refusal;
  return asked.act === 'decide' ? decide(tx, asked, { sheet, who, found, stamp, today }) : enter(tx, asked, { sheet, who, found, stamp, today });
}

/** What was decided is answered by another sheet. */
const answers = ({ act }: Conducting, { state }: ConductSheet): boolean => act === 'save' && state === 'decided';

async function refusalOf(tx: Transaction, asked: Conducting, { sheet, who, found }: Seen): Promise<NotTaught | null> {
  const { act, reason = '' } = asked;
  if (!answers(asked, sheet) && !(CONDUCT_MOVES[act].from as readonly string[]).includes(sheet.state)) return refusedAs('conduct_not_now');
  if ((answers(asked, sheet) || act === 'return') && reason.trim() === '') return refusedAs('reason_missing');
  if (act === 'save' || act === 'submit') return who.heads(found.class_id) ? wrongMarks(asked, sheet, found) : refusedAs('not_class_head');
  if (!who.holds('school_head', found.programme.school_id)) return refusedAs('not_head');
  return await hasEntered(tx, sheet, who.person_id) ? refusedAs('conduct_same_person') : null;
}

function wrongMarks({ act, marks = [] }: Conducting, sheet: ConductSheet, { students }: TaughtClass): NotTaught | null {
  const ids = students.map(({ student_id }) => student_id);
  const wrong = act === 'submit'
    ? ids.filter((id) => !sheet.marks.some(({ student_id }) => student_id === id)).map((id) => teachingRefusal('conduct_missing', id))
    : marks.flatMap(({ student_id }, at) => {
      if (!ids.includes(student_id)) return [teachingRefusal('conduct_not_in_class', student_id)];
      return marks.findIndex((one) => one.student_id === student_id) < at ? [teachingRefusal('twice', student_id)] : [];
    });
  return wrong.length > 0 ? refused(...wrong) : null;
}

async function enter(tx: Transaction, asked: Conducting, { sheet, who, found }: Seen): Promise<Taught> {
  const { act, marks = [] } = asked;
  const [reason, scopes] = [asked.reason?.trim() || null, scopesOf(found)];
  const fresh = sheet.sheet_no === 0 || answers(asked, sheet);
  const now: ConductSheet = fresh ? { ...sheet, sheet_no: sheet.sheet_no + 1, version: 1, reason: sheet.sheet_no === 0 ? null : reason } : { ...sheet, version: sheet.version + 1 };
  if (fresh) await addSheet(tx, now, scopes);
  else if (!await moveSheet(tx, sheet, CONDUCT_MOVES[act].to ?? 'open')) return changedMeanwhile;
  await addConductEntry(tx, now, { act, person_id: who.person_id, reason, scopes });
  if (act === 'save') await addMarks(tx, now, marks, found);
  return audited(tx, now, act);
}

async function decide(tx: Transaction, { act, academic_year }: Conducting, { sheet, who, found, stamp, today }: Seen): Promise<Taught> {
  if (!await moveSheet(tx, sheet, 'decided')) return changedMeanwhile;
  await addConductEntry(tx, { ...sheet, version: sheet.version + 1 }, { act, person_id: who.person_id, reason: null, scopes: scopesOf(found) });
  const conduct = new Map(sheet.marks.map(({ student_id, ok }) => [student_id, ok]));
  const students = found.students.filter(({ student_id }) => conduct.has(student_id));
  const { programme: { programme_id }, cohort, class_id } = found;
  const unknown = await tx.whole((whole) => bringUpCredits(whole, stamp, { programme_id, cohort, students, conduct, today, name: `操行审定 ${class_id} ${academic_year}` }));
  return unknown.length > 0 ? refused(...unknown) : audited(tx, sheet, act);
}

async function audited(tx: Transaction, { class_id, academic_year, sheet_no }: ConductSheet, act: ConductAct): Promise<Taught> {
  await tx.audit({ action: `conduct.${act}`, object: `classes/${class_id}`, detail: { academic_year, sheet: sheet_no } });
  return { outcome: 'done' };
}

function scopesOf({ class_id, campus_id, programme }: TaughtClass): string[] {
  return [...new Set([`class:${class_id}`, `org:${programme.school_id}`, `org:${programme.college_id}`, ...(campus_id === null ? [] : [`campus:${campus_id}`])])].sort();
}
