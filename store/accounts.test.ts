import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { changePassword, signIn } from './accounts.ts';
import { addPerson } from './people.ts';
import { listMappings, rememberMapping } from './column-mappings.ts';
import { madeAccount, setBack } from './made-people.ts';
import { madeStore } from './made-store.ts';
import { attachPolicyText, listPolicyTexts, readPolicyText } from './policy-texts.ts';
import { listRegions, readRegion } from './regions.ts';
import { endSession, listSessions, readSession, SESSION_LIMITS } from './sessions.ts';

const PASSWORD = 'correct horse 马';

eachDatabase('regions and accounts', (database) => {
  const store = madeStore(database);

  async function signedIn(account: string, password: string) {
    const reply = await signIn(store.db(), account, password, SESSION_LIMITS);
    if (reply.outcome !== 'done') throw new Error(reply.outcome);
    return reply;
  }

  test('a region says who it is; all of them can be named before anybody signed in', async () => {
    const { actor, as } = await store.region();
    expect(await as.read(readRegion)).toMatchObject({ region_id: actor.region_id, code: '330800', counties: [{ code: '330802', name: '柯城区' }], sample: false });
    expect((await listRegions(store.db())).map(({ region_id }) => region_id)).toContain(actor.region_id);
    const made = await Promise.all([store.region(), store.region(), store.region()]);
    expect(new Set(made.map((region) => region.actor.region_id)).size).toBe(3);
  });

  test('an account signs in with its password only, and its session ends when it says so', async () => {
    const { actor, as } = await store.region();
    const { account, password, own } = await madeAccount(as, 'counsellor');
    expect(await signIn(store.db(), account, password.slice(0, -1), SESSION_LIMITS)).toEqual({ outcome: 'refused' });
    expect(await signIn(store.db(), 'nobody', password, SESSION_LIMITS)).toEqual({ outcome: 'refused' });
    const session = await signedIn(account, password);
    expect(await readSession(store.db(), session.token)).toMatchObject({ level: 'full', actor: { region_id: actor.region_id, account }, holder: { display_name: account } });
    for (const guess of ['', 'x', `${actor.region_id}.${'A'.repeat(43)}`, session.token.replace(/^\d+/, '999')]) expect(await readSession(store.db(), guess)).toBeNull();
    expect(await own(store.db()).read((tx) => listSessions(tx, session.token))).toMatchObject([{ current: true }]);
    await own(store.db()).write((tx) => endSession(tx, session.token));
    expect(await readSession(store.db(), session.token)).toBeNull();
  });

  test('an unknown account, a closed one and one that waits for its slip are refused as slowly as a wrong password', async () => {
    const { as } = await store.region();
    const { account } = await madeAccount(as, 'counsellor');
    await as.write((tx) => addPerson(tx, { kind: 'staff', name: '候', account: `waits-${account}`, password: undefined }));
    const seconds = async (name: string) => {
      const started = performance.now();
      expect(await signIn(store.db(), name, 'a wrong password', SESSION_LIMITS)).toEqual({ outcome: 'refused' });
      return performance.now() - started;
    };
    const took = { wrong: [] as number[], unknown: [] as number[], waits: [] as number[] };
    for (let n = 0; n < 7; n += 1) {
      took.wrong.push(await seconds(account));
      took.unknown.push(await seconds(`nobody-${n}`));
      took.waits.push(await seconds(`waits-${account}`));
    }
    // The least of several: what the work itself takes, whatever else the machine is doing.
    const [wrong, unknown, waits] = [took.wrong, took.unknown, took.waits].map((times) => Math.min(...times)) as [number, number, number];
    for (const other of [unknown, waits]) expect([other > wrong / 2, other < wrong * 2]).toEqual([true, true]);
  });

  test('another account cannot end a session', async () => {
    const { as } = await store.region();
    const [mine, other] = [await madeAccount(as, 'counsellor'), await madeAccount(as, 'counsellor')];
    const session = await signedIn(mine.account, mine.password);
    await other.own(store.db()).write((tx) => endSession(tx, session.token));
    expect(await readSession(store.db(), session.token)).not.toBeNull();
  });

  test('neither password nor token can be read from the tables', async () => {
    const { actor, as } = await store.region();
    const { account, password } = await madeAccount(as, 'counsellor');
    const { token } = await signedIn(account, password);
    const kept = await as.read((tx) => tx.arrays('select a::text, s::text from accounts a, sessions s where a.region_id = $1 and s.region_id = $1', [actor.region_id]));
    expect(kept.length).toBe(1);
    expect(String(kept[0]?.[0])).toContain('$argon2id$');
    expect(String(kept)).not.toContain(password);
    expect(String(kept)).not.toContain(token.split('.')[1] ?? '');
  });

  test('a session ends at its last moment, and before it when it lies unused; use is noted once a minute', async () => {
    const { as } = await store.region();
    const { account, password } = await madeAccount(as, 'counsellor');
    const [absolute, idle, used] = [await signedIn(account, password), await signedIn(account, password), await signedIn(account, password)];
    await setBack(database, 'sessions', 'expires_at', absolute.token, SESSION_LIMITS.absolute_s - 5);
    expect(await readSession(store.db(), absolute.token)).not.toBeNull();
    await setBack(database, 'sessions', 'expires_at', absolute.token, 6);
    expect(await readSession(store.db(), absolute.token)).toBeNull();
    await setBack(database, 'sessions', 'last_seen_at', idle.token, SESSION_LIMITS.idle_s + 1);
    expect(await readSession(store.db(), idle.token)).toBeNull();
    await setBack(database, 'sessions', 'last_seen_at', used.token, SESSION_LIMITS.idle_s - 5);
    expect(await readSession(store.db(), used.token)).not.toBeNull();
    await setBack(database, 'sessions', 'last_seen_at', used.token, SESSION_LIMITS.idle_s - 5);
    expect(await readSession(store.db(), used.token)).not.toBeNull();
  });

  test('a changed password ends every session; a weak one, or the wrong one, changes nothing', async () => {
    const { as } = await store.region();
    const { account, password, own } = await madeAccount(as, 'counsellor');
    const session = await signedIn(account, password);
    const change = (from: string, to: string) => own(store.db()).write((tx) => changePassword(tx, from, to));
    expect(await change('wrong password', PASSWORD)).toEqual({ outcome: 'wrong_password' });
    expect(await change(password, 'qwerty123456')).toEqual({ outcome: 'weak_password', fault: 'common' });
    expect(await readSession(store.db(), session.token)).not.toBeNull();
    expect(await change(password, PASSWORD)).toEqual({ outcome: 'done' });
    expect(await readSession(store.db(), session.token)).toBeNull();
    expect(await signIn(store.db(), account, password, SESSION_LIMITS)).toEqual({ outcome: 'refused' });
    await signedIn(account, PASSWORD);
  });

  test('a hash of cheaper days is made anew at the next sign-in, and the password stays', async () => {
    const { actor, as } = await store.region();
    const { account, password } = await madeAccount(as, 'counsellor');
    const cheap = await hash(password, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    const kept = async () => (await as.read((tx) => tx.query<{ h: string }>('select password_hash as h from accounts where region_id = $1 and account = $2', [actor.region_id, account])))[0]?.h;
    await as.write(async (tx) => {
      await tx.change('update accounts set password_hash = $3 where region_id = $1 and account = $2', [actor.region_id, account, cheap]);
      tx.unaudited('the test says so');
    });
    await signedIn(account, password);
    expect(await kept()).toMatch(/m=19456,t=2/);
    const dear = await kept();
    await signedIn(account, password);
    expect(await kept()).toBe(dear);
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
