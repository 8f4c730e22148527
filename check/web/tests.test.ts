import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];

onDatabase('embedded', 'sample tests in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('M9-c: from the plan over list, draw and scores to the finding, and a school draws again for itself', async () => {
    const page = await openAs('college_academic', '/tests/plan');
    await button(page, '保存方案').click();
    expect(await page.locator('.error-summary li').count()).toBeGreaterThan(2);
    await page.fill('#plan-title', '公共基础课抽测');
    await page.getByLabel('2 年级').check({ force: true });
    await page.fill('#plan-day', '2025-10-31');
    await page.fill('#plan-papers', '语文、数学');
    await page.fill('#plan-seed', '双色球 2025120 期');
    await button(page, '保存方案').click();
    await page.waitForURL(/\/tests\/sample\/\d+/);
    const address = new URL(page.url()).pathname;
    await settled(page);
    await button(page, '封存名单').click();
    await page.fill('#sample-seed', '03 08 11 17 29 33 05');
    await button(page, '抽取样本').click();
    await button(page, '录入成绩').click();
    await button(page, '填入待录入的学号').click();
    const ids = (await page.inputValue('#scores')).split('\n').map((line) => line.trim());
    expect(ids.length).toBeGreaterThanOrEqual(20);
    await page.fill('#scores', ids.map((id) => `${id}\t100.5`).join('\n'));
    await expect.poll(() => page.textContent('.score-entry')).toContain(`有 ${ids.length} 处错误`);
    await page.fill('#scores', ids.map((id, at) => `${id}\t${at === 0 ? '缺考' : '40'}`).join('\n'));
    await expect.poll(() => page.textContent('.score-entry')).toContain(`可保存 ${ids.length} 人，其中缺考 1 人`);
    await button(page, '保存成绩').click();
    await button(page, '发布结果').click();
    await page.getByRole('link', { name: '整改事项' }).first().waitFor();
    expect(await page.textContent('section[aria-labelledby=sample-results], main')).toContain('0%');

    const head = await openAs('school_head', address);
    await button(head, '重新抽取核对').click();
    await expect.poll(() => head.textContent('main')).toContain('名单与校验值相符');
    expect(await head.textContent('main')).toMatch(/一致：重新抽取的 \d+ 人/);
    await head.goto('/matters?on=2025-10-31');
    await settled(head);
    await expect.poll(() => head.textContent('main')).toContain('整改');
    for (const [looks, high, width] of LOOKS) await expectUsable(await openAs('college_academic', `${address}?${looks}`, width), high);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
