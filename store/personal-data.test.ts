import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { ensureApplicationRole } from './application-role.ts';
import { openDatabase } from './database.ts';
import { memorySource } from './key-source.ts';
import { migrate, readMigrations } from './migrate.ts';
import { programActor } from './program-actor.ts';
import { listRecords } from './registers.ts';
import { openToken } from './sealing.ts';

const MANY = 120;
const OLD_STEPS = '0004';
const idOf = (at: number): string => `3308022008010${String(at).padStart(5, '0')}`;

eachDatabase('a database from before values were sealed', (database) => {
  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };

  test('is sealed once at the next start, with everything still found and no reply left that shows a value', async () => {
    await ensureApplicationRole(database.connection());
    await migrate(database.connection(), readMigrations().filter(({ name }) => name < OLD_STEPS));
    await asOwner(async (client) => {
      for (const region of [1, 2]) {
        await client.query(`insert into regions (region_id, code, name, office_name, counties, pack) values ($1, '330800', '市', '办', '[]', 'quzhou-2024')`, [region]);
        for (let at = 0; at < MANY; at += 1) {
          await client.query(
            `insert into register_students (region_id, record_id, key, student_id, name, sex, birth_date, id_number, programme_id, school_id, cohort, stage, grade, status, valid_from, recorded_at, recorded_by, act)
             values ($1, $2, $3, $4, '某', '1', '2008-01-01', $5, 'P', 'S', 2022, 'higher', 4, 'enrolled', '2025-09-01', now(), 'old', 'added')`,
            [region, at + 1, `N${at}\u001f2025-09-01`, `N${at}`, at % 10 === 0 ? null : idOf(at % 100)]);
        }
        await client.query(
          `insert into register_guardians (region_id, record_id, key, student_id, name, relation, phone, recorded_at, recorded_by, act)
           values ($1, 9001, 'N1', 'N1', '父', '父亲', '19900000001', now(), 'old', 'added')`, [region]);
        await client.query(`insert into idempotency_keys values ($1, 'old', 'x', '{"values":{"phone":"19900000001"}}', now(), 'old')`, [region]);
        await client.query(`insert into reported_sheets values ($1, 'students', now(), null, 'old')`, [region]);
      }
    });
    const source = memorySource();
    // Somebody else reads meanwhile: what they may still see stays in the pages until they are done.
    const other = new pg.Client(database.connection());
    await other.connect();
    await other.query('begin isolation level repeatable read');
    await other.query('select 1');
    const done = new Promise((resolve) => { setTimeout(resolve, 2500); }).then(() => other.query('commit')).then(() => other.end());
    const db = await openDatabase(database.connection(), source);
    await done;
    const dump = await asOwner(async (client) => (await client.query<{ text: string }>(
      `select (select string_agg(s::text, ' ') from register_students s) || (select string_agg(g::text, ' ') from register_guardians g)
         || coalesce((select string_agg(i::text, ' ') from idempotency_keys i), '') as text`)).rows[0]?.text ?? '');
    expect([/330802\d{12}/.test(dump), dump.includes('19900000001'), dump.length > 10_000]).toEqual([false, false, true]);
    for (const region of [1, 2]) {
      await db.as(programActor(region)).read(async (tx) => {
        const { total, records } = await listRecords(tx, 'students', { offset: 0, limit: 1000 });
        expect(total).toBe(MANY);
        for (const { values } of records) {
          const at = Number(values.student_id.slice(1));
          expect([at, values.id_number]).toEqual([at, at % 10 === 0 ? null : `330802********${idOf(at % 100).slice(-4)}`]);
        }
        const [row] = await tx.arrays('select id_number from register_students where region_id = $1 and record_id = 12', [region]);
        expect(await openToken(tx, String(row?.[0]))).toBe(idOf(11));
        const [sealed] = await tx.arrays('select count(*) from sealed_values where region_id = $1', [region]);
        expect(sealed).toEqual([91n]);
      });
    }
    await db.close();
    // Nor do the pages of the tables on the disk hold it any more, which a row that was updated leaves behind.
    const left = await asOwner(async (client) => {
      await client.query('checkpoint');
      return (await client.query<{ found: number; validated: boolean }>(
        `select position(convert_to('33080220080', 'UTF8') in pg_read_binary_file(pg_relation_filepath('register_students')))
           + position(convert_to('19900000001', 'UTF8') in pg_read_binary_file(pg_relation_filepath('register_guardians')))
           + position(convert_to('19900000001', 'UTF8') in pg_read_binary_file(pg_relation_filepath('idempotency_keys'))) as found,
           (select bool_and(convalidated) from pg_constraint where conname like '%\\_sealed') as validated`)).rows;
    });
    expect(left).toEqual([{ found: 0, validated: true }]);
    await (await openDatabase(database.connection(), source)).close();
  });
}, 'empty');
