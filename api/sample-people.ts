import { randomInt, randomUUID } from 'node:crypto';
import { ROLES, ROLE_NAMES, type Role } from '../core/access/roles.ts';
import type { Dataset } from '../core/exchange/sheets.ts';
import { date, type PlainDate } from '../core/values/plain-date.ts';
import type { Database } from '../store/database.ts';
import { addGuardianship } from '../store/guardianships.ts';
import { addPerson, type NewPerson } from '../store/people.ts';
import { programActor } from '../store/program-actor.ts';
import type { Transaction } from '../store/transaction.ts';
import { addAppointed } from './first-people.ts';
import { sampleAccountName } from './sample-accounts.ts';

/** An account of the sample, and how to sign in to it. */
export interface SampleAccount {
  readonly account: string;
  readonly password: string;
  readonly role: Role;
}

/** Where each role of the sample is held; what is not here is held in the region as a whole, or by the registers. */
export const SAMPLE_PLACES: Partial<Readonly<Record<Role, string>>> = {
  office: 'O1', city_bureau: 'B1', county_bureau: 'B2', finance_bureau: 'G1', department: 'D2', enterprise: 'F1',
  college_programme: 'H1', college_academic: 'H1', college_finance: 'H1', college_roll: 'H1', college_leadership: 'H1',
  school_registrar: 'S1', school_finance: 'S1', school_head: 'S1', campus_manager: 'S1', counsellor: 'S1', teacher: 'S1',
};
const SCHOOL = 'S1';
const CAMPUS = 'C1';
/** The sample's teacher is this one of the register of staff. */
const STAFF_NO = 'T102';
const FROM = date('2020-01-01');
/** Accounts that the sample lets read the records of minors, so that its pages show them. */
const GRANTED: readonly Role[] = ['office', 'city_bureau'];
const GRANTED_UNTIL = date('2035-12-31');
/** Without characters that are mistaken for one another. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const PASSWORD_LENGTH = 16;

/** One account for each role, in the sample only. @throws Error where the sample's own records do not fit. */
export async function addSamplePeople(database: Database, region_id: number, dataset: Dataset, on: PlainDate): Promise<SampleAccount[]> {
  const accounts = ROLE_NAMES.map((role) => ({ account: sampleAccountName(role), password: newPassword(), role }));
  const child = sampleChild(dataset);
  await database.as(programActor(region_id)).write(async (tx) => {
    for (const account of accounts) await addOne(tx, account, { dataset, child, on });
  });
  for (const role of GRANTED) await grant(database, region_id, role);
  return accounts;
}

interface Child {
  readonly student_id: string;
  readonly name: string;
  readonly guardian: string;
  readonly relation: string;
}

interface Sample {
  readonly dataset: Dataset;
  readonly child: Child;
  readonly on: PlainDate;
}

async function addOne(tx: Transaction, { account, password, role }: SampleAccount, { dataset, child, on }: Sample): Promise<void> {
  const name = role === 'office' ? '示例账号' : `示例账号（${ROLES[role].name.zh}）`;
  if (role === 'student') {
    await added(tx, { kind: 'student', account, password, name: child.name, org_id: SCHOOL, student_id: child.student_id });
  } else if (role === 'guardian') {
    const person_id = await added(tx, { kind: 'guardian', account, password, name: child.guardian, org_id: SCHOOL });
    const guarded = await addGuardianship(tx, { person_id, student_id: child.student_id, relation: child.relation });
    if (guarded.outcome !== 'done') throw new Error(`the sample's guardian: ${guarded.outcome}`);
  } else {
    const made = await addAppointed(tx, { kind: 'staff', account, password, name }, {
      role, org_id: SAMPLE_PLACES[role] ?? null, from: FROM,
      campuses: role === 'campus_manager' ? [CAMPUS] : [], classes: role === 'counsellor' ? classesOf(dataset, on) : [],
      staff_no: role === 'teacher' ? STAFF_NO : null,
    });
    if (made.outcome !== 'done') throw new Error(`the sample's account ${account}: ${made.outcome}`);
  }
}

async function added(tx: Transaction, person: NewPerson): Promise<number> {
  const made = await addPerson(tx, person);
  if (made.outcome !== 'done') throw new Error(`the sample's account ${person.account}: ${made.outcome}`);
  return made.person_id;
}

/** The first student who stays at the sample's campus and has a guardian. */
function sampleChild({ students = [], guardians = [] }: Dataset): Child {
  const staying = students.filter((s) => s.school_id === SCHOOL && s.campus_id === CAMPUS && s.to === null && s.status === 'enrolled')
    .sort((a, b) => (a.student_id < b.student_id ? -1 : 1));
  for (const { student_id, name } of staying) {
    const guardian = guardians.find((one) => one.student_id === student_id);
    if (guardian !== undefined) return { student_id, name, guardian: guardian.name, relation: guardian.relation };
  }
  throw new Error('the sample has no student with a guardian at its campus');
}

function classesOf({ classes = [] }: Dataset, on: PlainDate): string[] {
  return classes.filter((one) => one.campus_id === CAMPUS && one.from <= on && (one.to === null || one.to >= on)).map(({ class_id }) => class_id);
}

/** Asked by the account itself and approved by another, as everywhere. */
async function grant(database: Database, region_id: number, role: Role): Promise<void> {
  const account = sampleAccountName(role);
  const approver = sampleAccountName(GRANTED.find((other) => other !== role) as Role);
  const grant_id = randomUUID();
  await database.as({ ...programActor(region_id), account }).write(async (tx) => {
    await tx.change(
      `insert into minor_grants (region_id, grant_id, account, scope, scopes, purpose, expires_on, asked_at) values ($1, $2, $3, '*', '{}', '示例', $4, clock_timestamp())`,
      [region_id, grant_id, account, GRANTED_UNTIL]);
    await tx.audit({ action: 'grant.asked', object: `grants/${grant_id}`, detail: { scope: '*' } });
  });
  await database.as({ ...programActor(region_id), account: approver }).write(async (tx) => {
    await tx.change(
      'update minor_grants set approved = true, decided_at = clock_timestamp(), decided_by = $3 where region_id = $1 and grant_id = $2', [region_id, grant_id, approver]);
    await tx.audit({ action: 'grant.approved', object: `grants/${grant_id}` });
  });
}

function newPassword(): string {
  return Array.from({ length: PASSWORD_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
