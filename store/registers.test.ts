import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import { toDecimalText } from '../core/values/exact.ts';
import { date } from '../core/values/plain-date.ts';
import { loadRows } from './campus-rows.ts';
import { undoImport } from './imports.ts';
import { countsOf, madeStore } from './made-store.ts';
import type { MadeRegion } from './made-store.ts';
import { addRecord, correctRecord, endRecord } from './register-changes.ts';
import { countRegisters, historyOf, listRecords } from './registers.ts';
import type { ListRecords } from './registers.ts';

const ROOM = { room_id: 'R9', campus_id: 'C', use: 'teaching', area_m2: '300', from: '2025-09-01' };
const PAGE = { offset: 0, limit: 100 };

eachDatabase('the registers', (database) => {
  const store = madeStore(database);
  const filled = async (): Promise<MadeRegion> => {
    const region = await store.region();
    await region.import(campusOnTheLine());
    return region;
  };
  const names = async (region: MadeRegion, asked: Partial<ListRecords>): Promise<string[]> =>
    (await region.as.read((tx) => listRecords(tx, 'organisations', { ...PAGE, ...asked }))).records.map(({ values }) => values.name);
  const roomIds = async (region: MadeRegion, asked: Partial<ListRecords> = {}): Promise<string[]> =>
    (await region.as.read((tx) => listRecords(tx, 'rooms', { ...PAGE, ...asked }))).records.map(({ values }) => values.room_id);

  test('are listed by pinyin, by number, filtered, found by text, and by page', async () => {
    const region = await filled();
    await region.import({ organisations: ['衢州', '江山', '常山', '开化'].map((name, i) => ({ org_id: `E${i}`, name, kind: 'enterprise', division_code: '330802' })) });
    const enterprises = { where: { kind: ['enterprise'] } };
    expect(await names(region, { ...enterprises, sort: { column: 'name', direction: 'asc' } })).toEqual(['常山', '江山', '开化', '衢州']);
    expect(await names(region, { ...enterprises, sort: { column: 'name', direction: 'desc' }, offset: 1, limit: 2 })).toEqual(['开化', '江山']);
    expect(await names(region, { text: '山' })).toEqual(['江山', '常山']);
    expect(await names(region, { where: { no_such_column: ['x'] } })).toEqual([]);
    expect(await roomIds(region, { sort: { column: 'area_m2', direction: 'desc' } })).toEqual(['R1', 'R3', 'R4', 'R2']);
    const page = await region.as.read((tx) => listRecords(tx, 'students', { offset: 200, limit: 10, where: { campus_id: ['C'], grade: ['4'], boarder: ['true'] } }));
    expect([page.total, page.records.length]).toEqual([268, 10]);
  });

  test('say what was in force on a day, and what was known on one', async () => {
    const region = await filled();
    const known = (await region.as.read((tx) => listRecords(tx, 'rooms', PAGE))).records[0]?.recorded_at;
    const [r1] = await region.as.read((tx) => loadRows(tx, 'rooms', {}, 'r.room_id = $2', 'R1'));
    await region.as.write((tx) => endRecord(tx, 'rooms', r1?.row ?? 0, date('2025-12-31')));
    expect(await roomIds(region, { on: date('2025-12-31') })).toContain('R1');
    expect(await roomIds(region, { on: date('2026-01-01') })).not.toContain('R1');
    expect(await roomIds(region, { on: date('2026-01-01'), ...(known && { known_on: known }) })).toContain('R1');
    expect(await roomIds(region, { on: date('2025-08-31') })).toEqual([]);
    expect(await roomIds(region, { known_on: date('2020-01-01') })).toEqual([]);
    expect((await roomIds(region, { known_on: date('2999-01-01') })).length).toBe(4);
    const counts = await region.as.read((tx) => countRegisters(tx));
    expect(counts.find(({ sheet }) => sheet === 'rooms')).toMatchObject({ sheet: 'rooms', records: 4 });
    expect(counts.length).toBe(42);
  });

  test('take one record by the rules of the file: problems by column, warnings told', async () => {
    const region = await filled();
    const add = (cells: Record<string, string>) => region.as.write((tx) => addRecord(tx, 'rooms', cells));
    expect(await add(ROOM)).toMatchObject({ outcome: 'done', record: { recorded_by: 'office', source_row: null, file_name: null, act: 'added', values: { room_id: 'R9' } } });
    expect(await add(ROOM)).toMatchObject({ outcome: 'exists' });
    expect(await add({ ...ROOM, room_id: 'R8', area_m2: '-1', use: 'castle' })).toMatchObject({
      outcome: 'problems', problems: [{ column: 'use', code: 'not_allowed' }, { column: 'area_m2', code: 'negative' }] });
    expect(await add({ ...ROOM, room_id: 'R8', campus_id: 'X' })).toMatchObject({ outcome: 'problems', problems: [{ column: 'campus_id', code: 'unknown_reference', value: 'X' }] });
    expect(await add({ ...ROOM, room_id: 'R1', from: '2025-10-01' })).toMatchObject({ outcome: 'problems', problems: [{ code: 'overlap' }, {}] });
  });

  test('keep what was corrected, tell who came later, and change nothing for the same values', async () => {
    const region = await filled();
    const [old] = await region.as.read((tx) => loadRows(tx, 'rooms', {}, 'r.room_id = $2', 'R4'));
    const correct = (area_m2: string) => region.as.write((tx) => correctRecord(tx, 'rooms', old?.row ?? 0,
      { room_id: 'R4', campus_id: 'C', use: 'canteen', area_m2, from: '2025-09-01' }, '测绘'));
    expect((await correct('900.00')).outcome).toBe('unchanged');
    const corrected = await correct('901');
    expect(corrected).toMatchObject({ outcome: 'done', record: { answers: old?.row, reason: '测绘', act: 'corrected' } });
    expect((await correct('902')).outcome).toBe('superseded');
    const id = corrected.outcome === 'done' ? corrected.record.record_id : 0;
    const history = await region.as.read((tx) => historyOf(tx, 'rooms', id));
    expect(history.map((r) => [toDecimalText(r.values.area_m2), r.file_name, r.source_row])).toEqual([['901', null, null], ['900', 'data.xlsx', 5]]);
  });

  test('end one record on a day, and withdraw one that has no period, unless others refer to it', async () => {
    const region = await filled();
    const first = async (sheet: 'land' | 'facilities' | 'campuses') => (await region.as.read((tx) => loadRows(tx, sheet, {})))[0]?.row ?? 0;
    const end = async (sheet: 'land' | 'facilities' | 'campuses', on: string) => {
      const id = await first(sheet);
      return region.as.write((tx) => endRecord(tx, sheet, id, date(on)));
    };
    expect(await end('land', '2025-08-31')).toMatchObject({ outcome: 'problems', problems: [{ code: 'from_after_to' }] });
    expect(await end('land', '2025-12-31')).toMatchObject({ outcome: 'done', record: { act: 'ended', values: { to: '2025-12-31' } } });
    expect(await end('facilities', '2025-12-31')).toMatchObject({ outcome: 'done', record: { withdrawn: true } });
    expect((await region.as.read((tx) => loadRows(tx, 'facilities', {}))).length).toBe(5);
    expect((await end('campuses', '2025-12-31')).outcome).toBe('problems');
  });

  test('go back to how they were when an import is undone, and every record stays in its history', async () => {
    const region = await filled();
    const before = await region.as.read((tx) => loadRows(tx, 'rooms', {}));
    const reply = await region.import({ rooms: [{ ...ROOM, room_id: 'R1' }, ROOM], parks: [{ park_id: 'Y', name: '园', division_code: '330802', main: 'yes' }] }, { replace: ['rooms'] });
    expect(countsOf(reply, 'rooms')).toEqual([1, 1, 0, 3]);
    const import_id = reply.outcome === 'done' ? reply.import_id : 0;
    const undo = () => undoImport(store.db(), { actor: region.actor, import_id });
    expect(await undo()).toEqual({ outcome: 'done', restored: 4, withdrawn: 2 });
    expect(await undo()).toEqual({ outcome: 'already_undone' });
    const after = await region.as.read((tx) => loadRows(tx, 'rooms', {}));
    const plain = (rows: typeof before): unknown => rows.map(({ row: _, ...values }) => values).toSorted((a, b) => (a.room_id < b.room_id ? -1 : 1));
    expect(plain(after)).toEqual(plain(before));
    const r1 = after.find(({ room_id }) => room_id === 'R1')?.row ?? 0;
    expect((await region.as.read((tx) => historyOf(tx, 'rooms', r1))).map(({ act }) => act)).toEqual(['undone', 'corrected', 'added']);
    expect(countsOf(await region.import({ rooms: [ROOM] }), 'rooms')).toEqual([1, 0, 0, 0]);
  });

  test('refuse to undo an import that somebody has answered since, or that others lean on', async () => {
    const region = await filled();
    expect((await region.import({ rooms: [ROOM] })).outcome).toBe('done');
    await region.import({ rooms: [{ ...ROOM, area_m2: '301' }] });
    expect(await undoImport(store.db(), { actor: region.actor, import_id: 2 })).toMatchObject({ outcome: 'answered_later', sheet: 'rooms' });
    expect(await undoImport(store.db(), { actor: region.actor, import_id: 9 })).toEqual({ outcome: 'not_found' });
    expect((await undoImport(store.db(), { actor: region.actor, import_id: 1 })).outcome).toBe('problems');
    expect((await roomIds(region)).length).toBe(5);
  });
});
