import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allocate } from '../../core/allocation/allocate.ts';
import { percentOff } from '../../core/allocation/phrases.ts';
import { situationOf } from '../../core/allocation/situation.ts';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { toFixed } from '../../core/values/exact.ts';
import { date } from '../../core/values/plain-date.ts';
import { PROVINCE, writeProvince } from '../../samples/province.ts';
import { writePlanning } from '../../samples/province/planning.ts';
import { withOptimisers } from '../../solver/threaded.ts';
import { readDatasetPath } from '../../workbook/read-dataset.ts';

const TO = 2030;
/** A tenth more than the hundred thousand who come each year. */
const TARGET = 110_000;
const THREADS = 2;
const MOST_SECONDS = 60;
const MOST_OFF = 0.03;
const MEBIBYTE = 2 ** 20;

/** A province of 400 campuses and half a million students that takes in a tenth more: how far its plan may be off, and when that is known. */
export async function benchAllocateProvince(print: (line: string) => void = console.log): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-plan-'));
  try {
    writeProvince(folder, PROVINCE);
    writePlanning(folder, PROVINCE.campuses);
    await measure(folder, print);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, print: (line: string) => void): Promise<void> {
  const read = await readDatasetPath(folder);
  if ('refused' in read) throw new Error('the province is not read');
  const clock = startClock();
  const situation = situationOf(read.dataset, { pack: quzhou2024, on: date('2025-10-31'), to: TO, target: TARGET, rates: 'pack' });
  print(`forecast and facts of ${situation.ground.campuses.length} campuses   ${clock()}`);
  const { answer, problem } = await withOptimisers({ signal: new AbortController().signal, threads: THREADS }, (solvers) => allocate(situation, solvers, {
    seconds: MOST_SECONDS,
    tell: ({ rounds, cost_yuan, bound_yuan }) => print(`  round ${rounds}   best ${cost_yuan?.toFixed(0) ?? '–'}, at least ${bound_yuan?.toFixed(0) ?? '–'} yuan   ${clock()}`),
  }));
  if (answer.state !== 'stopped') throw new Error(`the plan of the province: ${answer.state}`);
  const [cost, bound] = [Number(toFixed(answer.plan.cost_yuan, 2, 'down')), Number(toFixed(answer.bound_yuan, 2, 'down'))];
  const [gap, seconds] = [(cost - bound) / cost, clock.seconds()];
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  print(`allocation of a province, ${problem.model.choices.length} choices, ${problem.model.rules.length} rules, ${answer.plan.decisions.length} decisions: cost ${cost}, bound ${bound}, gap ${percentOff(cost, bound)} (limit ${MOST_OFF * 100}%) ${gap <= MOST_OFF ? 'reached' : 'MISSED'}`);
  print(`allocation of a province, from the records read to the plan judged   ${clock()} (limit ${MOST_SECONDS} s) ${seconds <= MOST_SECONDS ? 'reached' : 'MISSED'}, at most ${memory} MiB (now ${Math.round(process.memoryUsage().rss / MEBIBYTE)})`);
}

/** Seconds that passed and seconds that processors worked. */
function startClock(): (() => string) & { readonly seconds: () => number } {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const seconds = (): number => (performance.now() - started) / 1000;
  const worked = (): number => { const { user, system } = process.cpuUsage(cpu); return (user + system) / 1e6; };
  return Object.assign(() => `${seconds().toFixed(1)} s, processors ${worked().toFixed(1)} s`, { seconds });
}
