import type { ColumnKind } from '../core/exchange/column.ts';
import type { TemplateColumn, TemplateSheet } from '../core/exchange/template.ts';
import type { Bilingual } from '../core/values/bilingual.ts';
import { letters } from './sheet-writer.ts';
import type { Table, TableCell } from './table.ts';

/** The tab of the template that explains the others; the reader passes over it in silence. */
export const EXPLANATION_SHEET = '说明';

/** What may stand in a cell of each kind, with examples. */
const KINDS: Readonly<Record<ColumnKind, Bilingual & { readonly name: string }>> = {
  text: { name: '文本', zh: '任意文字，最多 500 字。', en: 'any text up to 500 characters' },
  reference: { name: '编号引用', zh: '填写所引用工作表中的编号。', en: 'an id from the sheet it refers to' },
  code: { name: '选项', zh: '从下拉列表选择，也可填写英文键。', en: 'one of the values; label or English key' },
  integer: { name: '整数', zh: '不带小数，如 45；可以为 0。', en: 'a whole number such as 45; zero allowed' },
  number: { name: '数值', zh: '如 1280.5；可以为 0。', en: 'a number such as 1280.5; zero allowed' },
  money: { name: '金额（元）', zh: '以元为单位，最多两位小数，如 12000.00。', en: 'yuan with at most two decimals, such as 12000.00' },
  share: { name: '份额', zh: '0 至 1 或百分比，最多四位小数，如 0.6 或 60%；空白为 1。', en: '0 to 1 or a percentage such as 0.6 or 60%; empty means 1' },
  date: { name: '日期', zh: '如 2025-09-01、2025/9/1、2025年9月1日。', en: 'a day such as 2025-09-01' },
  yes_no: { name: '是否', zh: '填写“是”或“否”，也可填 yes/no、1/0。', en: '是/否, yes/no, 1/0 or true/false' },
  list: { name: '多项', zh: '多项之间用分号隔开，如 甲;乙。', en: 'several values separated by semicolons' },
  year: { name: '年份', zh: '四位年份，如 2025。', en: 'a year of four digits, such as 2025' },
  term: { name: '学期', zh: '2025-1 为 2025 年 9 月 1 日起的学期，2025-2 为 2026 年 2 月 1 日起的学期。', en: '2025-1 begins 1 September 2025, 2025-2 begins 1 February 2026' },
};

const RULES: readonly Bilingual[] = [
  { zh: '第一行是列名，请勿改动；列的先后次序不限，列名用中文或英文键均可。', en: 'The first row holds the headings; columns may stand in any order, under Chinese or English names.' },
  { zh: '深色列名为必填列，浅色列名可以留空。留空表示“未填报”，不等于零；确认没有时请填 0 或“否”。', en: 'Dark headings are required, light ones may be empty. Empty means "not reported", not zero.' },
  { zh: '不需要的工作表可以不填或删除。空行会被跳过。', en: 'Sheets that are not needed may stay empty or be deleted. Blank rows are skipped.' },
  { zh: '起始日期、截止日期均包含当日；截止日期留空表示仍然有效。', en: 'From and to are inclusive; an empty "to" means still in force.' },
  { zh: '主键列合起来不得重复：内容相同的重复行只计一次，内容不同的按错误处理。', en: 'Key columns together must be unique: equal rows count once, differing ones are an error.' },
  { zh: '以 = + - @ 开头的内容一律按文字处理；公式单元格取最近一次计算的结果。', en: 'Content beginning with = + - @ is text; formula cells give the value last calculated.' },
];

/** Excel's limit on drop-down values written in the rule itself. */
const MAX_INLINE_LIST = 255;

const COLUMNS: Table['columns'] = [
  { heading: '工作表', width: 16, format: 'wrapped' },
  { heading: '工作表英文键', width: 18, format: 'wrapped' },
  { heading: '列名', width: 24, format: 'wrapped' },
  { heading: '列英文键', width: 24, format: 'wrapped' },
  { heading: '必填', width: 8, format: 'wrapped' },
  { heading: '主键', width: 8, format: 'wrapped' },
  { heading: '类型', width: 12, format: 'wrapped' },
  { heading: '允许的值', width: 48, format: 'wrapped' },
  { heading: '填写说明与示例', width: 60, format: 'wrapped' },
];

/** The explanation of all sheets, with the lists that are too long for a drop-down of their own beside it. */
export function explanationTable(sheets: readonly TemplateSheet[]): Table {
  const lists = longLists(sheets);
  const lines: TableCell[][] = RULES.map(({ zh, en }, i) => ['通用规则', '', `规则 ${i + 1}`, '', '', '', '', '', `${zh}\n${en}`]);
  for (const sheet of sheets) for (const column of sheet.columns) lines.push(lineOf(sheet, column));
  const rows = lines.map((line, i) => [...line, ...lists.map(({ values }) => values[i] ?? null)]);
  const listColumns: Table['columns'] = lists.map(({ title }) => ({ heading: `选项：${title}`, width: 28, format: 'text' }));
  return { name: EXPLANATION_SHEET, columns: [...COLUMNS, ...listColumns], rows };
}

function lineOf(sheet: TemplateSheet, column: TemplateColumn): TableCell[] {
  const kind = KINDS[column.kind];
  const allowed = Object.entries(column.codes ?? {}).map(([key, { zh, en }]) => `${zh} = ${key} (${en})`);
  const refers = column.references.length === 0 ? '' : `（工作表：${column.references.join('、')}）`;
  return [
    sheet.label.zh, sheet.name, column.label.zh, column.key, column.required ? '是' : '否', sheet.key.includes(column.key) ? '是' : '',
    kind.name, column.kind === 'yes_no' ? '是 = yes\n否 = no' : allowed.join('\n'), `${kind.zh}${refers}\n${column.label.en}: ${kind.en}`,
  ];
}

/** The hint that appears at a cell of the column. */
export function hintOf(column: TemplateColumn): string {
  return KINDS[column.kind].zh;
}

/** Choices of a column: in the rule itself where they fit, else as cells of the explanation. */
export function choicesOf(sheets: readonly TemplateSheet[], sheet: TemplateSheet, column: TemplateColumn): Table['columns'][number]['choices'] {
  if (column.kind === 'yes_no') return ['是', '否'];
  if (column.codes === null) return undefined;
  const values = valuesOf(column);
  if (values.join(',').length <= MAX_INLINE_LIST) return values;
  const position = longLists(sheets).findIndex((list) => list.sheet === sheet.name && list.column === column.key);
  const letter = letters(COLUMNS.length + position);
  return { range: `'${EXPLANATION_SHEET}'!$${letter}$2:$${letter}$${values.length + 1}` };
}

interface LongList {
  readonly sheet: string;
  readonly column: string;
  readonly title: string;
  readonly values: readonly string[];
}

function longLists(sheets: readonly TemplateSheet[]): LongList[] {
  return sheets.flatMap((sheet) => sheet.columns.flatMap((column) => {
    const values = valuesOf(column);
    if (values.join(',').length <= MAX_INLINE_LIST) return [];
    return [{ sheet: sheet.name, column: column.key, title: `${sheet.label.zh} ${column.label.zh}`, values }];
  }));
}

function valuesOf(column: TemplateColumn): string[] {
  return Object.values(column.codes ?? {}).map(({ zh }) => zh);
}
