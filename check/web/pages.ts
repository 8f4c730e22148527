import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { loadSampleRegion } from '../../api/sample-region.ts';
import { createServer } from '../../api/server.ts';
import { signInDelay } from '../../api/sign-in-delay.ts';
import { openUploads } from '../../api/uploads.ts';
import { date } from '../../core/values/plain-date.ts';
import { openDatabase } from '../../store/database.ts';
import { launchBrowser } from '../browser.ts';
import type { TestDatabase } from '../databases.ts';
import { DELIVERED } from './delivered.ts';

/** The real pages over the real server and a real database, for the tests of one file. */
export interface Pages {
  /** A page opened by somebody who is signed in, loaded and laid out. */
  readonly open: (path: string, width?: number) => Promise<Page>;
  /** What went wrong in the pages opened by this test: errors in the console, refused files. */
  readonly faults: () => readonly string[];
  readonly origin: () => string;
}

const TODAY = date('2025-11-20');
const PASSWORD = 'a-password-for-tests';

/** Builds the web, fills a region with the sample (or sets up an empty one), and serves both on a free port. */
export function servePages(database: TestDatabase, { sample }: { readonly sample: boolean }): Pages {
  const dataDir = mkdtempSync(join(tmpdir(), 'guantong-pages-'));
  const closing: (() => Promise<unknown>)[] = [];
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  let origin = '';
  let browser: Browser | null = null;
  let account: { readonly account: string; readonly password: string } = { account: 'office', password: PASSWORD };

  beforeAll(async () => {
    const store = await openDatabase(database.connection());
    closing.push(() => store.close());
    if (sample) account = await loadSampleRegion(store, dataDir);
    const app = createServer({
      database: store, version: 'test', today: () => TODAY, uploads: openUploads(Date.now), delay: signInDelay(Date.now), log: () => undefined,
      loadSample: () => loadSampleRegion(store, dataDir),
    }, DELIVERED);
    const server = createAdaptorServer({ fetch: app.fetch });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closing.push(() => new Promise((resolve) => {
      server.close(resolve);
      if ('closeAllConnections' in server) server.closeAllConnections();
    }));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    if (!sample) await setUp(origin);
    browser = await launchBrowser();
    closing.push(() => (browser as Browser).close());
  }, 180_000);
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    faults.length = 0;
  });
  afterAll(async () => {
    for (const close of closing.reverse()) await close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    origin: () => origin,
    faults: () => faults,
    open: async (path, width = 1360) => {
      if (browser === null) throw new Error('pages are there inside tests only');
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', baseURL: origin });
      contexts.push(context);
      const reply = await context.request.post('/api/session', { data: { account: account.account, password: account.password } });
      if (!reply.ok()) throw new Error(`not signed in: ${await reply.text()}`);
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(path);
      await settled(page);
      return page;
    },
  };
}

async function setUp(origin: string): Promise<void> {
  const region = {
    region_code: '330800', name: '衢州市', office_name: '职改办', counties: [{ code: '330802', name: '柯城区' }], pack: 'quzhou-2024',
    account: { account: 'office', name: '职改办', password: PASSWORD },
  };
  const reply = await fetch(`${origin}/api/first-run`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(region) });
  if (!reply.ok) throw new Error(`not set up: ${await reply.text()}`);
}

/** Loaded and quiet. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForLoadState('networkidle');
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, short enough to read in a failed test; with `high`, contrast is asked at 7 : 1. */
export async function axeFindings(page: Page, high: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags([...STANDARD, ...(high ? ['wcag2aaa'] : [])]);
  const rules = { 'target-size': { enabled: true }, ...(high && { 'color-contrast-enhanced': { enabled: true } }) };
  const { violations } = await axe.options({ rules }).analyze();
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

/** How many pixels a page is wider than its window. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
}
