import { beforeAll, expect, test } from 'vitest';
import { eachDatabase } from '../databases.ts';
import { MADE_CONTENTS } from '../../core/documents/made-contents.ts';
import { correctDocument, issueDocument, revokeDocument, type Issued } from '../../store/documents.ts';
import { readFile } from '../../store/files.ts';
import { programActor } from '../../store/program-actor.ts';
import { createRegion } from '../../store/regions.ts';
import type { Context } from '../../store/database.ts';
import { serve } from './served.ts';

const ABOUT = { object: 'campuses/C', thing: 'campus:C' };
const CONTENT = MADE_CONTENTS.campus_plate;

eachDatabase('the public page of documents', (database) => {
  const served = serve(database, { sample: false });
  let as: Context;
  beforeAll(async () => {
    const { region_id } = await createRegion(served.database(), { code: '330800', name: '衢州市', office_name: '衢州市职改办', counties: [], pack: 'quzhou-2024', sample: false });
    as = served.database().as(programActor(region_id));
  });
  const issue = (): Promise<Issued> => as.write((tx) => issueDocument(tx, 'campus_plate', CONTENT, ABOUT));
  const pdfOf = async ({ file_hash }: Issued): Promise<Uint8Array> => (await as.read((tx) => readFile(tx, file_hash)))?.bytes ?? new Uint8Array();
  const get = (path: string, headers = {}) => served.send(path, { anonymous: true, headers });
  const ask = async (code: string, bytes: Uint8Array | null): Promise<{ readonly status: number; readonly text: string }> => {
    const form = new FormData();
    form.append('code', code);
    if (bytes !== null) form.append('file', new File([new Uint8Array(bytes)], 'document.pdf'));
    const reply = await served.send('/verify?lang=zh', { method: 'POST', form, anonymous: true });
    return { status: reply.status, text: await reply.text() };
  };

  test('by its code tells number, kind, issuer, day and version, and nothing that the document says', async () => {
    const { code, number } = await issue();
    const reply = await get(`/verify/${code}`);
    const text = await reply.text();
    expect([reply.status, reply.headers.get('cache-control'), reply.headers.get('set-cookie')]).toEqual([200, 'public, max-age=60', null]);
    for (const told of ['● 有效', number, '校区挂牌准予书', '衢州市职改办', '2026-03-03']) expect(text).toContain(told);
    for (const kept of [CONTENT.campus, CONTENT.school, CONTENT.plate_text, 'guantong']) expect(text).not.toContain(kept);
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/);
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(await (await get(`/verify/${code}`, { 'accept-language': 'en-GB' })).text()).toContain('● Valid');
  });

  test('a code as people type it finds the document; one that is wrong in one place finds none', async () => {
    const { code } = await issue();
    expect((await ask(` ${code.toUpperCase().replaceAll('-', ' ')} `, null)).text).toContain('● 有效');
    const wrong = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
    const reply = await ask(wrong, null);
    expect([reply.status, reply.text.includes('没有这个查验码的文书')]).toEqual([404, true]);
    expect((await get('/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E')).status).toBe(404);
    expect(await (await get('/verify/%3Cscript%3E%22')).text()).toContain('value="&lt;script&gt;&quot;"');
  });

  test('a file is known by its bytes alone', async () => {
    const issued = await issue();
    const { text } = await ask('', await pdfOf(issued));
    expect(text).toContain('逐字节相同');
    expect(text).toContain(issued.number);
    expect((await ask('', null)).text).toContain('请输入查验码，或选择文件');
  });

  test('one flipped bit at the beginning, in a font, in the text, in the tags or at the end fails', async () => {
    const issued = await issue();
    const pdf = await pdfOf(issued);
    const places = [0, 7, ...['/FontFile2', '/StructTreeRoot', 'stream', 'xref', '%%EOF'].map((mark) => Buffer.from(pdf).indexOf(mark) + 3), pdf.length >> 1, pdf.length - 1];
    for (const place of places) {
      const touched = Uint8Array.from(pdf);
      touched[place] = (touched[place] ?? 0) ^ 1;
      expect((await ask(issued.code, touched)).text, `byte ${place}`).toContain('上传的文件与签发的不同');
    }
    expect((await ask('', Buffer.concat([pdf, Buffer.from('\n')]))).text).toContain('不是本系统签发的文书');
    expect((await ask('', pdf.subarray(0, -1))).text).toContain('不是本系统签发的文书');
    expect((await ask(issued.code, pdf)).text).toContain('逐字节相同');
  });

  test('a version that was replaced says so, and so does one that was revoked', async () => {
    const first = await issue();
    const corrected = await as.write((tx) => correctDocument(tx, first, CONTENT, '有误'));
    if (corrected.outcome !== 'done') throw new Error(corrected.outcome);
    expect((await ask(first.code, null)).text).toContain('▲ 已被更正版代替');
    expect((await ask(corrected.issued.code, null)).text).toContain('● 有效');
    await as.write((tx) => revokeDocument(tx, first.document_id, '停办'));
    expect((await ask(corrected.issued.code, null)).text).toContain('▲ 已废止');
    expect((await ask(first.code, null)).text).toContain('▲ 已废止');
  });

  test('whoever asks too often waits', async () => {
    const replies = await Promise.all(Array.from({ length: 70 }, () => get('/verify/0000-0000-0000-0000')));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
