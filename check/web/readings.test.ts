import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'readings', (database) => {
  const { open, served } = site(database);

  test('every reading stands there with what is taken, why, and what it is marked with', async () => {
    const page = await open('/readings');
    expect(await page.locator('.doubt').count()).toBe(70);
    const dormitory = (await page.locator('#B10').textContent()) ?? '';
    expect(dormitory).toContain('全部在校生');
    expect(dormitory).toContain('2024年5月29日起');
    expect(await page.locator('#B12 .doubt-unverified').textContent()).toContain('未经官方文本核实');
  });

  test('another reading says which campus and standard it would change, from what to what, as the server computes it', async () => {
    const page = await open('/readings?show=changing');
    await page.waitForSelector('#B10');
    const shown = (await page.locator('#B10').textContent()) ?? '';
    expect(shown.replace(/\s+/g, '')).toContain('若按“住宿生”：1个结论改变衢州第二中专高职校区R1-d未达标→变为达标');
    const { effects } = await served.answer<{ effects: { reading: string; changes: unknown[] }[] }>('listEffects', '/api/readings/effects?on=2025-10-31');
    const changing = new Set(effects.filter((e) => e.changes.length > 0).map((e) => e.reading));
    expect(await page.locator('.doubt').count()).toBe(changing.size);
  });

  test('search and filter stay in the address; nothing found says what to do', async () => {
    const page = await open('/readings');
    await page.getByRole('searchbox', { name: '查找' }).fill('住宿生');
    await page.waitForURL(/q=/);
    await expect.poll(() => page.locator('.doubt').count()).toBe(1);
    await page.getByRole('searchbox', { name: '查找' }).fill('没有这样的词');
    await page.getByRole('button', { name: '全部口径' }).click();
    await expect.poll(() => page.locator('.doubt').count()).toBe(70);
  });

  test('parameters in force stand in a table with unit, clause, dates and source; before the policy there are none', async () => {
    const page = await open('/readings?view=parameters');
    const text = (await page.locator('.table-grid').textContent()) ?? '';
    expect(text).toContain('每个项目至少有几家企业');
    expect(text).toContain('2024年5月29日');
    const { parameters } = await served.answer<{ parameters: unknown[] }>('listParameters', '/api/parameters?on=2025-10-31');
    expect(await page.locator('h2').first().textContent()).toContain(`${parameters.length} 个`);
    const early = await open('/readings?view=parameters');
    await early.goto(early.url().replace('2025-10-31', '2024-05-28'));
    await settled(early);
    expect(await early.locator('.empty-state').textContent()).toContain('没有生效的参数');
  });

  test('the list for the office prints with room for an answer', async () => {
    const page = await open('/readings?view=open');
    await page.waitForSelector('.open-questions > li');
    expect(await page.locator('.open-questions > li').count()).toBeGreaterThan(30);
    expect(await page.locator('.open-answer').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.open-answer').first().isVisible()).toBe(true);
  });

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test('axe finds nothing in any view', async () => {
      for (const path of [`/readings?${query}`, `/readings?view=parameters&lang=en&${query}`, `/readings?view=open&${query}`]) {
        expect(await findings(await open(path), query !== '')).toEqual([]);
      }
    }, MANY_NODES_MS);
    test('on a phone too, and nothing scrolls sideways', async () => {
      const page = await open(`/readings?${query}`, 360);
      expect(await findings(page, query !== '')).toEqual([]);
      await expectNoSidewaysScroll(page);
      await expectNoSidewaysScroll(await open(`/readings?view=open&lang=en&${query}`, 360));
      await expectNoSidewaysScroll(await open(`/readings?view=parameters&${query}`, 360));
    }, MANY_NODES_MS);
  });
});
