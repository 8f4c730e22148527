import { numberStudents } from '../../core/admission/numbering.ts';
import { admissionRefusal, type AdmissionRefusal } from '../../core/admission/refusals.ts';
import { refusalsOfRegistering, type Newcomer, type RegistrationDay } from '../../core/admission/registering.ts';
import type { AdmissionRules } from '../../core/admission/rules.ts';
import type { Row } from '../../core/exchange/sheets.ts';
import type { Problem } from '../../core/exchange/problem.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import { academicYearOf, type PlainDate } from '../../core/values/plain-date.ts';
import { loadRows } from '../campus-rows.ts';
import { bringIn } from '../import.ts';
import { standing } from '../known-time.ts';
import { lastPilotDays } from '../pilot-schools.ts';
import { lockFacts, type Stamp } from '../record-stamp.ts';
import { openTokens } from '../sealing.ts';
import type { Transaction } from '../transaction.ts';
import { admissionsById, type StoredAdmission } from './admission.ts';
import { undecidedAmong } from './admission-list.ts';
import { bringUpIntakes } from './intakes.ts';
import { moveAdmissions } from './move-admissions.ts';
import { holds } from './registrar.ts';
import { giveRollNumbers } from './roll-numbers.ts';

/** A class or a whole school that came on a day: who is in which class. */
export interface Registering {
  readonly school_id: string;
  readonly on: PlainDate;
  readonly newcomers: readonly { readonly admission_id: number; readonly class_id: string }[];
}

export interface Numbered {
  readonly admission_id: number;
  readonly class_id: string;
  readonly student_id: string;
}

export type Registered =
  | { readonly outcome: 'done'; readonly registered: readonly Numbered[]; readonly import_id: number }
  | { readonly outcome: 'refused'; readonly refusals: readonly AdmissionRefusal[] }
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'changed_meanwhile' };

const refused = (...refusals: readonly AdmissionRefusal[]): Registered => ({ outcome: 'refused', refusals });

/**
 * R3-b: registers newcomers together, by the registrar of their school, all or nothing: numbers without a gap, a place on the
 * roll from that day, guardians, intakes. Whatever is not `done` is for the caller to discard.
 */
export async function registerNewcomers(tx: Transaction, asked: Registering, given: { readonly rules: AdmissionRules; readonly today: PlainDate }): Promise<Registered> {
  const stamp = await lockFacts(tx);
  if (stamp === null || !await holds(tx, 'school_registrar', asked.school_id)) return refused(admissionRefusal('not_keeper', null));
  const stopped = (await tx.whole(lastPilotDays)).get(asked.school_id);
  if (stopped !== undefined && stopped < asked.on) return refused(admissionRefusal('pilot_stopped', null));
  const known = new Map((await admissionsById(tx, asked.newcomers.map(({ admission_id }) => admission_id))).map((one) => [one.admission_id, one]));
  const taken = await tx.whole((whole) => takenIn(whole, asked.newcomers.map(({ class_id }) => class_id)));
  const newcomers = await tx.whole((whole) => newcomersOf(whole, asked, known));
  const begins = await tx.whole((whole) => firstDays(whole, academicYearOf(asked.on)));
  const day: RegistrationDay = { on: asked.on, today: given.today, begins: (id) => begins.get(id) ?? null, no_show_days: given.rules.no_show_days };
  const refusals = refusalsOfRegistering(newcomers, day, (class_id) => taken.owners.get(class_id) ?? null);
  if (refusals.length > 0) return refused(...refusals);
  const numbers = numberStudents(asked.newcomers.map(({ class_id }) => class_id), taken.ids);
  const full = asked.newcomers.find((_, at) => numbers[at] === null);
  if (full !== undefined) return refused(admissionRefusal('class_full', full.admission_id));
  const registered = asked.newcomers.map(({ admission_id, class_id }, at): Numbered => ({ admission_id, class_id, student_id: numbers[at] as string }));
  return record(tx, { asked, known, registered, stamp });
}

interface Recording {
  readonly asked: Registering;
  readonly known: ReadonlyMap<number, StoredAdmission>;
  readonly registered: readonly Numbered[];
  readonly stamp: Stamp;
}

