import type { PlainDate } from '../values/plain-date.ts';
import { fieldOf } from './fields.ts';
import type { FilledTable } from './fill.ts';
import { SYSTEM_HEADS, type BlankReason, type NationalColumn, type NationalLayout } from './layout.ts';

/** What was taken out, for whom, of which day. */
export interface NationalReport {
  readonly layout: NationalLayout;
  readonly organisation: string;
  readonly on: PlainDate;
  /** Year of entry, where the file holds one only. */
  readonly cohort: number | null;
  /** Whether ids and phones are whole; null where no column holds any. */
  readonly whole: boolean | null;
  /** How many values are masked although whole ones were asked for. */
  readonly masked: number;
  readonly tables: readonly FilledTable[];
  readonly sample: boolean;
}

const WHY: Readonly<Record<BlankReason, string>> = { not_recorded: '登记表没有这项内容，留空', operator_code: '须按系统自己的代码表选填，留空' };

/** The day that a layout stands for, in words. */
function copyOf({ copied_on, read_on }: NationalLayout): string {
  return `${copied_on === null ? '副本未注明日期' : `副本日期 ${copied_on}`}，${read_on} 查阅`;
}

/** What stands above the list of columns. */
export function reportLines(report: NationalReport): string[] {
  const { layout, organisation, on, cohort, whole, masked, sample } = report;
  const { name, clauses } = SYSTEM_HEADS[layout.system];
  const ids = whole === null ? [] : [whole ? `证件号和电话：完整（已记入操作记录）${masked === 0 ? '' : `，其中 ${masked} 个无权查看或无法打开，只显示一部分`}` : '证件号和电话：只显示一部分。需要完整号码时，请由有权的人员写明用途后重新生成'];
  return [
    ...(sample ? ['示例数据'] : []), `${name.zh}　${organisation}`, `口径日期 ${on}${cohort === null ? '' : `　${cohort} 年入学`}　依据：${clauses.join('、')}`,
    layout.confirmed ? `栏目：${layout.source.zh}` : `栏目未经系统主管单位确认，上传前请逐列核对。来源：${layout.source.zh}；${copyOf(layout)}`, ...ids,
  ];
}

/** One line for each column: what fills it, and in how many rows it is empty. */
export function columnLines({ tables }: NationalReport): string[][] {
  return tables.flatMap(({ table, count, empty }) => table.columns.map((column, at) => [
    table.name, column.heading, column.required ? '是' : '', column.field ?? '', sourceOf(table.rows, column), String(empty[at] ?? 0), String(count), column.remark?.zh ?? '',
  ]));
}

function sourceOf(kind: FilledTable['table']['rows'], { field, blank }: NationalColumn): string {
  return field === null ? WHY[blank ?? 'not_recorded'] : fieldOf(kind, field)?.label.zh ?? '';
}

/** Every row that lacks what the system asks for and the registers should say. */
export function lackingLines({ tables }: NationalReport): string[][] {
  return tables.flatMap(({ table, lacking }) => lacking.map(({ id, name, columns }) => [table.name, id, name, columns.join('、')]));
}
