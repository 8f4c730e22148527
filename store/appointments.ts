import { refusalOfAppointing, type Appointing, type AppointingRefusal } from '../core/access/appointing.ts';
import { isRole, type OrganisationKind, type Role } from '../core/access/roles.ts';
import { roleDay } from './held-roles.ts';
import { standing, type Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** That a person holds a role somewhere, from a day to a day or until it is ended. */
export interface Appointment extends Appointing {
  readonly appointment_id: number;
  readonly person_id: number;
  readonly organisation: string | null;
  readonly state: 'coming' | 'now' | 'over' | 'ended';
  readonly recorded_at: Instant;
  readonly recorded_by: string;
  readonly ended_at: Instant | null;
  readonly ended_by: string | null;
}

interface AppointmentRow extends Omit<Appointment, 'appointment_id' | 'person_id' | 'role'> {
  readonly appointment_id: bigint;
  readonly person_id: bigint;
  readonly role: string;
}

const SELECT = `select ap.appointment_id, ap.person_id, ap.role, ap.org_id, o.name as organisation, ap.campuses, ap.classes, ap.staff_no,
    ap.valid_from as "from", ap.valid_to as "to", ap.recorded_at, ap.recorded_by, ap.ended_at, ap.ended_by,
    case when ap.ended_at is not null then 'ended' when ap.valid_from > $2::date then 'coming' when ap.valid_to < $2::date then 'over' else 'now' end as state
  from appointments ap left join register_organisations o on o.region_id = ap.region_id and o.key = ap.org_id and ${standing('o')}`;

function appointmentOf(row: AppointmentRow): Appointment[] {
  // A role that another version knew gives nothing, and is shown by nobody's name.
  return isRole(row.role) ? [{ ...row, role: row.role, appointment_id: Number(row.appointment_id), person_id: Number(row.person_id) }] : [];
}

/** All appointments that people ever had, as far as the actor may see them: who keeps all accounts sees them, others none. */
export async function listAppointments(tx: Transaction, people: readonly number[]): Promise<Appointment[]> {
  if (people.length === 0 || tx.actor.reach.get('accounts.read') !== '*') return [];
  // Names of organisations are no secret, and administrators have no register to read them from.
  const rows = await tx.whole((whole) => whole.query<AppointmentRow>(
    `${SELECT} where ap.region_id = $1 and ap.person_id = any($3::bigint[]) order by ap.appointment_id`, [tx.actor.region_id, roleDay(), people]));
  return rows.flatMap(appointmentOf);
}

export type Appointed = { readonly outcome: 'done'; readonly appointment_id: number } | { readonly outcome: AppointingRefusal | 'unknown_person' };

/** Appoints a person; who may appoint is for the caller's reach to say (`accounts.approve`). */
export async function appoint(tx: Transaction, person_id: number, wanted: Appointing): Promise<Appointed> {
  const stamp = await lockRegion(tx);
  const facts = stamp === null ? null : await tx.whole((whole) => factsOf(whole, person_id, wanted));
  if (stamp === null || facts === null) return { outcome: 'unknown_person' };
  const refusal = refusalOfAppointing(wanted, facts);
  if (refusal !== null) return { outcome: refusal };
  return { outcome: 'done', appointment_id: await record(tx, person_id, wanted, stamp.at) };
}

/** Records an appointment that the program itself makes: at the first run and in the sample. */
export async function record(tx: Transaction, person_id: number, { role, org_id, campuses, classes, staff_no, from, to }: Appointing, at: Instant): Promise<number> {
  const appointment_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into appointments (region_id, appointment_id, person_id, role, org_id, campuses, classes, valid_from, valid_to, recorded_at, recorded_by, staff_no)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.actor.region_id, appointment_id, person_id, role, org_id, campuses, classes, from, to, at, tx.actor.account, staff_no ?? null]);
  await tx.audit({ action: 'appointment.given', object: `people/${person_id}`, detail: { appointment: appointment_id, role, organisation: org_id, from, to } });
  return appointment_id;
}

async function factsOf(whole: Transaction, person_id: number, wanted: Appointing) {
  const { region_id, account } = whole.actor;
  const [person] = await whole.query<{ kind: 'staff' | 'student' | 'guardian'; closed: boolean; oneself: boolean }>(
    `select p.kind, p.closed_at is not null as closed, exists (select 1 from accounts a where a.region_id = p.region_id and a.person_id = p.person_id and a.account = $3) as oneself
     from people p where p.region_id = $1 and p.person_id = $2`, [region_id, person_id, account]);
  if (person === undefined) return null;
  const [organisation] = await whole.query<{ kind: OrganisationKind }>(
    `select o.kind from register_organisations o where o.region_id = $1 and o.key = $2 and ${standing('o')}`, [region_id, wanted.org_id]);
  const held = await whole.query<Appointing>(
    `select role, org_id, campuses, classes, staff_no, valid_from as "from", valid_to as "to" from appointments
     where region_id = $1 and person_id = $2 and ended_at is null`, [region_id, person_id]);
  return {
    oneself: person.oneself, person, organisation: organisation?.kind ?? null, foreign: await foreignPlaces(whole, wanted),
    held: held.filter(({ role }) => isRole(role)),
  };
}

