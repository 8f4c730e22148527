import { mayTouch } from '../core/access/reach.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { today } from './clock.ts';
import { standing, type Instant } from './known-time.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

/** That a person is a guardian of a student, until it is ended. */
export interface Guardianship {
  readonly guardianship_id: number;
  readonly person_id: number;
  readonly student_id: string;
  readonly relation: string;
  readonly from: PlainDate;
  readonly ended_at: Instant | null;
}

interface GuardianshipRow extends Omit<Guardianship, 'guardianship_id' | 'person_id'> {
  readonly guardianship_id: bigint;
  readonly person_id: bigint;
}

const COLUMNS = 'guardianship_id, person_id, student_id, relation, valid_from as "from", ended_at';
const guardianshipOf = (row: GuardianshipRow): Guardianship =>
  ({ ...row, guardianship_id: Number(row.guardianship_id), person_id: Number(row.person_id) });

/** The guardianships of people, latest last. */
export async function listGuardianships(tx: Transaction, people: readonly number[]): Promise<Guardianship[]> {
  if (people.length === 0) return [];
  const rows = await tx.query<GuardianshipRow>(
    `select ${COLUMNS} from guardianships where region_id = $1 and person_id = any($2::bigint[]) order by guardianship_id`, [tx.actor.region_id, people]);
  return rows.map(guardianshipOf);
}

export interface NewGuardianship {
  readonly person_id: number;
  readonly student_id: string;
  readonly relation: string;
}

export type AddedGuardianship =
  | { readonly outcome: 'done'; readonly guardianship: Guardianship }
  | { readonly outcome: 'unknown_person' | 'unknown_student' | 'already_guardian' };

/**
 * Records that a person is a guardian of one more student. The person and the student must both be in the actor's
 * reach: a guardian with children at two schools is told to the system administrator.
 */
export async function addGuardianship(tx: Transaction, given: NewGuardianship): Promise<AddedGuardianship> {
  const { region_id, reach } = tx.actor;
  const stamp = await lockRegion(tx);
  const [person] = await tx.query<{ scopes: string[] }>(
    `select scopes from people where region_id = $1 and person_id = $2 and kind = 'guardian' and closed_at is null`, [region_id, given.person_id]);
  if (stamp === null || person === undefined || !mayTouch(reach, 'accounts', 'write', person.scopes)) return { outcome: 'unknown_person' };
  const school = await schoolOf(tx, given.student_id);
  if (school === null || !mayTouch(reach, 'accounts', 'write', [`org:${school}`])) return { outcome: 'unknown_student' };
  const [row] = await tx.query<GuardianshipRow>(
    `insert into guardianships (region_id, guardianship_id, person_id, student_id, relation, scopes, valid_from, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (region_id, person_id, student_id, ended_at) do nothing returning ${COLUMNS}`,
    [region_id, await takeNumbers(tx, 'next_number', 1), given.person_id, given.student_id, given.relation, [`org:${school}`], today(), stamp.at, tx.actor.account]);
  if (row === undefined) return { outcome: 'already_guardian' };
  await tx.audit({ action: 'guardianship.added', object: `people/${given.person_id}`, detail: { guardianship: Number(row.guardianship_id) } });
  return { outcome: 'done', guardianship: guardianshipOf(row) };
}

/** Ends a guardianship in the actor's reach; null when there is none that holds. */
export async function endGuardianship(tx: Transaction, guardianship_id: number): Promise<Guardianship | null> {
  const { region_id, reach } = tx.actor;
  const [there] = await tx.query<{ scopes: string[] }>(
    'select scopes from guardianships where region_id = $1 and guardianship_id = $2 and ended_at is null', [region_id, guardianship_id]);
  if (there === undefined || !mayTouch(reach, 'accounts', 'write', there.scopes)) return null;
  const [row] = await tx.query<GuardianshipRow>(
    `update guardianships set ended_at = clock_timestamp(), ended_by = $3 where region_id = $1 and guardianship_id = $2 and ended_at is null
     returning ${COLUMNS}`, [region_id, guardianship_id, tx.actor.account]);
  if (row === undefined) return null;
  await tx.audit({ action: 'guardianship.ended', object: `people/${row.person_id}`, detail: { guardianship: guardianship_id } });
  return guardianshipOf(row);
}

/** A student's place on the roll counts while it is one of these. */
export const ON_THE_ROLL = ['enrolled', 'repeating', 'internship', 'suspended', 'place_kept'] as const;

/** The condition that a row `s` of the students' register says who is on the roll on the day of this parameter. */
export function onTheRoll(day: string): string {
  return `${standing('s')} and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to >= ${day}::date)
    and s.status in (${ON_THE_ROLL.map((status) => `'${status}'`).join(', ')})`;
}

/** The school at which a student is on the roll today, as the actor may read it or keeps all accounts; null where there is none. */
export async function schoolOf(tx: Transaction, student_id: string): Promise<string | null> {
  const ask = (on: Transaction) => on.query<{ school_id: string }>(
    `select s.school_id from register_students s where s.region_id = $1 and s.student_id = $2 and ${onTheRoll('$3')} limit 1`,
    [tx.actor.region_id, student_id, today()]);
  const [row] = await (tx.actor.reach.get('accounts.write') === '*' ? tx.whole(ask) : ask(tx));
  return row !== undefined && mayTouch(tx.actor.reach, 'accounts', 'write', [`org:${row.school_id}`]) ? row.school_id : null;
}
