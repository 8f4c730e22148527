import { expect, test } from 'vitest';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { openOffices, type Person } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, type Problem } from './visitor.ts';

interface Entry { readonly student_id: string; readonly name: string; readonly status: string; readonly campus_id: string | null }
interface Page { readonly entries: readonly Entry[]; readonly total: number; readonly next: { readonly name: string; readonly student_id: string } | null }
interface Roll {
  readonly row: string; readonly stage: string; readonly grade: number; readonly status: string; readonly rows: readonly { readonly change_id: string | null; readonly status: string; readonly to: string | null }[];
  readonly changes: readonly { readonly change_id: string; readonly change: string; readonly approved_by: string | null }[]; readonly undo: { readonly change_id: string; readonly approval: boolean } | null;
  readonly next: readonly { readonly name: string; readonly approval: boolean; readonly why: { readonly zh: string } | null }[]; readonly open_matter: { readonly matter_id: string } | null;
}
interface Matter { readonly matter_id: string; readonly version: number; readonly state: string; readonly name: string | null }
interface List { readonly digest: string; readonly goes: number; readonly stays: number; readonly entries: readonly { readonly why: string | null }[]; readonly may_propose: boolean; readonly open_matter: string | null }
interface Said extends Problem { readonly detail: string }

onDatabase('embedded', 'the roll over HTTP', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);

  async function attached(who: Person, student_id: string, purpose: string): Promise<string> {
    const form = new FormData();
    form.set('file', new File([MADE_PDF], `${purpose}.pdf`, { type: 'application/pdf' }));
    form.set('about', `students/${student_id}`);
    form.set('purpose', purpose);
    const reply = await fetch(`${served.origin()}/api/files`, { method: 'POST', headers: { cookie: who.cookie() }, body: form });
    expect(reply.status).toBe(201);
    return ((await reply.json()) as { attachment_id: string }).attachment_id;
  }
  const draft = (name: string, { row }: Roll, more: object = {}) => ({ name, on: '2025-11-10', reason: '本人申请', ground: 'other', papers: [], row, ...more });

  test('the school changes the roll of the secondary stage, the college that of the higher, each approved by another person (R3-b, R3-c)', async () => {
    const [registrar, head, college] = [await offices.appointed('school_registrar', { org_id: 'S1' }), await offices.appointed('school_head', { org_id: 'S1' }), await offices.appointed('college_roll', { org_id: 'H1' })];
    const { entries } = await registrar.get<Page>('listRoll', { query: { stage: 'secondary', grade: '2', status: 'enrolled' } });
    const params = { student_id: entries[0]?.student_id ?? '' };
    const read = (who: Person) => who.get<Roll>('readRoll', { params });
    const before = await read(registrar);
    expect(before.rows.every(({ change_id }) => change_id === null)).toBe(true);
    expect(before.next.find(({ name }) => name === 'suspend')).toMatchObject({ approval: true, why: null });
    expect((await read(college)).next.map(({ name }) => name)).toEqual(['step_up']);
    const refusedFor = async (who: Person, json: object): Promise<string> => {
      const { body } = await who.ask<Said>('enterRollChange', { params, json });
      return `${body.type.replace('urn:guantong:problem:', '')} ${/依据 ([\w-]+)/.exec(body.detail)?.[1] ?? ''}`;
    };
    expect(await refusedFor(college, draft('change_class', before, { class_id: '2班' }))).toBe('roll_refused R3-b');
    expect(await refusedFor(registrar, draft('suspend', before))).toBe('roll_refused R3-a');
    expect(await refusedFor(registrar, draft('change_class', before))).toBe('roll_refused R3-a');

    const key = { headers: { 'idempotency-key': 'one-change' } };
    const json = draft('change_class', before, { class_id: '2班' });
    const moved = await registrar.get<Roll>('enterRollChange', { params, json, ...key });
    expect(await registrar.get<Roll>('enterRollChange', { params, json, ...key })).toEqual(moved);
    expect(moved.rows.at(-1)).toMatchObject({ class_id: '2班', change_id: moved.changes[0]?.change_id });
    expect(codeOfProblem(await registrar.ask('enterRollChange', { params, json }))).toBe('changed_meanwhile');
    expect(codeOfProblem(await college.ask('undoRollChange', { params: { ...params, change_id: moved.undo?.change_id ?? '' }, json: { reason: '误录' } }))).toBe('not_your_step');
    const undone = await registrar.get<Roll>('undoRollChange', { params: { ...params, change_id: moved.undo?.change_id ?? '' }, json: { reason: '误录' } });
    expect([undone.changes.map(({ change }) => change), undone.rows.length]).toEqual([['change_class', 'undo'], before.rows.length]);

    const papers = [{ paper: 'application', attachment_id: await attached(registrar, params.student_id, 'application') }];
    const asked = { kind: 'roll_change', subject: params.student_id, details: { change: draft('suspend', undone, { papers, ground: 'illness' }) } };
    expect(codeOfProblem(await registrar.ask('openMatter', { json: { ...asked, details: { change: draft('suspend', undone) } } }))).toBe('roll_refused');
    const matter = await registrar.get<Matter>('openMatter', { json: asked });
    const second = await registrar.ask('openMatter', { json: asked });
    expect(codeOfProblem(second)).toBe('matter_open_already');
    expect(second.body).toMatchObject({ detail: expect.stringMatching(/“.+”正在办理.+依据 R3-a/), detail_en: expect.stringContaining('Clause R3-a') });
    expect((await read(registrar)).open_matter?.matter_id).toBe(matter.matter_id);
    // The head reads no students, and is told whom the matter is about; the office reads neither.
    expect((await head.get<Matter>('readMatter', { params: { matter_id: matter.matter_id } })).name).toBe(entries[0]?.name);
    expect(codeOfProblem(await offices.office().ask('readMatter', { params: { matter_id: matter.matter_id } }))).toBe('unknown_matter');
    const files = (who: Person) => who.get<{ files: readonly unknown[] }>('listAttachments', { query: { about: `students/${params.student_id}` } });
    expect([(await files(head)).files.length, (await files(offices.office())).files.length]).toEqual([1, 0]);
    expect(codeOfProblem(await registrar.ask('stepMatter', { params: { matter_id: matter.matter_id }, json: { act: 'approve', version: 1 } }))).toBe('not_your_step');
    await head.get<Matter>('stepMatter', { params: { matter_id: matter.matter_id }, json: { act: 'approve', version: 1 } });
    const after = await read(registrar);
    expect(after).toMatchObject({ status: 'suspended', undo: { approval: true }, open_matter: null });
    expect(codeOfProblem(await registrar.ask('undoRollChange', { params: { ...params, change_id: after.undo?.change_id ?? '' }, json: { reason: '误录' } }))).toBe('undo_needs_approval');
  });

  test('the yearly advance: looked at, proposed, approved by another person; others are told of no list', async () => {
    const [registrar, head, other] = [await offices.appointed('school_registrar', { org_id: 'S2' }), await offices.appointed('school_head', { org_id: 'S2' }), await offices.appointed('school_registrar', { org_id: 'S3' })];
    const asked = { params: { kind: 'advance' }, query: { keeper: 'S2' } };
    const list = await registrar.get<List>('readRollList', asked);
    // The sample’s rows of this autumn are reported already.
    expect(list.goes).toBe(0);
    expect(new Set(list.entries.map(({ why }) => why))).toContain('begins_now');
    expect(list.may_propose).toBe(false);
    expect(codeOfProblem(await other.ask('readRollList', asked))).toBe('unknown_entry');
    expect((await head.get<List>('readRollList', asked)).digest).toBe(list.digest);
    expect(codeOfProblem(await registrar.ask('openMatter', { json: { kind: 'yearly_advance', subject: 'S2', details: { year: 2025, list: list.digest } } }))).toBe('nobody_goes');
  });

  test('no gap, no overlap: everybody in reach has one keeper, but for those whom it names', async () => {
    const college = await offices.appointed('college_roll', { org_id: 'H1' });
    const proof = await college.get<{ students: number; faulty: number; kept: { school: number; college: number }; left: number; faults: readonly { kind: string; to: string; keepers: readonly string[] }[] }>('readCustody', { query: { on: '2025-10-31' } });
    // Rows of the sample that ended without a word of where the student went.
    expect(proof.faulty).toBe(16);
    expect(proof.faults.every(({ kind, keepers, to }) => kind === 'gap' && keepers.join() !== '' && to === '2025-10-31')).toBe(true);
    expect(proof.kept.school + proof.kept.college + proof.left + proof.faulty).toBe(proof.students);
  });
});
