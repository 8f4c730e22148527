import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { startRetention } from './retention.ts';
import { madeStore } from '../store/made-store.ts';
import { programActor } from '../store/program-actor.ts';
import { letGo, RETENTION } from '../store/retention.ts';

eachDatabase('what only keeps the house going', (database) => {
  const store = madeStore(database);
  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  /** Two of each, a day inside the time they are kept and a day beyond it. */
  const fill = (region_id: number) => asOwner(async (client) => {
    await client.query(`insert into accounts (region_id, account, display_name, created_by) values ($1, 'a', 'a', 'test')`, [region_id]);
    for (const [name, days] of [['within', -1], ['beyond', 1]] as const) {
      await client.query(`insert into idempotency_keys values ($1, $2, 'x', '{}', now() - make_interval(days => $3::integer), 'a')`, [region_id, name, 30 + days]);
      await client.query(
        `insert into sessions (region_id, token_sha256, account, expires_at, ended_at) values ($1, $2, 'a', now() + interval '1 hour', now() - make_interval(days => $3::integer))`,
        [region_id, Buffer.from(name), 180 + days]);
      await client.query(
        `insert into activations (region_id, code_sha256, account, purpose, made_at, made_by, expires_at) values ($1, $2, 'a', 'reset', now() - interval '1 year', 'a', now() - make_interval(days => $3::integer))`,
        [region_id, Buffer.from(name), 90 + days]);
    }
  });
  const left = (region_id: number) => asOwner(async (client) => (await client.query<{ name: string }>(
    `select key as name from idempotency_keys where region_id = $1 union all select convert_from(token_sha256, 'UTF8') from sessions where region_id = $1
     union all select convert_from(code_sha256, 'UTF8') from activations where region_id = $1`, [region_id])).rows.map(({ name }) => name));

  test('is let go a day after its time, not a day before, with the counts in the audit', async () => {
    const { actor, as } = await store.region();
    const program = store.db().as(programActor(actor.region_id));
    expect(await program.write(letGo)).toEqual({ idempotency_keys: 0, sessions: 0, activations: 0 });
    await fill(actor.region_id);
    expect(await program.write(letGo)).toEqual({ idempotency_keys: 1, sessions: 1, activations: 1 });
    expect(await left(actor.region_id)).toEqual(['within', 'within', 'within']);
    const entries = await as.read((tx) => tx.query<{ detail: unknown }>(`select detail from audit_entries where region_id = $1 and action = 'retention.run'`, [actor.region_id]));
    expect(entries.map(({ detail }) => detail)).toEqual([{ idempotency_keys: 1, sessions: 1, activations: 1 }]);
  });

  test('goes region by region while the server runs, and the job ends when it is told to', async () => {
    const { actor } = await store.region();
    await fill(actor.region_id);
    const events: string[] = [];
    const job = startRetention({ database: store.db(), log: ({ event, region }) => events.push(`${event} ${region}`), pause_ms: 10 });
    await expect.poll(() => left(actor.region_id)).toEqual(['within', 'within', 'within']);
    await job.stop();
    expect(events).toContain(`retention ${actor.region_id}`);
    expect(events.filter((event) => event.startsWith('retention_failed'))).toEqual([]);
  });

  test('is all that the application may ever delete, beside the sealer’s list of what waits', async () => {
    const { rows } = await asOwner((client) => client.query<{ name: string }>(
      `select c.relname::text as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege('guantong_app', c.oid, 'delete') order by 1`));
    expect(rows.map(({ name }) => name)).toEqual([...RETENTION.map(({ table }) => table), 'audit_unsealed'].sort());
  });
});
