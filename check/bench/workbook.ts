import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeWorkbook } from '../../workbook/made-files.ts';

const ROWS = 100_000;
const RUNS = 3;
const MOST_RATIO = 1.2;
const MOST_MIB = 400;

/** The sixteen columns of the students' sheet, and nine that an office keeps beside them. */
const HEADINGS = [
  '学号', '姓名', '性别', '出生日期', '身份证件号码', '专业项目编号', '中职学校编号', '校区编号', '入学年份', '学段', '年级', '学籍状态',
  '班级编号', '是否住宿', '起始日期', '截止日期', '民族', '籍贯', '联系电话', '家庭住址', '邮政编码', '身高', '体重', '视力', '备注',
];
const MONTHS_AND_DAYS = 12 * 28;
const FIRST_BIRTHDAY = 38_353;
const TERM_START = 45_536;

interface Figures {
  readonly rows: number;
  readonly ms: number;
  readonly peakMib: number;
}

/**
 * Reading and validating a workbook of 100 000 × 25, beside what `read-excel-file` takes merely to parse
 * it: each in a process of its own, in turn, the best of three runs. Prints one line for each and the ratio.
 */
export async function benchWorkbook(print: (line: string) => void = console.log): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-bench-'));
  try {
    const path = join(folder, 'students.xlsx');
    await writeFile(path, studentsWorkbook());
    const ours: Figures[] = [];
    const peers: Figures[] = [];
    for (let run = 0; run < RUNS; run++) {
      ours.push(await measure('../../workbook/measure-reading.ts', path));
      peers.push(await measure('./workbook-peer.ts', path));
    }
    const our = best(ours);
    const peer = best(peers);
    const ratio = our.ms / peer.ms;
    print(`workbook ${ROWS} × ${HEADINGS.length}: read and validate   ${our.ms} ms, peak ${our.peakMib} MiB (limit ${MOST_MIB} MiB), ${our.rows} rows`);
    print(`workbook ${ROWS} × ${HEADINGS.length}: read-excel-file parse ${peer.ms} ms, peak ${peer.peakMib} MiB`);
    print(`workbook ratio ${ratio.toFixed(2)} (limit ${MOST_RATIO}) ${ratio <= MOST_RATIO && our.peakMib <= MOST_MIB ? 'reached' : 'MISSED'}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(script: string, path: string): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), path]);
  return JSON.parse(stdout) as Figures;
}

/** The quickest run's time with the highest memory of any. */
function best(runs: readonly Figures[]): Figures {
  return { rows: runs[0]?.rows ?? 0, ms: Math.min(...runs.map((run) => run.ms)), peakMib: Math.max(...runs.map((run) => run.peakMib)) };
}

/** As spreadsheets write it: shared strings, real dates, row and cell positions. */
function studentsWorkbook(): Buffer {
  const strings = new Map<string, number>();
  const rows: string[] = [rowXml(1, HEADINGS, strings)];
  for (let i = 0; i < ROWS; i++) rows.push(rowXml(i + 2, student(i), strings));
  const sharedStrings = [...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  return makeWorkbook({ sheets: { 学生学籍: rows.join('') }, sharedStrings, styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' });
}

interface Day {
  readonly serial: number;
}

function student(i: number): (string | number | Day | null)[] {
  return [
    `S${100_000 + i}`, `${'赵钱孙李周吴郑王冯陈'[i % 10]}${'一二三四五六七八九十'[(i * 7) % 10]}${i % 97}`, i % 2 === 0 ? '男' : '女',
    { serial: FIRST_BIRTHDAY + (i % MONTHS_AND_DAYS) }, null, `P${i % 6}`, `SC${i % 6}`, `C${i % 6}`, 2021 + (i % 4), '高职', 4 + (i % 2), '在读',
    `K${i % 400}`, '是', { serial: TERM_START }, null, '汉族', '浙江衢州', `1380570${10_000 + (i % 90_000)}`, `某某街道${i % 3_000}号`, 324_000,
    160 + (i % 30), 50.5 + (i % 20), 4.9, `第${i}号`,
  ];
}

function rowXml(row: number, cells: readonly (string | number | Day | null)[], strings: Map<string, number>): string {
  const xml = cells.map((cell, i) => {
    const name = `${String.fromCharCode(65 + i)}${row}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c r="${name}" s="1"><v>${cell.serial}</v></c>`;
    const position = strings.get(cell) ?? strings.size;
    strings.set(cell, position);
    return `<c r="${name}" t="s"><v>${position}</v></c>`;
  });
  return `<row r="${row}" spans="1:${cells.length}">${xml.join('')}</row>`;
}

if (import.meta.main) await benchWorkbook();
