import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled } from './install.js';
import { MODULES, PINNED_NODE, ROOT, requireNode18 } from './project.js';
import { runPinned } from './run.js';

const tool = (...parts) => join(MODULES, ...parts);

/** Finds or installs the browser once, so that every test file can launch it at once. */
function browser() {
  const found = spawnSync(PINNED_NODE, [join(ROOT, 'check', 'browser.ts')], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  if (found.status !== 0) return 1;
  const { path, from } = JSON.parse(found.stdout);
  process.env.GUANTONG_BROWSER = path;
  process.stdout.write(`${path} (${from})\n`);
  return 0;
}

async function typecheck() {
  const tsc = tool('typescript', 'bin', 'tsc');
  const results = [];
  for (const project of ['core', '.', 'web']) results.push(await runPinned([tsc, '-p', project, '--checkers', '1']));
  return results.some((status) => status !== 0) ? 1 : 0;
}

const PHASES = [
  { name: '浏览器 browser', run: browser },
  { name: '类型 typecheck', run: typecheck },
  { name: '代码检查 lint', run: () => runPinned([tool('oxlint', 'bin', 'oxlint'), '--deny-warnings']) },
  { name: '测试 tests', run: (args) => runPinned([tool('vitest', 'vitest.mjs'), 'run', ...args]) },
];

/** Runs the phase and answers its closing line. */
async function timed(phase, args) {
  process.stdout.write(`\n== ${phase.name}\n`);
  const began = Date.now();
  const status = await phase.run(args);
  return { ok: status === 0, line: `${status === 0 ? '通过 pass' : '未过 FAIL'}  ${phase.name}  ${((Date.now() - began) / 1000).toFixed(1)} s` };
}

requireNode18();
await ensureInstalled({ dev: true });
const results = [];
for (const phase of PHASES) results.push(await timed(phase, process.argv.slice(2)));
process.stdout.write(`\n${results.map((result) => result.line).join('\n')}\n`);
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
