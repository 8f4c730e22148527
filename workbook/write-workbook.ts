import { packArchive } from './archive-writer.ts';
import type { Part } from './archive-writer.ts';
import { sheetParts, STYLES, XML } from './sheet-writer.ts';
import type { Table } from './table.ts';
import { wellFormed, xmlEscape } from './xml-writing.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAX_NAME = 31;

/**
 * Writes tables as the bytes of an .xlsx, one sheet each. Text is always text: nothing written here
 * is ever a formula. Names of sheets are made fit and unique.
 */
export function writeWorkbook(tables: readonly Table[]): Promise<Buffer> {
  const names = sheetNamesOf(tables.map((table) => table.name));
  const sheets = tables.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${CONTENT}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Part[] = [
    { name: '[Content_Types].xml', content: [
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
      override('workbook.xml', 'sheet.main'), override('styles.xml', 'styles'), ...sheets.map((part) => override(part, 'worksheet')), '</Types>',
    ] },
    { name: '_rels/.rels', content: [`${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`] },
    { name: 'xl/workbook.xml', content: [
      `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>`,
      ...names.map((name, i) => `<sheet name="${xmlEscape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`), '</sheets></workbook>',
    ] },
    { name: 'xl/_rels/workbook.xml.rels', content: [
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">`, ...sheets.map((part, i) => relation(`rId${i + 1}`, 'worksheet', part)),
      relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'), '</Relationships>',
    ] },
    { name: 'xl/styles.xml', content: [STYLES] },
    ...tables.map((table, i): Part => ({ name: `xl/${sheets[i] ?? ''}`, content: sheetParts(table) })),
  ];
  return packArchive(parts);
}

/** Names that the format allows: no `[]:*?/\`, no apostrophe at an end, at most 31 characters, no two alike. */
export function sheetNamesOf(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const fit = wellFormed(name.replace(/[[\]:*?/\\\u0000-\u001f]/g, '_').replace(/^'+|'+$/g, '').trim().slice(0, MAX_NAME)) || '表';
    let unique = fit;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${fit.slice(0, MAX_NAME - String(n).length - 1)}_${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
