import { mayTouch } from '../core/access/reach.ts';
import { issueCodes, type IssuedCode } from './activations.ts';
import { today } from './clock.ts';
import { onTheRoll } from './guardianships.ts';
import { mergeGuardians, type FoundGuardian, type GuardianRow } from './merge-guardians.ts';
import { standing, type Instant } from './known-time.ts';
import { personScopes } from './people.ts';
import { lockRegion, takeNumbers } from './record-stamp.ts';
import type { Transaction } from './transaction.ts';

export type Bulk =
  | { readonly outcome: 'done'; readonly codes: readonly IssuedCode[]; readonly left: number }
  /** No such school, or not one whose accounts the actor keeps. */
  | { readonly outcome: 'unknown_organisation' };

interface NewcomerBase {
  readonly name: string;
  /** What the account is called if the name is free. */
  readonly called: string;
  readonly student_id: string | null;
  readonly phone: string | null;
}

/**
 * Makes people with accounts and slips for students on the school's roll who have none, `limit` at most. Done again it
 * goes on where it stopped. A student whom another school keeps an account for is left to that school.
 */
export function addStudents(tx: Transaction, school_id: string, limit: number): Promise<Bulk> {
  return ofSchool(tx, school_id, async (at) => {
    const rows = await tx.whole((whole) => whole.query<{ student_id: string; name: string; all: bigint }>(
      `select student_id, name, count(*) over () as all from (
         select distinct on (s.student_id) s.student_id, s.name from register_students s
         where s.region_id = $1 and s.school_id = $2 and ${onTheRoll('$3')}
           and not exists (select 1 from people p where p.region_id = s.region_id and p.student_id = s.student_id and p.closed_at is null)
         order by s.student_id, s.record_id desc) n order by student_id limit $4`, [tx.actor.region_id, school_id, today(), limit]));
    const newcomers = rows.map(({ student_id, name }) => ({ name, called: student_id, student_id, phone: null }));
    const made = await makeAll(tx, { kind: 'student', school_id, at }, newcomers);
    return { codes: await slipsOf(tx, made.map(({ account }) => account)), left: Number(rows[0]?.all ?? 0) - rows.length };
  });
}

/**
 * The same for the guardians of those students by the register of guardians. One person is who has the same name and
 * phone, or, without a phone, the same name for the same student; whoever is there gets the students they lack.
 */
export function addGuardians(tx: Transaction, school_id: string, limit: number): Promise<Bulk> {
  return ofSchool(tx, school_id, async (at) => {
    const { region_id } = tx.actor;
    const { rows, there } = await tx.whole(async (whole) => ({
      rows: await whole.query<GuardianRow>(
        `select distinct g.student_id, g.name, g.relation, g.phone from register_guardians g
         join register_students s on s.region_id = g.region_id and s.student_id = g.student_id
         where g.region_id = $1 and ${standing('g')} and s.school_id = $2 and ${onTheRoll('$3')} order by 1, 2`, [region_id, school_id, today()]),
      there: await whole.query<FoundGuardian>(
        `select p.person_id::integer, p.display_name as name, p.phone, array(select w.student_id from guardianships w
           where w.region_id = p.region_id and w.person_id = p.person_id) as students
         from people p where p.region_id = $1 and p.kind = 'guardian' and p.org_id = $2 and p.closed_at is null order by 1`, [region_id, school_id]),
    }));
    const { known, unknown } = mergeGuardians(rows, there);
    const chosen = unknown.slice(0, limit);
    const made = await makeAll(tx, { kind: 'guardian', school_id, at },
      chosen.map(({ name, phone, students }) => ({ name, called: `${students[0]?.student_id ?? ''}-1`, student_id: null, phone })));
    const lacking = [...known, ...chosen.map((one, n) => ({ person_id: made[n]?.person_id ?? 0, students: one.students }))];
    await guardAll(tx, school_id, at, lacking.flatMap(({ person_id, students }) => students.map((student) => ({ person_id, ...student }))));
    return { codes: await slipsOf(tx, made.map(({ account }) => account)), left: unknown.length - chosen.length };
  });
}

async function ofSchool(
  tx: Transaction, school_id: string, work: (at: Instant) => Promise<{ readonly codes: readonly IssuedCode[]; readonly left: number }>,
): Promise<Bulk> {
  if (!mayTouch(tx.actor.reach, 'accounts', 'write', [`org:${school_id}`])) return { outcome: 'unknown_organisation' };
  const stamp = await lockRegion(tx);
  const [school] = await tx.whole((whole) => whole.arrays(
    `select 1 from register_organisations o where o.region_id = $1 and o.key = $2 and o.kind = 'school' and ${standing('o')}`, [tx.actor.region_id, school_id]));
  if (stamp === null || school === undefined) return { outcome: 'unknown_organisation' };
  const answer = await work(stamp.at);
  await tx.audit({ action: 'people.bulk', object: `organisations/${school_id}`, detail: { made: answer.codes.length, left: answer.left } });
  return { outcome: 'done', ...answer };
}

