import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive made for a test; what is not given is true of its content. */
export interface MadePart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory claims instead of the truth. */
  readonly claimedSize?: number;
  readonly claimedSum?: number;
  readonly flags?: number;
}

/** An archive written byte by byte, so that tests can lie in any of its fields. */
export function makeZip(parts: readonly MadePart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const plain = Buffer.from(part.content as Uint8Array);
    const packed = deflateRawSync(plain);
    const name = Buffer.from(part.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800 | (part.flags ?? 0), 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(part.claimedSum ?? crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(part.claimedSize ?? plain.length, 18);
    fields.writeUInt16LE(name.length, 22);
    bodies.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The pieces of a made workbook. */
export interface MadeWorkbook {
  /** Name of the tab → what stands in its `<sheetData>`, or the whole part when it begins with `<?xml` or `<!`. */
  readonly sheets: Readonly<Record<string, string>>;
  /** What stands in `<sst>`. */
  readonly sharedStrings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookProperties?: string;
  /** Parts added behind, or put in the place of one with the same name. */
  readonly parts?: readonly MadePart[];
}

/** The parts of the smallest workbook that holds these sheets. */
export function workbookParts(made: MadeWorkbook): MadePart[] {
  const names = Object.keys(made.sheets);
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`));
  relations.push(relation('rIdS', 'sharedStrings', 'sharedStrings.xml'), relation('rIdT', 'styles', 'styles.xml'));
  const parts: MadePart[] = [
    { name: '[Content_Types].xml', content: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/></Types>` },
    { name: '_rels/.rels', content: `${XML}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    { name: 'xl/workbook.xml', content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${made.workbookProperties ?? ''}/><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${XML}<Relationships>${relations.join('')}</Relationships>` },
    { name: 'xl/sharedStrings.xml', content: `${XML}<sst xmlns="${MAIN}">${made.sharedStrings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `${XML}<styleSheet xmlns="${MAIN}">${made.styles ?? ''}</styleSheet>` },
    ...names.map((name, i): MadePart => ({ name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(made.sheets[name] ?? '') })),
  ];
  const replaced = new Set((made.parts ?? []).map((part) => part.name));
  return [...parts.filter((part) => !replaced.has(part.name)), ...(made.parts ?? [])];
}

export function makeWorkbook(made: MadeWorkbook): Buffer {
  return makeZip(workbookParts(made));
}

/** A worksheet part around rows; text that is already a part stays as it is. */
export function sheetXml(rows: string): string {
  return rows.startsWith('<?xml') || rows.startsWith('<!') ? rows : `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

/** A cell with text in itself. */
export function textCell(name: string, text: string): string {
  return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></is></c>`;
}

/** The beginning of a compound file (OLE) whose directory names these streams. */
export function makeCompoundFile(streams: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 4);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  ['Root Entry', ...streams].forEach((stream, i) => file.write(stream, 1024 + i * 128, 'utf16le'));
  return file;
}
