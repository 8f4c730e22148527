import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const PATHS = ['/organisations', '/organisations/unit/S2', '/organisations/programme/P21', '/organisations/agreements', '/teams'] as const;
/** Looks, width, and whether the page is searched for findings, with the stricter contrast of large print. */
const LOOKS: readonly (readonly [looks: string, width: number, high: boolean | null])[] = [['', 1360, false], ['', 360, null], ['mode=elder', 360, true], ['lang=en', 1360, null]];

onDatabase('embedded', 'who works together', (database) => {
  const { open, openAs, faults } = site(database);
  const text = async (page: Page, selector: string) => (await page.innerText(selector)).replace(/\s+/g, ' ');

  describe('the directory', () => {
    test('is searched by name and code, and narrowed by kind and county; nothing found says what to do', async () => {
      const page = await open('/organisations');
      await page.fill('#directory-search', '91330803MA2DH0013P');
      await expect.poll(() => page.locator('.ledger tbody tr').allTextContents()).toEqual([expect.stringContaining('衢州精工装备有限公司')]);
      await page.fill('#directory-search', '');
      await page.selectOption('#directory-kind', 'industrial_park');
      await expect.poll(() => page.locator('.ledger tbody tr').count()).toBe(4);
      await page.fill('#directory-search', '没有这样的');
      await page.waitForSelector('.empty-state');
      expect(await text(page, '.empty-state')).toContain('换一个词试试');
      expect(faults()).toEqual([]);
    });

    test('M1-a: a programme whose only firm left says that a firm is missing, and opens down to its agreements', async () => {
      const page = await open('/organisations/programme/P21');
      expect(await text(page, 'section[aria-labelledby=part-carried]')).toMatch(/M1-a .*未达标 ?还差 1 家企业/);
      await page.click('section[aria-labelledby=part-carried] .figure');
      const panel = page.locator('.provenance-panel');
      await panel.locator('.provenance-records').first().waitFor();
      const told = (await panel.innerText()).replace(/\s+/g, ' ');
      expect(told).toContain('每个项目由高职院校领衔');
      expect(told).toMatch(/合作协议.*已到期/);
      expect(faults()).toEqual([]);
    });

    test('a firm sees its own agreements and no others', async () => {
      const page = await openAs('enterprise', '/organisations/agreements');
      await page.waitForSelector('.ledger');
      const rows = await page.locator('.ledger tbody tr').allTextContents();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.every((row) => row.includes('衢州精工装备'))).toBe(true);
      expect(await page.getByRole('button', { name: '登记协议' }).count()).toBe(0);
    });
  });

  describe('an agreement', () => {
    test('is recorded with what is missing named, and a wrong credit code refused in words', async () => {
      const page = await openAs('school_head', '/organisations/agreements');
      await page.getByRole('button', { name: '登记协议' }).click();
      await page.getByRole('button', { name: '保存协议' }).click();
      expect(await page.locator('.error-summary a').allTextContents()).toContain('至少选两方');
      await page.fill('#agreement-number', '示例〔2025〕合作9号');
      await page.selectOption('#agreement-party', 'S1');
      await page.fill('#agreement-code', '91330803MA2DH0013Q');
      await page.getByRole('button', { name: '添加一方' }).click();
      await page.selectOption('#agreement-programme', 'P11');
      await page.fill('#agreement-signed', '2025-08-20');
      await page.fill('#agreement-from', '2025-09-01');
      await page.fill('#agreement-terms', '接收实习');
      await page.getByRole('button', { name: '保存协议' }).click();
      await page.waitForSelector('[role=dialog] .notice-fault');
      expect(await text(page, '[role=dialog] .notice-fault')).toContain('校验不通过');
      await page.getByRole('button', { name: '去掉 91330803MA2DH0013Q' }).click();
      await page.selectOption('#agreement-party', 'F1');
      await page.getByRole('button', { name: '保存协议' }).click();
      await page.waitForSelector('.notice-done');
      expect(await text(page, '.ledger')).toContain('示例〔2025〕合作9号');
    });
  });

  describe('teams', () => {
    test('say what is missing, and who took which step when', async () => {
      const page = await open('/teams');
      await page.getByRole('link', { name: /衢州第二中专高职校区 高职校区管理团队/ }).click();
      await page.waitForSelector('.members');
      expect(await text(page, 'section[aria-labelledby=part-requirements]')).toMatch(/R6-a .*未达标.*缺学院一方/);
      expect(await text(page, '.members')).toMatch(/姜海涛.*已推荐，待任命.*提名.*推荐 2025年9月15日，示例账号（市教育局）/);
      expect(faults()).toEqual([]);
    });

    test('R6-c: an appointment dated before the recommendation is refused with the clause, and done with a later date', async () => {
      const page = await openAs('college_leadership', '/teams');
      await page.getByRole('link', { name: /衢州第二中专高职校区 高职校区管理团队/ }).click();
      await page.getByRole('button', { name: '任命 姜海涛', exact: true }).click();
      await page.fill('#step-on', '2025-09-14');
      await page.getByRole('dialog').getByRole('button', { name: '任命', exact: true }).click();
      await page.waitForSelector('[role=dialog] .notice-fault');
      expect(await text(page, '[role=dialog] .notice-fault')).toContain('推荐日期为 2025-09-15，任命日期为 2025-09-14');
      await page.fill('#step-on', '2025-09-20');
      await page.getByRole('dialog').getByRole('button', { name: '任命', exact: true }).click();
      await page.waitForSelector('.notice-done');
      expect(await text(page, '.members')).toMatch(/姜海涛 校区负责人 ● 在任/);
    });
  });

  test.each(PATHS)('%s stands without findings, on the desk, on a phone, in large print and in English', async (path) => {
    for (const [looks, width, high] of LOOKS) {
      const page = await open(`${path}?${looks}`, width);
      await expectNoSidewaysScroll(page);
      if (high !== null) expect(await findings(page, high)).toEqual([]);
      await page.close();
    }
  }, MANY_NODES_MS);
});
