import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Everything in bin/ runs on the machine's own Node, 18 or newer, before anything is installed.
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const MODULES = join(ROOT, 'node_modules');
/** The Node that the project pins; it runs the TypeScript sources as they are. */
export const PINNED_NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** Compiled modules are kept here, so that a command starts without compiling them again. */
export const COMPILE_CACHE = join(MODULES, '.cache', 'guantong-compiled');

/** One thing said in both languages, on standard error. */
export function say(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`);
}

/** Says why the program cannot go on, and ends it. */
export function refuse(zh, en, status = 1) {
  say(zh, en);
  process.exit(status);
}

/** Refuses a Node that is too old even for the first step. */
export function requireNode18() {
  if (Number(process.versions.node.split('.')[0]) >= 18) return;
  refuse(
    `需要 Node.js 18 或更新的版本，当前是 ${process.versions.node}。请从 https://nodejs.org 安装。`,
    `Node.js 18 or newer is needed; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
}

/** Where the data live: `--data DIR`, GUANTONG_DATA, or .data in the project. */
export function dataDirectory(args) {
  const joined = args.find((arg) => arg.startsWith('--data='));
  const separate = args.indexOf('--data');
  const given = joined?.slice('--data='.length) ?? (separate >= 0 ? args[separate + 1] : undefined) ?? process.env.GUANTONG_DATA;
  return given ? resolve(given) : join(ROOT, '.data');
}
