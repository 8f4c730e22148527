#!/usr/bin/env node
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { COMPILE_CACHE, PINNED_NODE, ROOT, refuse, requireNode18 } from './project.js';

const main = join(ROOT, 'cli', 'main.ts');
const [major, minor] = process.versions.node.split('.').map(Number);

requireNode18();
if (!existsSync(PINNED_NODE)) refuse('尚未安装依赖，请先运行 npm start 或 npm ci。', 'The packages are not installed: run npm start or npm ci first.', 2);
if (major > 24 || (major === 24 && minor >= 12)) {
  // This Node reads TypeScript; under npx it is already the pinned one.
  module.enableCompileCache(COMPILE_CACHE);
  await import('../cli/main.ts');
} else {
  const { runPinned } = await import('./run.js');
  process.exitCode = await runPinned([main, ...process.argv.slice(2)], { cwd: process.cwd() });
}
