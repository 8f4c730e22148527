import type { Labels } from '../core/access/reach.ts';
import { mayTouch } from '../core/access/reach.ts';
import type { Role } from '../core/access/roles.ts';
import { createAccount } from './accounts.ts';
import { listAppointments, type Appointment } from './appointments.ts';
import { listGuardianships, type Guardianship } from './guardianships.ts';
import { roleDay } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { PROGRAM } from './program-actor.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

export type PersonKind = 'staff' | 'student' | 'guardian';

/** A person, with account, appointments and wards. */
export interface Person {
  readonly person_id: number;
  readonly name: string;
  readonly kind: PersonKind;
  readonly student_id: string | null;
  readonly account: string | null;
  /** `waiting`: a slip is out; `none`: no slip holds and no password; `closed`: the person has ended. */
  readonly state: 'active' | 'waiting' | 'none' | 'closed';
  readonly factor: boolean;
  readonly closed_at: Instant | null;
  readonly appointments: readonly Appointment[];
  readonly wards: readonly Guardianship[];
}

interface PersonRow extends Omit<Person, 'person_id' | 'appointments' | 'wards'> {
  readonly person_id: bigint;
}

const STATE = `case when p.closed_at is not null then 'closed' when a.password_hash is not null then 'active'
    when exists (select 1 from activations c where c.region_id = a.region_id and c.account = a.account and c.used_at is null
      and c.ended_at is null and c.expires_at > clock_timestamp()) then 'waiting' else 'none' end`;
const SELECT = `select p.person_id, p.display_name as name, p.kind, p.student_id, a.account, a.factor_at is not null as factor, p.closed_at, ${STATE} as state
  from people p left join accounts a on a.region_id = p.region_id and a.person_id = p.person_id`;

/** The labels of an action on accounts as a parameter: null for everything. */
export function accountLabels(tx: Transaction, action: 'read' | 'write'): readonly string[] | null {
  const labels: Labels = tx.actor.reach.get(`accounts.${action}`) ?? [];
  return labels === '*' ? null : labels;
}

export interface PeopleFilter {
  readonly kind?: PersonKind | undefined;
  /** The beginning of a name, an account or a student id. */
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly inactive?: boolean | undefined;
  /** Whose account is kept by this organisation, or who holds a role there now. */
  readonly org_id?: string | undefined;
  readonly state?: Person['state'] | undefined;
  /** The person after whom the page begins. */
  readonly after?: number | undefined;
}

const PAGE = 100;

