import { refusalOfMark, type ERegistrationState, type Season } from '../../core/admission/e-registration.ts';
import { admissionRefusal, type AdmissionRefusal } from '../../core/admission/refusals.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { standing } from '../known-time.ts';
import { actingPerson } from '../matters/acting.ts';
import { lockFacts, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';
import { readableAdmissions } from './admission.ts';

/** One electronic registration: a calendar year and a season of it. */
export interface SeasonOf {
  readonly year: number;
  readonly season: Season;
}

export interface ERegistrationRow {
  readonly student_id: string;
  readonly name: string;
  readonly school_id: string;
  readonly class_id: string | null;
  readonly stage: 'secondary' | 'higher';
  readonly grade: number;
  readonly state: ERegistrationState | null;
  readonly on_day: PlainDate | null;
  readonly reason: string | null;
}

/** Whoever studies in a season is to be registered in it: the roll as it is now, with what is marked. */
const STUDENTS = `students as (
  select distinct on (r.student_id) r.student_id, r.name, r.school_id, r.programme_id, r.class_id, r.stage, r.grade, r.status, r.scopes from register_students r
  where r.region_id = $1 and ${standing('r')} and ($2::text[] is null or r.scopes && $2) and ($5::text is null or r.school_id = $5) order by r.student_id, r.valid_from desc),
  marked as (select s.*, e.state, e.on_day, e.reason from students s left join e_registrations e
    on e.region_id = $1 and e.student_id = s.student_id and e.year = $3 and e.season = $4 and e.superseded_at is null
    where s.status = any($6::text[]))`;

/** More than any college keeps: whoever marks has their own list whole. */
const MOST = 5000;

export interface ERegistrations {
  readonly counts: readonly { readonly school_id: string; readonly stage: 'secondary' | 'higher'; readonly students: number; readonly registered: number; readonly returned: number }[];
  /** Those who are not registered, as many as MOST. */
  readonly unregistered: readonly ERegistrationRow[];
}

/** How far a season has come, of the students in reach; of one school, or of all. */
export async function readERegistrations(tx: Transaction, { year, season }: SeasonOf, school_id: string | null): Promise<ERegistrations> {
  const values = [tx.actor.region_id, readableAdmissions(tx), year, season, school_id, [...AT_SCHOOL]];
  const counts = await tx.query<ERegistrations['counts'][number]>(
    `with ${STUDENTS} select school_id, stage, count(*)::int as students, count(*) filter (where state = 'registered')::int as registered,
       count(*) filter (where state = 'returned')::int as returned from marked group by 1, 2 order by 1, 2`, values);
  const unregistered = await tx.query<ERegistrationRow>(
    `with ${STUDENTS} select student_id, name, school_id, class_id, stage, grade::int, state, on_day, reason from marked
     where state is distinct from 'registered' order by school_id, stage desc, grade, class_id nulls last, student_id limit ${MOST}`, values);
  return { counts, unregistered };
}

export interface Marking extends SeasonOf {
  readonly students: readonly string[];
  readonly state: ERegistrationState;
  readonly on: PlainDate;
  readonly reason: string | null;
}

export type Marked = { readonly outcome: 'done'; readonly marked: number } | { readonly outcome: 'refused'; readonly refusals: readonly AdmissionRefusal[] };

/** R3-b, R3-c: marks students together, by whoever keeps their stage, all or nothing; what is marked later answers what was marked before. */
export async function markERegistrations(tx: Transaction, marking: Marking, today: PlainDate): Promise<Marked> {
  const stamp = await lockFacts(tx);
  const refused = (...refusals: readonly AdmissionRefusal[]): Marked => ({ outcome: 'refused', refusals });
  if (stamp === null || marking.students.length === 0) return refused(admissionRefusal('nobody', null));
  if (marking.on > today) return refused(admissionRefusal('day_to_come', null));
  if (marking.state === 'returned' && (marking.reason ?? '').trim() === '') return refused(admissionRefusal('reason_missing', null));
  const found = await studentsOf(tx, marking);
  const keeps = await keeperOf(tx);
  const refusals = marking.students.flatMap((student_id) => {
    const one = found.get(student_id);
    const why = refusalOfMark({ student_id, stage: one?.stage ?? null, keeper: one !== undefined && keeps(one), state: one?.state ?? null }, marking.state);
    return why === null ? [] : [admissionRefusal(why, student_id)];
  });
  if (refusals.length > 0) return refused(...refusals);
  const { region_id, account } = tx.actor;
  const students = [...new Set(marking.students)];
  await tx.change('update e_registrations set superseded_at = $5 where region_id = $1 and student_id = any($2::text[]) and year = $3 and season = $4 and superseded_at is null',
    [region_id, students, marking.year, marking.season, stamp.at]);
  const first = await takeNumbers(tx, 'next_number', students.length);
  await tx.change(
    `insert into e_registrations (region_id, e_registration_id, student_id, year, season, stage, state, on_day, reason, answers, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint - 1 + t.at, t.student_id, $3, $4, t.stage, $5, $6, $7, t.answers, string_to_array(t.scopes, chr(31)), $8, $9
     from unnest($10::text[], $11::text[], $12::bigint[], $13::text[]) with ordinality as t(student_id, stage, answers, scopes, at)`,
    [region_id, first, marking.year, marking.season, marking.state, marking.on, marking.reason, stamp.at, account, students,
      students.map((id) => found.get(id)?.stage), students.map((id) => found.get(id)?.answers ?? null), students.map((id) => found.get(id)?.scopes.join('\u001f'))]);
  await tx.audit({ action: 'e_registration.mark', object: `e-registrations/${marking.year}-${marking.season}`, detail: { state: marking.state, on: marking.on, students: students.length } });
  return { outcome: 'done', marked: students.length };
}

interface Found {
  readonly student_id: string;
  readonly stage: 'secondary' | 'higher';
  readonly school_id: string;
  readonly college_id: string;
  readonly state: ERegistrationState | null;
  readonly answers: number | null;
  readonly scopes: readonly string[];
}

async function studentsOf(tx: Transaction, { students, year, season }: Marking): Promise<Map<string, Found>> {
  const labels = tx.actor.reach.get('students.write') ?? [];
  const rows = await tx.whole((whole) => whole.query<Found>(
    `select distinct on (r.student_id) r.student_id, r.stage, r.school_id, p.college_id, e.state, e.e_registration_id::int as answers, r.scopes
     from register_students r join register_programmes p on p.region_id = $1 and p.key = r.programme_id and ${standing('p')}
       left join e_registrations e on e.region_id = $1 and e.student_id = r.student_id and e.year = $3 and e.season = $4 and e.superseded_at is null
     where r.region_id = $1 and r.student_id = any($2::text[]) and ${standing('r')} and ($5::text[] is null or r.scopes && $5) order by r.student_id, r.valid_from desc`,
    [tx.actor.region_id, students, year, season, labels === '*' ? null : labels]));
  return new Map(rows.map((row) => [row.student_id, row]));
}

/** Tells whether the actor keeps the roll of a student’s stage. */
async function keeperOf(tx: Transaction): Promise<(one: Found) => boolean> {
  const person = await actingPerson(tx);
  const own = (person?.acting ?? []).filter(({ in_stead_of }) => in_stead_of === null).map(({ role, org_id }) => `${role}@${org_id}`);
  return ({ stage, school_id, college_id }) => own.includes(stage === 'secondary' ? `school_registrar@${school_id}` : `college_roll@${college_id}`);
}
