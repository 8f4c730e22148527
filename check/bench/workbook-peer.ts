import { readFile } from 'node:fs/promises';
import readExcelFile from 'read-excel-file/node';

/** Merely parses a workbook with `read-excel-file`, in a process of its own; prints `{rows, ms, peakMib}`. */
const start = performance.now();
const [sheet] = await readExcelFile(process.argv[2] ?? '');
const ms = Math.round(performance.now() - start);
const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
const kib = Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
process.stdout.write(JSON.stringify({ rows: sheet?.data.length ?? 0, ms, peakMib: Math.round(kib / 1024) }));
