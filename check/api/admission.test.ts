import { beforeEach, expect, test, vi } from 'vitest';
import { routes } from '../../api/routes.ts';
import { madeAdmission, madeCitizenId, type MadeCells } from '../../core/admission/made-admissions.ts';
import { date } from '../../core/values/plain-date.ts';
import * as quota from '../../store/plan-quota.ts';
import { onDatabase } from '../databases.ts';
import { openOffices, type Person } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem } from './visitor.ts';

interface Preview { readonly upload_id: string; readonly importable: boolean; readonly problems: readonly { readonly row: number; readonly code: string; readonly text: { readonly zh: string } }[]; readonly counts: { readonly added: number; readonly duplicates: number } | null }
interface Listed { readonly admissions: readonly { readonly admission_id: string; readonly name: string; readonly id_number: string; readonly state: string; readonly student_id: string | null }[] }
interface Refused { readonly type: string; readonly detail: string; readonly errors: readonly { readonly code: string; readonly text: { readonly zh: string } }[] }

beforeEach(() => {
  vi.spyOn(quota, 'approvedQuota').mockImplementation(() => Promise.resolve(new Map([['P14', { approved: 5, filed: true, matter_id: 1 }], ['P21', { approved: 5, filed: true, matter_id: 1 }]])));
});

