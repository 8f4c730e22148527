import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Role } from '../../core/access/roles.ts';
import { date } from '../../core/values/plain-date.ts';
import { launchBrowser } from '../browser.ts';
import type { TestDatabase } from '../databases.ts';
import { enrolFactor } from '../api/enrol.ts';
import { serve } from '../api/served.ts';
import type { Served } from '../api/served.ts';
import { inMaintenance } from '../maintenance.ts';
import { DELIVERED } from './delivered.ts';

/** The whole product for the tests of one file: the web as it is delivered, its server, a database, a browser signed in. */
export interface Site {
  readonly served: Served;
  /** Opens a page at a width in pixels, on the day of the sample unless the address says another, and waits until it stands. */
  readonly open: (path: string, width?: number) => Promise<Page>;
  /** The same as somebody else of the sample, in a browser of their own. */
  readonly openAs: (role: Role, path: string, width?: number) => Promise<Page>;
  /** The same with an account that the test made. */
  readonly openWith: (account: Account, path: string, width?: number) => Promise<Page>;
  /** A page of somebody who was never here, in a browser of their own: nobody is signed in. */
  readonly openAnew: (path: string) => Promise<Page>;
  /** What went wrong in the pages of this test: errors on the console, scripts that failed. */
  readonly faults: () => readonly string[];
}

/** What somebody signs in with. */
export interface Account {
  readonly account: string;
  readonly password: string;
}

interface SiteWith {
  readonly sample?: boolean;
  /** The day that it is, as a test moves it on: the region then has the sample's records and is a real one, in which days pass. */
  readonly today?: () => string;
}

const DAY = '2025-10-31';
/** The region of a site without the sample, set up as its first user would. */
const EMPTY_REGION = {
  region_code: '330800', name: '衢州市', office_name: '职改办', counties: [{ code: '330802', name: '柯城区' }], pack: 'quzhou-2024',
  account: { account: 'office', name: '职改办', password: 'river-stone-lantern-cloud' },
};

export function site(test: TestDatabase, { sample = true, today }: SiteWith = {}): Site {
  let browser: Browser | null = null;
  const contexts = new Map<string, BrowserContext>();
  const faults: string[] = [];
  const served = serve(test, { sample, web: () => DELIVERED, deps: { channels: ['email', 'sms'], ...(today !== undefined && { today: () => date(today()) }) } });
  beforeAll(async () => {
    browser = await launchBrowser();
    // In a sample it is always the same day.
    if (today !== undefined) await inMaintenance(test.connection(), 'update regions set sample = false');
    if (!sample) await served.send('/api/first-run', { json: EMPTY_REGION, anonymous: true });
  });
  afterEach(async () => {
    await Promise.all([...contexts.values()].flatMap((context) => context.pages()).map((page) => page.close()));
    faults.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
  });
  const browserOf = async ({ account, password }: Account): Promise<BrowserContext> => {
    const known = contexts.get(account);
    if (known !== undefined) return known;
    if (browser === null) throw new Error('pages are opened inside tests only');
    const context = await browser.newContext({ baseURL: served.origin(), reducedMotion: 'reduce', locale: 'zh-CN' });
    contexts.set(account, context);
    await signIn(context.request, account, password);
    return context;
  };
  const watched = async (context: BrowserContext, width: number): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.setViewportSize({ width, height: 900 });
    return page;
  };
  const openWith: Site['openWith'] = async (account, path, width = 1360) => {
    const page = await watched(await browserOf(account), width);
    await page.goto(!sample || /[?&]on=/.test(path) ? path : `${path}${path.includes('?') ? '&' : '?'}on=${today?.() ?? DAY}`);
    await settled(page);
    return page;
  };
  const openAnew: Site['openAnew'] = async (path) => {
    if (browser === null) throw new Error('pages are opened inside tests only');
    const page = await watched(await browser.newContext({ baseURL: served.origin(), reducedMotion: 'reduce', locale: 'zh-CN' }), 1360);
    page.on('close', () => void page.context().close().catch(() => undefined));
    await page.goto(path);
    return page;
  };
  const accountOf = (role: Role): Account => (sample ? served.sample().accounts.find((one) => one.role === role) : EMPTY_REGION.account) ?? { account: '', password: '' };
  const openAs: Site['openAs'] = (role, path, width) => openWith(accountOf(role), path, width);
  return { served, faults: () => faults, openAs, openWith, openAnew, open: (path, width) => openAs('office', path, width) };
}

/** As a page does it, with the second factor set up where one is asked for. */
async function signIn(request: APIRequestContext, account: string, password: string): Promise<void> {
  const ask = async (path: string, data: unknown) => {
    const reply = await request.post(path, { data });
    return { status: reply.status(), body: (await reply.json()) as unknown };
  };
  const { body } = await ask('/api/session', { account, password });
  if ((body as { level: string }).level === 'enrol') await enrolFactor(ask);
}

/** Nothing of the page is still asked for, and it has had time to draw what came, three times in a row. */
const QUIET = `(async () => {
  const fetched = () => performance.getEntriesByType('resource').length;
  for (let calm = 0, before = -1; calm < 3; ) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    const waiting = document.readyState !== 'complete' || document.querySelector('h1') === null || document.querySelector('[aria-busy=true], .page-loading') !== null;
    calm = waiting || fetched() !== before ? 0 : calm + 1;
    before = fetched();
  }
})()`;

/** Loaded and quiet. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.evaluate(QUIET);
}
