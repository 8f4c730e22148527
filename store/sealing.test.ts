import pg from 'pg';
import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine, studentRow, type TypedRow } from '../core/check/made-dataset.ts';
import { sheetNames } from '../core/exchange/sheets.ts';
import { openDatabase } from './database.ts';
import { previewImport } from './import.ts';
import { openRing } from './key-ring.ts';
import { memorySource, newKeys } from './key-source.ts';
import { countsOf, importOf, madeStore, type MadeRegion } from './made-store.ts';
import { personalColumns } from './personal-rows.ts';
import { addRecord, correctRecord } from './register-changes.ts';
import { loadExport } from './region-rows.ts';
import { historyOf, listRecords, recordsById } from './registers.ts';
import { openToken, sealValue } from './sealing.ts';

const ID = '330802200801010014';
const OTHER = '330802200801010030';
const MASK = '330802********0014';
const PHONE = '19900000001';
const PAGE = { offset: 0, limit: 100 };
const student = (given: TypedRow = {}): TypedRow => studentRow('A1', { id_number: ID, ...given });
const guardian = (given: TypedRow = {}): TypedRow => ({ student_id: 'A1', name: '父', relation: '父亲', phone: PHONE, ...given });

eachDatabase('personal values', (database) => {
  const store = madeStore(database);
  const filled = async (): Promise<MadeRegion> => {
    const region = await store.region();
    const { students: _, ...base } = campusOnTheLine();
    expect((await region.import({ ...base, students: [student()], guardians: [guardian()] })).outcome).toBe('done');
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
  const ids = async (region: MadeRegion): Promise<unknown[]> =>
    (await region.as.read((tx) => listRecords(tx, 'students', PAGE))).records.map(({ values }) => [values.student_id, values.from, values.id_number]);
  const valueOf = (region: MadeRegion, from: string): Promise<string | null> => region.as.read(async (tx) => {
    const [row] = await tx.arrays('select id_number from register_students where region_id = $1 and valid_from = $2::date and superseded_at is null', [tx.actor.region_id, from]);
    return openToken(tx, String(row?.[0]));
  });

  test('come in sealed and out masked, in every way out of a register', async () => {
    const region = await filled();
    expect(await ids(region)).toEqual([['A1', '2025-09-01', MASK]]);
    const record_id = (await region.as.read((tx) => listRecords(tx, 'students', PAGE))).records[0]?.record_id ?? 0;
    expect((await region.as.read((tx) => recordsById(tx, 'students', [record_id])))[0]?.values.id_number).toBe(MASK);
    expect((await region.as.read((tx) => historyOf(tx, 'students', record_id)))[0]?.values.id_number).toBe(MASK);
    const dataset = await region.as.read((tx) => loadExport(tx));
    expect([dataset.students?.[0]?.id_number, dataset.guardians?.[0]?.phone]).toEqual([MASK, '199****0001']);
    expect(await valueOf(region, '2025-09-01')).toBe(ID);
    const held = await asOwner(async (client) => (await client.query(
      `select (select string_agg(r::text, ' ') from register_students r) || (select string_agg(r::text, ' ') from register_guardians r)
         || (select string_agg(v::text, ' ') from sealed_values v) as text`)).rows[0] as { text: string });
    expect([held.text.includes(ID), held.text.includes(PHONE), held.text.includes('sealed:citizen_id:')]).toEqual([false, false, true]);
  });

  test('are the same value only when they are: unchanged, corrected, emptied', async () => {
    const region = await filled();
    expect(countsOf(await region.import({ students: [student()], guardians: [guardian()] }), 'students')).toEqual([0, 0, 1, 0]);
    expect(countsOf(await region.import({ students: [student({ id_number: OTHER })] }), 'students')).toEqual([0, 1, 0, 0]);
    expect(await valueOf(region, '2025-09-01')).toBe(OTHER);
    expect(countsOf(await region.import({ students: [student({ id_number: '' })] }), 'students')).toEqual([0, 1, 0, 0]);
    expect(await ids(region)).toEqual([['A1', '2025-09-01', null]]);
  });

  test('stay when their mask comes back, and another mask is refused at its cell', async () => {
    const region = await filled();
    expect(countsOf(await region.import({ students: [student({ id_number: MASK })], guardians: [guardian({ phone: '199****0001' })] }), 'guardians')).toEqual([0, 0, 1, 0]);
    expect(countsOf(await region.import({ students: [student({ id_number: MASK, grade: 5 })] }), 'students')).toEqual([0, 1, 0, 0]);
    expect(await valueOf(region, '2025-09-01')).toBe(ID);
    expect(await region.import({ students: [student({ id_number: '330802********0015' })] })).toEqual({
      outcome: 'problems', problems: [{ sheet: 'students', row: 2, column: 'id_number', code: 'id_checksum', value: '330802********0015', severity: 'error' }] });
    expect(await region.import({ guardians: [guardian({ phone: '199****0002' })] })).toMatchObject({
      outcome: 'problems', problems: [{ column: 'phone', code: 'not_allowed', severity: 'error' }] });
  });

  test('are copied along under their mask when the student goes on, never to another student', async () => {
    const region = await filled();
    expect(countsOf(await region.import({ students: [student({ to: '2026-07-31' }), student({ id_number: MASK, grade: 5, from: '2026-08-01' })] }), 'students')).toEqual([1, 1, 0, 0]);
    expect(await valueOf(region, '2026-08-01')).toBe(ID);
    expect((await region.import({ students: [studentRow('A2', { id_number: MASK })] })).outcome).toBe('problems');
    await region.import({ students: [student({ id_number: '330802190001010014', to: '2026-07-31' })] });
    // Two values of this student look alike now: under the record's own key it is clear which is meant, elsewhere not.
    expect(countsOf(await region.import({ students: [student({ id_number: MASK, to: '2026-07-31' })] }), 'students')).toEqual([0, 0, 1, 0]);
    expect(await region.import({ students: [student({ id_number: MASK, from: '2027-08-01' })] })).toMatchObject({ outcome: 'problems' });
  });

  test('are kept by a correction that carries their mask, also under another key', async () => {
    const region = await filled();
    // Nothing refers to this student, so that it may get another number.
    await region.import({ students: [student({ student_id: 'B1' })] });
    const record_id = (await region.as.read((tx) => listRecords(tx, 'students', { ...PAGE, text: 'B1' }))).records[0]?.record_id ?? 0;
    const correct = (given: TypedRow) => region.as.write((tx) => correctRecord(tx, 'students', record_id, student({ student_id: 'B1', id_number: MASK, ...given })));
    expect((await correct({})).outcome).toBe('unchanged');
    expect(await correct({ id_number: '330802********0015' })).toMatchObject({ outcome: 'problems', problems: [{ code: 'id_checksum', row: null }] });
    expect(await correct({ student_id: 'A9', from: '2025-09-02' })).toMatchObject({ outcome: 'done', record: { values: { student_id: 'A9', id_number: MASK } } });
    expect(await valueOf(region, '2025-09-02')).toBe(ID);
    const added = await region.as.write((tx) => addRecord(tx, 'guardians', guardian({ student_id: 'A9', name: '母', phone: '19900000002' })));
    expect(added).toMatchObject({ outcome: 'done', record: { values: { phone: '199****0002' } } });
    expect(await region.as.write((tx) => addRecord(tx, 'guardians', guardian({ student_id: 'A9', name: '祖母', phone: '188****0002' })))).toMatchObject({ outcome: 'problems' });
  });

  test('are masked in findings about them', async () => {
    const region = await filled();
    const wrong = '330802200801010015';
    const reply = await region.import({ students: [studentRow('A3', { id_number: wrong })] });
    expect(reply).toMatchObject({ outcome: 'done', problems: [{ code: 'id_checksum', value: '330802********0015', severity: 'warning' }] });
    const preview = await previewImport(store.db(), importOf(region.actor, { students: [studentRow('A4', { id_number: wrong, grade: 9 })] }), () => Promise.resolve(null));
    expect(JSON.stringify(preview)).not.toContain(wrong);
    const added = await region.as.write((tx) => addRecord(tx, 'students', studentRow('A5', { id_number: wrong })));
    expect([added.outcome, JSON.stringify(added, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).includes(wrong)]).toEqual(['done', false]);
  });

  test('are found by no text of theirs', async () => {
    const region = await filled();
    const [row] = await region.as.read((tx) => tx.arrays('select id_number from register_students where region_id = $1', [tx.actor.region_id]));
    const token = String(row?.[0]);
    for (const asked of [{ text: ID }, { text: 'sealed' }, { text: '0014' }, { where: { id_number: [ID] } }, { where: { id_number: [token] } }]) {
      expect((await region.as.read((tx) => listRecords(tx, 'students', { ...PAGE, ...asked }))).total).toBe(0);
    }
    expect((await region.as.read((tx) => listRecords(tx, 'students', { ...PAGE, holds: { column: 'id_number', token } }))).total).toBe(1);
  });

  test('are sealed once each; a token typed in as a value is no way to another’s', async () => {
    const region = await filled();
    const token = await region.as.write(async (tx) => {
      tx.unaudited('of this test');
      return sealValue(tx, 'citizen_id', ID);
    });
    const many = () => region.as.read((tx) => tx.arrays('select count(*) from sealed_values where region_id = $1', [tx.actor.region_id]));
    expect(await many()).toEqual([[2n]]);
    await region.import({ students: [studentRow('A6', { id_number: token })] });
    const [, second] = (await region.as.read((tx) => tx.arrays('select id_number from register_students where region_id = $1 order by record_id', [tx.actor.region_id]))).map(([text]) => String(text));
    // A citizen id ends in a capital X, and so does whatever stands in its place.
    expect([second === token, await region.as.read((tx) => openToken(tx, second ?? ''))]).toEqual([false, token.replace(/x$/, 'X')]);
  });

  test('of one region are sealed apart from those of another', async () => {
    const [ours, theirs] = [await filled(), await filled()];
    const sealed = (region: MadeRegion) => region.as.read((tx) => tx.arrays('select token, sealed from sealed_values where region_id = $1 order by token', [tx.actor.region_id]));
    const [mine, other] = [await sealed(ours), await sealed(theirs)];
    expect(mine.map(([token]) => token)).toEqual(other.map(([token]) => token));
    await asOwner((client) => client.query('update sealed_values set sealed = $2 where region_id = $1 and token = $3', [ours.actor.region_id, other[0]?.[1], mine[0]?.[0]]));
    expect(await ours.as.read((tx) => openToken(tx, String(mine[0]?.[0])))).toBeNull();
    expect(await theirs.as.read((tx) => openToken(tx, String(mine[0]?.[0])))).toBe(ID);
  });

  test('that were touched are shown as unreadable, and the page still comes', async () => {
    const region = await filled();
    await asOwner((client) => client.query(
      `update sealed_values set sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1) where region_id = $1`, [region.actor.region_id]));
    expect(await ids(region)).toEqual([['A1', '2025-09-01', '******']]);
  });

  test('are taken by the tables as tokens only', async () => {
    const region = await filled();
    await expect(asOwner((client) => client.query('update register_students set id_number = $2 where region_id = $1', [region.actor.region_id, ID]))).rejects.toThrow(/sealed/);
    const rules = await asOwner(async (client) => (await client.query<{ rule: string; convalidated: boolean }>(
      `select conrelid::regclass::text || ' ' || conname as rule, convalidated from pg_constraint where contype = 'c' and conname like '%\\_sealed'`)).rows);
    const declared = sheetNames.flatMap((sheet) => personalColumns(sheet).map(({ name }) => `register_${sheet} ${sheet}_${name}_sealed`));
    expect(declared.length).toBe(2);
    for (const rule of declared) expect(rules).toContainEqual({ rule, convalidated: true });
  });
});

eachDatabase('keys', (database) => {
  const store = madeStore(database);

  test('other than those that sealed are refused at the start, with what to do, and nothing is made', async () => {
    const region = await store.region();
    await region.import({ ...campusOnTheLine(), guardians: [] });
    await expect(openDatabase(database.connection(), memorySource(newKeys()))).rejects.toMatchObject({ reason: 'wrong_keys', text: { en: expect.stringContaining('not those') } });
    const absent = memorySource(null);
    await expect(openDatabase(database.connection(), absent)).rejects.toMatchObject({ reason: 'wrong_keys', text: { zh: expect.stringContaining('密钥') } });
    expect(absent.read()).toBeNull();
    const same = await openDatabase(database.connection(), store.source);
    await same.close();
    // The key fits, but not what tokens are made with: nothing stored would be found again.
    const keys = store.source.read() ?? newKeys();
    await expect(openDatabase(database.connection(), memorySource({ ...keys, index_secret: new Uint8Array(32) }))).rejects.toMatchObject({ reason: 'wrong_keys' });
  });

  test('are made at the first start of all', async () => {
    expect(openRing(store.source).all().length).toBe(1);
  });
});
