import { expect, test } from 'vitest';
import { eachDatabase } from '../check/databases.ts';
import { campusOnTheLine } from '../core/check/made-dataset.ts';
import type { Row } from '../core/exchange/sheets.ts';
import { toDecimalText } from '../core/values/exact.ts';
import { date } from '../core/values/plain-date.ts';
import { loadRows } from './campus-rows.ts';
import { previewImport } from './import.ts';
import { countsOf, importOf, madeStore } from './made-store.ts';
import type { MadeRegion } from './made-store.ts';
import { correctRecord } from './register-changes.ts';
import { historyOf, listRecords } from './registers.ts';

const ROOM = { room_id: 'R9', campus_id: 'C', use: 'teaching', area_m2: '300', from: '2025-09-01' };

eachDatabase('an import', (database) => {
  const store = madeStore(database);
  const filled = async (): Promise<MadeRegion> => {
    const region = await store.region();
    expect((await region.import(campusOnTheLine())).outcome).toBe('done');
    return region;
  };
  const rooms = (region: MadeRegion): Promise<Row<'rooms'>[]> => region.as.read((tx) => loadRows(tx, 'rooms', {}));
  const areas = async (region: MadeRegion): Promise<string[]> => (await rooms(region)).map((r) => `${r.room_id} ${toDecimalText(r.area_m2)}`);

  test('adds every row; the same file again changes nothing and says so', async () => {
    const region = await store.region();
    const first = await region.import(campusOnTheLine());
    expect([countsOf(first, 'students'), countsOf(first, 'rooms')]).toEqual([[268, 0, 0, 0], [4, 0, 0, 0]]);
    const again = await region.import(campusOnTheLine());
    expect([again.outcome, countsOf(again, 'students'), countsOf(again, 'rooms')]).toEqual(['unchanged', [0, 0, 268, 0], [0, 0, 4, 0]]);
    expect(again).toMatchObject({ same_file_as: 1 });
    expect((await region.as.read((tx) => listRecords(tx, 'students', { offset: 0, limit: 1 }))).total).toBe(268);
  });

  test('gives back what was read, to the last digit', async () => {
    const region = await filled();
    const equipment = await region.as.read((tx) => loadRows(tx, 'equipment', {}));
    const read = importOf(region.actor, campusOnTheLine()).dataset.equipment;
    const plain = (rows: readonly Row<'equipment'>[] = []): unknown[] => rows.map(({ row: _, value_yuan, share, ...values }) =>
      ({ ...values, value_yuan: toDecimalText(value_yuan), share: toDecimalText(share) }));
    expect(plain(equipment)).toEqual(plain(read));
    expect(equipment[0]?.row).toBeTypeOf('number');
  });

  test('keeps text with tabs, quotes, backslashes and line ends', async () => {
    const region = await filled();
    const name = 'a\\b"c;d\te\nf';
    await region.import({ organisations: [{ org_id: 'E', name, aliases: 'x"y\\z;{,};，', kind: 'enterprise', division_code: '330802' }] });
    const [enterprise] = await region.as.read((tx) => loadRows(tx, 'organisations', {}, 'r.key = $2', 'E'));
    expect([enterprise?.name, enterprise?.aliases]).toEqual([name, ['x"y\\z', '{,}', '，']]);
  });

  test('corrects by key: a new record answers the old one, which stays as it was; absent rows stay', async () => {
    const region = await filled();
    const reply = await region.import({ rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '4000.5', from: '2025-09-01' }, ROOM] });
    expect(countsOf(reply, 'rooms')).toEqual([1, 1, 0, 0]);
    expect(await areas(region)).toEqual(['R2 40', 'R3 1742', 'R4 900', 'R1 4000.5', 'R9 300']);
    const corrected = (await rooms(region)).find(({ room_id }) => room_id === 'R1')?.row ?? 0;
    const history = await region.as.read((tx) => historyOf(tx, 'rooms', corrected));
    expect(history.map((r) => [r.act, toDecimalText(r.values.area_m2), r.superseded_at === null])).toEqual([['corrected', '4000.5', true], ['added', '4000', false]]);
    expect(history[0]?.answers).toBe(history[1]?.record_id);
  });

  test('ends absent rows on the day, only in the sheets that are to be replaced', async () => {
    const region = await filled();
    const reply = await region.import({
      rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '4000', from: '2025-09-01' }],
      land: [{ parcel_id: 'L2', campus_id: 'C', area_m2: '1', from: '2025-09-01' }],
      facilities: [{ campus_id: 'C', kind: 'library', present: 'yes', checked_on: '2025-09-01' }],
    }, { replace: ['rooms', 'facilities'], as_of: date('2025-12-31') });
    expect([countsOf(reply, 'rooms'), countsOf(reply, 'land'), countsOf(reply, 'facilities')]).toEqual([[0, 0, 1, 3], [1, 0, 0, 0], [0, 0, 1, 5]]);
    expect((await rooms(region)).map((r) => [r.room_id, r.to])).toEqual([['R1', null], ['R2', '2025-12-31'], ['R3', '2025-12-31'], ['R4', '2025-12-31']]);
    const facilities = await region.as.read((tx) => loadRows(tx, 'facilities', {}));
    expect(facilities.map(({ kind }) => kind)).toEqual(['library']);
    const again = await region.import({ rooms: [ROOM] }, { replace: ['rooms'], as_of: date('2026-01-31') });
    expect(countsOf(again, 'rooms')).toEqual([1, 0, 0, 1]);
  });

  test('a row that would begin after the day on which it ends is withdrawn', async () => {
    const region = await filled();
    await region.import({ rooms: [ROOM] }, { replace: ['rooms'], as_of: date('2025-08-31') });
    expect(await areas(region)).toEqual(['R9 300']);
  });

  test('refuses to replace a sheet that the file does not have, and rows of another region', async () => {
    const region = await filled();
    expect(await region.import({ rooms: [ROOM] }, { replace: ['land'] })).toEqual({ outcome: 'replace_without_sheet', sheets: ['land'] });
    expect(await region.import({ region: [{ region_code: '331000', name: '别处', office_name: '办' }] })).toEqual({ outcome: 'other_region', region_code: '331000' });
  });

  test('takes a reference from what is stored, and finds one that is nowhere', async () => {
    const region = await filled();
    expect((await region.import({ campuses: [{ campus_id: 'C2', name: '二', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'preparing' }],
      rooms: [ROOM, { ...ROOM, room_id: 'R10', campus_id: 'C2' }] })).outcome).toBe('done');
    const reply = await region.import({ rooms: [{ ...ROOM, room_id: 'R11', campus_id: 'C3' }] });
    expect(reply).toMatchObject({ outcome: 'problems', problems: [{ sheet: 'rooms', row: 2, column: 'campus_id', code: 'unknown_reference', value: 'C3' }] });
    expect(await areas(region)).not.toContain('R11 300');
  });

  test('finds periods that overlap, and shares over one, only together with what is stored', async () => {
    const region = await filled();
    const overlap = await region.import({ rooms: [{ room_id: 'R1', campus_id: 'C', use: 'teaching', area_m2: '1', from: '2025-10-01' }] });
    expect(overlap).toMatchObject({ outcome: 'problems' });
    expect(overlap.outcome === 'problems' && overlap.problems.map(({ row, code }) => `${row} ${code}`)).toContain('2 overlap');
    const campus = { campus_id: 'C2', name: '二', school_id: 'S', college_id: 'H', division_code: '330803', form: 'new_build', status: 'preparing' };
    const half = { room_id: 'R2', campus_id: 'C2', use: 'admin', area_m2: '40', from: '2025-09-01' };
    expect((await region.import({ campuses: [campus], rooms: [{ ...half, share: '0.5' }] })).outcome).toBe('done');
    const over = await region.import({ rooms: [{ ...half, share: '0.5001' }] });
    expect(over).toMatchObject({ outcome: 'problems', problems: [{ code: 'share_over_one', value: '1.0001' }] });
  });

  test('does not withdraw what other records refer to', async () => {
    const region = await filled();
    const reply = await region.import({ organisations: [{ org_id: 'H', name: '学院', kind: 'college', division_code: '330802' }] }, { replace: ['organisations'] });
    expect(reply.outcome === 'problems' && reply.problems.map((p) => `${p.sheet} ${p.column} ${p.value}`)).toContain('campuses school_id S');
  });

  test('stores nothing at all when anything is wrong', async () => {
    const region = await store.region();
    const wrong = campusOnTheLine();
    wrong.rooms.push({ room_id: 'R5', campus_id: 'C', use: 'teaching', area_m2: 'many', from: '2025-09-01' });
    expect((await region.import(wrong)).outcome).toBe('problems');
    expect(await region.as.read((tx) => tx.arrays('select count(*) from register_students where region_id = $1', [region.actor.region_id]))).toEqual([[0n]]);
  });

  test('refuses a score above the full marks of its day, with the whole file; full marks are one', async () => {
    const region = await filled();
    const [student] = await region.as.read((tx) => loadRows(tx, 'students', {}));
    const result = (score: string) => ({ student_id: student?.student_id ?? '', kind: 'upgrade_test', on: '2026-04-20', score });
    const refused = await region.import({ rooms: [ROOM], results: [result('100.01')] });
    expect(refused).toMatchObject({ outcome: 'problems', problems: [{ sheet: 'results', row: 2, column: 'score', code: 'above_full_marks', value: '100.01' }] });
    expect((await rooms(region)).some(({ room_id }) => room_id === 'R9')).toBe(false);
    expect(countsOf(await region.import({ results: [result('100')] }), 'results')).toEqual([1, 0, 0, 0]);
    const [stands] = await region.as.read((tx) => loadRows(tx, 'results', {}));
    const typed = await region.as.write((tx) => correctRecord(tx, 'results', stands?.row ?? 0, result('101')));
    expect(typed).toMatchObject({ outcome: 'problems', problems: [{ row: null, column: 'score', code: 'above_full_marks' }] });
  });

  test('a preview looks at the state after, and leaves the state before', async () => {
    const region = await filled();
    const preview = await previewImport(store.db(), importOf(region.actor, { rooms: [ROOM] }), async (tx) => (await loadRows(tx, 'rooms', {})).length);
    expect(preview).toMatchObject({ outcome: 'preview', before: 4, after: 5, counts: { rooms: { added: 1 } } });
    expect((await rooms(region)).length).toBe(4);
  });

  test('the same request twice is answered twice and done once; its key serves no other', async () => {
    const region = await filled();
    const request = { key: 'k1', sha256: 'x' };
    const first = await region.import({ rooms: [ROOM] }, { request });
    expect(await region.import({ rooms: [ROOM] }, { request })).toEqual(first);
    expect(await region.import({ rooms: [ROOM] }, { request: { key: 'k1', sha256: 'y' } })).toEqual({ outcome: 'key_of_another_request' });
  });

  test('two at once take turns: one adds, the other finds all of it there', async () => {
    const region = await store.region();
    const replies = await Promise.all([region.import(campusOnTheLine()), region.import(campusOnTheLine())]);
    expect(replies.map((reply) => reply.outcome).sort()).toEqual(['done', 'unchanged']);
    expect((await region.as.read((tx) => listRecords(tx, 'students', { offset: 0, limit: 1 }))).total).toBe(268);
  });
});
