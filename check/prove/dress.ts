import type { TemplateColumn, TemplateSheet } from '../../core/exchange/template.ts';
import type { MadeRegion } from './made-region.ts';
import type { MadeRow } from './made-sheets.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';

/** A region as offices write it: CSV text by file name without `.csv`. */
export type CsvTexts = Readonly<Record<string, string>>;

/** Writes a made region in changing dress: Chinese or English, four ways of dates, shares as percent, wide digits, any order. */
export function dressed(region: MadeRegion, template: readonly TemplateSheet[]): CsvTexts {
  const random = randomFrom(region.seed ^ 0x5eed);
  const texts: Record<string, string> = {};
  for (const [name, rows] of Object.entries(region.sheets)) {
    const sheet = template.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`no such sheet: ${name}`);
    if (rows.length > 0) texts[random.oneIn(3) ? sheet.label.zh : name] = dressedSheet(random, sheet, rows);
  }
  return texts;
}

function dressedSheet(random: Random, sheet: TemplateSheet, rows: readonly MadeRow[]): string {
  const used = sheet.columns.filter((column) => column.required || rows.some((row) => String(row[column.key] ?? '') !== ''));
  const columns = random.shuffled(used);
  const chinese = random.oneIn(2);
  const lines = [columns.map((column) => quoted(random, chinese ? column.label.zh : column.key)).join(',')];
  const order = random.oneIn(2) ? random.shuffled(rows) : rows;
  for (const row of order) {
    if (random.oneIn(60)) lines.push(','.repeat(columns.length - 1));
    const line = columns.map((column) => quoted(random, dressedCell(random, column, String(row[column.key] ?? '')))).join(',');
    lines.push(line, ...(random.oneIn(80) ? [line] : []));
  }
  const end = random.pick(['\n', '\r\n']);
  return `${lines.join(end)}${random.pick([end, ''])}`;
}

const quoted = (random: Random, text: string): string => (random.oneIn(9) ? `"${text}"` : text);

function dressedCell(random: Random, column: TemplateColumn, text: string): string {
  if (text === '') return '';
  if (column.kind === 'date') return dressedDate(random, text);
  if (column.kind === 'yes_no') return random.pick(text === 'yes' ? ['yes', '是', '1', 'true'] : ['no', '否', '0', 'false']);
  if (column.kind === 'code') return random.oneIn(2) ? text : column.codes?.[text]?.zh ?? text;
  if (column.kind === 'share' && random.oneIn(2)) return percent(text);
  if (['number', 'money', 'integer', 'share'].includes(column.kind) && random.oneIn(12)) return wide(text);
  return random.oneIn(15) ? ` ${text} ` : text;
}

/** `2025-09-01`, `2025/9/1` or `2025年9月1日`, also without leading zeros. */
function dressedDate(random: Random, iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-').map(Number).map(String);
  return random.pick([iso, iso, `${year}/${month}/${day}`, `${year}年${month}月${day}日`, iso.replaceAll('-', '/')]);
}

/** `0.125` as `12.5%`. */
function percent(share: string): string {
  const [whole = '', part = ''] = share.split('.');
  const digits = `${whole}${part.padEnd(2, '0')}`;
  const more = digits.slice(whole.length + 2);
  return `${Number(digits.slice(0, whole.length + 2))}${more === '' ? '' : `.${more}`}%`;
}

const wide = (text: string): string => text.replace(/[0-9.]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
