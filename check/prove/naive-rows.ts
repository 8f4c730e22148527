import type { TemplateSheet } from '../../core/exchange/template.ts';

/** One row as the text of its cells by English heading, in one spelling (dates ISO, shares decimal, yes or no); `#` is its row number. */
export type NaiveRow = Readonly<Record<string, string>>;
/** Rows by sheet; a sheet that was not given is absent. */
export type NaiveRows = Readonly<Record<string, readonly NaiveRow[] | undefined>>;

export const cell = (row: NaiveRow, column: string): string => row[column] ?? '';
export const rowNumber = (row: NaiveRow): number => Number(cell(row, '#'));

/** Reads the CSV texts of a region by the declared labels, in the slow and obvious way. Sound files only. */
export function naiveRows(texts: Readonly<Record<string, string>>, template: readonly TemplateSheet[]): NaiveRows {
  const read: Record<string, NaiveRow[]> = {};
  for (const [name, text] of Object.entries(texts)) {
    const sheet = template.find((one) => one.name === name || one.label.zh === name);
    if (sheet === undefined) throw new Error(`no such sheet: ${name}`);
    const key = new Set<string>();
    read[sheet.name] = rowsOf(text, sheet).filter((row) => {
      const same = sheet.key.map((column) => cell(row, column)).join('\u0000');
      // The same row twice is counted once.
      return key.has(same) ? false : key.add(same) !== undefined;
    });
  }
  return read;
}

function rowsOf(text: string, sheet: TemplateSheet): NaiveRow[] {
  const [heading = [], ...records] = recordsOf(text);
  const columns = heading.map((word) => sheet.columns.find((one) => one.key === plain(word) || plain(one.label.zh) === plain(word)));
  return records.flatMap((record, index) => {
    if (record.every((value) => value.trim() === '')) return [];
    const row: Record<string, string> = { '#': String(index + 2) };
    for (const column of sheet.columns) row[column.key] = valueOf(plain(record[columns.indexOf(column)] ?? ''), column);
    return [row];
  });
}

/** Splits CSV with quotes and line ends of either kind. */
export function recordsOf(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let value = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') value += character;
      else if (text[at + 1] === '"') { value += '"'; at += 1; }
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') { record.push(value); value = ''; }
    else if (character === '\n') { records.push([...record, value]); record = []; value = ''; }
    else if (character !== '\r') value += character;
  }
  if (value !== '' || record.length > 0) records.push([...record, value]);
  return records;
}

/** Full-width digits and signs as the ordinary ones, without spaces around. */
function plain(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ').trim();
}

function valueOf(text: string, column: TemplateSheet['columns'][number]): string {
  if (text === '') return column.kind === 'share' ? '1' : '';
  if (column.kind === 'date') return isoDate(text);
  if (column.kind === 'yes_no') return ['yes', '是', '1', 'true'].includes(text) ? 'yes' : 'no';
  if (column.kind === 'share' && text.endsWith('%')) return percent(text.slice(0, -1));
  if (column.kind === 'code') return Object.entries(column.codes ?? {}).find(([code, label]) => code === text || plain(label.zh) === text)?.[0] ?? text;
  return text;
}

function isoDate(text: string): string {
  const match = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$/.exec(text);
  if (match === null) throw new Error(`not a date: ${text}`);
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `60` (of a hundred) as `0.60`, `2.5` as `0.025`. */
function percent(text: string): string {
  const [whole = '', part = ''] = text.split('.');
  const digits = whole.padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${part}`;
}
