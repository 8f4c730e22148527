import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { site } from './site.ts';
import { threadsOf, watchThreads } from './thread-time.ts';

const WAIT = { timeout: 60_000 };

onDatabase('embedded', 'bands that are worked out in the browser', (database) => {
  const { openAs, faults } = site(database);
  const asked = (page: Page): string[] => {
    const paths: string[] = [];
    page.on('request', (request) => { if (request.url().includes('/api/forecast/')) paths.push(new URL(request.url()).pathname); });
    return paths;
  };
  const chances = (page: Page): Promise<string[]> => page.locator('section[aria-labelledby="forecast-over"] tbody tr').allInnerTexts();

  test('are the server’s to the last figure, from a thread beside the page', async () => {
    const page = await openAs('office', '/todo');
    const paths = asked(page);
    await watchThreads(page);
    await page.goto(new URL('/forecast', page.url()).href);
    await page.locator('section[aria-labelledby="forecast-over"] tbody tr').first().waitFor(WAIT);
    expect(paths).toContain('/api/forecast/band-inputs');
    expect(paths).not.toContain('/api/forecast/bands');
    const [own] = await threadsOf(page);
    const on = new URL(page.url()).searchParams.get('on');
    const served = await (await page.request.get(`/api/forecast/bands?years=10${on === null ? '' : `&on=${on}`}`)).json() as { region: unknown; campuses: unknown };
    const answer = own?.answer as typeof served | undefined;
    expect({ region: answer?.region, campuses: answer?.campuses }).toEqual({ region: served.region, campuses: served.campuses });
    expect(served.region).toHaveLength(10);
    expect((await chances(page)).length).toBeGreaterThan(5);
    expect(faults()).toEqual([]);
  }, 120_000);

  test('are the server’s for whoever may not know what runs need', async () => {
    const page = await openAs('county_bureau', '/todo');
    const paths = asked(page);
    await page.goto(new URL('/forecast', page.url()).href);
    await page.locator('section[aria-labelledby="forecast-over"]').waitFor(WAIT);
    expect(paths).toContain('/api/forecast/bands');
    expect(paths).not.toContain('/api/forecast/band-inputs');
    expect(faults()).toEqual([]);
  }, 120_000);
});
