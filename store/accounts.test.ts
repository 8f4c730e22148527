import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { createAccount, listAccounts, signIn } from './accounts.ts';
import { listMappings, rememberMapping } from './column-mappings.ts';
import { madeStore } from './made-store.ts';
import { attachPolicyText, listPolicyTexts, readPolicyText } from './policy-texts.ts';
import { listRegions, readRegion } from './regions.ts';
import { endSession, readSession } from './sessions.ts';

const PASSWORD = 'correct horse 马';

eachDatabase('regions and accounts', (database) => {
  const store = madeStore(database);

  test('a region says who it is; all of them can be named before anybody signed in', async () => {
    const { actor, as } = await store.region();
    expect(await as.read(readRegion)).toMatchObject({ region_id: actor.region_id, code: '330800', counties: [{ code: '330802', name: '柯城区' }], sample: false });
    expect((await listRegions(store.db())).map(({ region_id }) => region_id)).toContain(actor.region_id);
    const made = await Promise.all([store.region(), store.region(), store.region()]);
    expect(new Set(made.map((region) => region.actor.region_id)).size).toBe(3);
  });

  test('an account signs in with its password only, and its session ends when it says so', async () => {
    const { actor, as } = await store.region();
    const account = { account: `clerk${actor.region_id}`, display_name: '办事员', password: PASSWORD };
    expect(await as.write((tx) => createAccount(tx, account))).toEqual({ outcome: 'done' });
    expect(await as.write((tx) => createAccount(tx, account))).toEqual({ outcome: 'exists' });
    expect(await as.read(listAccounts)).toEqual([{ account: account.account, display_name: '办事员' }]);
    expect(await signIn(store.db(), account.account, 'correct horse')).toEqual({ outcome: 'refused' });
    expect(await signIn(store.db(), 'nobody', PASSWORD)).toEqual({ outcome: 'refused' });
    const session = await signIn(store.db(), account.account, PASSWORD);
    if (session.outcome !== 'done') throw new Error('the password is right');
    expect(await readSession(store.db(), session.token)).toMatchObject({ actor: { region_id: actor.region_id, account: account.account }, display_name: '办事员' });
    for (const guess of ['', 'x', `${actor.region_id}.${'A'.repeat(43)}`, session.token.replace(/^\d+/, '999')]) expect(await readSession(store.db(), guess)).toBeNull();
    await endSession(store.db(), session.token);
    expect(await readSession(store.db(), session.token)).toBeNull();
  });

  test('neither password nor token can be read from the tables', async () => {
    const { actor, as } = await store.region();
    await as.write((tx) => createAccount(tx, { account: `a${actor.region_id}`, display_name: '', password: PASSWORD }));
    const session = await signIn(store.db(), `a${actor.region_id}`, PASSWORD);
    const kept = await as.read((tx) => tx.arrays('select a::text, s::text from accounts a, sessions s where a.region_id = $1 and s.region_id = $1', [actor.region_id]));
    expect(kept.length).toBe(1);
    expect(String(kept[0]?.[0])).toContain('$argon2id$');
    expect(String(kept)).not.toContain(PASSWORD);
    expect(session.outcome === 'done' && String(kept).includes(session.token.split('.')[1] ?? '')).toBe(false);
  });

  test('a session that has expired is none', async () => {
    const { actor, as } = await store.region();
    await as.write((tx) => createAccount(tx, { account: `b${actor.region_id}`, display_name: '', password: PASSWORD }));
    const session = await signIn(store.db(), `b${actor.region_id}`, PASSWORD);
    const { default: pg } = await import('pg');
    const owner = new pg.Client(database.connection());
    await owner.connect();
    await owner.query(`update sessions set expires_at = now() - interval '1 second' where region_id = $1`, [actor.region_id]);
    await owner.end();
    expect(session.outcome === 'done' && await readSession(store.db(), session.token)).toBeNull();
  });

  test('mappings are remembered by organisation and sheet, the latest holds', async () => {
    const { as } = await store.region();
    await as.write((tx) => rememberMapping(tx, 'S', 'rooms', { columns: [1] }));
    await as.write((tx) => rememberMapping(tx, 'S', 'rooms', { columns: [2] }));
    await as.write((tx) => rememberMapping(tx, 'T', 'rooms', { columns: [3] }));
    expect((await as.read((tx) => listMappings(tx, 'S'))).map(({ mapping }) => mapping)).toEqual([{ columns: [2] }]);
    expect((await as.read((tx) => listMappings(tx))).length).toBe(2);
  });

  test('the official text is kept byte by byte, with its versions', async () => {
    const { as } = await store.region();
    const attach = (bytes: number[]) => as.write((tx) => attachPolicyText(tx, { name: '文件.pdf', media_type: 'application/pdf', bytes: Uint8Array.from(bytes) }));
    const first = await attach([0, 255, 10, 92]);
    await attach([1]);
    expect((await as.read(listPolicyTexts)).map(({ bytes_long }) => bytes_long)).toEqual([1, 4]);
    expect([...(await as.read((tx) => readPolicyText(tx, first?.text_id ?? 0)))?.bytes ?? []]).toEqual([0, 255, 10, 92]);
  });
});
