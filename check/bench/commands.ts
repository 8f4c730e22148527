import { mkdtemp, rm } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeProvince } from '../../samples/province.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const RUNS = 5;

/** Whole processes: `check` on the sample and on a province of half a million students. */
export async function benchCommands(print: (line: string) => void = console.log): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-province-'));
  try {
    report(print, 'check on the city sample', join(ROOT, 'samples/quzhou'), { seconds: 0.8, mib: Number.POSITIVE_INFINITY });
    await writeProvince(folder);
    report(print, 'check on a province', folder, { seconds: 8, mib: 1024 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function report(print: (line: string) => void, name: string, data: string, most: { readonly seconds: number; readonly mib: number }): void {
  const runs = Array.from({ length: RUNS }, () => runCheck(data)).sort((a, b) => a.seconds - b.seconds);
  const median = runs[Math.floor(RUNS / 2)];
  if (median === undefined) throw new Error('nothing was run');
  const peak = Math.max(...runs.map((run) => run.mib));
  const reached = median.seconds <= most.seconds && peak <= most.mib;
  const limit = Number.isFinite(most.mib) ? `${most.seconds} s, ${most.mib} MiB` : `${most.seconds} s`;
  print(`command ${name}, whole process: median ${median.seconds.toFixed(2)} s of ${RUNS}, peak ${peak.toFixed(0)} MiB (limit ${limit}) ${reached ? 'reached' : 'MISSED'}`);
}

function runCheck(data: string): { readonly seconds: number; readonly mib: number } {
  const script = 'process.on("exit", () => process.stderr.write(`\\npeak ${process.resourceUsage().maxRSS}\\n`));';
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(script)}`, join(ROOT, 'cli/main.ts'), 'check', data, '--as-of', '2025-10-31', '--json'], {
    encoding: 'utf8', maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const peak = /peak (\d+)/.exec(done.stderr)?.[1];
  if ((done.status ?? 3) > 1 || peak === undefined) throw new Error(`check failed: ${done.stderr}`);
  return { seconds, mib: Number(peak) / 1024 };
}
