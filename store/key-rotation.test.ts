import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine, studentRow } from '../core/check/made-dataset.ts';
import { holdKeys, dropKey, listKeys, makeKey } from './data-keys.ts';
import { openDatabase } from './database.ts';
import { madeStore, type MadeRegion } from './made-store.ts';
import { checkSealed, resealAll } from './key-rotation.ts';
import { addRecord } from './register-changes.ts';
import { openTokens } from './sealing.ts';

const MANY = 30;
const idOf = (at: number): string => `3308022008010100${String(at).padStart(2, '0')}`;

eachDatabase('a new key', (database) => {
  const store = madeStore(database);
  const filled = async (): Promise<MadeRegion> => {
    const region = await store.region();
    const { students: _, ...base } = campusOnTheLine();
    expect((await region.import({ ...base, students: Array.from({ length: MANY }, (__, at) => studentRow(`A${at}`, { id_number: idOf(at) })) })).outcome).toBe('done');
    return region;
  };
  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const values = async (region: MadeRegion): Promise<(string | null)[]> => region.as.read(async (tx) => {
    const tokens = (await tx.arrays('select id_number from register_students where region_id = $1 order by record_id', [tx.actor.region_id])).map(([token]) => String(token));
    const opened = await openTokens(tx, tokens);
    return tokens.map((token) => opened.get(token) ?? null);
  });
  const all = Array.from({ length: MANY }, (_, at) => idOf(at));

  test('seals what comes, what was sealed still opens, and all of it is sealed anew; only then the old one goes', async () => {
    const region = await filled();
    // A program that runs all the time, beside the command that makes the key.
    const running = await openDatabase(database.connection(), store.source);
    const { keys } = store.db();
    const old = keys.current();
    const made = await asOwner((owner) => makeKey(owner, keys, 'sm4-cbc-hmac-sm3'));
    expect([made?.cipher, keys.current().key_id === made?.key_id, running.keys.current().key_id === made?.key_id]).toEqual(['sm4-cbc-hmac-sm3', true, true]);
    expect(await values(region)).toEqual(all);
    const added = await running.as(region.actor).write((tx) => addRecord(tx, 'students', studentRow('B1', { id_number: '330802200801010099' })));
    expect(added.outcome).toBe('done');
    const uses = () => asOwner((owner) => listKeys(owner, keys));
    expect(await uses()).toMatchObject([{ key_id: made?.key_id, current: true, values: 1 }, { key_id: old.key_id, current: false, values: MANY }]);
    expect(await asOwner((owner) => dropKey(owner, keys, old.key_id))).toEqual({ outcome: 'in_use', values: MANY });
    expect(await asOwner((owner) => dropKey(owner, keys, made?.key_id ?? ''))).toEqual({ outcome: 'current_key' });

    expect(await resealAll(store.db())).toEqual({ values: MANY, unreadable: 0 });
    expect(await resealAll(store.db())).toEqual({ values: 0, unreadable: 0 });
    expect((await uses()).map((use) => use.values)).toEqual([MANY + 1, 0]);
    expect(await asOwner((owner) => dropKey(owner, keys, old.key_id))).toEqual({ outcome: 'done' });
    expect([keys, running.keys].map((ring) => ring.all().map(({ key_id }) => key_id))).toEqual([[made?.key_id], [made?.key_id]]);
    expect(await values(region)).toEqual([...all, '330802200801010099']);
    expect(await checkSealed(running)).toEqual({ values: MANY + 1, unreadable: 0 });
    await running.close();
    // A key that was dropped is asked for no more at the next start; the one that stays is.
    await (await openDatabase(database.connection(), store.source)).close();
    expect((await region.as.read((tx) => tx.query<{ action: string }>(
      `select action from audit_entries where region_id = $1 and action like 'keys.%' order by at`, [tx.actor.region_id]))).map(({ action }) => action)).toEqual(['keys.reseal']);
  });

  test('waits for whoever is sealing with the old one, so that no value is left behind under it', async () => {
    const region = await filled();
    const { keys } = store.db();
    const before = keys.current().key_id;
    let made: Promise<unknown> = Promise.resolve();
    let done = false;
    await region.as.write(async (tx) => {
      expect((await addRecord(tx, 'students', studentRow('C1', { id_number: '330802200801010098' }))).outcome).toBe('done');
      made = asOwner((owner) => makeKey(owner, keys, 'aes-256-gcm')).then(() => { done = true; });
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect([done, keys.current().key_id]).toEqual([false, before]);
    });
    await made;
    expect(keys.current().key_id).not.toBe(before);
  });

  test('leaves alone what does not open, and says how much that is', async () => {
    const region = await filled();
    await asOwner((owner) => owner.query(
      `update sealed_values set sealed = set_byte(sealed, 0, get_byte(sealed, 0) # 1) where region_id = $1 and token = (select min(token) from sealed_values where region_id = $1)`, [region.actor.region_id]));
    expect((await checkSealed(store.db())).unreadable).toBe(1);
    await asOwner((owner) => makeKey(owner, store.db().keys, 'aes-256-gcm'));
    expect((await resealAll(store.db())).unreadable).toBe(1);
    expect((await values(region)).filter((value) => value === null).length).toBe(1);
  });

  test('is asked for at the start like any other', async () => {
    const source = store.source.read();
    const [first, ...older] = source?.keys ?? [];
    const without = { ...store.source, read: () => (source === null || older[0] === undefined ? null : { ...source, keys: [older[0], ...older.slice(1)] as const }) };
    await expect(asOwner((owner) => holdKeys(owner, without))).rejects.toMatchObject({ reason: 'wrong_keys', text: { en: expect.stringContaining(first?.key_id ?? '?') } });
  });
});
