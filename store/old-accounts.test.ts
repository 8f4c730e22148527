import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { signIn } from './accounts.ts';
import { ensureApplicationRole } from './application-role.ts';
import { openDatabase, type Database } from './database.ts';
import { memorySource } from './key-source.ts';
import { migrate, readMigrations } from './migrate.ts';
import { listPeople } from './people.ts';
import { programActor } from './program-actor.ts';
import { SESSION_LIMITS } from './sessions.ts';

const BEFORE_PEOPLE = '0007';

eachDatabase('accounts from before there were people', (database) => {
  let opened: Database | null = null;
  afterAll(() => opened?.close());

  test('act for the office, each as a person of their own; the closed ones stay closed', async () => {
    await ensureApplicationRole(database.connection());
    await migrate(database.connection(), readMigrations().filter(({ name }) => name < BEFORE_PEOPLE));
    const owner = new pg.Client(database.connection());
    await owner.connect();
    await owner.query(`select set_config('app.region', '1', false), set_config('app.whole', 'on', false), set_config('app.write_accounts', '*', false)`);
    await owner.query(`insert into regions (region_id, code, name, office_name, counties, pack) values (1, '330800', 'x', 'x', '[]', 'quzhou-2024'), (2, '330900', 'y', 'y', '[]', 'quzhou-2024')`);
    const kept = await hash('an old password', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    for (const [account, closed] of [['office', null], ['clerk', null], ['left', '2026-10-01']]) {
      await owner.query(`insert into accounts (region_id, account, display_name, password_hash, created_at, created_by, closed_at) values (1, $1, $1, $2, '2026-09-01 20:00Z', 'x', $3)`, [account, kept, closed]);
    }
    await owner.end();
    const db = await openDatabase(database.connection(), memorySource());
    opened = db;
    const { people } = await db.as(programActor(1)).read((tx) => listPeople(tx, {}));
    expect(people.map(({ name, state, appointments }) => [name, state, appointments.map(({ role, from }) => `${role} ${from}`)])).toEqual([
      ['clerk', 'active', ['office 2026-09-02']], ['left', 'closed', ['office 2026-09-02']], ['office', 'active', ['office 2026-09-02']],
    ]);
    expect(new Set(people.map(({ person_id }) => person_id)).size).toBe(3);
    expect(await signIn(db, 'office', 'an old password', SESSION_LIMITS)).toMatchObject({ outcome: 'done', level: 'enrol', holder: { roles: [{ role: 'office', org_id: null }] } });
    expect(await signIn(db, 'left', 'an old password', SESSION_LIMITS)).toEqual({ outcome: 'refused' });
  });
}, 'empty');