onDatabase('embedded', 'admission over HTTP', (database) => {
  const served = serve(database, { sample: false, deps: { today: () => date('2025-09-10') } });
  const offices = openOffices(served);
  const own = (at: number, given: MadeCells = {}) => madeAdmission(at, { school_id: 'S1', programme_id: 'P14', ...given });

  async function preview(by: Person, rows: readonly MadeCells[]): Promise<Preview> {
    const form = new FormData();
    form.append('files', new File([`${Object.keys(rows[0] ?? {}).join(',')}\r\n${rows.map((row) => Object.values(row).join(',')).join('\r\n')}\r\n`], '录取.csv', { type: 'text/csv' }));
    const reply = await fetch(`${served.origin()}${routes.previewAdmissions.path}`, { method: 'POST', body: form, headers: { cookie: by.cookie() } });
    expect(reply.status).toBe(200);
    return (await reply.json()) as Preview;
  }
  const commit = (by: Person, upload_id: string, key: string) => by.ask<{ added: number }>('commitAdmissions', { json: { upload_id }, headers: { 'idempotency-key': key } });
  const listed = async (by: Person) => (await by.get<Listed>('listAdmissions', { query: { year: '2025' } })).admissions;

  test('a list is looked at, taken in once, and shown masked; a flawed one is told by cell and leaves nothing', async () => {
    const registrar = await offices.appointed('school_registrar', { org_id: 'S1' });
    const flawed = await preview(registrar, [own(1, { id_number: '330802200901150015', birth_date: '2009-01-15' }), own(2, { birth_date: '2010-02-30', id_number: '' }), own(3, { sex: '2' })]);
    expect([flawed.importable, flawed.problems.filter(({ code }) => code !== 'no_id').map(({ row, code }) => [row, code])]).toEqual([false, [[2, 'id_wrong'], [3, 'not_a_date'], [4, 'id_sex']]]);
    expect(JSON.stringify(flawed)).not.toContain('200901150015');
    expect(codeOfProblem(await commit(registrar, flawed.upload_id, 'a') as never)).toBe('data_errors');
    expect(await listed(registrar)).toEqual([]);
    const beyond = await preview(registrar, Array.from({ length: 6 }, (_, at) => own(at + 1)));
    expect(beyond.problems[0]?.text.zh).toContain('P14: 0 + 6 > 5（M8-c）');
    const sound = await preview(registrar, [own(1), own(2)]);
    expect([sound.importable, sound.counts?.added]).toEqual([true, 2]);
    expect(await listed(registrar)).toEqual([]);
    for (const _ of [1, 2]) expect((await commit(registrar, sound.upload_id, 'b')).body).toMatchObject({ added: 2 });
    expect((await listed(registrar)).map(({ id_number, state }) => [id_number, state])).toEqual([1, 2].map((at) => [`330802********${madeCitizenId('2010-03-04', at).slice(-4)}`, 'admitted']));
  });

  test('newcomers are registered by their own registrar, all or none; every refusal names the student, the reason and the clause', async () => {
    const [registrar, other] = [await offices.appointed('school_registrar', { org_id: 'S1' }), await offices.appointed('school_registrar', { org_id: 'S2' })];
    const newcomers = (await listed(registrar)).map(({ admission_id }) => ({ admission_id, class_id: '2025010401' }));
    const ask = (by: Person, given: object) => by.ask<Refused>('registerNewcomers', { json: { school_id: 'S1', on: '2025-09-01', newcomers, ...given } });
    expect((await ask(other, {})).body).toMatchObject({ type: 'urn:guantong:problem:admission_refused', detail: expect.stringContaining('R3-b') });
    const twice = await ask(registrar, { newcomers: [...newcomers, { ...newcomers[0], class_id: '2025010402' }] });
    expect([twice.status, twice.body.errors.map(({ code }) => code), twice.body.detail]).toEqual([422, ['in_two_classes'], '新生1（26000001）：同一名学生只能编入一个班（R3-b）。']);
    expect((await ask(registrar, { on: '2025-09-11' })).body.errors.map(({ code }) => code)).toEqual(['day_to_come']);
    expect((await listed(registrar)).every(({ student_id }) => student_id === null)).toBe(true);
    expect(await registrar.get('registerNewcomers', { json: { school_id: 'S1', on: '2025-09-02', newcomers }, headers: { 'idempotency-key': 'c' } })).toMatchObject({ registered: [{ student_id: '202501040101' }, { student_id: '202501040102' }] });
    expect(await registrar.get('registerNewcomers', { json: { school_id: 'S1', on: '2025-09-02', newcomers }, headers: { 'idempotency-key': 'c' } })).toMatchObject({ registered: [{ student_id: '202501040101' }, { student_id: '202501040102' }] });
    expect((await listed(registrar)).map(({ state, student_id }) => [state, student_id])).toEqual([['registered', '202501040101'], ['registered', '202501040102']]);
    const lists = await registrar.get<{ students: { student_id: string; list_no: string | null }[]; last_day: string }>('readStudentLists', { query: { year: '2025', school: 'S1' } });
    expect([lists.last_day, lists.students.filter(({ student_id }) => student_id.startsWith('20250104')).map(({ list_no }) => list_no)]).toEqual(['2025-12-05', [null, null]]);
  });

  test('a list that was submitted is downloaded as a workbook by those who seal it, and by nobody else', async () => {
    const [registrar, head, finance] = [await offices.appointed('school_registrar', { org_id: 'S1' }), await offices.appointed('school_head', { org_id: 'S1' }), await offices.appointed('school_finance', { org_id: 'S1' })];
    const matter = await registrar.get<{ matter_id: string; version: number }>('openMatter', { json: { kind: 'new_student_list', subject: 'S1', details: { year: 2025, college: 'H1' } } });
    const submitted = await registrar.ask<Refused>('stepMatter', { params: { matter_id: matter.matter_id }, json: { act: 'submit', version: matter.version } });
    expect([submitted.status, submitted.body.detail]).toEqual([422, expect.stringContaining('2 名学生的三方协议未签全')]);
    const on = '2025-09-05';
    for (const student_id of ['202501040101', '202501040102']) {
      const values = { student_id, signed_student_on: on, signed_guardian_on: on, signed_school_on: on, signed_college_on: on, places: 'S1;S1;S1;C1;C1', copies_issued: '3' };
      await registrar.get('addRecord', { params: { sheet: 'agreements' }, json: { values } });
    }
    await registrar.get('stepMatter', { params: { matter_id: matter.matter_id }, json: { act: 'submit', version: matter.version } });
    const download = (by: Person) => fetch(`${served.origin()}/api/student-lists/${matter.matter_id}/list.xlsx`, { headers: { cookie: by.cookie() } });
    const statuses: number[] = [];
    for (const by of [registrar, head, finance]) statuses.push((await download(by)).status);
    expect(statuses, JSON.stringify(served.log.slice(-1))).toEqual([200, 200, 404]);
    expect((await (await download(head)).arrayBuffer()).byteLength).toBeGreaterThan(2000);
  });
});
