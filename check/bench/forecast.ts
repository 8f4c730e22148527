import { fileURLToPath } from 'node:url';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forecastFrom } from '../../core/forecast/forecast.ts';
import { groundOf } from '../../core/forecast/ground.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { date } from '../../core/values/plain-date.ts';
import { writeProvince } from '../../samples/province.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ON = date('2025-10-31');
const TO = 2035;
const ROUNDS = 21;
/** As many campuses as a province has, fewer students on the roll: heads are counted before anything is measured here. */
const SIZE = { campuses: 400, students: 40_000, staff: 30_000 };

/** Ten years of a city and of a province with all verdicts, once the facts are ready; medians of one run. */
export async function benchForecast(print: (line: string) => void = console.log): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-future-'));
  try {
    await measure(print, 'the city sample', join(ROOT, 'samples/quzhou'), 4);
    writeProvince(folder, SIZE);
    await measure(print, 'a province of 400 campuses', folder, 60);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(print: (line: string) => void, name: string, path: string, most: number): Promise<void> {
  const read = await readDatasetPath(path);
  if ('refused' in read) throw new Error(`not read: ${path}`);
  const [ready] = timed(() => groundOf(read.dataset, quzhou2024, ON, TO));
  const ground = groundOf(read.dataset, quzhou2024, ON, TO);
  const rounds = Array.from({ length: ROUNDS }, () => timed(() => forecastFrom(ground, 'pack'))[0]).sort((a, b) => a - b);
  const median = rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
  const verdicts = forecastFrom(ground, 'pack').rows.reduce((sum, row) => sum + row.verdicts.length + row.notices.length, 0);
  print(`forecast ${name}, ${TO - 2025} years, ${verdicts} verdicts, facts ready   median ${median.toFixed(1)} ms of ${ROUNDS} (limit ${most} ms) ${median <= most ? 'reached' : 'MISSED'}`);
  print(`forecast ${name}, facts counted from rows for each year   ${ready.toFixed(0)} ms`);
}

function timed<T>(work: () => T): [milliseconds: number, T] {
  const start = process.hrtime.bigint();
  const result = work();
  return [Number(process.hrtime.bigint() - start) / 1e6, result];
}
