import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOTHING } from '../../core/access/reach.ts';
import { applicationConnection, APPLICATION_ROLE } from '../../store/application-role.ts';
import { openDatabase } from '../../store/database.ts';
import { memorySource } from '../../store/key-source.ts';
import { programActor } from '../../store/program-actor.ts';
import { eachDatabase, onDatabase } from '../databases.ts';
import { makeWorld, type World } from './world.ts';

/** Only the owner's: which steps the tables were made by. */
const OWNERS = ['migrations'];
/** Names of regions are no secret. */
const PUBLIC = ['regions'];
/** What only keeps the house going is let go after a time; what waits to be sealed goes when it is. */
const LET_GO = ['activations', 'audit_unsealed', 'idempotency_keys', 'sessions'];

eachDatabase('every table', (database) => {
  const ask = async <R>(sql: string): Promise<R[]> => {
    const owner = new pg.Client(database.connection());
    await owner.connect();
    try {
      return (await owner.query(sql)).rows as R[];
    } finally {
      await owner.end();
    }
  };
  beforeAll(async () => (await openDatabase(database.connection(), memorySource())).close());

  test('has row security, for its owner too', async () => {
    const tables = await ask<{ name: string; on: boolean; forced: boolean }>(
      `select relname::text as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
    expect(tables.length).toBeGreaterThan(50);
    expect(tables.filter(({ name, on, forced }) => !OWNERS.includes(name) && !(on && forced))).toEqual([]);
  });

  test('has policies that ask settings of the transaction and nothing else', async () => {
    const policies = await ask<{ tablename: string; policyname: string; text: string }>(
      `select tablename, policyname, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text from pg_policies
       where schemaname = 'public' and (roles @> '{public}' or roles @> '{${APPLICATION_ROLE}}')`);
    expect(policies.length).toBeGreaterThan(150);
    // A setting may be looked up once for a whole statement, by a select; no table is ever asked.
    const odd = policies.filter(({ text, policyname }) => /\b(from|exists|join|table)\b/i.test(text) || !text.includes(`current_setting('app.region'`) && policyname !== 'every_region' && policyname !== 'every_chain');
    expect(odd).toEqual([]);
  });

  test('gives the application no more than it needs', async () => {
    const rights = await ask<{ name: string; right: string }>(
      `select table_name as name, privilege_type as right from information_schema.role_table_grants where table_schema = 'public' and grantee in ('${APPLICATION_ROLE}', 'PUBLIC')`);
    expect(rights.filter(({ name, right }) => !['SELECT', 'INSERT'].includes(right) && !(right === 'DELETE' && LET_GO.includes(name)))).toEqual([]);
    expect(rights.filter(({ name }) => OWNERS.includes(name) || name === 'data_keys')).toEqual([]);
    const columns = await ask<{ name: string; column: string }>(
      `select table_name as name, column_name as column from information_schema.column_privileges where table_schema = 'public' and grantee = '${APPLICATION_ROLE}' and privilege_type = 'UPDATE'`);
    expect(columns.filter(({ name, column }) => name.startsWith('register_') && !['superseded_at', 'scopes'].includes(column))).toEqual([]);
    expect(columns.filter(({ column }) => ['region_id', 'recorded_at', 'recorded_by', 'content', 'sha256', 'bytes', 'hash', 'entry_hash'].includes(column))).toEqual([]);
  });

  test('is owned by another role than the one that the application works as', async () => {
    const [role] = await ask(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = '${APPLICATION_ROLE}'`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    const [owned] = await ask<{ many: bigint }>(`select count(*) as many from pg_class where relowner = '${APPLICATION_ROLE}'::regrole`);
    expect(Number(owned?.many)).toBe(0);
    const functions = await ask<{ name: string; safe: boolean }>(
      `select proname::text as name, coalesce(array_to_string(proconfig, ',') like '%search_path%', false) as safe from pg_proc
       where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('${APPLICATION_ROLE}', oid, 'execute') order by 1`);
    expect(functions).toEqual([{ name: 'analyze_register', safe: true }, { name: 'keep_ledger_totals', safe: true }, { name: 'remove_sample_region', safe: true }]);
  });
});

onDatabase('embedded', 'without reach', (database) => {
  let world: World;
  let bare: pg.Client;
  let tables: string[] = [];
  beforeAll(async () => {
    world = await makeWorld(database.connection());
    bare = new pg.Client(applicationConnection(database.connection()));
    await bare.connect();
    const { rows } = await world.owner.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege('${APPLICATION_ROLE}', oid, 'select') order by 1`);
    tables = rows.map(({ name }) => name).filter((name) => !PUBLIC.includes(name));
  });
  afterAll(async () => {
    await bare.end();
    await world.close();
  });
  const counts = async (count: (sql: string) => Promise<unknown>): Promise<string[]> => {
    const seen: string[] = [];
    for (const name of tables) if (Number(await count(`select count(*) from ${name}`)) > 0) seen.push(name);
    return seen;
  };

  test('somebody without reach sees no row of any table, and neither does the program in another region', async () => {
    const { rows: [filled] } = await world.owner.query('select count(*) as many from register_students');
    expect(Number(filled?.many)).toBeGreaterThan(0);
    const nobody = { region_id: world.region_id, account: 'nobody', reach: NOTHING };
    // Ciphertexts and the number of the chain tell nothing of anybody.
    expect(await counts((sql) => world.db.as(nobody).read(async (tx) => (await tx.arrays(sql))[0]?.[0]))).toEqual(['audit_heads', 'reported_sheets', 'sealed_values']);
    expect(await counts((sql) => world.db.as(programActor(world.region_id + 1)).read(async (tx) => (await tx.arrays(sql))[0]?.[0]))).toEqual([]);
  });

  test('a connection that says nothing sees nothing and writes nothing', async () => {
    expect(await counts(async (sql) => (await bare.query(sql)).rows[0]?.count)).toEqual([]);
    const written: string[] = [];
    let tried = 0;
    for (const name of tables) {
      const { rows: [row] } = await world.owner.query(`select to_jsonb(t) as row from ${name} t limit 1`);
      if (row === undefined) continue;
      tried += 1;
      const refused = await bare.query(`insert into ${name} select * from jsonb_populate_record(null::${name}, $1::jsonb)`, [JSON.stringify(row.row)]).then(() => 'written', (error: { code?: string }) => error.code);
      if (refused !== '42501') written.push(`${name}: ${refused}`);
    }
    expect(written).toEqual([]);
    expect(tried).toBeGreaterThan(50);
    const { rowCount } = await bare.query('update register_rooms set superseded_at = now()');
    expect(rowCount).toBe(0);
  });
});
