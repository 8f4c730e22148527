import { gradeRefusals, gradeRules, isPassed, sameScore, type GradeRules, type TypedGrade } from '../../core/teaching/grades.ts';
import { OFFERING_MOVES } from '../../core/teaching/states.ts';
import { toDecimalText } from '../../core/values/exact.ts';
import type { Pack } from '../../core/policy/pack.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { parametersOn } from '../../core/verdict/parameter.ts';
import { lockFacts, lockRegion } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { changedMeanwhile, notFound, refused, refusedAs, type NotTaught, type Taught } from './answer.ts';
import { bringUpCredits } from './credits.ts';
import { addDrafts, addGrades, draftsOf, gradesOf, type Grade, type NewGrade } from './grades.ts';
import { rosterOf } from './moving.ts';
import { entriesOf, moveOffering, readOffering, type Offering } from './offering.ts';
import { whoActs, type TeachingPerson } from './who.ts';

export interface Given {
  readonly pack: Pack;
  readonly today: PlainDate;
}

interface AskedVersion {
  readonly offering_id: number;
  readonly version: number;
}

interface Ready {
  readonly outcome: 'ready';
  readonly offering: Offering;
  readonly who: TeachingPerson;
  readonly rules: GradeRules;
}

async function ready(tx: Transaction, { offering_id, version }: AskedVersion, act: keyof typeof OFFERING_MOVES, { pack, today }: Given): Promise<Ready | NotTaught> {
  const offering = await readOffering(tx, offering_id);
  if (offering === null) return notFound;
  if (offering.version !== version) return changedMeanwhile;
  if (!(OFFERING_MOVES[act].from as readonly string[]).includes(offering.state)) return refusedAs('not_now');
  const rules = gradeRules(parametersOn(pack.parameters, today));
  return rules === null ? refusedAs('no_rule') : { outcome: 'ready', offering, who: await whoActs(tx), rules };
}

/** M3-e: the teacher of a course saves the table of its class as it is typed so far, in place of what was saved before. */
export async function saveGrades(tx: Transaction, asked: AskedVersion & { readonly grades: readonly TypedGrade[] }, given: Given): Promise<Taught> {
  await lockRegion(tx);
  const seen = await ready(tx, asked, 'save', given);
  if (seen.outcome !== 'ready') return seen;
  const { offering, who, rules } = seen;
  if (!who.teaches(offering.staff_no)) return refusedAs('not_teacher');
  const roster = new Map((await rosterOf(tx, offering, given.today)).map((one) => [one.student_id, one]));
  const refusals = gradeRefusals(asked.grades, new Set(roster.keys()), rules);
  if (refusals.length > 0) return refused(...refusals);
  if (!await moveOffering(tx, offering, { act: 'save', person_id: who.person_id })) return changedMeanwhile;
  const own = `person:${offering.staff_no}`;
  await addDrafts(tx, { offering_id: offering.offering_id, entry_no: offering.version + 1 }, asked.grades.map((grade) => ({ ...grade, scopes: [...roster.get(grade.student_id)?.scopes ?? [], own] })));
  await tx.audit({ action: 'teaching.save', object: `offerings/${offering.offering_id}`, detail: { version: offering.version + 1, grades: asked.grades.length } });
  return { outcome: 'done' };
}

/** M3-e: the college releases what was handed in, by another person than whoever entered it; credits follow in the same transaction. */
export async function releaseGrades(tx: Transaction, asked: AskedVersion, given: Given): Promise<Taught> {
  const stamp = await lockFacts(tx);
  const seen = await ready(tx, asked, 'release', given);
  if (seen.outcome !== 'ready' || stamp === null) return seen.outcome === 'ready' ? notFound : seen;
  const { offering, who, rules } = seen;
  const refusal = await notTheCollege(tx, offering, who);
  if (refusal !== null) return refusal;
  const drafts = await draftsOf(tx, offering.offering_id);
  const students = await studentsOf(tx, offering, drafts, given.today);
  if (!await moveOffering(tx, offering, { act: 'release', person_id: who.person_id }, { state: 'released' })) return changedMeanwhile;
  await addGrades(tx, offering.offering_id, drafts.map((one) => gradeOf(one, offering, rules, students.get(one.student_id)?.scopes ?? [])));
  await tx.audit({ action: 'teaching.release', object: `offerings/${offering.offering_id}`, detail: { version: offering.version + 1, grades: drafts.length } });
  const unknown = await tx.whole((whole) => bringUpCredits(whole, stamp, { ...offering, students: [...students.values()], today: given.today, name: `成绩发布 ${offering.class_id} ${offering.course}` }));
  return unknown.length > 0 ? refused(...unknown) : { outcome: 'done' };
}

