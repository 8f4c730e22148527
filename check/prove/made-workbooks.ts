import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCsv } from '../../core/exchange/csv.ts';
import { cellText } from '../../core/exchange/raw-cell.ts';
import { makeZip, workbookParts, type MadePart } from '../../workbook/made-files.ts';
import { HOSTILE_TEXTS } from './fuzz-values.ts';
import type { Random } from './random.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/quzhou', import.meta.url));
const MOST_ROWS = 12;

/** A workbook of the sample's first rows, with shared strings, styles and numbers, in its parts. */
export function sampleParts(): MadePart[] {
  const shared: string[] = [];
  const sheets = Object.fromEntries(readdirSync(SAMPLE).filter((name) => name.endsWith('.csv')).map((name) => {
    const rows: string[] = [];
    readCsv(readFileSync(join(SAMPLE, name), 'utf8').replace('\ufeff', ''), (row, cells) => {
      if (row <= MOST_ROWS) rows.push(`<row r="${row}">${cells.map((cell, at) => cellXml(`${columnName(at)}${row}`, cellText(cell), shared)).join('')}</row>`);
    });
    return [name.replace('.csv', ''), rows.join('')];
  }));
  const styles = '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
  return workbookParts({ sheets, styles, sharedStrings: shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('') });
}

function cellXml(place: string, text: string, shared: string[]): string {
  if (text === '') return `<c r="${place}"/>`;
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return `<c r="${place}" s="0"><v>${text}</v></c>`;
  return `<c r="${place}" t="s"><v>${shared.push(text) - 1}</v></c>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`;
}

/** What may be put anywhere into the text of a part. */
const SPLINTERS: readonly string[] = [
  '<', '>', '</', '/>', '"', '&', '&lt', '&#0;', '&#x110000;', '&#xd800;', '&bomb;', '<!DOCTYPE x [<!ENTITY bomb "b">]>', '<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0" encoding="UTF-16"?>', '<?php ?>',
  '<c r="A1048577"><v>1</v></c>', '<c r="ZZZZZZ1"><v>1</v></c>', '<c r="A-1"><v>1</v></c>', '<c r=""><v></v></c>', '<c t="s"><v>99999999</v></c>', '<c t="s"><v>-1</v></c>', '<c t="s"><v>1e9</v></c>', '<c s="999999"><v>45000</v></c>', '<c s="1"><v>1e308</v></c>', '<c s="1"><v>-5</v></c>',
  '<c t="d"><v>2025-99-99</v></c>', '<c t="b"><v>7</v></c>', '<c t="e"><v>#REF!</v></c>', '<c t="unknown"><v>x</v></c>', '<c t="inlineStr"><is><r><t>x</t></r></is></c>', '<row r="0">', '<row r="99999999999999999999">', '<row r="-3">', '<row>', '</row>', '</sheetData>', '<sheetData>', '<v>NaN</v>', '<f>1/0</f>',
  '<sheet name="x" sheetId="1" r:id="rId999"/>', '<sheet name="" sheetId="" r:id=""/>', '<mergeCell ref="A1:XFD1048576"/>', 'xmlns:x="urn:x"', 'standalone="', `${'<a>'.repeat(2000)}`, ' '.repeat(5000), '\u0000', '\ufffe', '\u0001',
];

/** One damaged workbook, its file name and how it was damaged. */
export interface Damaged {
  readonly how: string;
  readonly name: string;
  readonly bytes: Buffer;
}

export function damaged(parts: readonly MadePart[], whole: Buffer, random: Random): Damaged {
  const how = random.pick(WAYS);
  return { how: how.name, name: random.oneIn(20) ? random.pick(['a.csv', 'a.xls', 'a', 'a.xlsm', '学生.xlsx']) : 'a.xlsx', bytes: how.make({ parts, whole, random }) };
}

interface Material {
  readonly parts: readonly MadePart[];
  readonly whole: Buffer;
  readonly random: Random;
}

const textOf = ({ content }: MadePart): string => (typeof content === 'string' ? content : Buffer.from(content).toString());

function other(parts: readonly MadePart[], random: Random, change: (part: MadePart) => MadePart | readonly MadePart[], wanted: RegExp = /./): Buffer {
  const fitting = parts.filter(({ name }) => wanted.test(name));
  const chosen = random.pick(fitting.length === 0 ? parts : fitting);
  return makeZip(parts.flatMap((part) => (part === chosen ? change(part) : part)));
}

