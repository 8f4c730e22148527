import { appendFileSync, chmodSync, copyFileSync, statSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { act, sealAll, verify as verifyMade } from '../check/prove/made-acts.ts';
import { randomFrom } from '../check/prove/random.ts';
import { NOTHING } from '../core/access/reach.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { sealBatch } from './audit-sealing.ts';
import type { Checkpoints } from './audit-sealing.ts';
import type { RegionReport } from './audit-verify.ts';
import { checkpointFile } from './checkpoint-file.ts';
import { openSigner } from './checkpoint-key.ts';
import { openDatabase } from './database.ts';
import { madeStore } from './made-store.ts';
import type { MadeRegion } from './made-store.ts';
import { createRegion, removeSample } from './regions.ts';

eachDatabase('the chain', (database) => {
  const store = madeStore(database);
  let directory = '';
  let checkpoints: Checkpoints;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'guantong-chain-'));
    checkpoints = { directory: join(directory, 'checkpoints'), signer: openSigner(join(directory, 'keys')) };
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const seal = ({ actor }: MadeRegion): Promise<void> => sealAll(store.db(), actor.region_id, checkpoints);
  const verify = ({ actor }: MadeRegion, given: Partial<Checkpoints> = {}): Promise<RegionReport> => verifyMade(store.db(), actor.region_id, { ...checkpoints, ...given });
  const fileOf = ({ actor }: MadeRegion): string => checkpointFile(checkpoints.directory, actor.region_id);
  const asOwner = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.connection());
    await client.connect();
    try { return await work(client); } finally { await client.end(); }
  };
  const note = ({ as }: MadeRegion, action = 'test.note'): Promise<void> => as.write((tx) => tx.audit({ action, object: 'tests/1' }));

  test('no act without its entry: a change is undone, and an entry lets it stand', async () => {
    const { as, actor } = await store.region();
    const name = (text: string) => [`insert into column_mappings (region_id, mapping_id, organisation, sheet, mapping, recorded_at, recorded_by)
      values ($1, 1, '${text}', 'rooms', '{}', now(), 'x')`, [actor.region_id]] as const;
    const many = () => as.read(async (tx) => (await tx.arrays('select organisation from column_mappings')).map(([text]) => text));
    await expect(as.write((tx) => tx.change(...name('without')))).rejects.toThrow('a change without its audit entry');
    await expect(as.write((tx) => tx.query(`${name('asked')[0]} returning 1`, name('asked')[1]))).rejects.toThrow('a change without its audit entry');
    expect(await many()).toEqual([]);
    await as.write(async (tx) => { await tx.change(...name('discarded')); tx.discard(); });
    await as.write((tx) => tx.change("update column_mappings set organisation = 'none' where false").catch(() => 0).then(() => tx.discard()));
    await as.write(async (tx) => { await tx.change(...name('with')); await tx.audit({ action: 'test.change', object: 'tests/1' }); });
    expect(await many()).toEqual(['with']);
    await expect(as.write(async (tx) => { await tx.audit({ action: 'test.change', object: 'tests/1' }); throw new Error('undone'); })).rejects.toThrow('undone');
    await expect(as.disclose(async (tx) => tx.arrays('select 1'))).rejects.toThrow('a change without its audit entry');
    await as.disclose((tx) => tx.audit({ action: 'test.read', object: 'tests/1' }));
    expect((await as.read((tx) => tx.arrays("select action from audit_entries where kind = 'tests' order by at"))).flat()).toEqual(['test.change', 'test.read']);
  });

  test('housekeeping says why it is no act', async () => {
    const { as, actor } = await store.region();
    const write = (why: string) => as.write(async (tx) => {
      tx.unaudited(why);
      await tx.change("insert into column_mappings (region_id, mapping_id, organisation, sheet, mapping, recorded_at, recorded_by) values ($1, 1, 'x', 'rooms', '{}', now(), 'x')", [actor.region_id]);
    });
    await expect(write('')).rejects.toThrow('a change without its audit entry');
    await write('a test of housekeeping');
  });

  test('the application cannot change or delete an entry, a link or another region’s, and reads them only where it may', async () => {
    const [ours, theirs] = [await store.region(), await store.region()];
    await seal(ours);
    for (const sql of ["update audit_entries set actor = 'x'", 'delete from audit_entries', 'update audit_chain set seq = 2', 'delete from audit_chain', "update audit_heads set algorithm = 'sm3'",
      'delete from audit_heads', "update audit_unsealed set at = now()"]) {
      await expect(ours.as.write((tx) => tx.whole((whole) => whole.change(sql))), sql).rejects.toThrow('permission denied');
    }
    const count = (as: MadeRegion['as']) => as.read((tx) => tx.arrays('select (select count(*) from audit_entries), (select count(*) from audit_chain)'));
    expect(await count(ours.as)).toEqual([[1n, 1n]]);
    expect(await count(theirs.as)).toEqual([[1n, 0n]]);
    expect(await count(store.db().as({ ...ours.actor, reach: NOTHING }))).toEqual([[0n, 0n]]);
    expect(await ours.as.write((tx) => tx.query('update audit_heads set seq = 9 returning 1'))).toEqual([]);
    await store.db().as({ ...ours.actor, reach: NOTHING }).write((tx) => tx.audit({ action: 'test.note', object: 'tests/1' }));
    expect(await count(ours.as)).toEqual([[2n, 1n]]);
  });

  const seed = Date.now() % 1_000_000;
  test(`any text that an entry may hold comes back as it was hashed (seed ${seed})`, async () => {
    const region = await store.region();
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), fc.dictionary(fc.string(), fc.jsonValue()), async (object, detail) => {
      await region.as.write((tx) => tx.audit({ action: 'test.note', object, detail }));
    }), { numRuns: 60, seed });
    await region.as.write((tx) => tx.audit({ action: 'test.note', object: 'a\ud800\0b', detail: { 'k\0': ['\udc00', undefined, 1e21, -0, 0.1] } }));
    await seal(region);
    expect(await verify(region)).toMatchObject({ first: null, holds: true, links: 62 });
  });

  test('a text with the separators of lines and paragraphs breaks no checkpoint', async () => {
    const region = await store.region();
    await region.as.write((tx) => tx.audit({ action: 'test.note', object: 'tests/a\u2028b\u2029c\u0085d\re', detail: {} }));
    await seal(region);
    expect(await verify(region)).toMatchObject({ first: null, holds: true, torn: 0, links: 2 });
  });

  test('a region may choose SM3', async () => {
    const { region_id } = await createRegion(store.db(), { code: '330800', name: '测', office_name: '办', counties: [], pack: 'quzhou-2024', sample: false }, 'sm3');
    await sealAll(store.db(), region_id, checkpoints);
    expect(await verifyMade(store.db(), region_id, checkpoints)).toMatchObject({ holds: true, links: 1, algorithm: 'sm3' });
  });

  test('twenty writers at once: nothing waits, nothing is left out, and the order is that of sealing', async () => {
    const region = await store.region();
    let busy = true;
    const writers = Promise.all(Array.from({ length: 20 }, async () => { for (let at = 0; at < 10; at += 1) await note(region); })).then(() => { busy = false; });
    while (busy) await seal(region);
    await writers;
    await seal(region);
    expect(await verify(region)).toMatchObject({ holds: true, links: 201, waiting: 0 });
    const seqs = await region.as.read((tx) => tx.arrays('select seq from audit_chain order by seq'));
    expect(seqs.flat()).toEqual(Array.from({ length: 201 }, (_, at) => BigInt(at + 1)));
  });

  test('an act that ends late is sealed when it ends, behind later ones', async () => {
    const region = await store.region();
    let end = (): void => undefined;
    const waits = new Promise<void>((resolve) => { end = resolve; });
    let written = (): void => undefined;
    const begun = new Promise<void>((resolve) => { written = resolve; });
    const slow = region.as.write(async (tx) => {
      await tx.audit({ action: 'test.slow', object: 'tests/1' });
      written();
      await waits;
    });
    await begun;
    await note(region, 'test.quick');
    await seal(region);
    expect(await verify(region)).toMatchObject({ holds: true, links: 2, waiting: 0 });
    end();
    await slow;
    await seal(region);
    const actions = await region.as.read((tx) => tx.arrays('select e.action from audit_chain c join audit_entries e using (region_id, entry_id) order by c.seq'));
    expect(actions.flat()).toEqual(['region.create', 'test.quick', 'test.slow']);
    expect(await verify(region)).toMatchObject({ holds: true, links: 3 });
  });

  test('a crash between checkpoint and chain: the same batch is taken up, once', async () => {
    const region = await store.region();
    await act(store.db(), region.actor, randomFrom(2), 2);
    await asOwner(async (owner) => {
      // The links cannot be written while another holds the table, and the program dies there.
      await owner.query('begin; lock table audit_chain in exclusive mode');
      const dying = await openDatabase(database.connection(), store.source);
      const sealing = sealBatch(dying, region.actor.region_id, checkpoints).then(() => 'sealed', () => 'died');
      for (let struck = 0; struck === 0;) {
        struck = (await asOwner((other) => other.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%audit_chain%' and query like 'insert%'"))).rowCount ?? 0;
      }
      expect(await sealing).toBe('died');
      await owner.query('rollback');
      await dying.close();
    });
    const line = readFileSync(fileOf(region), 'utf8');
    expect(line.split('\n')).toHaveLength(2);
    expect(await verify(region)).toMatchObject({ holds: true, links: 0 });
    await note(region);
    await seal(region);
    const report = await verify(region);
    expect(report).toMatchObject({ holds: true, waiting: 0 });
    expect(readFileSync(fileOf(region), 'utf8').startsWith(line)).toBe(true);
  });

  test('the torn end of a write is passed over', async () => {
    const region = await store.region();
    await seal(region);
    appendFileSync(fileOf(region), '{"algorithm":"sha256","chain":"12');
    await note(region);
    await seal(region);
    expect(await verify(region)).toMatchObject({ holds: true, links: 2, torn: 1 });
  });

  test('where the checkpoint cannot be written nothing is sealed, and later everything is', async () => {
    const region = await store.region();
    const blocked = join(directory, 'blocked');
    writeFileSync(blocked, 'a file where the folder should be');
    await expect(sealBatch(store.db(), region.actor.region_id, { ...checkpoints, directory: join(blocked, 'checkpoints') })).rejects.toThrow('a checkpoint could not be written');
    expect(await verify(region)).toMatchObject({ holds: true, links: 0, waiting: 1 });
    await seal(region);
    expect(await verify(region)).toMatchObject({ holds: true, links: 1, waiting: 0 });
  });

  test('lost, altered and foreign checkpoints are found', async () => {
    const region = await store.region();
    for (let batch = 0; batch < 3; batch += 1) {
      await note(region);
      await seal(region);
    }
    const file = fileOf(region);
    const text = readFileSync(file, 'utf8');
    const lines = text.trimEnd().split('\n');
    const with_ = async (changed: readonly string[]): Promise<unknown> => {
      writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
      const { holds, first } = await verify(region);
      return [holds, first?.what, first?.seq];
    };
    const foreign = openSigner(join(directory, 'other'));
    expect(await with_(lines)).toEqual([true, undefined, undefined]);
    expect(await with_(lines.slice(0, 2))).toEqual([false, 'checkpoint_missing', 4]);
    expect(await with_([lines[0] as string, lines[2] as string])).toEqual([false, 'checkpoint_missing', 3]);
    expect(await with_([])).toEqual([false, 'checkpoint_missing', 1]);
    expect(await with_([lines[0] as string, (lines[1] as string).replace('test.note', 'test.none'), lines[2] as string])).toEqual([false, 'checkpoint_forged', 3]);
    writeFileSync(file, text);
    expect((await verify(region, { signer: foreign })).first?.what).toBe('checkpoint_forged');
    renameSync(file, `${file}.away`);
    expect((await verify(region)).findings.map(({ what }) => what)).toEqual(['checkpoint_missing']);
    renameSync(`${file}.away`, file);
    expect(await sealBatch(store.db(), region.actor.region_id, { ...checkpoints, signer: foreign })).toMatchObject({ outcome: 'sealed', many: 0 });
    await note(region);
    expect(await sealBatch(store.db(), region.actor.region_id, { ...checkpoints, signer: foreign })).toEqual({ outcome: 'stuck', why: 'checkpoint_not_ours' });
  });

  test('what waits too long, what nobody wrote and what was deleted on its way are found', async () => {
    const region = await store.region();
    await seal(region);
    const { region_id } = region.actor;
    await note(region);
    const first = async () => (await verify(region)).first?.what;
    expect(await first()).toBeUndefined();
    await asOwner((client) => client.query('update audit_unsealed set at = at where region_id = $1', [region_id]));
    await asOwner((client) => client.query('create table kept as select * from audit_unsealed where region_id = $1', [region_id]));
    await asOwner((client) => client.query('delete from audit_unsealed where region_id = $1', [region_id]));
    expect(await first()).toBe('entry_outside');
    await asOwner((client) => client.query('insert into audit_unsealed select * from kept; drop table kept'));
    await asOwner((client) => client.query("delete from audit_entries where region_id = $1 and action = 'test.note'", [region_id]));
    expect(await first()).toBe('entry_missing');
  });

  test('a sample goes and its acts stay; its number is never used again', async () => {
    const sample = await store.region({ sample: true });
    await sample.import(campusOnTheLine());
    await seal(sample);
    expect(await removeSample(store.db(), sample.actor.region_id, 'office')).toEqual({ outcome: 'done' });
    await seal(sample);
    expect(await verify(sample)).toMatchObject({ holds: true, links: 3, code: null, registers: {} });
    expect((await store.region()).actor.region_id).toBeGreaterThan(sample.actor.region_id);
    const real = await store.region();
    await asOwner((client) => client.query('delete from regions where region_id = $1', [real.actor.region_id]));
    expect((await verify(real)).first?.what).toBe('region_missing');
  });

  test('a region from before there was an audit begins with what it holds', async () => {
    const region = await store.region();
    await region.import(campusOnTheLine());
    const { region_id } = region.actor;
    await asOwner(async (client) => {
      for (const table of ['audit_unsealed', 'audit_entries', 'audit_heads']) await client.query(`delete from ${table} where region_id = $1`, [region_id]);
    });
    const again = await openDatabase(database.connection(), store.source);
    await again.close();
    expect(await verify(region)).toMatchObject({ holds: true, waiting: 1 });
    await asOwner((client) => client.query("update register_rooms set area_m2 = area_m2 + 1 where region_id = $1 and room_id = 'R1'", [region_id]));
    expect((await verify(region)).first).toMatchObject({ what: 'records_changed', action: 'audit.begin' });
  });

  test('what an earlier key signed counts as long as its public part is kept', async () => {
    const region = await store.region();
    await seal(region);
    const keys = join(directory, 'replaced-keys');
    const fresh = openSigner(keys);
    await note(region);
    expect(await sealBatch(store.db(), region.actor.region_id, { ...checkpoints, signer: fresh })).toEqual({ outcome: 'stuck', why: 'checkpoint_not_ours' });
    copyFileSync(join(directory, 'keys', 'checkpoint.pub.pem'), join(keys, 'checkpoint-2026.pub.pem'));
    const signer = openSigner(keys);
    await sealAll(store.db(), region.actor.region_id, { ...checkpoints, signer });
    expect(await verify(region, { signer })).toMatchObject({ holds: true, links: 2 });
    expect((await verify(region)).first).toMatchObject({ what: 'checkpoint_forged', seq: 2 });
  });

  test('the key is its owner’s only', () => {
    const keys = join(directory, 'made-keys');
    const first = openSigner(keys);
    chmodSync(join(keys, 'checkpoint.pem'), 0o644);
    expect(openSigner(keys).key.fingerprint).toBe(first.key.fingerprint);
    expect(statSync(join(keys, 'checkpoint.pem')).mode & 0o777).toBe(0o600);
    expect(first.key.holds('text', first.sign('text'))).toBe(true);
    expect(first.key.holds('texts', first.sign('text'))).toBe(false);
  });
});
