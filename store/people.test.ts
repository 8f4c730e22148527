import { describe, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { NOTHING, reachOf, type Reach } from '../core/access/reach.ts';
import type { Role } from '../core/access/roles.ts';
import { issueCodes } from './activations.ts';
import { listAppointments } from './appointments.ts';
import { madeAccount } from './made-people.ts';
import { madeStore } from './made-store.ts';
import { addPerson, closePerson, listPeople } from './people.ts';
import type { Transaction } from './transaction.ts';

const REFUSED_BY_THE_DATABASE = '42501';

eachDatabase('people in the database’s own keeping', (database) => {
  const store = madeStore(database);

  async function region() {
    const made = await store.region();
    await made.import(campusOnTheLine());
    const { region_id } = made.actor;
    const reach = (role: Role, org_id: string | null): Reach =>
      reachOf({ roles: [{ role, org_id, division_code: null, campuses: [], classes: [] }], student_id: null, wards: [], granted: [] });
    const as = (role: Role, org_id: string | null, account: string = role) => store.db().as({ region_id, account, reach: reach(role, org_id) });
    const add = (kind: 'student' | 'guardian', account: string, org_id: string) => made.as.write(async (tx) => {
      const added = await addPerson(tx, { kind, name: account, account, org_id, ...(kind === 'student' && { student_id: account }) });
      if (added.outcome !== 'done') throw new Error(added.outcome);
      return added.person_id;
    });
    return { ...made, region_id, as, program: made.as, add };
  }

  /** What becomes of a statement that the application would never send: the rows it touched, or that it was refused. */
  async function raw(context: { readonly write: <T>(work: (tx: Transaction) => Promise<T>) => Promise<T> }, sql: string, values: readonly unknown[]): Promise<number | 'refused'> {
    try {
      return await context.write(async (tx) => {
        tx.unaudited('only to see what the database says');
        const rows = await tx.change(sql, values);
        tx.discard();
        return rows;
      });
    } catch (error) {
      if ((error as { code?: string }).code === REFUSED_BY_THE_DATABASE) return 'refused';
      throw error;
    }
  }

  const INSERT = `insert into people (region_id, person_id, kind, display_name, student_id, scopes, recorded_at, recorded_by)
    values ($1, 999, $2, 'x', $3, $4, clock_timestamp(), 'x')`;

  test('a registrar’s reach makes students and guardians of that school, no staff and nobody elsewhere', async () => {
    const { region_id, as } = await region();
    const insert = (who: ReturnType<typeof as>, kind: string, scopes: string[]) => raw(who, INSERT, [region_id, kind, kind === 'student' ? 'T9' : null, scopes]);
    const registrar = as('school_registrar', 'S1');
    expect(await insert(registrar, 'student', ['org:S1'])).toBe(1);
    expect(await insert(registrar, 'student', ['org:S2'])).toBe('refused');
    expect(await insert(registrar, 'guardian', [])).toBe('refused');
    expect(await insert(registrar, 'staff', [])).toBe('refused');
    expect(await insert(registrar, 'staff', ['org:S1'])).toBe('refused');
    expect(await insert(as('system_admin', null), 'staff', [])).toBe(1);
    expect(await insert(as('security_admin', null), 'staff', [])).toBe('refused');
    expect(await insert(as('office', 'O1'), 'staff', [])).toBe('refused');
    expect(await insert(as('school_head', 'S1'), 'student', ['org:S1'])).toBe('refused');
  });

  test('appointments are written by whoever may approve, and by nobody else', async () => {
    const { region_id, as, program } = await region();
    const { person_id, appointment_id } = await madeAccount(program, 'department');
    const insert = `insert into appointments (region_id, appointment_id, person_id, role, valid_from, recorded_at, recorded_by) values ($1, 999, $2, 'office', '2026-01-01', clock_timestamp(), 'x')`;
    const end = 'update appointments set ended_at = clock_timestamp() where region_id = $1 and appointment_id = $2';
    expect([await raw(as('security_admin', null), insert, [region_id, person_id]), await raw(as('security_admin', null), end, [region_id, appointment_id])]).toEqual([1, 1]);
    for (const [role, org_id] of [['system_admin', null], ['audit_admin', null], ['office', 'O1'], ['school_registrar', 'S1'], ['auditor', null]] as const) {
      expect([role, await raw(as(role, org_id), insert, [region_id, person_id])]).toEqual([role, 'refused']);
      expect([role, await raw(as(role, org_id), end, [region_id, appointment_id])]).toEqual([role, 0]);
    }
  });

  test('of accounts, sessions, secrets and tokens of others nothing is seen or changed; of one’s own only what is one’s own', async () => {
    const { region_id, as, program, add } = await region();
    const [mine, other] = [await madeAccount(program, 'department'), await madeAccount(program, 'department')];
    await add('student', 'T1', 'S1');
    const own = store.db().as({ region_id, account: mine.account, reach: NOTHING });
    await other.own(store.db()).write(async (tx) => {
      await tx.change(`insert into second_factors (region_id, account, secret) values ($1, $2, 'x')`, [region_id, other.account]);
      await tx.change(`insert into recovery_codes (region_id, account, code_sha256, made_at) values ($1, $2, 'x', clock_timestamp())`, [region_id, other.account]);
      await tx.change(`insert into api_tokens (region_id, token_id, account, token_sha256, label, permissions, made_at, expires_at) values ($1, 99, $2, 'x', 'x', '{}', clock_timestamp(), clock_timestamp())`, [region_id, other.account]);
      await tx.change(`insert into identities (region_id, identity_id, account, issuer, subject, linked_at, linked_by) values ($1, 99, $2, 'x', 'x', clock_timestamp(), 'x')`, [region_id, other.account]);
      await tx.change(`insert into sessions (region_id, token_sha256, account, expires_at) values ($1, 'x', $2, clock_timestamp())`, [region_id, other.account]);
      tx.unaudited('made up');
    });
    const counts = async (who: typeof own) => Object.fromEntries(await Promise.all(
      ['people', 'accounts', 'appointments', 'sessions', 'second_factors', 'recovery_codes', 'api_tokens', 'identities', 'activations', 'guardianships']
        .map(async (table) => [table, Number((await who.read((tx) => tx.arrays(`select count(*) from ${table}`)))[0]?.[0])])));
    const none = { people: 0, accounts: 0, appointments: 0, sessions: 0, second_factors: 0, recovery_codes: 0, api_tokens: 0, identities: 0, activations: 0, guardianships: 0 };
    expect(await counts(own)).toEqual({ ...none, accounts: 1 });
    expect(await counts(other.own(store.db()))).toEqual({ ...none, accounts: 1, sessions: 1, second_factors: 1, recovery_codes: 1, api_tokens: 1, identities: 1 });
    expect(await counts(as('school_registrar', 'S1'))).toEqual({ ...none, people: 1, accounts: 1 });
    expect(await counts(as('school_registrar', 'S2'))).toEqual(none);
    expect(await counts(as('office', 'O1'))).toEqual(none);
    expect(await counts(as('auditor', null))).toEqual(none);
    // Who keeps accounts sees no secrets; who may take a second factor away sees that there is one.
    expect(await counts(as('system_admin', null))).toMatchObject({ people: 3, accounts: 3, second_factors: 0, recovery_codes: 0 });
    const steal = `update accounts set password_hash = 'x' where region_id = $1 and account = $2`;
    expect(await raw(own, steal, [region_id, other.account])).toBe(0);
    expect(await raw(as('school_registrar', 'S1'), steal, [region_id, other.account])).toBe(0);
    expect(await raw(as('school_registrar', 'S2'), steal, [region_id, 'T1'])).toBe(0);
    expect(await raw(as('school_registrar', 'S1'), steal, [region_id, 'T1'])).toBe(1);
    expect(await raw(own, `insert into sessions (region_id, token_sha256, account, expires_at) values ($1, 'y', $2, clock_timestamp())`, [region_id, other.account])).toBe('refused');
  });

  test('nothing of a person, appointment or account is rewritten or deleted by the application', async () => {
    const { region_id, program } = await region();
    const { person_id } = await madeAccount(program, 'department');
    for (const sql of [`update people set display_name = 'x'`, `update people set kind = 'student'`, `update appointments set role = 'office'`, `update appointments set valid_from = '2000-01-01'`,
      `update accounts set person_id = null`, `update guardianships set student_id = 'x'`, `update activations set expires_at = clock_timestamp()`, `update api_tokens set permissions = '{}'`,
      'delete from people', 'delete from appointments', 'delete from accounts', 'delete from guardianships', 'delete from identities']) {
      expect([sql, await raw(program, `${sql} where region_id = $1`, [region_id])]).toEqual([sql, 'refused']);
    }
    expect((await program.read((tx) => listAppointments(tx, [person_id]))).map(({ role }) => role)).toEqual(['department']);
  });

  describe('the application’s own account of it', () => {
    test('answers no more than the database would', async () => {
      const { as, add, program } = await region();
      const here = await add('student', 'T1', 'S1');
      await add('student', 'T2', 'S2');
      const head = await madeAccount(program, 'school_head', { org_id: 'S1' });
      const names = async (role: Role, org_id: string | null) => (await as(role, org_id).read((tx) => listPeople(tx, {}))).people.map(({ name }) => name).sort();
      expect(await names('school_registrar', 'S1')).toEqual(['T1']);
      expect(await names('school_registrar', 'S2')).toEqual(['T2']);
      expect(await names('system_admin', null)).toEqual(['T1', 'T2', head.account].sort());
      expect(await names('school_head', 'S1')).toEqual([]);
      const asked = (who: ReturnType<typeof as>, account: string) => who.write(async (tx) => {
        const issued = await issueCodes(tx, [account]);
        tx.discard();
        return issued.outcome;
      });
      expect([await asked(as('school_registrar', 'S1'), 'T1'), await asked(as('school_registrar', 'S1'), 'T2'), await asked(as('school_registrar', 'S1'), head.account)])
        .toEqual(['done', 'unknown_account', 'unknown_account']);
      expect(await as('school_registrar', 'S2').write((tx) => closePerson(tx, here))).toBe('unknown_person');
      expect(await as('school_registrar', 'S1').write((tx) => closePerson(tx, head.person_id))).toBe('unknown_person');
      expect(await as('school_registrar', 'S1').write((tx) => closePerson(tx, here))).toBe('done');
    });

    test('pages of people follow one another without a gap, in the order of names', async () => {
      const { program } = await region();
      await program.write(async (tx) => {
        for (let n = 0; n < 205; n += 1) await addPerson(tx, { kind: 'student', name: `某${n % 7}`, account: `P${n}`, student_id: `P${n}`, org_id: 'S1' });
      });
      const seen: number[] = [];
      const lengths: number[] = [];
      let after: number | undefined;
      do {
        const page = await program.read((tx) => listPeople(tx, { after, search: '某' }));
        expect(page.total).toBe(205);
        seen.push(...page.people.map(({ person_id }) => person_id));
        lengths.push(page.people.length);
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect([lengths, new Set(seen).size]).toEqual([[100, 100, 5], 205]);
      expect((await program.read((tx) => listPeople(tx, { search: 'P20' }))).total).toBe(6);
      expect((await program.read((tx) => listPeople(tx, { search: '%' }))).total).toBe(0);
    });

    test('two at once make one account of a student', async () => {
      const { program } = await region();
      const add = () => program.write((tx) => addPerson(tx, { kind: 'student', name: '同一人', account: 'T7', student_id: 'T7', org_id: 'S1' })).catch((error: { code?: string }) => ({ outcome: error.code }));
      const outcomes = (await Promise.all([add(), add(), add()])).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect((await program.read((tx) => listPeople(tx, { kind: 'student' }))).total).toBe(1);
    });
  });
});
