import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { TestDatabase } from '../databases.ts';
import { serve } from '../api/served.ts';
import type { Served } from '../api/served.ts';
import { DELIVERED } from './delivered.ts';

/** The whole product for the tests of one file: the web as it is delivered, its server, a database with the sample, a browser signed in. */
export interface Site {
  readonly served: Served;
  /** Opens a page at a width in pixels and waits until it stands. */
  readonly open: (path: string, width?: number) => Promise<Page>;
}

const DAY = '2025-10-31';

export function site(test: TestDatabase): Site {
  let browser: Browser | null = null;
  let context: BrowserContext | null = null;
  const served = serve(test, { sample: true, web: () => DELIVERED });
  beforeAll(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ baseURL: served.origin(), reducedMotion: 'reduce' });
    const { account, password } = served.sample();
    await context.request.post('/api/session', { data: { account, password } });
  });
  afterEach(async () => {
    await Promise.all((context?.pages() ?? []).map((page) => page.close()));
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    served,
    open: async (path, width = 1360) => {
      if (context === null) throw new Error('pages are opened inside tests only');
      const page = await context.newPage();
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}on=${DAY}`, { waitUntil: 'networkidle' });
      await page.waitForSelector('h1');
      return page;
    },
  };
}
