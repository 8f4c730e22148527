import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startAlone } from '../prove/alone.ts';
import { serveSample } from '../prove/sample-server.ts';
import { buildPages, DELIVERED } from '../web/delivered.ts';
import { threadsOf, watchThreads, type ThreadTime } from '../web/thread-time.ts';

const ROUNDS = 5;
const MOST_MS = 1500;
const LONGEST_MS = 50;
const WAIT_MS = 50;
const MOST_WAITS = 400;

/** Ten thousand runs of ten years of the city where the planner sits: in the browser, beside the page. */
export async function benchBands(print: (line: string) => void = console.log): Promise<void> {
  buildPages();
  const alone = await startAlone();
  const served = await serveSample(await alone.newDatabase(), {}, DELIVERED);
  const browser = await launchBrowser();
  try {
    const times: ThreadTime[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push(await once(browser, served.origin, await served.cookieOf('office')));
    const ms = times.map((one) => one.ms).toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
    const longest = Math.max(...times.map((one) => one.longest));
    print(`10000 runs of ten years of the city in the browser: median ${ms.toFixed(0)} ms of ${ROUNDS} (limit ${MOST_MS} ms) ${ms <= MOST_MS ? 'reached' : 'MISSED'}; the page stood still for ${longest.toFixed(0)} ms at most meanwhile (limit ${LONGEST_MS} ms) ${longest <= LONGEST_MS ? 'reached' : 'MISSED'}`);
  } finally {
    await browser.close();
    await served.stop();
    await alone.stop();
  }
}

/** On a page that stands already, asked once more by other rates. */
async function once(browser: Browser, origin: string, cookie: string): Promise<ThreadTime> {
  const context = await browser.newContext({ baseURL: origin, locale: 'zh-CN' });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: origin }]);
    const page = await context.newPage();
    await watchThreads(page);
    await page.goto('/forecast?on=2025-10-31');
    await page.locator('section[aria-labelledby="forecast-over"] tbody tr').first().waitFor({ timeout: 60_000 });
    await page.locator('.forecast-controls select').nth(1).selectOption('history');
    for (let waited = 0; waited < MOST_WAITS; waited += 1) {
      const [, again] = await threadsOf(page);
      if (again !== undefined) return again;
      await page.waitForTimeout(WAIT_MS);
    }
    throw new Error('nothing ran beside the page');
  } finally {
    await context.close();
  }
}
