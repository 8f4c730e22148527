import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCompoundFile, makeWorkbook, makeZip, sheetXml, textCell, workbookParts } from './made-files.ts';
import type { MadeWorkbook } from './made-files.ts';
import type { RefusalCode } from './refusal.ts';

interface Measured {
  readonly refused: RefusalCode | null;
  readonly detail: string | null;
  readonly problems: number;
  readonly rows: number;
  readonly ms: number;
  readonly addedMib: number;
}

const MOST_MS = 1_000;
const MOST_MIB = 100;
const CHILD = fileURLToPath(new URL('./measure-reading.ts', import.meta.url));

let folder = '';
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'guantong-hostile-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, bytes: Uint8Array | string): Promise<Measured> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, path]);
  return JSON.parse(stdout) as Measured;
}

async function expectRefused(code: RefusalCode, name: string, bytes: Uint8Array | string): Promise<void> {
  const measured = await read(name, bytes);
  expect(measured).toMatchObject({ refused: code });
  expect(measured.ms).toBeLessThan(MOST_MS);
  expect(measured.addedMib).toBeLessThan(MOST_MIB);
}

const HEADING = ['room_id', 'campus_id', 'use', 'area_m2', 'from'].map((key, i) => textCell(`${'ABCDE'[i]}1`, key)).join('');
const rooms = (rows: string, more: Omit<MadeWorkbook, 'sheets'> = {}): MadeWorkbook => ({ sheets: { rooms: `<row r="1">${HEADING}</row>${rows}` }, ...more });
const plain = rooms(`<row r="2">${textCell('A2', 'R1')}${textCell('B2', 'C1')}${textCell('C2', 'teaching')}<c r="D2"><v>60</v></c>${textCell('E2', '2025-09-01')}</row>`);

test('the plain workbook that the hostile ones are made from is read', async () => {
  expect(await read('plain.xlsx', makeWorkbook(plain))).toMatchObject({ refused: null, problems: 0, rows: 1 });
});

test('zip bomb: 300 MB of blanks in one sheet', () =>
  expectRefused('too_large', 'bomb.xlsx', makeWorkbook({ sheets: { rooms: `<?xml version="1.0"?><worksheet><sheetData>${' '.repeat(300_000_000)}</sheetData></worksheet>` } })));

test('zip bomb beside a picture that does not shrink', () => {
  const picture = createHash('shake256', { outputLength: 3_000_000 }).update('picture').digest();
  const bomb = `<?xml version="1.0"?><worksheet><sheetData>${'<!--x-->'.repeat(40_000_000)}</sheetData></worksheet>`;
  return expectRefused('too_large', 'beside.xlsx', makeWorkbook({ sheets: { rooms: bomb }, parts: [{ name: 'xl/media/image1.png', content: picture }] }));
});

test('zip bomb that declares a small size', () => {
  const parts = workbookParts({ sheets: { rooms: `<?xml version="1.0"?><worksheet><sheetData>${'<!--x-->'.repeat(20_000_000)}</sheetData></worksheet>` } });
  return expectRefused('too_large', 'liar.xlsx', makeZip(parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claimedSize: 5_000 } : part))));
});

test('zip bomb in many parts, each small enough', () =>
  expectRefused('too_large', 'many.xlsx', makeWorkbook({ ...plain, parts: Array.from({ length: 4 }, (_, i) => ({ name: `xl/extra${i}.xml`, content: ' '.repeat(30_000_000) })) })));

test('zip bomb in the shared strings', () =>
  expectRefused('too_large', 'strings.xlsx', makeWorkbook({ ...plain, sharedStrings: `<si><t>${'x'.repeat(200_000_000)}</t></si>` })));

test('zip bomb just under the size that is read: one endless text', () =>
  expectRefused('too_large', 'text.xlsx', makeWorkbook({ ...plain, sharedStrings: `<si><t>${'x'.repeat(60_000_000)}</t></si>` })));

test('eleven thousand parts', () =>
  expectRefused('too_large', 'parts.xlsx', makeWorkbook({ ...plain, parts: Array.from({ length: 11_000 }, (_, i) => ({ name: `xl/media/${i}`, content: '' })) })));

test('one long text named by a million cells', () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => `<row>${'<c t="s"><v>0</v></c>'.repeat(25)}</row>`.replace('<row>', `<row r="${i + 2}">`)).join('');
  return expectRefused('too_large', 'named.xlsx', makeWorkbook(rooms(rows, { sharedStrings: `<si><t>${'长'.repeat(30_000)}</t></si>` })));
});

