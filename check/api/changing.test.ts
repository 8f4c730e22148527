import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../workbook/write-workbook.ts';
import type { VerdictJson } from '../../core/check/check-json.ts';
import { sheetNames } from '../../core/exchange/sheets.ts';
import { eachDatabase } from '../databases.ts';
import { serve, type Served } from './served.ts';

interface Record_ { readonly record_id: string; readonly values: Readonly<Record<string, unknown>>; readonly reported_by: string; readonly file: string | null }
interface Page { readonly total: number; readonly records: readonly Record_[] }
interface Preview { readonly upload_id: string; readonly importable: boolean; readonly problems: { code: string; text: { zh: string } }[]; readonly sheets: { sheet: string; added: number; corrected: number; unchanged: number }[]; readonly campuses: { campus_id: string; verdicts: { standard: string; before: string | null; after: string | null }[] }[] }

const room = (room_id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  room_id, campus_id: 'C1', name: '新教室', use: 'teaching', area_m2: '90.50', share: '1', from: '2025-09-01', to: null, ...more,
});

function csv(name: string, ...lines: string[]): FormData {
  const form = new FormData();
  form.append('files', new File([`\ufeff${lines.join('\r\n')}\r\n`], name, { type: 'text/csv' }));
  return form;
}

async function r1b(served: Served, campus_id = 'C1'): Promise<VerdictJson | undefined> {
  const { verdicts } = await served.answer<{ verdicts: VerdictJson[] }>('readCampus', `/api/campuses/${campus_id}?on=2025-10-31`);
  return verdicts.find((v) => v.standard === 'R1-b');
}

const once = (): { 'idempotency-key': string } => ({ 'idempotency-key': randomUUID() });

