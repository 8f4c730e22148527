import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

onDatabase('embedded', 'the forecast', (database) => {
  const { open, faults } = site(database);
  const CAMPUSES = '[aria-labelledby="forecast-campuses"]';

  test('S2-a: an intake that is too large for a campus three years later is seen, and leads to the campus', async () => {
    const page = await open('/forecast');
    const row = page.locator(`section${CAMPUSES} tbody tr`, { hasText: '衢州中专高职校区' });
    expect(await row.locator('td').nth(2).textContent()).toMatch(/未达标\s*268.*\/\s*77/);
    await row.getByRole('link').click();
    await page.waitForSelector('[aria-labelledby="forecast-figures"]');
    expect(new URL(page.url()).pathname).toBe('/forecast/C1');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('衢州中专高职校区');
    expect(faults()).toEqual([]);
  });

  test('the chart has its limit as a line, and the same figures one key away as a table', async () => {
    const page = await open('/forecast/C1');
    await page.waitForSelector('.line-trend svg');
    await page.getByRole('button', { name: /表/ }).first().press('Enter');
    const table = page.locator('.chart-frame-data table').first();
    expect(await table.locator('th').allTextContents()).toContain('可容纳');
    expect(await table.locator('tbody tr').nth(2).textContent()).toMatch(/268.*77/);
  });

  test('a verdict of a later year opens down to the records of its day, and says that heads are foreseen', async () => {
    const page = await open('/forecast/C1');
    await page.getByRole('button', { name: /^2028 R1-b/ }).click();
    await page.waitForSelector('.provenance');
    await expect.poll(() => page.locator('.provenance').textContent()).toContain('÷ 305 人');
    const said = (await page.locator('.provenance').textContent()) ?? '';
    expect(said).toContain('学生数 305 是预测值');
    expect(said).toContain('R1-b');
  });

  test('how far and by whose rates stand in the address', async () => {
    const page = await open('/forecast');
    await page.getByLabel('推算到').selectOption('3');
    await page.getByLabel('比例').selectOption('history');
    await page.waitForURL(/years=3.*rates=history/);
    await expect.poll(() => page.locator(`section${CAMPUSES} thead th`).count()).toBe(5);
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await again.getByLabel('推算到').inputValue()).toBe('3');
  });

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test.each(['zh', 'en'])('axe finds nothing, in %s', async (lang) => {
      for (const path of [`/forecast?lang=${lang}&${query}`, `/forecast/C1?lang=${lang}&${query}`, `/forecast/C7?lang=${lang}&${query}`]) {
        expect(await findings(await open(path), query !== '')).toEqual([]);
      }
    }, MANY_NODES_MS);
    test('on a phone too, and nothing scrolls sideways', async () => {
      for (const path of [`/forecast?${query}`, `/forecast/C1?${query}`]) {
        const page = await open(path, 360);
        expect(await findings(page, query !== '')).toEqual([]);
        await expectNoSidewaysScroll(page);
      }
    }, MANY_NODES_MS);
  });
});
