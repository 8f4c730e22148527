import type { Table } from './table.ts';
import { writeWorkbook } from './write-workbook.ts';

/** 新生录取名册 as a workbook says it; citizen ids are masked, as in the document. */
export interface StudentListContent {
  readonly school_id: string;
  readonly year: number;
  readonly hash: string;
  readonly students: readonly Readonly<Record<(typeof COLUMNS)[number][0], string>>[];
}

const COLUMNS = [
  ['name', '姓名', 14], ['sex', '性别', 6], ['id_number', '证件号码', 22], ['student_id', '学号', 16], ['roll_number', '学籍号', 24], ['exam_number', '中考号', 16], ['score', '总分', 10],
  ['programme', '专业', 22], ['secondary_code', '中职专业代码', 14], ['higher_code', '高职专业代码', 14], ['class_id', '班级', 14],
] as const;

/** The list as it was frozen, for the offices that file it: seq, names, codes of both stages, class, places for the seals. */
export function studentListWorkbook({ school_id, year, hash, students }: StudentListContent): Promise<Buffer> {
  const table: Table = {
    name: '新生录取名册',
    above: [`${school_id} ${year}级中高职一体化新生录取名册（共 ${students.length} 人）`, `名册校验值 ${hash}；依据 M3-c、R3-b`, '学校（章）：　　　　教育局（章）：　　　　高职院校（章）：'],
    columns: [{ heading: '序号', width: 6, format: 'integer' }, ...COLUMNS.map(([, heading, width]) => ({ heading, width, format: 'text' as const }))],
    rows: students.map((one, at) => [at + 1, ...COLUMNS.map(([name]) => one[name])]),
  };
  return writeWorkbook([table]);
}