const WAYS: readonly { readonly name: string; readonly make: (material: Material) => Buffer }[] = [
  { name: 'bits flipped', make: ({ whole, random }) => {
    const bytes = Buffer.from(whole);
    for (let flips = random.whole(1, 30); flips > 0; flips -= 1) {
      const at = random.whole(0, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
    }
    return bytes;
  } },
  { name: 'broken off', make: ({ whole, random }) => Buffer.concat([whole.subarray(0, random.whole(0, whole.length - 1)), noise(random, random.pick([0, 0, 100]))]) },
  { name: 'overwritten', make: ({ whole, random }) => {
    const at = random.whole(0, whole.length - 1);
    return Buffer.concat([whole.subarray(0, at), noise(random, random.whole(1, 2000)), whole.subarray(at + random.whole(0, 2000))]);
  } },
  { name: 'random bytes', make: ({ random }) => Buffer.concat([random.oneIn(2) ? Buffer.from('PK\u0003\u0004') : Buffer.alloc(0), noise(random, random.pick([0, 1, 21, 22, 500, 5000]))]) },
  ...[1, 2, 3, 4].map(() => ({ name: 'xml changed', make: ({ parts, random }: Material) => other(parts, random, (part) => ({ ...part, content: changedXml(textOf(part), random) })) })),
  { name: 'part renamed', make: ({ parts, random }) => other(parts, random, (part) => ({ ...part, name: random.pick([`../${part.name}`, `/${part.name}`, part.name.toUpperCase(), `${part.name}.bak`, '', 'x'.repeat(5000), part.name.replaceAll('/', '\\'), 'xl/workbook.xml', 'xl/vbaProject.bin', HOSTILE_TEXTS[random.whole(0, HOSTILE_TEXTS.length - 1)] ?? '']) })) },
  { name: 'part missing or doubled', make: ({ parts, random }) => other(parts, random, (part) => (random.oneIn(2) ? [] : [part, part])) },
  ...[1, 2].map(() => ({ name: 'relations wrong', make: ({ parts, random }: Material) => other(parts, random, (part) => ({ ...part, content: bentRelations(textOf(part), random) }), /\.rels$/) })),
  { name: 'sizes and sums wrong', make: ({ parts, random }) => other(parts, random, (part) => ({ ...part, ...random.pick([{ claimedSize: 0 }, { claimedSize: 1 }, { claimedSize: 0xffffffff }, { claimedSum: 1 }, { flags: 1 }, { flags: 8 }, { flags: 0xffff }]) })) },
];

function noise(random: Random, long: number): Buffer {
  return Buffer.from(Array.from({ length: long }, () => random.whole(0, 255)));
}

function changedXml(text: string, random: Random): string {
  let changed = text;
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    const at = random.whole(0, changed.length);
    const long = random.whole(1, 200);
    switch (random.whole(0, 4)) {
      case 0: changed = changed.slice(0, at) + changed.slice(at + long); break;
      case 1: changed = changed.slice(0, at) + changed.slice(at, at + long).repeat(random.pick([2, 50])) + changed.slice(at + long); break;
      case 2: changed = changed.slice(0, at) + random.pick(SPLINTERS) + changed.slice(at); break;
      // Between two elements, where a reader takes it for one of them.
      case 3: changed = changed.replace(random.pick(['<row', '</row>', '<c ', '</c>', '<si>', '</sheetData>', '<xf', '<sheet ']), (found) => random.pick(SPLINTERS) + found); break;
      default: changed = changed.replace(/"[^"]*"/, `"${random.pick(HOSTILE_TEXTS)}"`);
    }
  }
  return changed;
}

function bentRelations(text: string, random: Random): string {
  const target = random.pick(['', '/', '../../../etc/passwd', 'http://evil.example/x.xml', 'file:///etc/passwd', 'workbook.xml', 'worksheets/sheet999.xml', '#', '%00', 'x'.repeat(3000), '/xl/workbook.xml', 'worksheets/../worksheets/sheet1.xml', '[Content_Types].xml']);
  const targets = [...text.matchAll(/Target="[^"]*"/g)];
  const chosen = targets.length === 0 ? undefined : random.pick(targets)[0];
  const bent = chosen === undefined ? text : text.replace(chosen, `Target="${target}"${random.oneIn(3) ? ' TargetMode="External"' : ''}`);
  return random.oneIn(4) ? bent.replace(/Id="[^"]*"/, 'Id="rId1"') : bent;
}
