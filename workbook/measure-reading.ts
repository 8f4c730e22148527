import { readFile } from 'node:fs/promises';
import { isRefusal } from './refusal.ts';
import { readDatasetPath } from './read-dataset.ts';

/**
 * Reads one file in a process of its own and prints what it took: `{refused, problems, rows, ms, addedMib, peakMib}`.
 * Tests and the bench start it as a child, because the peak of memory belongs to a whole process.
 */
const before = process.memoryUsage().rss;
const start = performance.now();
const read = await readDatasetPath(process.argv[2] ?? '');
const ms = Math.round(performance.now() - start);
const peak = await peakBytes();
const outcome = isRefusal(read)
  ? { refused: read.refused, detail: read.detail, problems: 0, rows: 0 }
  : { refused: null, detail: null, problems: read.problems.length, rows: Object.values(read.dataset).reduce((sum, rows) => sum + rows.length, 0) };
const MIB = 1024 * 1024;
process.stdout.write(JSON.stringify({ ...outcome, ms, addedMib: Math.round((peak - before) / MIB), peakMib: Math.round(peak / MIB) }));

/** The most memory this program held. The system's own count would begin with that of the parent, so Linux is asked for the program's. */
async function peakBytes(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kib = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return kib === undefined ? process.resourceUsage().maxRSS * 1024 : Number(kib) * 1024;
}