/** People in the actor's reach, by name; `next` begins the next page, null after the last. */
export async function listPeople(tx: Transaction, filter: PeopleFilter): Promise<{ people: Person[]; total: number; next: number | null }> {
  const beginning = filter.search === undefined || filter.search === '' ? null : `${filter.search.replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = `p.region_id = $1 and ($2::text[] is null or p.scopes && $2) and ($3::text is null or p.kind = $3)
    and ($4::text is null or p.display_name like $4 or a.account like $4 or p.student_id like $4)
    and ($5::text is null or exists (select 1 from appointments ap where ap.region_id = p.region_id and ap.person_id = p.person_id and ap.role = $5
      and ap.ended_at is null and ap.valid_from <= $6::date and (ap.valid_to is null or ap.valid_to >= $6::date)))
    and (not $7::boolean or (p.closed_at is null and a.password_hash is null))
    and ($8::text is null or p.org_id = $8 or exists (select 1 from appointments ap where ap.region_id = p.region_id and ap.person_id = p.person_id and ap.org_id = $8
      and ap.ended_at is null and ap.valid_from <= $6::date and (ap.valid_to is null or ap.valid_to >= $6::date)))
    and ($9::text is null or ${STATE} = $9)`;
  const values = [tx.actor.region_id, accountLabels(tx, 'read'), filter.kind ?? null, beginning, filter.role ?? null, roleDay(), filter.inactive ?? false,
    filter.org_id ?? null, filter.state ?? null];
  const [count] = await tx.query<{ total: bigint }>(
    `select count(*) as total from people p left join accounts a on a.region_id = p.region_id and a.person_id = p.person_id where ${conditions}`, values);
  const rows = await tx.query<PersonRow>(
    `${SELECT} where ${conditions} and ($10::bigint is null or (p.display_name, p.person_id) >
       (select o.display_name, o.person_id from people o where o.region_id = $1 and o.person_id = $10))
     order by p.display_name, p.person_id limit ${PAGE + 1}`, [...values, filter.after ?? null]);
  const people = await withRoles(tx, rows.slice(0, PAGE));
  return { people, total: Number(count?.total ?? 0), next: rows.length > PAGE ? (people.at(-1)?.person_id ?? null) : null };
}

/** A person in the actor's reach; null where there is none. */
export async function readPerson(tx: Transaction, person_id: number): Promise<Person | null> {
  return readOne(tx, 'p.person_id = $3', person_id);
}

/** The person of an account in the actor's reach. */
export async function readPersonOf(tx: Transaction, account: string): Promise<Person | null> {
  return readOne(tx, 'a.account = $3', account);
}

async function readOne(tx: Transaction, condition: string, value: unknown): Promise<Person | null> {
  const rows = await tx.query<PersonRow>(
    `${SELECT} where p.region_id = $1 and ($2::text[] is null or p.scopes && $2) and ${condition}`, [tx.actor.region_id, accountLabels(tx, 'read'), value]);
  return (await withRoles(tx, rows))[0] ?? null;
}

async function withRoles(tx: Transaction, rows: readonly PersonRow[]): Promise<Person[]> {
  const ids = rows.map(({ person_id }) => Number(person_id));
  const appointments = await listAppointments(tx, ids);
  const wards = await listGuardianships(tx, ids);
  return rows.map((row) => {
    const person_id = Number(row.person_id);
    return {
      ...row, person_id, appointments: appointments.filter((one) => one.person_id === person_id), wards: wards.filter((one) => one.person_id === person_id),
    };
  });
}

export interface NewPerson {
  readonly kind: PersonKind;
  readonly name: string;
  readonly account: string;
  readonly student_id?: string | undefined;
  /** The school that keeps the account of a student or guardian. */
  readonly org_id?: string | undefined;
  /** As the register keeps it. */
  readonly phone?: string | null;
  /** What they sign in with at once; without it the account waits for a slip. */
  readonly password?: string | undefined;
}

/** The labels of a person: staff belongs to nobody but the region, students and guardians to the school that keeps them. */
export function personScopes({ kind, org_id }: Pick<NewPerson, 'kind' | 'org_id'>): string[] {
  return kind === 'staff' || org_id === undefined ? [] : [`org:${org_id}`];
}

export type AddedPerson = { readonly outcome: 'done'; readonly person_id: number } | { readonly outcome: 'no_region' | 'out_of_reach' | 'account_taken' };

/** Makes a person and their account. */
export async function addPerson(tx: Transaction, person: NewPerson): Promise<AddedPerson> {
  const scopes = personScopes(person);
  if (!mayTouch(tx.actor.reach, 'accounts', 'write', scopes)) return { outcome: 'out_of_reach' };
  // Under that name the program itself acts.
  if (person.account === PROGRAM) return { outcome: 'account_taken' };
  const stamp = await lockRegion(tx);
  if (stamp === null) return { outcome: 'no_region' };
  const { region_id } = tx.actor;
  const person_id = await takeNumbers(tx, 'next_number', 1);
  await tx.change(
    `insert into people (region_id, person_id, kind, display_name, student_id, org_id, phone, scopes, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [region_id, person_id, person.kind, person.name, person.student_id ?? null, person.org_id ?? null, person.phone ?? null, scopes, stamp.at, tx.actor.account]);
  const { account, name, password } = person;
  const { outcome } = await createAccount(tx, { account, display_name: name, person_id, scopes, password: password ?? null });
  if (outcome !== 'done') return { outcome };
  await tx.audit({ action: 'person.added', object: `people/${person_id}`, detail: { kind: person.kind } });
  return { outcome: 'done', person_id };
}

export type Closing = 'done' | 'unknown_person' | 'oneself' | 'already_closed' | 'last_administrator';

/** Closes a person and the account for good: sessions and tokens hold no more from this moment. */
export async function closePerson(tx: Transaction, person_id: number): Promise<Closing> {
  const person = await readPerson(tx, person_id);
  const stamp = await lockRegion(tx);
  if (person === null || stamp === null || !await mayWritePerson(tx, person_id)) return 'unknown_person';
  if (person.account === tx.actor.account) return 'oneself';
  if (person.state === 'closed') return 'already_closed';
  if (await isLastAdministrator(tx, person_id)) return 'last_administrator';
  const values = [tx.actor.region_id, person_id, stamp.at];
  const closed = await tx.change(
    'update people set closed_at = $3, closed_by = $4 where region_id = $1 and person_id = $2 and closed_at is null', [...values, tx.actor.account]);
  if (closed === 0) return 'already_closed';
  await tx.change('update accounts set closed_at = $3 where region_id = $1 and person_id = $2', values);
  await tx.audit({ action: 'person.closed', object: `people/${person_id}` });
  return 'done';
}

async function mayWritePerson(tx: Transaction, person_id: number): Promise<boolean> {
  const [row] = await tx.query<{ scopes: string[] }>('select scopes from people where region_id = $1 and person_id = $2', [tx.actor.region_id, person_id]);
  return row !== undefined && mayTouch(tx.actor.reach, 'accounts', 'write', row.scopes);
}

/** Without somebody who appoints, and somebody who makes accounts, the region could never again get anybody. */
async function isLastAdministrator(tx: Transaction, person_id: number): Promise<boolean> {
  const [row] = await tx.arrays(
    `select exists (select 1 from unnest(array['system_admin', 'security_admin']) as r(role)
       where exists (select 1 from appointments ap where ap.region_id = $1 and ap.person_id = $2 and ap.role = r.role and ${IN_FORCE})
         and not exists (select 1 from appointments ap join people p on p.region_id = ap.region_id and p.person_id = ap.person_id
           where ap.region_id = $1 and ap.person_id <> $2 and p.closed_at is null and ap.role = r.role and ${IN_FORCE}))`,
    [tx.actor.region_id, person_id, roleDay()]);
  return row?.[0] === true;
}

const IN_FORCE = 'ap.ended_at is null and ap.valid_from <= $3::date and (ap.valid_to is null or ap.valid_to >= $3::date)';
