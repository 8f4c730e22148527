import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { madePicture } from '../made-picture.ts';
import { expectUsable, findings, MANY_NODES_MS, sidewaysOverflow } from './findings.ts';
import { settled, site } from './site.ts';

const FORM = '/supervision/new?kind=quality&college=H1&school=S1';
const LOOKS: readonly (readonly [path: string, high: boolean | null, width: number])[] = [['/supervision', false, 1360], ['/supervision?mode=elder', true, 360], [`${FORM}&mode=elder`, true, 360], [`${FORM}&lang=en`, null, 360]];

const [PHOTO, MENDED] = [madePicture(90), madePicture(200)];

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

  test('S3-b, S3-e: photos are taken on a phone beside what is not met and hang at its finding; one that did not get through is kept and sent again; the notice and the school show them, and the school answers by its own', async () => {
    const page = await openAs('college_academic', '/supervision/new?kind=conduct&college=H1&school=S1&on=2025-10-31', 360);
    await page.waitForSelector('.visit-line');
    await settled(page);
    await page.fill('#visit-visitors', '张三');
    const line = page.locator('.visit-line').first();
    expect(await line.locator('.photo-input').count()).toBe(0);
    await line.getByLabel('不符合', { exact: true }).check();
    expect(await line.locator('.photo-input').getAttribute('capture')).toBe('environment');
    const take = (name: string) => line.locator('.photo-input').setInputFiles([{ name, mimeType: 'image/png', buffer: PHOTO }]);
    for (const name of ['门窗.png', '多余.png', '墙面.png']) await take(name);
    await page.getByRole('button', { name: /^去掉照片 2/ }).click();
    await page.fill('#remark-0', '门窗破损');
    await page.selectOption('#severity-0', 'C');
    await button(page, '其余全部符合').click();
    expect(await sidewaysOverflow(page)).toBe(0);
    let asked = 0;
    await page.route('**/api/files', (route) => (route.request().method() === 'POST' && ++asked === 2 ? route.abort() : route.continue()));
    await button(page, '保存检查记录').click();
    await expect.poll(() => page.textContent('.notice-warning')).toContain('检查已保存，1 张照片还没有传上去');
    expect(await findings(page, false)).toEqual([]);
    await button(page, '重新上传照片').click();
    await page.waitForURL(/\/supervision\/\d+/);
    await settled(page);
    const problems = page.locator('section[aria-labelledby=visit-problems]');
    await expect.poll(() => problems.locator('.photos img').count()).toBe(2);
    expect(asked).toBe(3);
    // Seen, and not only listed.
    await expect.poll(() => problems.locator('.photos img').first().evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(0);
    expect(await problems.locator('.photos img').first().getAttribute('alt')).toContain('门窗.png');
    await expectUsable(page, false);

    await problems.getByRole('link', { name: '待整改' }).click();
    await page.waitForURL(/\/matters\/\d+/);
    await settled(page);
    const path = new URL(page.url()).pathname;
    const school = await openAs('school_head', path, 360);
    await expect.poll(() => school.locator('.photos img').count()).toBe(2);
    expect(await school.textContent('.matter-next')).toContain('没有学校新附的佐证材料');
    expect(await button(school, '提交整改答复').count()).toBe(0);
    await school.setInputFiles('.files-at .photo-input', [{ name: '已修.png', mimeType: 'image/png', buffer: MENDED }]);
    await button(school, '提交整改答复').click();
    await school.fill('#step-reason', '门窗已修好');
    await school.getByRole('dialog').getByRole('button', { name: '提交整改答复', exact: true }).click();
    await expect.poll(() => school.textContent('.matter-states [aria-current]')).toContain('已答复');

    expect(await school.textContent('.matter-details')).toContain('整改期限');
    await school.getByRole('link', { name: /衢贯通改/ }).first().click();
    await school.waitForURL(/\/documents\/\d+/);
    await settled(school);
    await expect.poll(() => school.locator('.photos img').count()).toBe(3);
    expect(await school.textContent('main')).toContain('整改事项的照片和材料');
    await expectUsable(school, false);
    expect(faults().filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
  }, MANY_NODES_MS);

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
