import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { HeldRole } from '../../core/access/reach.ts';
import { SESSION_COOKIE } from '../../api/session-cookie.ts';
import type { Database } from '../../store/database.ts';
import { programActor } from '../../store/program-actor.ts';
import { openSession, SESSION_LIMITS } from '../../store/sessions.ts';
import type { Transaction } from '../../store/transaction.ts';
import type { Asking } from './actors.ts';

const FROM = '2020-01-01';
const WHEN = '2020-01-01T00:00:00Z';
const LAST_DAY = '2099-12-31';

/** Makes everybody's person, account and appointments, and a session that showed a second factor; answers the cookies by account. */
export async function openSessions(db: Database, region_id: number, everybody: readonly Asking[], owner: Client): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  for (const [at, asking] of everybody.entries()) {
    const { account, standing } = asking;
    if (standing === null) continue;
    const token = await db.as({ ...programActor(region_id), account }).write(async (tx) => {
      tx.unaudited('people of a made world');
      await addPerson(tx, FIRST_PERSON + at, asking);
      return (await openSession(tx, { level: 'full', factor: true, limits: SESSION_LIMITS }))?.token ?? '';
    });
    for (const scope of standing.granted) await grant(db, region_id, account, scope);
    cookies.set(account, `${SESSION_COOKIE}=${token}`);
  }
  // Nothing that a request writes lasts; so that none notes the time of its session, that time is yet to come.
  await owner.query(`update sessions set last_seen_at = now() + interval '10 hours'`);
  return cookies;
}

const FIRST_PERSON = 100_000;
const PLACES = 10;

/** The person's number, by account. */
export const personNumber = (everybody: readonly Asking[], account: string): number => FIRST_PERSON + everybody.findIndex((one) => one.account === account);

async function addPerson(tx: Transaction, person_id: number, { account, standing, side }: Asking): Promise<void> {
  const { region_id } = tx.actor;
  const roles = (standing?.roles ?? []).filter(({ role }) => role !== 'student' && role !== 'guardian');
  const [student, wards] = [standing?.student_id ?? null, standing?.wards ?? []];
  const kind = student !== null ? 'student' : wards.length > 0 ? 'guardian' : 'staff';
  const scopes = kind === 'staff' ? [] : [`org:school-${side}`];
  await tx.change(
    `insert into people (region_id, person_id, kind, display_name, student_id, scopes, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, 'world')`,
    [region_id, person_id, kind, account, student, scopes, WHEN]);
  await tx.change(
    `insert into accounts (region_id, account, display_name, created_by, person_id, scopes, activated_at) values ($1, $2, $2, 'world', $3, $4, $5)`,
    [region_id, account, person_id, scopes, WHEN]);
  for (const [at, held] of roles.entries()) await appoint(tx, person_id, person_id * PLACES + at, held);
  for (const [at, ward] of wards.entries()) {
    await tx.change(
      `insert into guardianships (region_id, guardianship_id, person_id, student_id, relation, scopes, valid_from, recorded_at, recorded_by)
       values ($1, $2, $3, $4, '母亲', $5, $6, $7, 'world')`, [region_id, person_id * PLACES + at, person_id, ward, scopes, FROM, WHEN]);
  }
}

async function appoint(tx: Transaction, person_id: number, appointment_id: number, { role, org_id, campuses, classes, staff_no }: HeldRole): Promise<void> {
  await tx.change(
    `insert into appointments (region_id, appointment_id, person_id, role, org_id, campuses, classes, valid_from, recorded_at, recorded_by, staff_no)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'world', $10)`, [tx.actor.region_id, appointment_id, person_id, role, org_id, campuses, classes, FROM, WHEN, staff_no ?? null]);
}

async function grant(db: Database, region_id: number, account: string, scope: string): Promise<void> {
  const grant_id = randomUUID();
  await db.as({ ...programActor(region_id), account }).write(async (tx) => {
    tx.unaudited('a grant of a made world');
    await tx.change(
      `insert into minor_grants (region_id, grant_id, account, scope, scopes, purpose, expires_on, asked_at) values ($1, $2, $3, $4, $5, 'made world', $6, $7)`,
      [region_id, grant_id, account, scope, scope === '*' ? [] : [scope], LAST_DAY, WHEN]);
  });
  await db.as(programActor(region_id)).write(async (tx) => {
    tx.unaudited('a grant of a made world');
    await tx.change(`update minor_grants set approved = true, decided_at = $3, decided_by = 'world' where region_id = $1 and grant_id = $2`, [region_id, grant_id, WHEN]);
  });
}
