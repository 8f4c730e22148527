import { expect, test } from 'vitest';
import { eachDatabase } from '../databases.ts';
import { MADE_PDF, MADE_PNG } from '../../workbook/made-attachments.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, type Visitor } from './visitor.ts';

interface Document {
  readonly document_id: string;
  readonly number: string;
  readonly version: number;
  readonly standing: string;
  readonly title: string;
  readonly content: { readonly campus_id: string; readonly verdicts: readonly unknown[]; readonly filled_by: string };
  readonly editions: readonly { readonly version: number; readonly standing: string; readonly reason: string; readonly code: string }[];
  readonly mine_to_change: boolean;
}

eachDatabase('documents over HTTP', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const issue = (by: Visitor) => by.get<Document>('issueConditions', { json: { kind: 'conditions_report', campus_id: 'C1', on: '2025-10-31', filled_by: '张三' } });
  const send = (by: Visitor, form: FormData) => served.send('/api/files', { method: 'POST', form, anonymous: true, headers: { cookie: by.cookie() } });
  const formOf = (name: string, bytes: Uint8Array, about: string): FormData => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(bytes)], name, { type: 'image/png' }));
    form.append('about', about);
    return form;
  };

  test('M4-a: the report on a campus gets a number, and says what the campus is judged to be', async () => {
    const office = offices.office();
    const first = await issue(office);
    expect(first).toMatchObject({ number: '衢贯通达〔2025〕1号', version: 1, standing: 'valid', title: '高职校区办学条件达标表', mine_to_change: true });
    expect(first.content).toMatchObject({ campus_id: 'C1', filled_by: '张三' });
    const campus = await office.get<{ verdicts: unknown[] }>('readCampus', { params: { campus_id: 'C1' }, query: { on: '2025-10-31' } });
    expect(first.content.verdicts).toHaveLength(campus.verdicts.length);
    const reply = await served.send(`/api/documents/${first.document_id}/versions/1/file`, { anonymous: true, headers: { cookie: office.cookie() } });
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff']);
    expect(reply.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent(`${first.number}.pdf`)}`);
    expect(Buffer.from(await reply.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('a correction keeps the number and names its reason; who looked at an earlier version is told so', async () => {
    const office = offices.office();
    const { document_id, number } = await issue(office);
    const corrected = await office.get<Document>('correctDocument', { params: { document_id }, json: { version: 1, reason: '填表人有误' } });
    expect(corrected).toMatchObject({ number, version: 2, standing: 'valid' });
    expect(corrected.editions.map(({ version, standing, reason }) => [version, standing, reason])).toEqual([[2, 'valid', '填表人有误'], [1, 'replaced', '']]);
    const late = await office.ask('correctDocument', { params: { document_id }, json: { version: 1, reason: '又一次' } });
    expect([late.status, codeOfProblem(late)]).toEqual([409, 'changed_meanwhile']);
    const empty = await office.ask('correctDocument', { params: { document_id }, json: { version: 2, reason: '又一次', content: { ...corrected.content, campus: '' } } });
    expect([empty.status, codeOfProblem(empty)]).toEqual([400, 'bad_request']);
  });

  test('characters that no font has are named, and no number is taken', async () => {
    const office = offices.office();
    const numberOf = ({ number }: Document) => Number(/〕(\d+)号/.exec(number)?.[1]);
    const before = numberOf(await issue(office));
    const refused = await office.ask('issueConditions', { json: { kind: 'conditions_report', campus_id: 'C1', on: '2025-10-31', filled_by: '张三👍' } });
    expect([refused.status, codeOfProblem(refused), JSON.stringify(refused)]).toEqual([422, 'unprintable', expect.stringContaining('👍')]);
    expect(numberOf(await issue(office))).toBe(before + 1);
  });

  test('what is revoked says so, once and for good', async () => {
    const office = offices.office();
    const { document_id } = await issue(office);
    const revoked = await office.get<Document>('revokeDocument', { params: { document_id }, json: { reason: '校区停办' } });
    expect(revoked).toMatchObject({ standing: 'revoked', editions: [{ version: 1, standing: 'revoked' }] });
    expect(codeOfProblem(await office.ask('revokeDocument', { params: { document_id }, json: { reason: '再一次' } }))).toBe('revoked_already');
    expect(codeOfProblem(await office.ask('correctDocument', { params: { document_id }, json: { version: 1, reason: '再一次' } }))).toBe('revoked_already');
  });

  test('the same request again gives the same document, not another number', async () => {
    const office = offices.office();
    const asked = { json: { kind: 'conditions_report', campus_id: 'C1', on: '2025-10-31' }, headers: { 'idempotency-key': 'report-1' } };
    const [one, again] = [await office.get<Document>('issueConditions', asked), await office.get<Document>('issueConditions', asked)];
    expect(again.document_id).toBe(one.document_id);
  });

  test('no number is missing and none is there twice', async () => {
    const { series } = await offices.office().get<{ series: { series: string; last_number: number; documents: number; gaps: number[]; beyond: boolean }[] }>('listNumberSeries');
    expect(series.map(({ gaps, beyond, last_number, documents }) => [gaps, beyond, last_number - documents])).toEqual([[[], false, 0]]);
  });

  test('a school reads what is about its campus, and neither issues nor revokes', async () => {
    const { document_id } = await issue(offices.office());
    const [own, other] = [await offices.appointed('school_head', { org_id: 'S1' }), await offices.appointed('school_head', { org_id: 'S2' })];
    expect(await own.get<Document>('readDocument', { params: { document_id } })).toMatchObject({ mine_to_change: false });
    expect((await own.ask('revokeDocument', { params: { document_id }, json: { reason: '我校认为有误' } })).status).toBe(403);
    expect(codeOfProblem(await other.ask('readDocument', { params: { document_id } }))).toBe('unknown_document');
  });

  test('a file is kept by what it is, given back to be saved, and hangs where its school may see it', async () => {
    const own = await offices.appointed('school_head', { org_id: 'S1' });
    const reply = await send(own, formOf('../../校门.png', MADE_PNG, 'campuses/C1'));
    const kept = (await reply.json()) as { attachment_id: string; file: string; type: string; hash: string };
    expect([reply.status, kept.file, kept.type]).toEqual([201, '校门.png', 'image/png']);
    const file = await served.send(`/api/files/${kept.attachment_id}/content`, { anonymous: true, headers: { cookie: own.cookie() } });
    // A photo is shown by pages; everything is saved when it is opened, and whatever else it is has a type that no browser runs.
    expect([file.headers.get('content-type'), file.headers.get('content-disposition')?.startsWith('attachment;'), file.headers.get('x-content-type-options')]).toEqual(['image/png', true, 'nosniff']);
    const paper = (await (await send(own, formOf('证明.pdf', MADE_PDF, 'campuses/C1'))).json()) as { attachment_id: string };
    expect((await served.send(`/api/files/${paper.attachment_id}/content`, { anonymous: true, headers: { cookie: own.cookie() } })).headers.get('content-type')).toBe('application/octet-stream');
    expect(Buffer.from(await file.arrayBuffer()).equals(MADE_PNG)).toBe(true);
    const other = await offices.appointed('school_head', { org_id: 'S2' });
    expect((await served.send(`/api/files/${kept.attachment_id}/content`, { anonymous: true, headers: { cookie: other.cookie() } })).status).toBe(404);
    const again = (await (await send(other, formOf('same.png', MADE_PNG, 'campuses/C2'))).json()) as { hash: string };
    expect(again.hash).toBe(kept.hash);
    const ended = await own.get<{ ended_at: string | null }>('endAttachment', { params: { attachment_id: kept.attachment_id } });
    expect(ended.ended_at).not.toBeNull();
    expect(codeOfProblem(await own.ask('endAttachment', { params: { attachment_id: kept.attachment_id } }))).toBe('already_ended');
  });

  test('what is not what it says, and what hangs nowhere, is refused with words', async () => {
    const own = await offices.appointed('school_head', { org_id: 'S1' });
    const refused = async (form: FormData) => ((await (await send(own, form)).json()) as { type: string; detail: string });
    expect(await refused(formOf('a.png', MADE_PDF, 'campuses/C1'))).toMatchObject({ type: 'urn:guantong:problem:file_refused', detail: '文件内容与扩展名不符，没有保存。改扩展名不能改变格式，请从原软件另存后再传。' });
    expect(await refused(formOf('a.png', Buffer.alloc(0), 'campuses/C1'))).toMatchObject({ detail: '文件是空的，没有保存。' });
    for (const about of ['campuses/C2', 'campuses/none', 'nothing', 'constructor/1', 'documents/1x']) {
      expect(await refused(formOf('a.png', MADE_PNG, about)), about).toMatchObject({ type: 'urn:guantong:problem:unknown_object' });
    }
  });
});
