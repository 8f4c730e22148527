import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const FORM = '/supervision/new?kind=quality&college=H1&school=S1';
const LOOKS: readonly (readonly [path: string, high: boolean | null, width: number])[] = [['/supervision', false, 1360], ['/supervision?mode=elder', true, 360], [`${FORM}&mode=elder`, true, 360], [`${FORM}&lang=en`, null, 360]];

onDatabase('embedded', 'supervision in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('S3-a, S3-b: a visit that is due is recorded on a phone; what is missing is said with its line, what is not met has its notice, and the school reads both', async () => {
    const page = await openAs('college_academic', '/supervision', 360);
    const before = await page.locator('section[aria-labelledby=visits-due] tbody tr').count();
    expect(before).toBeGreaterThan(1);
    await page.goto(`${FORM}&on=2025-10-31`);
    await page.waitForSelector('.visit-line');
    await settled(page);
    await button(page, '保存检查记录').click();
    expect(await page.textContent('.error-summary')).toContain('请填写检查人员');
    await page.fill('#visit-visitors', '张三、李四');
    await page.locator('.visit-line').first().getByLabel('不符合', { exact: true }).check();
    await button(page, '其余全部符合').click();
    await button(page, '保存检查记录').click();
    expect(await page.locator('.error-summary li').count()).toBe(2);
    await page.fill('#remark-0', '两门课程未按方案开设');
    await page.selectOption('#severity-0', 'B');
    await button(page, '保存检查记录').click();
    await page.waitForURL(/\/supervision\/\d+/);
    await settled(page);
    expect(await page.textContent('section[aria-labelledby=visit-problems]')).toContain('待整改');
    const path = new URL(page.url()).pathname;
    await page.goto('/supervision?on=2025-10-31');
    await settled(page);
    expect(await page.locator('section[aria-labelledby=visits-due] tbody tr').count()).toBe(before - 1);

    const school = await openAs('school_head', path);
    expect(await school.textContent('section[aria-labelledby=visit-problems]')).toContain('两门课程未按方案开设');
    expect(await school.getByRole('link', { name: '更正这次检查' }).count()).toBe(0);
    await school.getByRole('link', { name: '督导检查记录（文书）' }).click();
    await school.waitForURL(/\/documents\/\d+/);
    await settled(school);
    expect(await school.textContent('main')).toContain('整改通知书');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('a correction begins with what was recorded, takes a reason, and the first record says that it was corrected', async () => {
    const page = await openAs('college_academic', '/supervision');
    await page.locator('section[aria-labelledby=visits-made] tbody tr', { hasText: '办学行为督查' }).first().getByRole('link').click();
    await page.waitForSelector('#visit-all');
    await settled(page);
    const path = new URL(page.url()).pathname;
    await page.getByRole('link', { name: '更正这次检查' }).click();
    await page.waitForSelector('#visit-reason');
    await settled(page);
    await button(page, '保存检查记录').click();
    expect(await page.textContent('.error-summary')).toContain('请写明更正原因');
    await page.fill('#visit-reason', '补记一项');
    await button(page, '保存检查记录').click();
    await expect.poll(() => page.textContent('.notice')).toContain('这是一条更正记录');
    await page.goto(`${path}?on=2025-10-31`);
    await settled(page);
    expect(await page.textContent('.notice')).toContain('这次检查已经更正');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('every look can be used', async () => {
    for (const [path, high, width] of LOOKS) {
      const page = await openAs('college_academic', path, width);
      await page.waitForSelector('.supervision');
      await settled(page);
      await expectUsable(page, high);
      await page.close();
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
