import pg from 'pg';
import type { PostgresConnection } from '../store/postgres/connection.ts';

/** One statement of the server's owner, beside all databases of tests. */
export async function inMaintenance(server: PostgresConnection, sql: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
