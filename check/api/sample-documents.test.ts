import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { serve } from './served.ts';

interface Effect { readonly kind: string; readonly of: string; readonly id: string }
interface Matter { readonly state: string; readonly entries: readonly { readonly act: string; readonly effects: readonly Effect[] }[] }
interface Document { readonly number: string; readonly standing: string; readonly about: string; readonly matter_id: string | null; readonly editions: readonly { readonly code: string }[] }

onDatabase('embedded', 'the documents of the sample', (database) => {
  const served = serve(database, { sample: true });

  test('the sheet of its spring round is opened from the list, names its matter, and anybody finds it genuine', async () => {
    const { documents } = await served.answer<{ documents: readonly { document_id: string; number: string }[] }>('listDocuments', '/api/documents');
    expect(documents.map(({ number }) => number).toSorted()).toEqual(['衢贯通毕〔2025〕1号', '衢贯通改〔2025〕1号', '衢贯通改〔2025〕2号', '衢贯通督〔2025〕1号', '衢贯通督〔2025〕2号', '衢贯通册〔2025〕1号', '衢贯通审〔2025〕1号', '衢贯通报〔2025〕1号', '衢贯通测〔2025〕1号', '衢贯通计〔2025〕1号', '衢贯通培〔2024〕1号', '衢贯通培〔2025〕1号'].toSorted());
    const document_id = documents.find(({ number }) => number.startsWith('衢贯通报'))?.document_id ?? '';
    const { number, standing, about, matter_id, editions } = await served.answer<Document>('readDocument', `/api/documents/${document_id}`);
    expect({ number, standing, about }).toEqual({ number: '衢贯通报〔2025〕1号', standing: 'valid', about: `matters/${matter_id}` });
    const { state, entries } = await served.answer<Matter>('readMatter', `/api/matters/${matter_id}`);
    expect(state).toBe('signed');
    expect(entries.find(({ act }) => act === 'freeze')?.effects).toContainEqual({ kind: 'document', of: number, id: document_id });
    const page = await (await served.send(`/verify/${editions[0]?.code}`, { anonymous: true, headers: { 'accept-language': 'zh-CN' } })).text();
    expect(page).toContain('● 有效');
    expect(page).toContain(number);
    const file = await served.send(`/api/documents/${document_id}/versions/1/file`);
    expect(Buffer.from(await file.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
