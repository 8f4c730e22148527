import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from './databases.ts';

eachDatabase('a database for one test file', (database) => {
  const client = { current: new pg.Client() };
  beforeAll(async () => {
    client.current = new pg.Client(database.connection());
    await client.current.connect();
  });
  afterAll(() => client.current.end());

  const one = async (sql: string): Promise<unknown> => (await client.current.query<[unknown]>({ text: sql, rowMode: 'array' })).rows[0]?.[0];

  test('has every table, and nothing in them', async () => {
    expect(await one(`select count(*)::int from pg_tables where schemaname = 'public' and tablename = any('{regions,people,register_students,ledger_cards}')`)).toBe(4);
    expect(await one('select (select count(*) from regions) + (select count(*) from people) + (select count(*) from register_students)')).toBe('0');
  });

  test('is of the kind it says: 18 embedded, 15 or newer on a server', async () => {
    const major = Math.floor(Number(await one('show server_version_num')) / 10_000);
    if (database.kind === 'embedded') expect(major).toBe(18);
    else expect(major).toBeGreaterThanOrEqual(15);
  });

  test('holds UTF-8 and can order by pinyin', async () => {
    expect(await one('show server_encoding')).toBe('UTF8');
    const { rows } = await client.current.query(`select name from (values ('衢州'), ('江山'), ('常山'), ('开化')) t(name) order by name collate "zh-x-icu"`);
    expect(rows.map((row: { name: string }) => row.name)).toEqual(['常山', '江山', '开化', '衢州']);
  });

  test('takes no connection without the password', async () => {
    if (database.kind === 'server' && process.env['DATABASE_URL']) return;
    const intruder = new pg.Client({ ...database.connection(), password: 'guess' });
    await expect(intruder.connect()).rejects.toThrow(/password authentication failed/);
  });
});

eachDatabase('a database for tests of migrations', (database) => {
  test('is empty', async () => {
    const client = new pg.Client(database.connection());
    await client.connect();
    const { rows } = await client.query("select count(*)::int as many from pg_tables where schemaname = 'public'");
    await client.end();
    expect(rows).toEqual([{ many: 0 }]);
  });
}, 'empty');
