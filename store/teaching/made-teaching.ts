import { course } from '../../core/schemes/made-schemes.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date, type PlainDate } from '../../core/values/plain-date.ts';
import type { Database } from '../database.ts';
import { madeAccount } from '../made-people.ts';
import { madeScene, type MadeActor, type MadeScene } from '../matters/made-matters.ts';
import { CONTENT, madeApprovedScheme, madeSchemers, TODAY } from '../schemes/made-scheme.ts';
import type { Transaction } from '../transaction.ts';
import { listOfferings, type Offering } from './offering.ts';
import { setTerm } from './terms.ts';

export const TERM = '2025-1';
export const IN_TERM = { first_day: date('2025-09-01'), last_day: date('2026-01-23') };
/** The class of new students, and one of the fourth year at the campus. */
export const [NEW_CLASS, OLD_CLASS] = ['K2501', 'C-2501'];

const student = (student_id: string, more: Readonly<Record<string, string | number>>) => ({
  student_id, name: `生${student_id}`, sex: '1', birth_date: '2009-05-08', programme_id: 'P', school_id: 'S', status: 'enrolled', from: '2025-09-01', to: '', ...more,
});
const newcomer = (id: string) => student(id, { cohort: 2025, stage: 'secondary', grade: 1, class_id: NEW_CLASS });
const fourth = (id: string) => student(id, { cohort: 2022, stage: 'higher', grade: 4, campus_id: 'C', class_id: OLD_CLASS, boarder: 'yes' });
const teacher = (person_id: string) => ({
  person_id, name: `师${person_id}`, employer_id: 'S', stage: 'secondary', school_id: 'S', post: 'teacher', employment: 'full_time', degree: 'master', title: 'intermediate', qualified: 'yes', from: '2023-09-01',
});

export const SHEETS = {
  programmes: [{ programme_id: 'P', school_id: 'S', college_id: 'H', campus_id: 'C', secondary_code: '660103', higher_code: '460103', name: '数控', enterprises: 'F' }],
  calendar: [{ college_id: 'H', academic_year: 2025, first_day: '2025-09-01' }],
  students: [newcomer('N1'), newcomer('N2'), newcomer('N3'), fourth('A1'), fourth('A2')],
  staff: [teacher('T901'), teacher('T902')],
};

/** The content of five years: what the made scheme has, and two courses of the seventh term. */
export const FIVE_YEARS = { ...CONTENT, courses: [...CONTENT.courses, course('G1', { name: '机电装调', term: 7, credits: '4' }), course('G2', { name: '形势与政策', kind: 'ideology', term: 7, credits: '1', theory_hours: 16, practice_hours: 0 })] };

/** A region with a class of each stage, an approved scheme, and everybody who teaches, releases and decides. */
export async function madeTeaching(db: Database) {
  const scene = await madeScene(db);
  const imported = await scene.import(SHEETS);
  if (imported.outcome !== 'done') throw new Error(JSON.stringify(imported).slice(0, 2000));
  const schemers = await madeSchemers(scene);
  const teaching = async (staff_no: string): Promise<MadeActor> => ({ ...await madeAccount(scene.as, 'teacher', { org_id: 'S', staff_no }), role: 'teacher' });
  const counsellor: MadeActor = { ...await madeAccount(scene.as, 'counsellor', { org_id: 'S', classes: [NEW_CLASS] }), role: 'counsellor' };
  return { scene, ...schemers, counsellor, first: await teaching('T901'), second: await teaching('T902'), other: await scene.somebody('college_academic', 'H') };
}
export type MadeTeaching = Awaited<ReturnType<typeof madeTeaching>>;

export const GIVEN = { pack: quzhou2024, today: TODAY };

/** Somebody's act, let go unless it was done. */
export async function does<A extends { readonly outcome: string }>(scene: MadeScene, who: Pick<MadeActor, 'account'>, work: (tx: Transaction) => Promise<A>): Promise<A> {
  return (await scene.of(who)).write(async (tx) => {
    const answer = await work(tx);
    if (answer.outcome !== 'done') tx.discard();
    return answer;
  });
}

/** An outcome in one word: `done`, or what each refusal is about and why. */
export function said(answer: { readonly outcome: string; readonly refusals?: readonly { readonly why: string; readonly clause: string; readonly about: string | null }[] }): string {
  return answer.refusals === undefined ? answer.outcome : answer.refusals.map(({ why, clause, about }) => [about, why, clause].filter((part) => part !== null).join(' ')).join('; ');
}

/** The scheme approved and the days of the term set. */
export async function madeTerm({ scene, academic, leader, head, firm }: MadeTeaching, year = 2022, today: PlainDate = TODAY): Promise<void> {
  await madeApprovedScheme(scene, { academic, leader, head, firm }, { year, content: FIVE_YEARS, today });
  const set = await does(scene, academic, (tx) => setTerm(tx, { college_id: 'H', term: TERM, ...IN_TERM }));
  if (set.outcome !== 'done') throw new Error(said(set));
}

export async function offeringOf({ scene }: Pick<MadeTeaching, 'scene'>, class_id: string, course_code: string): Promise<Offering> {
  const found = (await scene.as.read((tx) => listOfferings(tx, { class_id }))).find((one) => one.course_code === course_code);
  if (found === undefined) throw new Error(`no course ${course_code} of ${class_id}`);
  return found;
}
