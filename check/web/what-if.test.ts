import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

/** The longest that an answer may take, in milliseconds. */
const ANSWER_MS = 4;

onDatabase('embedded', 'what if', (database) => {
  const { open } = site(database);
  const row = (page: Page, clause: string) => page.locator('.results tbody tr', { has: page.getByText(clause, { exact: true }) });
  const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
  const slider = (page: Page, label: string) => page.getByRole('slider', { name: label, exact: true });

  test('asks which campus, and leads to it', async () => {
    const page = await open('/what-if');
    await page.getByRole('link', { name: '衢州第二中专高职校区' }).click();
    await page.waitForSelector('.results');
    expect(new URL(page.url()).pathname).toBe('/what-if/C2');
    expect(await page.locator('.results tbody tr').count()).toBe(17);
  });

  test('one square metre decides, in plain words, and the scenario is in the address', async () => {
    const page = await open('/what-if/C2');
    expect(await row(page, 'R1-b').textContent()).toContain('还差 0.78 平方米教学行政用房');
    await field(page, '教学行政用房').fill('584.99');
    expect(await row(page, 'R1-b').textContent()).toContain('还差 0.01 平方米教学行政用房');
    await field(page, '教学行政用房').fill('585');
    expect(await row(page, 'R1-b').textContent()).toMatch(/未达标\s*变为.*达标/);
    await page.waitForURL(/teaching_area_m2=0\.78/);
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await field(again, '教学行政用房').inputValue()).toBe('585');
    expect(await again.locator('.what-if-scenario').textContent()).toBe('假设：教学行政用房增加 0.78 平方米。');
  });

  test('the least change that passes fills itself in, and says what it adds; undo and reset take it back', async () => {
    const page = await open('/what-if/C2');
    await page.getByRole('button', { name: '填入达标的最小改变' }).click();
    const said = (await page.locator('.notice').textContent()) ?? '';
    expect(said).toContain('教学行政用房增加 0.78 平方米');
    expect(said).toContain('这样每项标准都达标');
    expect(await page.locator('.result-counts').textContent()).toContain('未达标 5 → 0');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await page.locator('.result-counts').textContent()).toContain('结论没有变化');
    await field(page, '高职阶段学生').fill('45');
    await page.getByRole('button', { name: '恢复现状' }).click();
    expect(await field(page, '高职阶段学生').inputValue()).toBe('39');
    await page.waitForURL((url) => !url.search.includes('students'));
  });

  test('what is not reported stays unknown: no lever, and what to report', async () => {
    const page = await open('/what-if/C4');
    expect(await page.locator('.lever-missing').first().textContent()).toContain('未上报');
    await page.getByRole('button', { name: '填入达标的最小改变' }).click();
    expect(await page.locator('.notice').textContent()).toContain('仍有待办');
  });

  test('capacity names the number and what binds', async () => {
    const page = await open('/what-if/C2');
    expect(await page.locator('.capacity-line').textContent()).toContain('最多容纳 36 名 高职阶段学生，先受限于生均宿舍面积');
    expect(await page.locator('.capacity-line').textContent()).toContain('已超出 3 人');
    await field(page, '宿舍').fill('300');
    expect(await page.locator('.capacity-line').textContent()).toContain('最多容纳 37 名 高职阶段学生，先受限于生师比');
  });

  test('by keyboard alone: the slider moves, the figure opens, the panel follows the slider', async () => {
    const page = await open('/what-if/C2');
    await slider(page, '高职阶段学生').focus();
    await page.keyboard.press('ArrowRight');
    expect(await field(page, '高职阶段学生').inputValue()).toBe('40');
    await row(page, 'R1-b').locator('.figure').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.provenance');
    expect(await page.locator('.provenance').textContent()).toContain('÷ 40 人');
    await slider(page, '高职阶段学生').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.provenance').textContent()).toContain('÷ 41 人');
    expect(await page.evaluate('document.activeElement?.getAttribute("type")')).toBe('range');
  });

  test('an answer takes at most four milliseconds while a slider is dragged', async () => {
    const page = await open('/what-if/C1');
    await slider(page, '高职阶段学生').focus();
    await page.evaluate('performance.clearMeasures()');
    for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowRight');
    const took = (await page.evaluate("performance.getEntriesByName('guantong.what-if').map((entry) => entry.duration)")) as number[];
    const sorted = took.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
    console.log(`what-if: ${took.length} answers, median ${median.toFixed(2)} ms, longest ${sorted.at(-1)?.toFixed(2)} ms`);
    expect(took.length).toBeGreaterThanOrEqual(60);
    expect(median).toBeLessThanOrEqual(ANSWER_MS);
  });

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test.each(['zh', 'en'])('axe finds nothing, in %s', async (lang) => {
      for (const path of [`/what-if?lang=${lang}&${query}`, `/what-if/C2?students=6&lang=${lang}&${query}`, `/what-if/C4?lang=${lang}&${query}`]) {
        expect(await findings(await open(path), query !== '')).toEqual([]);
      }
    }, MANY_NODES_MS);
    test('on a phone too, and nothing scrolls sideways', async () => {
      const page = await open(`/what-if/C2?students=6&teachers=1&overlaps=-1&${query}`, 360);
      expect(await findings(page, query !== '')).toEqual([]);
      await expectNoSidewaysScroll(page);
    }, MANY_NODES_MS);
  });
});
