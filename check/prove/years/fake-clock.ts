import pg from 'pg';
import type { PostgresConnection } from '../../../store/postgres/connection.ts';

/** The clock of a database that tells the time that it is given. */
export interface FakeClock {
  /** From now on it is nine in the morning of that day in Asia/Shanghai, and time goes on from there. */
  readonly set: (day: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

const CLOCK = `
create schema clock;
grant usage on schema clock to public;
create table clock.base (at timestamptz not null, since timestamptz not null);
create function clock.clock_timestamp() returns timestamptz language sql volatile security definer as
  'select b.at + (pg_catalog.clock_timestamp() - b.since) from clock.base b';
create function clock.now() returns timestamptz language sql stable security definer as
  'select b.at + (pg_catalog.clock_timestamp() - b.since) from clock.base b'`;

/**
 * Puts a clock of its own before that of PostgreSQL, for every connection that is made from now on: whatever the store
 * records bears its time. To be called before anything connects.
 */
export async function fakeClock(owner: PostgresConnection, day: string): Promise<FakeClock> {
  const client = new pg.Client(owner);
  // Whoever takes the database away takes this connection too, and that is no fault of what was asked of it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(CLOCK);
  await client.query('insert into clock.base values ($1, pg_catalog.clock_timestamp())', [morning(day)]);
  const { rows: [{ name }] } = await client.query('select quote_ident(current_database()) as name');
  await client.query(`alter database ${name} set search_path = public, clock, pg_catalog`);
  return {
    set: async (on) => { await client.query('update clock.base set at = $1, since = pg_catalog.clock_timestamp()', [morning(on)]); },
    end: () => client.end(),
  };
}

const morning = (day: string): string => `${day} 09:00:00+08`;
