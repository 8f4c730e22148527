import { writeWorkbook } from '../../workbook/write-workbook.ts';

/** Files as offices keep them, for a browser to choose. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = ['房间编号', '校区编号', '房间名称', '用途', '建筑面积', '起始日期'];

type Cells = readonly (string | number | null)[];

/** A workbook of one tab: its heading, then rows. */
export async function workbook(name: string, tab: string, headings: readonly string[], rows: readonly Cells[]): Promise<ChosenFile> {
  const columns = headings.map((heading) => ({ heading, width: 12, format: 'general' as const }));
  return { name, mimeType: XLSX, buffer: await writeWorkbook([{ name: tab, columns, rows }]) };
}

/** Rooms by the template; each row is id, campus, name, use, area, day. */
export function roomsWorkbook(name: string, rows: readonly Cells[]): Promise<ChosenFile> {
  return workbook(name, '房间台账', HEADINGS, rows);
}

/** Rooms by the template, as CSV. */
export function roomsCsv(rows: readonly Cells[]): ChosenFile {
  return { name: 'rooms.csv', mimeType: 'text/csv', buffer: Buffer.from([HEADINGS, ...rows].map((cells) => cells.join(',')).join('\r\n')) };
}

/** A school's own list: titles above, a heading of two rows, columns by other names, the campus nowhere. */
export function ownWorkbook(name: string, rows: readonly Cells[]): Promise<ChosenFile> {
  const lines: readonly Cells[] = [
    ['制表单位：后勤处', null, null, null, '2025年9月'],
    ['房间', null, '用途', '建筑面积（平方米）', '启用'],
    ['编号', '名称', null, null, '日期'],
    ...rows,
  ];
  return workbook(name, '校舍', ['某校二〇二五年校舍一览表', '', '', '', ''], lines);
}