test.each([
  ['a value in the last cell of the sheet', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
  ['a value far to the right and far down', '<row r="900000"><c r="ZZ900000"><v>1</v></c></row>'],
  ['a row beyond the last', '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
  ['a row with an enormous number', '<row r="99999999999"><c r="A2"><v>1</v></c></row>'],
  ['a column beyond the last', '<row r="2"><c r="XFE2"><v>1</v></c></row>'],
  ['a column with an endless name', `<row r="2"><c r="${'A'.repeat(5_000)}2"><v>1</v></c></row>`],
])('sparse cell bomb: %s', (_, rows) => expectRefused('too_large', 'sparse.xlsx', makeWorkbook(rooms(rows))));

test('a merged range over the whole sheet', () => {
  const part = sheetXml(`<row r="1">${HEADING}</row>`).replace('</worksheet>', '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>');
  return expectRefused('too_large', 'merged.xlsx', makeWorkbook({ sheets: { rooms: part } }));
});

const LAUGHS = `<!DOCTYPE sst [<!ENTITY a "ha">${'bcdefghij'.split('').map((letter, i) => `<!ENTITY ${letter} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;
test.each<[string, MadeWorkbook]>([
  ['entities that expand without end', { ...plain, parts: [{ name: 'xl/sharedStrings.xml', content: `<?xml version="1.0"?>${LAUGHS}<sst><si><t>&j;</t></si></sst>` }] }],
  ['an external entity in a sheet', { sheets: { rooms: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>' } }],
  ['a document type in the workbook part', { ...plain, parts: [{ name: 'xl/workbook.xml', content: '<!DOCTYPE workbook SYSTEM "http://example.invalid/x.dtd"><workbook/>' }] }],
  ['a document type in the content types', { ...plain, parts: [{ name: '[Content_Types].xml', content: '<!DOCTYPE Types []><Types/>' }] }],
  ['a reference to an entity that nothing declares', rooms('<row r="2"><c r="A2" t="inlineStr"><is><t>&xxe;</t></is></c></row>')],
])('XML trick: %s', (_, made) => expectRefused('unsafe_xml', 'xml.xlsx', makeWorkbook(made)));

test('XML in UTF-16, where a scan for declarations would see nothing', () =>
  expectRefused('damaged', 'utf16.xlsx', makeWorkbook({ ...plain, parts: [{ name: 'xl/worksheets/sheet1.xml', content: Buffer.from('\ufeff<!DOCTYPE a><worksheet/>', 'utf16le') }] })));

test.each<[RefusalCode, string, Uint8Array | string]>([
  ['encrypted', 'locked.xlsx', makeCompoundFile(['EncryptionInfo', 'EncryptedPackage'])],
  ['unsupported_xls', 'old.xlsx', makeCompoundFile(['Workbook'])],
  ['unsupported_xls', 'old.xls', makeCompoundFile(['Workbook'])],
  ['unsupported_xls', '表.et', makeCompoundFile(['Workbook'])],
  ['unsupported_xls', 'really-a-workbook.xls', makeWorkbook(plain)],
  ['encrypted', 'part.xlsx', makeZip(workbookParts(plain).map((part) => ({ ...part, flags: 1 })))],
  ['macro_workbook', 'macro.xlsm', makeWorkbook(plain)],
  ['macro_workbook', 'macro.xlsx', makeWorkbook({ ...plain, parts: [{ name: 'xl/vbaProject.bin', content: 'x' }] })],
  ['not_a_workbook', 'picture.xlsx', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['not_a_workbook', 'table.xlsx', '<html><table><tr><td>1</td></tr></table></html>'],
  ['not_a_workbook', 'archive.xlsx', makeZip([{ name: 'a.txt', content: 'a' }])],
  ['not_a_workbook', 'letter.docx', makeZip([{ name: 'word/document.xml', content: '<a/>' }])],
  ['not_a_workbook', 'workbook.csv', makeWorkbook(plain)],
  ['truncated', 'empty.xlsx', ''],
  ['truncated', 'half.xlsx', makeWorkbook(plain).subarray(0, 700)],
  ['damaged', 'path.xlsx', makeWorkbook({ ...plain, parts: [{ name: '../../etc/cron.d/x', content: 'x' }] })],
  ['damaged', 'root.xlsx', makeWorkbook({ ...plain, parts: [{ name: '/etc/x', content: 'x' }] })],
  ['damaged', 'sum.xlsx', makeZip(workbookParts(plain).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, claimedSum: 1 } : part)))],
  ['damaged', 'cut.xlsx', makeWorkbook({ sheets: { rooms: '<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1' } })],
  ['damaged', 'order.xlsx', makeWorkbook(rooms('<row r="5"/><row r="4"/>'))],
  ['damaged', 'deep.xlsx', makeWorkbook(rooms('<a>'.repeat(1_000) + '</a>'.repeat(1_000)))],
  ['damaged', 'index.xlsx', makeWorkbook(rooms('<row r="2"><c r="A2" t="s"><v>7</v></c></row>'))],
])('%s: %s', (code, name, bytes) => expectRefused(code, name, bytes));

test('a file that is not there', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, join(folder, 'nothing.xlsx')]);
  expect(JSON.parse(stdout)).toMatchObject({ refused: 'not_found' });
});

test.each([
  ['empty rows', (r: number) => `<row r="${r}" spans="1:25"/>`],
  ['rows of cells that have a style and nothing else', (r: number) => `<row r="${r}" s="1" customFormat="1"><c r="A${r}" s="1"/><c r="B${r}" s="1"/><c r="C${r}" s="1"/></row>`],
])('ordinary: a used range of a million %s', async (_, rowAt) => {
  const rows: string[] = [`<row r="1">${HEADING}</row>`];
  for (let r = 2; r < 1_048_576; r++) rows.push(rowAt(r));
  rows.push(`<row r="1048576">${textCell('A1048576', 'R1')}${textCell('B1048576', 'C1')}${textCell('C1048576', 'teaching')}<c r="D1048576"><v>60</v></c>${textCell('E1048576', '2025-09-01')}</row>`);
  const measured = await read('million.xlsx', makeWorkbook({ sheets: { rooms: rows.join('') } }));
  expect(measured).toMatchObject({ refused: null, problems: 0, rows: 1 });
  // Read through once: 2 seconds where a machine has two cores to itself, and no file holds the reader up for minutes.
  expect(measured.ms).toBeLessThan(20_000);
  expect(measured.addedMib).toBeLessThan(MOST_MIB);
});