eachDatabase('changing over HTTP', (database) => {
  const served = serve(database, { sample: true });

  test('a record is added, corrected, ended; each is a new record and the history keeps all', async () => {
    const before = await r1b(served);
    const added = await served.answer<Record_>('addRecord', '/api/registers/rooms', { json: { values: room('NEW-1') } });
    expect(added).toMatchObject({ reported_by: 'office', file: null, values: { area_m2: '90.5', share: '1' } });
    expect(Number((await r1b(served))?.measured.numerator) - Number(before?.measured.numerator)).toBe(90.5);
    const corrected = await served.answer<Record_>('correctRecord', `/api/registers/rooms/${added.record_id}/correct`, { json: { values: room('NEW-1', { area_m2: '100' }), reason: '复测' } });
    expect(corrected.record_id).not.toBe(added.record_id);
    const ended = await served.answer<Record_ & { ended_on: string }>('endRecord', `/api/registers/rooms/${corrected.record_id}/end`, { json: { on: '2025-09-30' } });
    expect(ended.ended_on).toBe('2025-09-30');
    expect((await r1b(served))?.measured).toEqual(before?.measured);
    const { entries } = await served.answer<{ entries: { act: string; reason: string | null; values: { area_m2: string } }[] }>('readHistory', `/api/registers/rooms/${ended.record_id}/history`);
    expect(entries.map((e) => [e.act, e.values.area_m2, e.reason])).toEqual([['ended', '100', null], ['corrected', '100', '复测'], ['added', '90.5', null]]);
    await served.refusal('changed_meanwhile', `/api/registers/rooms/${added.record_id}/correct`, { json: { values: room('NEW-1') } });
  });

  test('what was known on an earlier day is still what was known', async () => {
    const { total } = await served.answer<Page>('listRecords', '/api/registers/rooms?known_on=2020-01-01');
    expect(total).toBe(0);
    await served.answer('readOverview', '/api/overview?on=2025-10-31&known_on=2020-01-01');
  });

  test('registers are filtered, sorted and paged', async () => {
    const all = await served.answer<Page>('listRecords', '/api/registers/rooms?where=campus_id=C2&sort=area_m2&order=desc&per_page=1000');
    const areas = all.records.map((r) => Number(r.values['area_m2']));
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    expect(all.records.every((r) => r.values['campus_id'] === 'C2')).toBe(true);
    const second = await served.answer<Page>('listRecords', '/api/registers/rooms?where=campus_id=C2&sort=area_m2&order=desc&per_page=1&page=2');
    expect([second.total, second.records[0]?.record_id]).toEqual([all.total, all.records[1]?.record_id]);
    const found = await served.answer<Page>('listRecords', `/api/registers/campuses?filter=${encodeURIComponent('龙游')}`);
    for (const sheet of sheetNames) expect([sheet, (await served.answer<Page>('listRecords', `/api/registers/${sheet}?filter=${encodeURIComponent(`'没有的文字`)}`)).total]).toEqual([sheet, 0]);
    expect(found.records.map((r) => r.values['campus_id'])).toEqual(['C7']);
    await served.answer('listRegisters', '/api/registers');
    await served.refusal('unknown_column', '/api/registers/rooms?sort=nope');
    await served.refusal('unknown_column', '/api/registers/rooms?where=nope=1');
    await served.refusal('bad_request', '/api/registers/nope');
    await served.refusal('bad_request', '/api/registers/rooms?per_page=1001');
  });

  test('a record that is wrong is refused with every problem in both languages, and nothing is stored', async () => {
    const { problems } = await served.refusal('data_errors', '/api/registers/rooms', { json: { values: room('NEW-2', { area_m2: '-1', use: 'castle' }) } });
    expect(problems?.map((p) => [p.column, p.code]).sort()).toEqual([['area_m2', 'negative'], ['use', 'not_allowed']]);
    expect(problems?.every((p) => p.text.zh !== '' && p.text.en !== '')).toBe(true);
    const blank = { room_id: null, campus_id: '', name: null, use: '', area_m2: null, share: '', from: '', to: null };
    for (const values of [{}, blank]) {
      const nothing = await served.refusal('data_errors', '/api/registers/rooms', { json: { values } });
      expect(nothing.problems?.map((p) => [p.column, p.code])).toEqual(['room_id', 'campus_id', 'use', 'area_m2', 'from'].map((column) => [column, 'missing_value']));
    }
    const unknown = await served.refusal('data_errors', '/api/registers/rooms', { json: { values: room('NEW-2', { campus_id: 'C99' }) } });
    expect(unknown.problems?.[0]?.code).toBe('unknown_reference');
    expect((await served.answer<Page>('listRecords', '/api/registers/rooms?where=room_id=NEW-2')).total).toBe(0);
    await served.refusal('unknown_record', '/api/registers/rooms/999999999/end', { json: { on: '2025-09-30' } });
    await served.refusal('unknown_record', '/api/registers/rooms/999999999/history');
  });

  test('a request that comes twice with its key is done once; another request with that key is refused', async () => {
    const headers = once();
    const ask = { json: { values: room('ONCE') }, headers };
    const first = await served.answer<Record_>('addRecord', '/api/registers/rooms', ask);
    const again = await served.answer<Record_>('addRecord', '/api/registers/rooms', ask);
    expect(again).toEqual(first);
    await served.refusal('record_exists', '/api/registers/rooms', { json: { values: room('ONCE', { name: '另一间' }) } });
    await served.refusal('key_of_another_request', '/api/registers/rooms', { json: { values: room('OTHER') }, headers });
    await served.refusal('bad_key', '/api/registers/rooms', { json: { values: room('OTHER') }, headers: { 'idempotency-key': 'x'.repeat(201) } });
  });

  test('an upload is previewed without storing, then stored, then undone', async () => {
    const before = await r1b(served, 'C2');
    const form = csv('rooms.csv', '房间编号,校区编号,用途,建筑面积,起始日期', 'UP-1,C2,教室,100000,2025-09-01');
    const preview = await served.answer<Preview>('previewImport', '/api/imports/preview?on=2025-10-31', { form });
    expect(preview).toMatchObject({ importable: true, sheets: [{ sheet: 'rooms', added: 1 }] });
    expect(preview.campuses.find((c) => c.campus_id === 'C2')?.verdicts.map((v) => v.standard)).toContain('R1-b');
    expect(await r1b(served, 'C2')).toEqual(before);
    const commit = { json: { upload_id: preview.upload_id, on: '2025-10-31' }, headers: once() };
    const stored = await served.answer<{ import_id: string; added: number }>('commitImport', '/api/imports', commit);
    expect(await served.answer('commitImport', '/api/imports', commit)).toEqual(stored);
    expect(stored.added).toBe(1);
    expect((await r1b(served, 'C2'))?.outcome).toBe('met');
    const same = await served.answer<{ import_id: string | null; unchanged: number }>('commitImport', '/api/imports', { json: { upload_id: preview.upload_id, on: '2025-10-31' } });
    expect(same).toMatchObject({ import_id: null, unchanged: 1 });
    const undo = { method: 'POST', headers: once() };
    const undone = await served.answer<{ undone_by: string }>('undoImport', `/api/imports/${stored.import_id}/undo`, undo);
    expect(undone.undone_by).toBe('office');
    expect(await served.answer('undoImport', `/api/imports/${stored.import_id}/undo`, undo)).toEqual(undone);
    expect((await r1b(served, 'C2'))?.measured).toEqual(before?.measured);
    await served.refusal('already_undone', `/api/imports/${stored.import_id}/undo`, { method: 'POST' });
    await served.refusal('unknown_import', '/api/imports/424242/undo', { method: 'POST' });
    const { imports } = await served.answer<{ imports: { import_id: string; undone_at: string | null }[] }>('listImports', '/api/imports');
    expect(imports.find((i) => i.import_id === stored.import_id)?.undone_at).not.toBeNull();
  });

  test('an upload with errors says all of them and cannot be stored', async () => {
    const form = csv('rooms.csv', 'room_id,campus_id,use,area_m2,from', 'BAD-1,C2,castle,-3,2025-09-01', 'BAD-2,C99,teaching,1,2025-09-01');
    const preview = await served.answer<Preview>('previewImport', '/api/imports/preview', { form });
    expect(preview.importable).toBe(false);
    expect(preview.problems.map((p) => p.code).sort()).toEqual(['negative', 'not_allowed', 'unknown_reference']);
    const { problems } = await served.refusal('data_errors', '/api/imports', { json: { upload_id: preview.upload_id } });
    expect(problems).toHaveLength(3);
    await served.refusal('unknown_upload', '/api/imports', { json: { upload_id: randomUUID() } });
    await served.refusal('other_region', '/api/imports/preview', { form: csv('region.csv', 'region_code,name,office_name', '330100,杭州市,办公室') });
  });

  test('several CSV files and a workbook are read; a file that is neither is refused with advice', async () => {
    const form = csv('parks.csv', 'park_id,name,division_code,main', 'Y9,新园区,330881,no');
    form.append('files', new File(['campus_id,name,school_id,college_id,division_code,park_id,form,status\r\nC9,新校区,S6,H1,330881,Y9,new_build,preparing\r\n'], 'campuses.csv'));
    const two = await served.answer<Preview>('previewImport', '/api/imports/preview', { form });
    expect(two).toMatchObject({ importable: true, sheets: [{ sheet: 'parks', added: 1 }, { sheet: 'campuses', added: 1 }] });
    const workbook = new FormData();
    const bytes = await writeWorkbook([{ name: '产业园区', columns: ['园区编号', '园区名称', '行政区划代码', '是否主要园区'].map((heading) => ({ heading, width: 10, format: 'text' as const })), rows: [['Y8', '园区', '330881', '否']] }]);
    workbook.append('files', new File([new Uint8Array(bytes)], '园区.xlsx'));
    expect((await served.answer<Preview>('previewImport', '/api/imports/preview', { form: workbook })).sheets).toMatchObject([{ sheet: 'parks', added: 1 }]);
    const wrong = new FormData();
    wrong.append('files', new File([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], '旧表.xls'));
    expect((await served.refusal('file_refused', '/api/imports/preview', { form: wrong })).detail).toContain('另存为 .xlsx');
    await served.refusal('bad_request', '/api/imports/preview', { form: new FormData() });
  });

  test('a preview says what replacing a sheet would end, and keeps nothing of it', async () => {
    const form = csv('land.csv', '地块编号,校区编号,占地面积,起始日期', 'REP-1,C1,1,2025-09-01');
    const first = await served.answer<Preview>('previewImport', '/api/imports/preview', { form });
    const replacing = { json: { upload_id: first.upload_id, replace: ['land'] } };
    const replaced = await served.answer<Preview & { sheets: { ended: number }[] }>('previewReplacing', '/api/imports/replacing', replacing);
    expect(first.sheets).toMatchObject([{ sheet: 'land', added: 1, ended: 0 }]);
    expect(replaced.sheets[0]?.ended).toBeGreaterThan(0);
    expect(await served.answer('previewReplacing', '/api/imports/replacing', replacing)).toEqual(replaced);
    await served.refusal('unknown_upload', '/api/imports/replacing', { json: { upload_id: 'nope', replace: ['land'] } });
    await served.refusal('replace_without_sheet', '/api/imports/replacing', { json: { upload_id: first.upload_id, replace: ['rooms'] } });
  });

  test('an office’s own workbook is mapped, previewed, and the mapping remembered', async () => {
    const form = csv('房间表.csv', '某校 2025 年房间一览', '房号,备注,面积,用途', 'MAP-1,东,88,教室');
    interface Tabs { upload_id: string; tabs: { file: string; tab: string; first: { row: number; cells: string[] }[]; proposals: { sheet: string; origin: string; heading_rows: [number, number]; columns: { position: number; column: string | null }[]; missing: string[] }[] }[] }
    const inspect = () => served.answer<Tabs>('inspectUpload', '/api/imports/inspect?organisation=S2', { form });
    const seen = await inspect();
    const best = seen.tabs[0]?.proposals[0];
    expect(best).toMatchObject({ sheet: 'rooms', origin: 'proposed', heading_rows: [2, 2] });
    expect(best?.missing.sort()).toEqual(['campus_id', 'from']);
    const mapping = {
      file: '房间表.csv', tab: '', sheet: 'rooms', heading_rows: [2, 2], constants: { campus_id: 'C2', from: '2025-09-01' },
      columns: best?.columns.flatMap(({ position, column }) => (column === null ? [] : [{ position, column }])),
    };
    const preview = await served.answer<Preview>('previewMapped', '/api/imports/mapped', { json: { upload_id: seen.upload_id, mappings: [mapping], organisation: 'S2' } });
    expect(preview).toMatchObject({ importable: true, sheets: [{ sheet: 'rooms', added: 1 }] });
    expect((await inspect()).tabs[0]?.proposals[0]).toMatchObject({ origin: 'remembered', sheet: 'rooms', missing: [] });
    await served.answer('commitImport', '/api/imports', { json: { upload_id: preview.upload_id } });
    expect((await served.answer<Page>('listRecords', '/api/registers/rooms?where=room_id=MAP-1')).records[0]?.values).toMatchObject({ campus_id: 'C2', area_m2: '88' });
    const { mappings } = await served.answer<{ mappings: { organisation: string }[] }>('listMappings', '/api/mappings?organisation=S2');
    expect(mappings).toHaveLength(1);
    await served.answer('rememberMapping', '/api/mappings', { method: 'PUT', json: { organisation: 'S3', mapping } });
    await served.refusal('bad_request', '/api/mappings', { method: 'PUT', json: { organisation: 'S3', mapping: { ...mapping, sheet: 'nope' } } });
    await served.refusal('unknown_upload', '/api/imports/mapped', { json: { upload_id: 'nope', mappings: [mapping] } });
  });

  test('a snapshot is taken once and stays as it was when a row changes', async () => {
    const ask = { json: { on: '2025-10-31', label: '试行' }, headers: once() };
    const head = await served.answer<{ snapshot_id: string }>('takeSnapshot', '/api/snapshots', ask);
    expect(await served.answer('takeSnapshot', '/api/snapshots', ask)).toEqual(head);
    const frozen = await served.answer('readSnapshot', `/api/snapshots/${head.snapshot_id}`);
    await served.answer('addRecord', '/api/registers/rooms', { json: { values: room('LATER', { area_m2: '5000' }) } });
    expect(await served.answer('readSnapshot', `/api/snapshots/${head.snapshot_id}`)).toEqual(frozen);
    const { snapshots } = await served.answer<{ snapshots: { on: string }[] }>('listSnapshots', '/api/snapshots');
    expect(snapshots.map((s) => s.on)).toEqual(['2025-10-31', '2025-10-31', '2025-04-30', '2024-10-31']);
  });

  test('the region attaches its own official text and gets it back byte by byte, as a file to save', async () => {
    expect(await served.answer('readPolicyText', '/api/policy-text')).toMatchObject({ attached: false });
    const form = new FormData();
    form.append('file', new File(['<script>alert(1)</script>'], '实施意见.html', { type: 'text/html' }));
    expect(await served.answer('attachPolicyText', '/api/policy-text', { method: 'PUT', form })).toMatchObject({ attached: true, file: '实施意见.html', bytes: 25 });
    const reply = await served.send('/api/policy-text/file');
    expect(reply.headers.get('content-type')).toBe('application/octet-stream');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await reply.text()).toBe('<script>alert(1)</script>');
  });

  test('a later text is the one given; the earlier ones stay and can be had by their version', async () => {
    const form = new FormData();
    form.append('file', new File(['第一条 …'], '实施意见（校对）.txt', { type: 'text/plain' }));
    const { versions } = await served.answer<{ versions: { version: number; file: string }[] }>('attachPolicyText', '/api/policy-text', { method: 'PUT', form });
    expect(versions.map((v) => v.file)).toEqual(['实施意见（校对）.txt', '实施意见.html']);
    expect(await (await served.send('/api/policy-text/file')).text()).toBe('第一条 …');
    expect(await (await served.send(`/api/policy-text/file?version=${versions[1]?.version}`)).text()).toBe('<script>alert(1)</script>');
    await served.refusal('no_policy_text', '/api/policy-text/file?version=999999');
  });
});