async function record(tx: Transaction, { asked, known, registered, stamp }: Recording): Promise<Registered> {
  const admitted = registered.map(({ admission_id }) => known.get(admission_id) as StoredAdmission);
  const tokens = admitted.flatMap(({ id_number, guardian_phone }) => [id_number, guardian_phone]).filter((token) => token !== null);
  const values = await openTokens(tx, tokens);
  const opened = (token: string | null): string | null => (token === null ? null : values.get(token) ?? null);
  const students = registered.map((one, at) => studentRow(admitted[at] as StoredAdmission, one, asked.on, { id_number: opened(admitted[at]?.id_number ?? null), row: at + 1 }));
  const guardians = registered.flatMap((one, at) => guardianRow(admitted[at] as StoredAdmission, one, { phone: opened(admitted[at]?.guardian_phone ?? null), row: at + 1 }));
  const brought = await tx.whole((whole) => bringIn(whole, { students, ...(guardians.length > 0 && { guardians }) }, { stamp, name: `报到注册 ${asked.school_id} ${asked.on}` }));
  if (brought.outcome === 'problems') return brought;
  if (brought.outcome !== 'done') throw new Error(`registering: ${brought.outcome}`);
  const student_ids = new Map(registered.map(({ admission_id, student_id }) => [admission_id, student_id]));
  const { import_id } = brought;
  if (!await moveAdmissions(tx, admitted, { act: 'register', to: 'registered', on: asked.on, reason: null, at: stamp.at, import_id, student_ids })) return { outcome: 'changed_meanwhile' };
  await giveRollNumbers(tx, registered.map(({ admission_id, student_id }) => ({ student_id, form: known.get(admission_id)?.id_number === null ? 'L' : 'G' })), stamp);
  for (const year of new Set(admitted.map((one) => one.year))) {
    const programmes = [...new Set(admitted.filter((one) => one.year === year).map(({ programme_id }) => programme_id))];
    await tx.whole((whole) => bringUpIntakes(whole, stamp, { year, programmes }));
  }
  await tx.audit({ action: 'admission.register', object: `schools/${asked.school_id}`, detail: { on: asked.on, students: registered.length, import_id } });
  return { outcome: 'done', registered, import_id };
}

function studentRow(admitted: StoredAdmission, { student_id, class_id }: Numbered, on: PlainDate, { id_number, row }: { readonly id_number: string | null; readonly row: number }): Row<'students'> {
  const { name, sex, birth_date, programme_id, school_id } = admitted;
  return {
    student_id, name, sex, birth_date, id_number, programme_id, school_id, campus_id: null, cohort: academicYearOf(on), stage: 'secondary', grade: 1, status: 'enrolled',
    class_id, boarder: null, from: on, to: null, row,
  };
}

function guardianRow({ guardian_name: name, guardian_relation }: StoredAdmission, { student_id }: Numbered, { phone, row }: { readonly phone: string | null; readonly row: number }): Row<'guardians'>[] {
  return name === null ? [] : [{ student_id, name, relation: guardian_relation ?? '监护人', phone, row }];
}

/** Numbers that are given in classes already, and whose class each is. */
async function takenIn(whole: Transaction, classes: readonly string[]): Promise<{ readonly ids: string[]; readonly owners: Map<string, string> }> {
  const rows = await whole.query<{ student_id: string; class_id: string | null; programme_id: string }>(
    `select distinct on (r.student_id) r.student_id, r.class_id, r.programme_id from register_students r
     where r.region_id = $1 and (left(r.student_id, 10) = any($2::text[]) or r.class_id = any($2::text[])) order by r.student_id, r.valid_from`, [whole.actor.region_id, classes]);
  return { ids: rows.map(({ student_id }) => student_id), owners: new Map(rows.flatMap(({ class_id, programme_id }): [string, string][] => (class_id === null ? [] : [[class_id, programme_id]]))) };
}

async function newcomersOf(whole: Transaction, { school_id, newcomers }: Registering, known: ReadonlyMap<number, StoredAdmission>): Promise<Newcomer[]> {
  const ids = newcomers.map(({ admission_id }) => admission_id);
  const undecided = await undecidedAmong(whole, ids);
  const restored = new Set((await whole.arrays(
    `select admission_id from admission_entries where region_id = $1 and admission_id = any($2::bigint[]) and act = 'restore_admission'`, [whole.actor.region_id, ids])).map(([id]) => Number(id)));
  const roll = new Map((await whole.arrays(
    `select a.admission_id, r.student_id from admissions a join register_students r on r.region_id = $1 and r.id_number = a.id_number and ${standing('r')} and r.valid_to is null and r.status = any($3::text[])
     where a.region_id = $1 and a.admission_id = any($2::bigint[])`, [whole.actor.region_id, ids, [...AT_SCHOOL, 'suspended', 'place_kept']])).map(([id, student_id]) => [Number(id), student_id as string]));
  return newcomers.map(({ admission_id, class_id }) => {
    const admission = known.get(admission_id);
    return {
      admission_id, class_id, undecided: undecided.has(admission_id), on_roll: roll.get(admission_id) ?? null,
      admission: admission?.school_id === school_id ? { year: admission.year, programme_id: admission.programme_id, state: admission.state, restored: restored.has(admission_id) } : null,
    };
  });
}

/** The first day of a school year for each programme, by its college's calendar. To be called within `tx.whole`. */
export async function firstDays(whole: Transaction, year: number): Promise<Map<string, PlainDate>> {
  const calendar = new Map((await loadRows(whole, 'calendar', {}, 'r.academic_year = $2', year)).map(({ college_id, first_day }) => [college_id, first_day]));
  return new Map((await loadRows(whole, 'programmes', {})).flatMap(({ programme_id, college_id }): [string, PlainDate][] => {
    const first = calendar.get(college_id);
    return first === undefined ? [] : [[programme_id, first]];
  }));
}
