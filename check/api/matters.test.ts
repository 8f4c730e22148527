import { expect, test } from 'vitest';
import { MADE_CONTENTS } from '../../core/documents/made-contents.ts';
import { issueDocument } from '../../store/documents.ts';
import { programActor } from '../../store/program-actor.ts';
import { listRegions } from '../../store/regions.ts';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { openOffices } from './offices.ts';
import { serve } from './served.ts';
import { codeOfProblem, type Visitor } from './visitor.ts';

interface Document { readonly document_id: string; readonly number: string; readonly matter_id: string | null; readonly mine_to_change: boolean; readonly standing: string }
interface View { readonly matter_id: string; readonly version: number; readonly state: string; readonly next: readonly { readonly act: string; readonly why: string | null }[]; readonly entries: readonly { readonly effects: readonly { readonly kind: string; readonly of: string; readonly id: string }[] }[] }

interface Campus { readonly verdicts: readonly { readonly standard: string; readonly required: { readonly value: string } | null }[] }

onDatabase('embedded', 'matters over HTTP', (database) => {
  const served = serve(database, { sample: false });
  const offices = openOffices(served);
  const change = (value: string) => ({ kind: 'parameter_change', subject: 'rooms.min_m2', details: { value, from: '2025-11-21' } });

  test('a change of a value is proposed by one, approved by another, and every verdict of its day goes by it', async () => {
    const [drafter, approver] = [offices.office(), await offices.appointed('city_bureau')];
    const drafted = await drafter.get<View>('openMatter', { json: change('16') });
    const params = { matter_id: drafted.matter_id };
    const step = (act: string, version: number, more: object = {}) => ({ params, json: { act, version, ...more } });
    expect(codeOfProblem(await drafter.ask('stepMatter', step('propose', 1)))).toBe('reason_missing');
    const proposed = await drafter.get<View>('stepMatter', step('propose', 1, { reason: '省里新标准' }));
    expect(proposed.next.map(({ act, why }) => [act, why])).toEqual([['approve', 'same_person'], ['return', 'same_person'], ['drop', null]]);
    expect(codeOfProblem(await drafter.ask('stepMatter', step('approve', 2)))).toBe('same_person');
    const impact = await approver.get<{ changes: readonly { standard: string }[] }>('readImpact', { query: { key: 'rooms.min_m2', value: '16', from: '2025-11-21' } });
    expect(new Set(impact.changes.map(({ standard }) => standard))).toEqual(new Set(['R1-b']));
    const value = async (on: string) => (await approver.get<{ parameters: readonly { key: string; value: string }[] }>('listParameters', { query: { on } })).parameters.find(({ key }) => key === 'rooms.min_m2')?.value;
    const required = async (on: string) => (await approver.get<Campus>('readCampus', { params: { campus_id: 'C1' }, query: { on } })).verdicts.find(({ standard }) => standard === 'R1-b')?.required?.value;
    expect([await required('2025-11-20'), await required('2025-11-21')]).toEqual(['15', '15']);
    expect([await value('2025-11-20'), await value('2025-11-21')]).toEqual(['15', '15']);
    expect(codeOfProblem(await approver.ask('stepMatter', step('approve', 1)))).toBe('changed_meanwhile');
    const key = { headers: { 'idempotency-key': 'once-and-for-all' } };
    const approved = await approver.get<View>('stepMatter', { ...step('approve', 2), ...key });
    expect(await approver.get<View>('stepMatter', { ...step('approve', 2), ...key })).toEqual(approved);
    expect([await value('2025-11-20'), await value('2025-11-21')]).toEqual(['15', '16']);
    expect([await required('2025-11-20'), await required('2025-11-21')]).toEqual(['15', '16']);
    expect(codeOfProblem(await approver.ask('stepMatter', step('return', 3, { reason: '晚了' })))).toBe('matter_closed');
    const issued = approved.entries.at(-1)?.effects.filter(({ kind }) => kind === 'document') ?? [];
    expect(issued).toMatchObject([{ of: '衢贯通参〔2025〕1号' }]);
    expect((await approver.get<{ documents: readonly unknown[] }>('listDocuments')).documents).toHaveLength(1);
    const one = { params: { document_id: issued[0]?.id ?? '' } };
    expect(await drafter.get<Document>('readDocument', one)).toMatchObject({ matter_id: drafted.matter_id, mine_to_change: true, standing: 'valid' });
    // Everybody may read what changed; the matter itself is the offices', and a college undoes no decision of theirs.
    const college = await offices.appointed('college_leadership', { org_id: 'H1' });
    expect(await college.get<Document>('readDocument', one)).toMatchObject({ matter_id: null, mine_to_change: false });
    expect(codeOfProblem(await college.ask('revokeDocument', { ...one, json: { reason: '我院另有意见' } }))).toBe('unknown_document');
  });

  test('a recognition of its campus is read by the college, which may issue documents of its own, and is not for it to revoke', async () => {
    const [head, college, office] = [await offices.appointed('school_head', { org_id: 'S4' }), await offices.appointed('college_leadership', { org_id: 'H1' }), offices.office()];
    const { matter_id } = await head.get<View>('openMatter', { json: { kind: 'campus_recognition', subject: 'C4' } });
    const [region] = await listRegions(served.database());
    const { document_id } = await served.database().as(programActor(region?.region_id ?? 0)).write(async (tx) => {
      const [row] = await tx.query<{ scopes: string[] }>('select scopes from matters where region_id = $1 and matter_id = $2', [tx.actor.region_id, matter_id]);
      return issueDocument(tx, 'campus_recognition', MADE_CONTENTS.campus_recognition, { object: `matters/${matter_id}`, thing: { labels: row?.scopes ?? [] } });
    });
    const one = { params: { document_id: String(document_id) } };
    expect(await college.get<Document>('readDocument', one)).toMatchObject({ mine_to_change: false });
    expect(codeOfProblem(await college.ask('correctDocument', { ...one, json: { version: 1, reason: '我院另有意见', content: MADE_CONTENTS.campus_recognition } }))).toBe('unknown_document');
    expect(codeOfProblem(await college.ask('revokeDocument', { ...one, json: { reason: '我院另有意见' } }))).toBe('unknown_document');
    expect(await office.get<Document>('revokeDocument', { ...one, json: { reason: '文书有误' } })).toMatchObject({ standing: 'revoked' });
  });

  test('a file at a matter is read by those of the matter, and is not there for others', async () => {
    const [head, other] = [await offices.appointed('school_head', { org_id: 'S5' }), await offices.appointed('school_head', { org_id: 'S2' })];
    const { matter_id } = await head.get<View>('openMatter', { json: { kind: 'campus_recognition', subject: 'C5' } });
    const attach = async (by: Visitor, about: string) => {
      const form = new FormData();
      form.append('file', new File([new Uint8Array(MADE_PDF)], '申请书.pdf', { type: 'application/pdf' }));
      form.append('about', about);
      return served.send('/api/files', { method: 'POST', form, anonymous: true, headers: { cookie: by.cookie() } });
    };
    const reply = await attach(head, `matters/${matter_id}`);
    expect(reply.status).toBe(201);
    const { attachment_id } = (await reply.json()) as { attachment_id: string };
    const read = async (by: Visitor): Promise<number> => (await served.send(`/api/files/${attachment_id}/content`, { anonymous: true, headers: { cookie: by.cookie() } })).status;
    const listed = async (by: Visitor): Promise<number> => (await by.get<{ files: readonly unknown[] }>('listAttachments', { query: { about: `matters/${matter_id}` } })).files.length;
    const college = await offices.appointed('college_programme', { org_id: 'H1' });
    const academic = await offices.appointed('college_academic', { org_id: 'H1' });
    for (const one of [head, college, offices.office()]) expect([await read(one), await listed(one)]).toEqual([200, 1]);
    for (const one of [other, academic]) expect([await read(one), await listed(one), (await attach(one, `matters/${matter_id}`)).status]).toEqual([404, 0, 404]);
  });
});
