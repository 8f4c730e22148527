import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODULES, ROOT, refuse, say } from './project.js';
import { runPinned } from './run.js';

const SOURCES = ['web', 'core', 'package-lock.json', 'tsconfig.base.json'];
const STAMP = join(ROOT, 'dist', 'web', 'built-from.txt');

function filesOf(path) {
  const full = join(ROOT, path);
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full).flatMap((name) => filesOf(`${path}/${name}`));
}

/** A digest of everything the web pages are built from, tests aside. */
function digest() {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap(filesOf).filter((path) => !/\.test\.tsx?$/.test(path)).sort();
  for (const path of files) hash.update(path).update('\0').update(readFileSync(join(ROOT, path))).update('\0');
  return hash.digest('hex');
}

/** Builds the web pages when their sources changed since the last build. */
export async function ensureBuilt() {
  const now = digest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return;
  say('正在生成网页 …', 'Building the web pages …');
  const vite = join(MODULES, 'vite', 'bin', 'vite.js');
  const status = await runPinned([vite, 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  if (status !== 0) refuse('网页没有生成，原因见上。', 'The web pages were not built; the reason stands above.');
  writeFileSync(STAMP, now);
}