/** Of the campuses, classes and staff of an appointment, those that its organisation does not have. */
async function foreignPlaces(whole: Transaction, { org_id, campuses, classes, staff_no }: Appointing): Promise<string[]> {
  if (campuses.length + classes.length === 0 && (staff_no ?? null) === null) return [];
  const rows = await whole.arrays(
    `select u.id from unnest($2::text[]) as u(id) where not exists (
       select 1 from register_campuses c where c.region_id = $1 and c.key = u.id and ${standing('c')} and $4 in (c.school_id, c.college_id))
     union all
     select u.id from unnest($3::text[]) as u(id) where not exists (
         select 1 from register_classes k join register_campuses c on c.region_id = k.region_id and c.key = k.campus_id and ${standing('c')}
         where k.region_id = $1 and k.class_id = u.id and ${standing('k')} and $4 in (c.school_id, c.college_id))
       and not exists (select 1 from register_students s where s.region_id = $1 and s.school_id = $4 and s.class_id = u.id and ${standing('s')})
     union all
     select $5::text where $5::text is not null and not exists (
       select 1 from register_staff f left join register_campuses c on c.region_id = f.region_id and c.key = f.campus_id and ${standing('c')}
       where f.region_id = $1 and f.person_id = $5 and ${standing('f')} and $4 in (f.employer_id, f.school_id, c.school_id, c.college_id))`,
    [whole.actor.region_id, campuses, classes, org_id, staff_no ?? null]);
  return rows.map(([id]) => id as string);
}

export type Ended = 'done' | 'unknown_appointment' | 'oneself' | 'already_ended';

/** Ends an appointment from this moment; nobody ends their own. */
export async function endAppointment(tx: Transaction, appointment_id: number): Promise<{ readonly outcome: Ended; readonly person_id: number }> {
  const { region_id, account } = tx.actor;
  const [row] = await tx.query<{ person_id: bigint; ended: boolean; oneself: boolean; role: Role }>(
    `select ap.person_id, ap.role, ap.ended_at is not null as ended, coalesce(a.account = $3, false) as oneself
     from appointments ap left join accounts a on a.region_id = ap.region_id and a.person_id = ap.person_id
     where ap.region_id = $1 and ap.appointment_id = $2`, [region_id, appointment_id, account]);
  if (row === undefined) return { outcome: 'unknown_appointment', person_id: 0 };
  const person_id = Number(row.person_id);
  if (row.oneself) return { outcome: 'oneself', person_id };
  const ended = row.ended ? 0 : await tx.change(
    'update appointments set ended_at = clock_timestamp(), ended_by = $3 where region_id = $1 and appointment_id = $2 and ended_at is null', [region_id, appointment_id, account]);
  if (ended === 0) return { outcome: 'already_ended', person_id };
  await tx.audit({ action: 'appointment.ended', object: `people/${person_id}`, detail: { appointment: appointment_id, role: row.role } });
  return { outcome: 'done', person_id };
}

/** What an appointment can name. */
export interface Places {
  readonly organisations: readonly { readonly org_id: string; readonly name: string; readonly kind: string }[];
  readonly campuses: readonly { readonly campus_id: string; readonly name: string; readonly school_id: string; readonly college_id: string }[];
  readonly classes: readonly { readonly class_id: string; readonly campus_id: string | null; readonly school_id: string }[];
}

/** Organisations, campuses and classes by name and id: of the region, for whoever reads all accounts, else those of one's own. */
export function listPlaces(tx: Transaction): Promise<Places> {
  const labels = tx.actor.reach.get('accounts.read') ?? [];
  const values = [tx.actor.region_id, labels === '*' ? null : labels];
  const own = (column: string) => `($2::text[] is null or 'org:' || ${column} = any($2))`;
  return tx.whole(async (whole) => ({
    organisations: await whole.query(
      `select org_id, name, kind from register_organisations r where r.region_id = $1 and ${own('r.org_id')} and ${standing('r')} order by org_id`, values),
    campuses: await whole.query(
      `select campus_id, name, school_id, college_id from register_campuses r where r.region_id = $1 and ${own('r.school_id')} and ${standing('r')} order by campus_id`, values),
    classes: await whole.query(
      `select distinct s.class_id, s.campus_id, s.school_id from register_students s where s.region_id = $1 and s.class_id is not null and ${own('s.school_id')}
         and ${standing('s')} and (s.valid_to is null or s.valid_to >= $3::date) order by 1`, [...values, roleDay()]),
  }));
}
