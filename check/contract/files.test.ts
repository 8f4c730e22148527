import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { packArchive } from '../../workbook/archive-writer.ts';
import { openPackage, unpackWhole } from '../../workbook/package-directory.ts';
import type { CheckJson } from '../../core/check/check-json.ts';
import { DAY, filesOf, room, wholeRegion } from './campus.ts';
import { folderOf, guantong, pathFor } from './run.ts';

interface TemplateShape { readonly sheets: readonly { readonly name: string; readonly label: { readonly zh: string }; readonly columns: readonly { readonly key: string; readonly label: { readonly zh: string } }[] }[] }

/** The parts of a zip file as text, in their order. */
async function partsOf(file: Uint8Array): Promise<Map<string, string>> {
  const { zip, parts } = await openPackage(file);
  const read = new Map<string, string>();
  for (const [name, entry] of parts) read.set(name, Buffer.from(await unpackWhole(zip, entry)).toString('utf8'));
  return read;
}

/** Types rows into the template as a person does: below the heading of one tab, everything else untouched. */
async function filled(template: Uint8Array, tab: string, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const parts = await partsOf(template);
  const id = new RegExp(`<sheet [^>]*name="${tab}"[^>]*r:id="(\\w+)"`).exec(parts.get('xl/workbook.xml') ?? '')?.[1];
  const relations = parts.get('xl/_rels/workbook.xml.rels') ?? '';
  const relation = [...relations.matchAll(/<Relationship [^>]*>/g)].map(([text]) => text).find((text) => text.includes(`Id="${id}"`)) ?? '';
  const path = `xl/${/Target="\/?(?:xl\/)?([^"]+)"/.exec(relation)?.[1] ?? ''}`;
  const typed = rows.map((cells, at) => `<row r="${at + 2}">${cells.map((cell, column) => `<c r="${String.fromCharCode(65 + column)}${at + 2}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('');
  const sheet = parts.get(path) ?? '';
  expect(sheet).toContain('</sheetData>');
  parts.set(path, sheet.replace(/(<row r="1"[\s\S]*?<\/row>)[\s\S]*<\/sheetData>/, `$1${typed}</sheetData>`));
  return packArchive([...parts].map(([name, content]) => ({ name, content: [content] })));
}

describe('template', () => {
  test('--json prints every sheet and column with key and Chinese label, and nothing else', async () => {
    const { status, stdout, stderr } = await guantong('template', '--json');
    const { sheets } = JSON.parse(stdout) as TemplateShape;
    expect([status, stderr]).toEqual([0, '']);
    expect(sheets.map((one) => one.name)).toEqual(expect.arrayContaining(['region', 'rooms', 'staff', 'students', 'custody_spending', 'grant_headcounts', 'lecture_rates', 'options', 'limits']));
    expect(sheets).toHaveLength(42);
    for (const { label, columns } of sheets) {
      expect(label.zh).toMatch(/[\u4e00-\u9fff]/);
      for (const column of columns) expect(column.label.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(sheets.find((one) => one.name === 'land')?.columns.map((one) => one.key)).toEqual(['parcel_id', 'campus_id', 'area_m2', 'share', 'from', 'to']);
  });

  test('one sheet of it filled in is read, and the rest said to be missing', async () => {
    const blank = pathFor('空白.xlsx');
    expect((await guantong('template', '-o', blank)).status).toBe(0);
    const parts = await partsOf(readFileSync(blank));
    expect(parts.get('xl/workbook.xml')).toContain('name="校区"');
    expect([...parts.values()].some((text) => text.includes('<dataValidation '))).toBe(true);

    const workbook = pathFor('填好.xlsx');
    writeFileSync(workbook, await filled(readFileSync(blank), '校区', [['C1', '柯城校区', 'S1', 'H1', '330802', '', '校内划转', '已认定', '2024年9月1日', '']]));
    const { status, stdout } = await guantong('check', workbook, '--json', '--as-of', DAY);
    const json = JSON.parse(stdout) as CheckJson;
    expect(json.problems.filter((one) => one.severity === 'error')).toEqual([]);
    expect([status, json.campuses.map((one) => one.campus_id), json.summary.undetermined]).toEqual([1, ['C1'], 17]);
    expect(json.campuses[0]?.verdicts.find((one) => one.standard === 'R1-b')?.missing).toEqual(expect.arrayContaining(['rooms', 'students']));
  });
});

describe('files that are not read', () => {
  test.each([
    ['旧.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504))],
    ['金山.et', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504))],
  ])('%s: 另存为 .xlsx, exit 2', async (name, bytes) => {
    const file = pathFor(name);
    writeFileSync(file, bytes);
    const { status, stdout, stderr } = await guantong('check', file);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('另存为 .xlsx');
  });

  test('an empty folder is no dataset', async () => {
    expect((await guantong('check', folderOf({}))).status).toBe(2);
  });
});

describe('report', () => {
  const data = folderOf(filesOf({ ...wholeRegion(), rooms: [room('R1', 'teaching', '4019'), room('R3', 'dormitory', '1742')] }));

  test('.html is one file in Chinese that asks for nothing else', async () => {
    const file = pathFor('达标表.html');
    const { status, stdout } = await guantong('check', data, '--as-of', DAY, '-o', file, '--json');
    const html = readFileSync(file, 'utf8');
    expect([status, (JSON.parse(stdout) as CheckJson).summary.unmet]).toEqual([1, 1]);
    expect(html).toContain('办学条件达标表');
    expect(html).toMatch(/4019|4,019|4 019/);
    expect(html).toContain('14.9962');
    expect(html).not.toMatch(/<(?:script|link|iframe|object)\b|@import|\bsrc="(?!data:)|url\((?!['"]?(?:data:|#))/i);
  });

  test('.xlsx is a workbook', async () => {
    const file = pathFor('达标表.xlsx');
    expect((await guantong('check', data, '--as-of', DAY, '-o', file)).status).toBe(1);
    const text = [...(await partsOf(readFileSync(file))).values()].join('\n');
    for (const word of ['办学条件达标表', '14.9962', 'R1-b']) expect(text).toContain(word);
  });

  test('with errors there is none', async () => {
    const file = pathFor('report.html');
    const { status } = await guantong('check', folderOf(filesOf({ ...wholeRegion(), rooms: [room('R1', 'teaching', '-1')] })), '-o', file);
    expect([status, existsSync(file)]).toEqual([2, false]);
  });

  test('that cannot be written is a wrong call: exit 2, said on stderr', async () => {
    const { status, stderr } = await guantong('check', data, '--as-of', DAY, '-o', `${pathFor('none')}/report.html`);
    expect(status).toBe(2);
    expect(stderr).toContain('report.html');
  });
});

describe('policy', () => {
  interface Clause { readonly id: string; readonly summary: { readonly zh: string; readonly en: string }; readonly binds: readonly string[]; readonly served_by: readonly { readonly kind: string; readonly name: string }[] }

  test('coverage: every statement, what serves it, and exit 1 while some are not served', async () => {
    const { status, stdout } = await guantong('policy', 'coverage', '--json');
    const found = JSON.parse(stdout) as { readonly clauses: readonly Clause[]; readonly served: number; readonly total: number };
    expect(Object.keys(found).sort()).toEqual(['clauses', 'served', 'total']);
    expect([found.total, found.clauses.length, found.served]).toEqual([132, 132, found.clauses.filter((one) => one.served_by.length > 0).length]);
    expect(status).toBe(found.served < found.total ? 1 : 0);
    for (const clause of found.clauses) {
      expect(Object.keys(clause).sort()).toEqual(['binds', 'id', 'served_by', 'summary']);
      expect(Object.keys(clause.summary).sort()).toEqual(['en', 'zh']);
      for (const served of clause.served_by) expect(Object.keys(served).sort()).toEqual(['kind', 'name']);
    }
  });

  test('show: one of these with parameters, readings and standards', async () => {
    const { status, stdout } = await guantong('policy', 'show', 'R1-b', '--json');
    const found = JSON.parse(stdout) as Clause & Record<'parameters' | 'readings' | 'standards', readonly unknown[]>;
    expect([status, found.id, found.served_by]).toEqual([0, 'R1-b', [{ kind: 'standard', name: 'R1-b' }]]);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['binds', 'id', 'parameters', 'readings', 'served_by', 'standards', 'summary']));
    expect(found.parameters[0]).toMatchObject({ value: '15', from: '2024-05-29' });
  });

  test('list: an array of every statement', async () => {
    const { status, stdout } = await guantong('policy', 'list', '--json');
    const found = JSON.parse(stdout) as readonly Clause[];
    expect([status, Array.isArray(found), found.length]).toEqual([0, true, 132]);
  });
});
