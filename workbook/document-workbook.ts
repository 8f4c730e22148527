import type { Sheet, Table as DocumentTable } from '../core/documents/sheet.ts';
import type { Language } from '../core/values/bilingual.ts';
import type { Table } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

/** A document as an .xlsx: a sheet for each of its tables, with its title, number and facts above; one of the facts alone where it has none. */
export function documentWorkbook(sheet: Sheet, number: string, language: Language = 'zh'): Promise<Buffer> {
  const say = WORDS[language];
  const above = [sheet.title, say.basis(number, sheet.basis), ...factLines(sheet, say.colon)];
  const tables = sheet.blocks.filter((block) => block.kind === 'table');
  if (tables.length === 0) return writeWorkbook([{ name: say.name, above, columns: [{ heading: say.content, width: 80, format: 'wrapped' }], rows: texts(sheet).map((text) => [text]) }]);
  return writeWorkbook(tables.map((table, at) => tableOf(table, above, at)));
}

const WORDS = {
  zh: { name: '文书', content: '内容', colon: '：', basis: (number: string, clauses: readonly string[]) => `${number}　依据：${clauses.join('、')}` },
  en: { name: 'Document', content: 'Text', colon: ': ', basis: (number: string, clauses: readonly string[]) => `${number}　Clauses: ${clauses.join(', ')}` },
} as const;

function factLines({ blocks }: Sheet, colon: string): string[] {
  return blocks.flatMap((block) => (block.kind === 'facts' ? [block.rows.map(([label, value]) => `${label}${colon}${value}`).join('　')] : []));
}

function texts({ blocks }: Sheet): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

const LATIN_PER_SHARE = 6;
const FIGURE = /^-?\d+$/;

/** Whole numbers in columns of figures are numbers, so that they can be summed. */
function tableOf({ caption, columns, rows }: DocumentTable, above: readonly string[], at: number): Table {
  return {
    name: `${at + 1} ${caption}`.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    above,
    columns: columns.map(({ heading, share, align }) => ({ heading, width: Math.max(10, share * LATIN_PER_SHARE), format: align === 'right' ? 'integer' : 'wrapped' })),
    rows: rows.map((row) => row.map((cell, index) => (columns[index]?.align === 'right' && FIGURE.test(cell) ? Number(cell) : cell))),
  };
}
