import { parseArgs } from 'node:util';
import { twin } from './twin.ts';

const DEFAULT_COUNT = 2000;
const SHOWN = 40;

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } });
const count = Number(values.count ?? DEFAULT_COUNT);
const first = Number(values.seed ?? Date.now() % 1_000_000_000);
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first)) {
  process.stderr.write('usage: npm run prove -- [--seed N] [--count N]\n');
  process.exit(2);
}

const started = performance.now();
const totals = { met: 0, unmet: 0, undetermined: 0, not_applicable: 0 };
let differing = 0;
for (let seed = first; seed < first + count; seed++) {
  const { day, verdicts, differences } = twin(seed);
  for (const outcome of Object.keys(totals) as (keyof typeof totals)[]) totals[outcome] += verdicts[outcome];
  if (differences.length === 0) continue;
  differing += 1;
  if (differing <= SHOWN) process.stdout.write(`seed ${seed}, ${day}\n${differences.map((text) => `  ${text}\n`).join('')}`);
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`${count} regions from seed ${first}: ${Object.entries(totals).map(([name, number]) => `${number} ${name}`).join(', ')}; ${differing} differ; ${seconds} s\n`);
process.exitCode = differing === 0 ? 0 : 1;
