import { mayTouch } from '../../core/access/reach.ts';
import { countsAsCertificate, refusalOfEnrolment, type EnrolmentRefusal, type SessionDraft } from '../../core/appraisals/session.ts';
import { whole as wholeNumber } from '../../core/duties/declaration.ts';
import type { Acting } from '../../core/internships/parties.ts';
import { matchPosts, type Matched } from '../../core/internships/shortage.ts';
import { AT_SCHOOL } from '../../core/students/roll.ts';
import type { PlainDate } from '../../core/values/plain-date.ts';
import { studentFacts } from '../agreements/facts.ts';
import type { Law } from '../agreements/law.ts';
import { loadRows } from '../campus-rows.ts';
import { standing } from '../known-time.ts';
import { lockRegion, takeNumbers } from '../record-stamp.ts';
import type { Transaction } from '../transaction.ts';

/** A session with how many are enrolled, and how many of those hold a certificate that was issued since. */
export interface StoredSession extends SessionDraft {
  readonly session_id: number;
  readonly department_id: string;
  readonly enrolled: number;
  readonly certified: number;
}

/** Sessions from a day on, the first before the others. They are the region's; how many are enrolled is told without names. */
export async function listSessions(tx: Transaction, since: PlainDate | null): Promise<StoredSession[]> {
  const rows = await tx.query<Omit<StoredSession, 'session_id' | 'enrolled' | 'certified'> & { session_id: bigint }>(
    `select s.session_id, s.department_id, s.occupation, s.level, s.site, s.on_date as "on", s.seats, s.programmes from appraisal_sessions s
     where s.region_id = $1 and ($2::date is null or s.on_date >= $2::date) order by s.on_date, s.session_id`, [tx.actor.region_id, since]);
  const many = new Map((await tx.whole((whole) => whole.query<{ session_id: bigint; enrolled: number; certified: number }>(
    `select e.session_id, count(*)::int as enrolled, count(*) filter (where exists (
       select 1 from register_certificates c where c.region_id = $1 and c.student_id = e.student_id and c.level = s.level and c.issued_on >= s.on_date and ${standing('c')}))::int as certified
     from appraisal_enrolments e join appraisal_sessions s on s.region_id = $1 and s.session_id = e.session_id where e.region_id = $1 group by 1`, [whole.actor.region_id])))
    .map((one) => [Number(one.session_id), one]));
  return rows.map(({ session_id, ...row }) => ({ ...row, session_id: Number(session_id), enrolled: many.get(Number(session_id))?.enrolled ?? 0, certified: many.get(Number(session_id))?.certified ?? 0 }));
}

/** S2-d: seats still to come against students of the higher stage who hold no certificate that lets them graduate, by programme; all of the region, without names. */
export async function appraisalDemand(tx: Transaction, { on, value }: Law): Promise<Matched[]> {
  return tx.whole(async (whole) => {
    const needs = await whole.query<{ programme_id: string; heads: number }>(
      `select s.programme_id, count(*)::int as heads from register_students s where s.region_id = $1 and ${standing('s')} and s.stage = 'higher' and s.status = any($3::text[])
         and s.valid_from <= $2::date and (s.valid_to is null or s.valid_to >= $2::date)
         and not exists (select 1 from register_certificates c where c.region_id = $1 and c.student_id = s.student_id and c.verified and ${standing('c')}
           and (c.kind = 'skill' and c.level ~ '^[1-5]$' and c.level::int <= $4::int or c.kind = 'x' and c.level = any(string_to_array($5, ';')))) group by 1 order by 1`,
      [whole.actor.region_id, on, [...AT_SCHOOL], wholeNumber(value('cert.skill_level')), String(value('cert.x_levels') ?? '')]);
    return matchPosts(needs, (await listSessions(whole, on)).filter(({ level }) => countsAsCertificate(level, value)));
  });
}

