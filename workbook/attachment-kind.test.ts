import { describe, expect, test } from 'vitest';
import { attachmentKind, ATTACHMENT_REFUSALS, MOST_ATTACHMENT_BYTES } from './attachment-kind.ts';
import { MADE_JPEG, MADE_PDF, MADE_PNG, madePackage } from './made-attachments.ts';
import { makeZip } from './made-files.ts';

const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const DOCX = madePackage('word/document.xml');

describe('a file to be attached', () => {
  test.each([
    ['scan.pdf', MADE_PDF, 'pdf'], ['SCAN.PDF', MADE_PDF, 'pdf'], ['plate.png', MADE_PNG, 'png'], ['photo.jpg', MADE_JPEG, 'jpeg'], ['photo.jpeg', MADE_JPEG, 'jpeg'],
    ['minutes.docx', DOCX, 'docx'], ['list.xlsx', madePackage('xl/workbook.xml'), 'xlsx'], ['notice.ofd', madePackage('OFD.xml'), 'ofd'],
  ])('%s is what it says it is', async (name, bytes, kind) => {
    expect(await attachmentKind(name, bytes)).toBe(kind);
  });

  test.each([
    ['nothing in it', 'a.pdf', Buffer.alloc(0), 'empty'],
    ['a page under the name of a picture', 'a.png', HTML, 'other_than_named'],
    ['a page', 'a.html', HTML, 'unknown_type'],
    ['a drawing with a script', 'a.svg', SVG, 'unknown_type'],
    ['a drawing with a script under the name of a picture', 'a.png', SVG, 'other_than_named'],
    ['a program', 'a.exe', Buffer.from('MZ'), 'unknown_type'],
    ['no extension', 'pdf', MADE_PDF, 'unknown_type'],
    ['an extension that objects have by nature', 'a.constructor', MADE_PDF, 'unknown_type'],
    ['a picture under the name of a document', 'a.pdf', MADE_PNG, 'other_than_named'],
    ['a document under the name of a workbook', 'a.xlsx', DOCX, 'other_than_named'],
    ['an archive that is no document', 'a.docx', makeZip([{ name: 'a.exe', content: 'MZ' }]), 'other_than_named'],
    ['a picture with an archive behind it', 'a.png', Buffer.concat([MADE_PNG, DOCX]), 'something_behind'],
    ['a photograph with a page behind it', 'a.jpg', Buffer.concat([MADE_JPEG, HTML]), 'something_behind'],
    ['a document with an archive behind it', 'a.pdf', Buffer.concat([MADE_PDF, DOCX]), 'something_behind'],
    ['a page before a document', 'a.pdf', Buffer.concat([HTML, MADE_PDF]), 'other_than_named'],
    ['a picture cut off', 'a.png', MADE_PNG.subarray(0, -1), 'cut_off'],
    ['a photograph cut off', 'a.jpg', MADE_JPEG.subarray(0, -1), 'cut_off'],
    ['a document cut off', 'a.pdf', MADE_PDF.subarray(0, -8), 'cut_off'],
    ['an archive cut off', 'a.docx', DOCX.subarray(0, -30), 'cut_off'],
    ['macros', 'a.xlsx', makeZip([{ name: 'xl/workbook.xml', content: '<x/>' }, { name: 'xl/vbaProject.bin', content: 'x' }]), 'macros'],
    ['a password', 'a.docx', makeZip([{ name: 'word/document.xml', content: '<x/>', flags: 1 }]), 'encrypted'],
    ['two parts of one name', 'a.docx', makeZip([{ name: 'word/document.xml', content: '<x/>' }, { name: 'word/document.xml', content: '<y/>' }]), 'damaged'],
  ])('%s is refused', async (_, name, bytes, refused) => {
    expect(await attachmentKind(name, bytes)).toEqual({ refused });
  });

  test('a bomb is refused by its directory alone', async () => {
    expect(await attachmentKind('a.docx', makeZip([{ name: 'word/document.xml', content: Buffer.alloc(80_000_000) }]))).toEqual({ refused: 'too_large' });
  });

  test('20 MiB are taken, one byte more is not', async () => {
    const padded = (long: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.4\n%'), Buffer.alloc(long - 16, 97), Buffer.from('\n%%EOF')]);
    expect(padded(MOST_ATTACHMENT_BYTES).length).toBe(MOST_ATTACHMENT_BYTES);
    expect(await attachmentKind('a.pdf', padded(MOST_ATTACHMENT_BYTES))).toBe('pdf');
    expect(await attachmentKind('a.pdf', padded(MOST_ATTACHMENT_BYTES + 1))).toEqual({ refused: 'too_large' });
  });

  test('every refusal has words in both languages', () => {
    expect(Object.values(ATTACHMENT_REFUSALS).filter(({ zh, en }) => !zh.endsWith('。') || !en.endsWith('.'))).toEqual([]);
  });
});