/** A grade that answers a released one. */
export interface Correcting extends AskedVersion {
  readonly grade_id: number;
  readonly score: string | null;
  readonly reason: string;
}

/** M3-e: a released grade is answered by another one with its reason; the earlier stays as it was. */
export async function correctGrade(tx: Transaction, asked: Correcting, given: Given): Promise<Taught> {
  const stamp = await lockFacts(tx);
  const seen = await ready(tx, asked, 'correct', given);
  if (seen.outcome !== 'ready' || stamp === null) return seen.outcome === 'ready' ? notFound : seen;
  const { offering, who, rules } = seen;
  const refusal = await notTheCollege(tx, offering, who);
  if (refusal !== null) return refusal;
  const before = (await gradesOf(tx, offering.offering_id)).find(({ grade_id }) => grade_id === asked.grade_id);
  if (before === undefined) return refusedAs('no_grade');
  const wrong = wrongIn(asked, before, rules);
  if (wrong !== null) return wrong;
  const students = await studentsOf(tx, offering, [before], given.today);
  if (!await moveOffering(tx, offering, { act: 'correct', person_id: who.person_id, reason: asked.reason.trim() })) return changedMeanwhile;
  await tx.change('update grades set superseded_at = $3 where region_id = $1 and grade_id = $2 and superseded_at is null', [tx.actor.region_id, before.grade_id, stamp.at]);
  const { student_id } = before;
  await addGrades(tx, offering.offering_id, [{
    ...gradeOf({ student_id, score: asked.score }, offering, rules, students.get(student_id)?.scopes ?? []), answers: before.grade_id, reason: asked.reason.trim(),
  }]);
  await tx.audit({ action: 'teaching.correct', object: `offerings/${offering.offering_id}`, detail: { version: offering.version + 1, answers: before.grade_id } });
  const unknown = await tx.whole((whole) => bringUpCredits(whole, stamp, { ...offering, students: [...students.values()], today: given.today, name: `成绩更正 ${offering.class_id} ${offering.course}` }));
  return unknown.length > 0 ? refused(...unknown) : { outcome: 'done' };
}

function wrongIn({ score, reason }: Correcting, before: Grade, rules: GradeRules): NotTaught | null {
  if (reason.trim() === '') return refusedAs('reason_missing');
  const [wrong] = gradeRefusals([{ student_id: before.student_id, score }], new Set([before.student_id]), rules);
  if (wrong !== undefined) return refused(wrong);
  return sameScore(before.score, score) ? refusedAs('unchanged', before.student_id) : null;
}

/** The college acts, and nobody who entered grades of this course, however long ago. */
async function notTheCollege(tx: Transaction, offering: Offering, who: TeachingPerson): Promise<NotTaught | null> {
  if (!who.holds('college_academic', offering.college_id)) return refusedAs('not_yours');
  const entered = (await entriesOf(tx, offering.offering_id)).filter(({ act }) => act === 'save' || act === 'submit');
  return entered.some(({ person_id }) => person_id !== null && Number(person_id) === who.person_id) ? refusedAs('same_person') : null;
}

function gradeOf(grade: TypedGrade, { staff_no }: Offering, rules: GradeRules, scopes: readonly string[]): NewGrade {
  return { ...grade, passed: isPassed(grade.score, rules), pass_line: toDecimalText(rules.pass_line) ?? '', scopes: [...scopes, ...(staff_no === null ? [] : [`person:${staff_no}`])] };
}

/** The students of some grades, with their labels: those who left the class since are labelled as the roll has them now. */
async function studentsOf(tx: Transaction, { class_id, term }: Offering, grades: readonly { readonly student_id: string }[], today: PlainDate) {
  const roster = new Map((await rosterOf(tx, { class_id, term }, today)).map((one) => [one.student_id, one]));
  const gone = grades.map(({ student_id }) => student_id).filter((id) => !roster.has(id));
  const left = gone.length === 0 ? [] : await tx.whole((whole) => whole.query<{ student_id: string; name: string; scopes: readonly string[] }>(
    `select distinct on (r.student_id) r.student_id, r.name, r.scopes from register_students r
     where r.region_id = $1 and r.student_id = any($2::text[]) and r.superseded_at is null and not r.withdrawn order by r.student_id, r.valid_from desc`, [whole.actor.region_id, gone]));
  const known = new Map([...roster, ...left.map((one) => [one.student_id, one] as const)]);
  return new Map(grades.flatMap(({ student_id }) => {
    const found = known.get(student_id);
    return found === undefined ? [] : [[student_id, found] as const];
  }));
}
