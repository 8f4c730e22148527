import type { Entry } from 'yauzl';
import { builtInKind, formatKind } from './number-format.ts';
import type { FormatKind } from './number-format.ts';
import { unpackWhole } from './package-directory.ts';
import type { Package } from './package-directory.ts';
import { Refused } from './refusal.ts';
import { XmlScanner } from './xml-scanner.ts';
import { attributesOf } from './xml-text.ts';

/** What the small parts of a workbook say. */
export interface WorkbookParts {
  /** The worksheets in the order of their tabs; chart sheets and the like are not among them. */
  readonly sheets: readonly { readonly name: string; readonly part: Entry }[];
  readonly sharedStrings: Entry | null;
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
  readonly styles: readonly FormatKind[];
}

type Attributes = ReadonlyMap<string, string>;
type Visit = (name: string, attributes: Attributes, parent: string) => void;

const MAIN_TYPE = /spreadsheetml\.(?:sheet|template)\.main\+xml$/;

/** Reads content types, relations, workbook and styles. Throws `Refused`. */
export async function readParts(pack: Package): Promise<WorkbookParts> {
  const types = pack.parts.get('[content_types].xml');
  if (types === undefined) throw new Refused('not_a_workbook', 'no [Content_Types].xml');
  const found = { macro: false, main: '', binary: false };
  await visit(pack, types, (_, attributes) => {
    const type = attributes.get('ContentType') ?? '';
    if (/macroEnabled|vbaProject/i.test(type)) found.macro = true;
    if (/sheet\.binary\.macroEnabled/i.test(type)) found.binary = true;
    if (MAIN_TYPE.test(type)) found.main = attributes.get('PartName') ?? found.main;
  });
  if (found.binary) throw new Refused('unsupported_xls', 'binary workbook');
  if (found.macro) throw new Refused('macro_workbook', 'content type');
  const mainPath = (found.main === '' ? 'xl/workbook.xml' : found.main.replace(/^\//, '')).toLowerCase();
  const main = pack.parts.get(mainPath);
  if (main === undefined) throw new Refused('not_a_workbook', 'no workbook part');
  return readWorkbook(pack, main, mainPath);
}

async function readWorkbook(pack: Package, main: Entry, mainPath: string): Promise<WorkbookParts> {
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const relations = await readRelations(pack, `${folder}_rels/${mainPath.slice(folder.length)}.rels`, folder);
  const listed: { name: string; id: string }[] = [];
  let from1904 = false;
  await visit(pack, main, (name, attributes) => {
    if (name === 'sheet') listed.push({ name: attributes.get('name') ?? '', id: relationId(attributes) });
    if (name === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attributes.get('date1904') ?? '');
  });
  const sheets = listed.flatMap(({ name, id }) => {
    const relation = relations.get(id);
    if (relation !== undefined && relation.type !== 'worksheet') return [];
    const part = relation === undefined ? undefined : pack.parts.get(relation.path);
    if (part === undefined) throw new Refused('damaged', `sheet ${name} has no part`);
    return [{ name, part }];
  });
  if (sheets.length === 0) throw new Refused('not_a_workbook', 'no sheet');
  const partOf = (type: string): Entry | null => {
    for (const relation of relations.values()) if (relation.type === type) return pack.parts.get(relation.path) ?? null;
    return null;
  };
  const styles = partOf('styles');
  return { sheets, from1904, sharedStrings: partOf('sharedStrings'), styles: styles === null ? [] : await readStyles(pack, styles) };
}

interface Relation {
  /** Last word of the relation's type, the same in the transitional and the strict form of the format. */
  readonly type: string;
  readonly path: string;
}

async function readRelations(pack: Package, path: string, folder: string): Promise<Map<string, Relation>> {
  const part = pack.parts.get(path);
  const relations = new Map<string, Relation>();
  if (part === undefined) throw new Refused('damaged', `no ${path}`);
  await visit(pack, part, (name, attributes) => {
    if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
    const type = attributes.get('Type') ?? '';
    const target = (attributes.get('Target') ?? '').toLowerCase();
    relations.set(attributes.get('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      path: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
    });
  });
  return relations;
}

/** `r:id`, whatever the prefix is called in this file. */
function relationId(attributes: Attributes): string {
  for (const [name, value] of attributes) if (name.endsWith(':id')) return value;
  return '';
}

/** How numbers read, by the index that cells name in `s`. */
async function readStyles(pack: Package, part: Entry): Promise<FormatKind[]> {
  const custom = new Map<number, FormatKind>();
  const styles: FormatKind[] = [];
  await visit(pack, part, (name, attributes, parent) => {
    if (name === 'numFmt' && parent === 'numFmts') custom.set(Number(attributes.get('numFmtId')), formatKind(attributes.get('formatCode') ?? ''));
    if (name === 'xf' && parent === 'cellXfs') {
      const id = Number(attributes.get('numFmtId') ?? '0');
      styles.push(custom.get(id) ?? builtInKind(id));
    }
  });
  return styles;
}

/** Calls back for each start tag, with its attributes and the name of the element around it. */
async function visit(pack: Package, part: Entry, callback: Visit): Promise<void> {
  const around: string[] = [];
  const scanner = new XmlScanner({
    open(bytes, nameFrom, nameTo, to) {
      const name = bytes.toString('latin1', nameFrom, nameTo);
      callback(name, attributesOf(bytes, nameTo, to), around.at(-1) ?? '');
      around.push(name);
    },
    close() { around.pop(); },
    text() {},
  });
  scanner.push(await unpackWhole(pack.zip, part));
  scanner.end();
}
