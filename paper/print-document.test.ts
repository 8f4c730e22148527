import { describe, expect, test } from 'vitest';
import { DOCUMENT_KIND_IDS, kindNamed, sheetOf } from '../core/documents/kinds.ts';
import { MADE_CONTENTS, otherwise } from '../core/documents/made-contents.ts';
import { pdfText, UNSEEN } from './made-pdf-text.ts';
import { printDocument, type Frame } from './print-document.ts';
import { qrSvg } from './qr-svg.ts';

const FRAME: Frame = {
  issuer: '衢州市职业教育改革发展工作领导小组办公室', number: '衢贯通认〔2026〕12号', version: 1, code: 'k7qm-2xdr-9abc-defg', verify_page: 'https://made.example/verify',
  replaces: null, sample: false, issued_at: '2026-03-02T02:00:00Z',
};
const textOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

describe('a document on paper', () => {
  test.each(DOCUMENT_KIND_IDS)('%s is a tagged PDF/UA with its language, its title and its fonts inside', (kind) => {
    const pdf = textOf(printDocument(sheetOf(kind, MADE_CONTENTS[kind]), FRAME));
    for (const mark of ['%PDF-1.7', '/StructTreeRoot', '/Lang', '<pdfuaid:part>1</pdfuaid:part>', '/FontFile2', '%%EOF']) expect(pdf).toContain(mark);
    expect(pdf).not.toMatch(/\/JavaScript|\/Launch|\/OpenAction/);
  });

  test.each(DOCUMENT_KIND_IDS)('%s says on paper all that its sheet says', (kind) => {
    const sheet = sheetOf(kind, MADE_CONTENTS[kind]);
    const text = pdfText(printDocument(sheet, { ...FRAME, wide: kindNamed(kind).wide ?? false }));
    // Where nothing reads a PDF, its making was looked at above.
    if (text === null) return;
    const said = [sheet.title, ...sheet.blocks.flatMap((block) => (block.kind === 'table' ? [block.caption, ...block.columns.map(({ heading }) => heading), ...block.rows.flat()] : block.kind === 'facts' ? block.rows.flat() : [block.text]))];
    expect(said.filter((part) => !text.includes(part.replaceAll(UNSEEN, '')))).toEqual([]);
  });

  test('the same content under the same number is the same file; another number is another', () => {
    const sheet = sheetOf('campus_plate', MADE_CONTENTS.campus_plate);
    const pdf = printDocument(sheet, FRAME);
    expect(Buffer.from(printDocument(sheet, FRAME)).equals(pdf)).toBe(true);
    expect(Buffer.from(printDocument(sheet, { ...FRAME, number: '衢贯通认〔2026〕13号' })).equals(pdf)).toBe(false);
  });

  test('what looks like markup is text, and a name of any length is printed', () => {
    const content = otherwise('campus_plate', { campus: '#strong[x] $1$ \\ `raw` *b* _i_ <label> @ref // 注', plate_text: '牌'.repeat(300), recognition_number: '𠮷㐂龘' });
    expect(textOf(printDocument(sheetOf('campus_plate', content), { ...FRAME, issuer: '办'.repeat(80) }))).toContain('%%EOF');
  });

  test('a table of 300 lines runs over many pages', () => {
    const [line] = MADE_CONTENTS.campus_recognition.conditions;
    const conditions = Array.from({ length: 300 }, () => line);
    const pdf = printDocument(sheetOf('campus_recognition', otherwise('campus_recognition', { conditions })), { ...FRAME, replaces: { version: 1, reason: '录入有误' }, version: 2, sample: true });
    expect(pdf.length).toBeGreaterThan(printDocument(sheetOf('campus_recognition', MADE_CONTENTS.campus_recognition), FRAME).length);
  });

  test('a QR code is square, dark on white, with a quiet zone of four', () => {
    const svg = qrSvg('https://made.example/verify/k7qm-2xdr-9abc-defg');
    expect(svg).toMatch(/^<svg [^>]*viewBox="-4 -4 (\d+) \1"/);
    expect(svg).not.toContain('NaN');
  });
});