export type SessionOutcome = { readonly outcome: 'done'; readonly session_id: number } | { readonly outcome: 'not_allowed' | 'unknown_programme' | 'day_not_possible' };

/** S2-d: announces a session, by the department that holds it. */
export async function announceSession(tx: Transaction, draft: SessionDraft, department_id: string, today: PlainDate): Promise<SessionOutcome> {
  const stamp = await lockRegion(tx);
  const scopes = [`org:${department_id}`];
  if (stamp === null || !mayTouch(tx.actor.reach, 'benefits', 'write', scopes)) return { outcome: 'not_allowed' };
  const known = new Set((await loadRows(tx, 'programmes', {})).map(({ programme_id }) => programme_id));
  if (draft.programmes.length === 0 || draft.programmes.some((id) => !known.has(id))) return { outcome: 'unknown_programme' };
  if (draft.on < today) return { outcome: 'day_not_possible' };
  const session_id = await takeNumbers(tx, 'next_number', 1);
  const { occupation, level, site, on, seats, programmes } = draft;
  await tx.change(
    `insert into appraisal_sessions (region_id, session_id, department_id, occupation, level, site, on_date, seats, programmes, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.actor.region_id, session_id, department_id, occupation, level, site, on, seats, [...new Set(programmes)], scopes, stamp.at, tx.actor.account]);
  await tx.audit({ action: 'appraisal.announced', object: `appraisals/${session_id}`, detail: { department_id, occupation, level, on, seats } });
  return { outcome: 'done', session_id };
}

export type EnrolOutcome =
  | { readonly outcome: 'done'; readonly enrolled: number }
  | { readonly outcome: 'unknown_session' }
  | { readonly outcome: 'enrolment_refused'; readonly why: EnrolmentRefusal; readonly student_id: string };

/** S2-d: the school enrols its students for a session, all of them or nobody. */
export async function enrolStudents(tx: Transaction, session_id: number, students: readonly string[], { roles }: Pick<Acting, 'roles'>, law: Law): Promise<EnrolOutcome> {
  const stamp = await lockRegion(tx);
  const session = (await listSessions(tx, null)).find((one) => one.session_id === session_id);
  if (stamp === null || session === undefined) return { outcome: 'unknown_session' };
  const wanted = [...new Set(students)];
  const facts = new Map((await studentFacts(tx, { school_id: null, cohort: null, programme_id: null, class_id: null, students: wanted }, law.on))
    .filter(({ scopes, school }) => mayTouch(tx.actor.reach, 'learning', 'write', scopes) && roles.some(({ role, org_id }) => role === 'school_registrar' && org_id === school.org_id)).map((one) => [one.student.student_id, one]));
  const enrolled = new Set((await tx.whole((whole) => whole.arrays('select student_id from appraisal_enrolments where region_id = $1 and session_id = $2', [whole.actor.region_id, session_id]))).map(([id]) => id as string));
  const refusal = refusalOfEnrolment({
    ...session, taken: enrolled.size, students: wanted.map((student_id) => ({ student_id, programme_id: facts.get(student_id)?.programme.programme_id ?? null, enrolled: enrolled.has(student_id) })),
  }, law.on);
  if (refusal !== null) return { outcome: 'enrolment_refused', ...refusal };
  await tx.change(
    `insert into appraisal_enrolments (region_id, session_id, student_id, scopes, recorded_at, recorded_by)
     select $1::integer, $2::bigint, n.student_id, n.scopes, $4::timestamptz, $5::text from jsonb_to_recordset($3::jsonb) as n(student_id text, scopes text[])`,
    [tx.actor.region_id, session_id, JSON.stringify([...facts].map(([student_id, { scopes }]) => ({ student_id, scopes }))), stamp.at, tx.actor.account]);
  await tx.audit({ action: 'appraisal.enrolled', object: `appraisals/${session_id}`, detail: { students: wanted.length } });
  return { outcome: 'done', enrolled: wanted.length };
}