interface Newcomers {
  readonly kind: 'student' | 'guardian';
  readonly school_id: string;
  readonly at: Instant;
}

/** People and accounts without a password, in the order given. */
async function makeAll(tx: Transaction, { kind, school_id, at }: Newcomers, people: readonly NewcomerBase[]): Promise<{ person_id: number; account: string }[]> {
  if (people.length === 0) return [];
  const { region_id, account: by } = tx.actor;
  const first = await takeNumbers(tx, 'next_number', people.length);
  const names = await freeNames(tx, people.map(({ called }) => called));
  const made = people.map((person, n) => ({ ...person, person_id: first + n, account: names[n] as string }));
  const scopes = personScopes({ kind, org_id: school_id });
  await tx.change(
    `insert into people (region_id, person_id, kind, display_name, student_id, org_id, phone, scopes, recorded_at, recorded_by)
     select $1, u.person_id, $2, u.name, u.student_id, $3, u.phone, $4, $5, $6
     from unnest($7::bigint[], $8::text[], $9::text[], $10::text[]) as u(person_id, name, student_id, phone)`,
    [region_id, kind, school_id, scopes, at, by, made.map((p) => p.person_id), made.map((p) => p.name), made.map((p) => p.student_id), made.map((p) => p.phone)]);
  await tx.change(
    `insert into accounts (region_id, account, display_name, person_id, scopes, created_by)
     select $1, u.account, u.name, u.person_id, $2, $3 from unnest($4::text[], $5::text[], $6::bigint[]) as u(account, name, person_id)`,
    [region_id, scopes, by, made.map((p) => p.account), made.map((p) => p.name), made.map((p) => p.person_id)]);
  return made;
}

/** Names for new accounts: as called, else with the next number behind that nobody has. */
async function freeNames(tx: Transaction, called: readonly string[]): Promise<string[]> {
  const taken = new Set<string>();
  const asked = new Set<string>();
  for (;;) {
    const names = namesBeside(taken, called);
    const unasked = names.filter((name) => !asked.has(name));
    if (unasked.length === 0) return names;
    // Names of accounts outside one's reach are taken as well.
    const rows = await tx.whole((whole) => whole.arrays(
      'select account from accounts where region_id = $1 and account = any($2::text[])', [tx.actor.region_id, unasked]));
    for (const name of unasked) asked.add(name);
    for (const [account] of rows) taken.add(account as string);
  }
}

function namesBeside(taken: ReadonlySet<string>, called: readonly string[]): string[] {
  const given = new Set<string>();
  return called.map((wanted) => {
    const base = wanted.replace(/-1$/, '');
    let name = wanted;
    for (let n = 2; taken.has(name) || given.has(name); n += 1) name = `${base}-${n}`;
    given.add(name);
    return name;
  });
}

async function guardAll(
  tx: Transaction, school_id: string, at: Instant, guarded: readonly { readonly person_id: number; readonly student_id: string; readonly relation: string }[],
): Promise<void> {
  if (guarded.length === 0) return;
  await tx.change(
    `insert into guardianships (region_id, guardianship_id, person_id, student_id, relation, scopes, valid_from, recorded_at, recorded_by)
     select $1, u.number, u.person_id, u.student_id, u.relation, $2, $3, $4, $5
     from unnest($6::bigint[], $7::bigint[], $8::text[], $9::text[]) as u(number, person_id, student_id, relation)`,
    [tx.actor.region_id, [`org:${school_id}`], today(), at, tx.actor.account, await numbersFor(tx, guarded.length),
      guarded.map((g) => g.person_id), guarded.map((g) => g.student_id), guarded.map((g) => g.relation)]);
}

async function numbersFor(tx: Transaction, many: number): Promise<number[]> {
  const first = await takeNumbers(tx, 'next_number', many);
  return Array.from({ length: many }, (_, n) => first + n);
}

async function slipsOf(tx: Transaction, accounts: readonly string[]): Promise<readonly IssuedCode[]> {
  if (accounts.length === 0) return [];
  const issued = await issueCodes(tx, accounts);
  if (issued.outcome !== 'done') throw new Error('accounts made a moment ago are not there');
  return issued.codes;
}

/** The name for one account: as called, else with the next number behind that nobody has. */
export async function freeAccountName(tx: Transaction, called: string): Promise<string> {
  return (await freeNames(tx, [called]))[0] as string;
}

/** A student on the roll today, and whether anybody keeps an account for them already; null where there is none. */
export async function studentOnRoll(tx: Transaction, student_id: string): Promise<{ readonly name: string; readonly has_account: boolean } | null> {
  const [row] = await tx.whole((whole) => whole.query<{ name: string; has_account: boolean }>(
    `select s.name, exists (select 1 from people p where p.region_id = s.region_id and p.student_id = s.student_id and p.closed_at is null) as has_account
     from register_students s where s.region_id = $1 and s.student_id = $2 and ${onTheRoll('$3')} limit 1`, [tx.actor.region_id, student_id, today()]));
  return row ?? null;
}
