import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { applicationConnection } from './application-role.ts';
import { loadDataset } from './region-rows.ts';
import { openDatabase } from './database.ts';
import { importDataset } from './import.ts';
import { importOf, madeStore } from './made-store.ts';
import { migrate, readMigrations } from './migrate.ts';
import { allRegisters } from './register-columns.ts';
import { registerDdl } from './register-ddl.ts';
import { listRecords } from './registers.ts';
import { readRegion, removeSample } from './regions.ts';

eachDatabase('the database', (database) => {
  const store = madeStore(database);
  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.connection());
    client.on('error', () => undefined);
    await client.connect();
    try { return await work(client); } finally { await client.end(); }
  };

  test('is migrated once, also by several programs at the same time', async () => {
    const steps = readMigrations();
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(await Promise.all([migrate(database.connection()), migrate(database.connection())])).toEqual([[], []]);
  });

  test('refuses steps that read otherwise than those it was made with, and steps it does not know', async () => {
    const [first, ...rest] = readMigrations();
    if (first === undefined) throw new Error('there are steps');
    await expect(migrate(database.connection(), [{ ...first, sha256: '0' }, ...rest])).rejects.toMatchObject({ reason: 'data_of_another_version' });
    await expect(migrate(database.connection(), rest)).rejects.toMatchObject({ reason: 'data_of_another_version' });
  });

  test('a step that fails leaves nothing of itself', async () => {
    const broken = { name: '9999-broken.sql', sql: 'create table half (n integer); select no_such_function()', sha256: '1' };
    await expect(migrate(database.connection(), [...readMigrations(), broken])).rejects.toThrow(/no_such_function/);
    expect(await asOwner(async (client) => (await client.query("select to_regclass('half') as found")).rows[0])).toEqual({ found: null });
  });

  test('has a register for every sheet, as declared', async () => {
    const columnsIn = (schema: string) => asOwner(async (client) => (await client.query<Record<string, unknown>>(
      `select table_name, column_name, data_type, is_nullable, collation_name from information_schema.columns
       where table_schema = $1 and table_name like 'register\\_%' order by 1, ordinal_position`, [schema])).rows);
    const indexesIn = (schema: string) => asOwner(async (client) => (await client.query<{ definition: string }>(
      `select replace(indexdef, $1 || '.', '') as definition from pg_indexes where schemaname = $1 and tablename like 'register\\_%' order by 1`, [schema])).rows);
    await asOwner((client) => client.query(`create schema declared; set search_path = declared; ${allRegisters.map(registerDdl).join('\n')}`));
    expect((await columnsIn('public')).length).toBeGreaterThan(42 * 15);
    expect(await columnsIn('public')).toEqual(await columnsIn('declared'));
    const [there, declared] = [await indexesIn('public'), await indexesIn('declared')];
    const besides = there.filter(({ definition }) => !declared.some((one) => one.definition === definition));
    expect(there.filter((one) => !besides.includes(one))).toEqual(declared);
    // The roll of half a million students is listed by indexes of its own, over the rows that hold now or that ended; records of no money are few.
    const known = / ON register_students .* WHERE \(\(superseded_at IS NULL\) AND \(NOT withdrawn\)| ON register_(receipts|custody_spending) .* WHERE \(amount_yuan = \(0\)::numeric\)/;
    expect(besides.filter(({ definition }) => !known.test(definition))).toEqual([]);
    await asOwner((client) => client.query('drop schema declared cascade'));
  });

  test('has region_id first in every primary key, in every other key and in every foreign key', async () => {
    const keys = await asOwner(async (client) => (await client.query<{ name: string; first: string; columns: string[] }>(
      `select c.conname as name, c.contype, array_agg(a.attname::text order by k.ord) as columns
       from pg_constraint c cross join unnest(c.conkey) with ordinality as k(attnum, ord)
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
       where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f') and c.conrelid <> 'migrations'::regclass group by 1, 2, c.oid`)).rows);
    expect(keys.length).toBeGreaterThan(90);
    expect(keys.filter(({ columns }) => columns[0] !== 'region_id')).toEqual([]);
  });

  test('the application cannot change what was recorded, delete it, or touch the schema', async () => {
    const { as } = await store.region();
    const attempts = [
      "update register_rooms set area_m2 = 1", 'delete from register_rooms', "update snapshots set content = ''", 'delete from snapshots',
      'delete from imports', "update imports set counts = '{}'", 'delete from regions', "update regions set sample = true",
      'create table mine (n integer)', 'drop table register_rooms', 'alter table register_rooms disable row level security', 'truncate register_rooms',
      "update policy_texts set bytes = ''", 'insert into migrations values (1)', 'set role postgres',
    ];
    for (const sql of attempts) await expect(as.write((tx) => tx.change(sql)), sql).rejects.toThrow(/permission denied|must be owner|does not exist/);
    const client = new pg.Client(applicationConnection(database.connection()));
    await client.connect();
    const { rows } = await client.query('select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user');
    await client.end();
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }]);
  });

  test('another region’s rows are never visible, whatever is asked, and cannot be written', async () => {
    const [ours, theirs] = [await store.region(), await store.region()];
    await ours.import(campusOnTheLine());
    const all = (sql: string) => theirs.as.read((tx) => tx.arrays(sql));
    expect(await all('select count(*) from register_students')).toEqual([[0n]]);
    expect(await all('select count(*) from imports')).toEqual([[0n]]);
    expect(await all(`select count(*) from register_rooms where region_id = ${ours.actor.region_id} or true`)).toEqual([[0n]]);
    expect((await theirs.as.read((tx) => listRecords(tx, 'rooms', { offset: 0, limit: 10 }))).total).toBe(0);
    await expect(theirs.as.write((tx) => tx.change(
      "insert into reported_sheets values ($1, 'rooms', now(), null, 'x')", [ours.actor.region_id]))).rejects.toThrow(/row-level security/);
    expect(await theirs.as.write((tx) => tx.change('update register_rooms set superseded_at = now()'))).toBe(0);
    const client = new pg.Client(applicationConnection(database.connection()));
    await client.connect();
    expect((await client.query('select * from register_rooms')).rows).toEqual([]);
    await client.end();
  });

  test('a sample region can be removed as one act, any other cannot', async () => {
    const [sample, real] = [await store.region({ sample: true }), await store.region()];
    await sample.import(campusOnTheLine());
    await real.import(campusOnTheLine());
    expect(await removeSample(store.db(), real.actor.region_id)).toEqual({ outcome: 'not_a_sample' });
    expect(await removeSample(store.db(), sample.actor.region_id)).toEqual({ outcome: 'done' });
    expect(await sample.as.read(readRegion)).toBeNull();
    const left = await asOwner(async (client) => (await client.query<{ region_id: number; n: string }>(
      'select region_id, count(*)::int as n from register_students where region_id = any($1) group by 1', [[sample.actor.region_id, real.actor.region_id]])).rows);
    expect(left).toEqual([{ region_id: real.actor.region_id, n: 268 }]);
    expect(await sample.import(campusOnTheLine())).toEqual({ outcome: 'no_region' });
  });

  test('an import whose connection dies in the middle leaves nothing behind', async () => {
    const region = await store.region();
    const db = await openDatabase(database.connection(), store.source);
    const holder = new pg.Client(database.connection());
    await holder.connect();
    // Another program holds the last register that the import needs, so it stands still with most of its rows written.
    await holder.query('begin; lock table register_students in exclusive mode');
    const importing = importDataset(db, importOf(region.actor, campusOnTheLine())).then(() => 'done', () => 'died');
    await asOwner(async (client) => {
      for (let killed = 0; killed === 0; await sleep(20)) {
        const struck = await client.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like '%register_students%'`);
        killed = struck.rowCount ?? 0;
      }
    });
    expect(await importing).toBe('died');
    await holder.query('rollback');
    await holder.end();
    expect(await region.as.read((tx) => loadDataset(tx))).toEqual({});
    expect((await region.import(campusOnTheLine())).outcome).toBe('done');
    await db.close();
  });
}, 'empty');
