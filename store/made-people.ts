import pg from 'pg';
import type { TestDatabase } from '../check/databases.ts';
import { NOTHING } from '../core/access/reach.ts';
import { ROLES, type Role } from '../core/access/roles.ts';
import { date } from '../core/values/plain-date.ts';
import { record } from './appointments.ts';
import type { Context, Database } from './database.ts';
import { holderColumns, holderOf, roleDay, type HolderRow } from './held-roles.ts';
import type { Instant } from './known-time.ts';
import { addPerson } from './people.ts';
import { programActor } from './program-actor.ts';
import { sha256 } from './secret-codes.ts';

/** Somebody made up for a test, who is in force since long ago. */
export interface MadeAccount {
  readonly account: string;
  readonly password: string;
  readonly person_id: number;
  readonly appointment_id: number;
  /** The store as this account without anything in reach sees it. */
  readonly own: (db: Database) => Context;
}

let count = 0;

/** A person of staff with an account that is in use and one appointment, made by the program. */
export async function madeAccount(as: Context, role: Role, given: { readonly org_id?: string; readonly classes?: readonly string[]; readonly staff_no?: string } = {}): Promise<MadeAccount> {
  count += 1;
  const [account, password] = [`${role}-${process.pid}-${count}`, `lantern river ${count} 马`];
  return as.write(async (tx) => {
    const added = await addPerson(tx, { kind: 'staff', name: account, account, password });
    if (added.outcome !== 'done') throw new Error(added.outcome);
    const [now] = await tx.query<{ at: Instant }>('select clock_timestamp() as at');
    const appointment_id = await record(tx, added.person_id, {
      role, org_id: given.org_id ?? (ROLES[role].at === 'region' ? null : 'O1'), campuses: [], classes: given.classes ?? [], staff_no: given.staff_no ?? null, from: date('2020-01-01'), to: null,
    }, now?.at as Instant);
    const { region_id } = tx.actor;
    return { account, password, person_id: added.person_id, appointment_id, own: (db) => db.as({ region_id, account, reach: NOTHING }) };
  });
}

/** Sets a time of the row of a token back by seconds, as if it had been earlier. */
export async function setBack(database: TestDatabase, table: 'sessions' | 'api_tokens', column: string, token: string, seconds: number): Promise<void> {
  const secret = table === 'sessions' ? token.slice(token.indexOf('.') + 1) : token;
  await asOwner(database, `update ${table} set ${column} = ${column} - $2 * interval '1 second' where token_sha256 = $1`, [sha256(secret), seconds]);
}

/** What a superuser does to the tables behind the program's back. */
export async function asOwner(database: TestDatabase, sql: string, values: readonly unknown[] = []): Promise<void> {
  const owner = new pg.Client(database.connection());
  await owner.connect();
  try {
    await owner.query(sql, [...values]);
  } finally {
    await owner.end();
  }
}

/** What an account may do now, asked anew as with every request. */
export async function contextOf(db: Database, region_id: number, account: string): Promise<Context> {
  const [row] = await db.as(programActor(region_id)).read((tx) => tx.query<HolderRow>(
    `select ${holderColumns('$3')} from accounts a join people p on p.region_id = a.region_id and p.person_id = a.person_id where a.region_id = $1 and a.account = $2`, [region_id, account, roleDay()]));
  return db.as({ region_id, account, reach: (row === undefined ? null : holderOf(row))?.reach ?? NOTHING });
}
