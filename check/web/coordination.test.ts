import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [path: string, high: boolean | null, width: number])[] = [
  ['/coordination', false, 1360], ['/coordination?mode=elder', true, 360], ['/coordination/meetings?mode=elder', true, 360], ['/coordination/circulars?lang=en', null, 360],
  ['/coordination/partners?mode=elder', true, 360], ['/coordination/log?new=activity&mode=elder', true, 360], ['/matters/new?kind=major_matter&lang=en', null, 360], ['/coordination/reports?kind=annual&mode=elder', true, 360], ['/coordination/reports', false, 1360], ['/public?lang=zh', null, 360], ['/public?lang=en', null, 1360],
];

onDatabase('embedded', 'co-ordination in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('S1-c: a school raises a difficulty, what is missing is said, and it stands on the list with its day', async () => {
    const page = await openAs('school_head', '/coordination', 360);
    await page.getByRole('link', { name: '提出困难问题' }).click();
    await page.waitForSelector('#matter-title');
    await settled(page);
    await button(page, '发起事项').click();
    expect(await page.textContent('.error-summary')).toContain('请填写标题');
    await page.selectOption('#matter-subject', 'S1');
    await page.fill('#matter-title', '实训耗材不足');
    await page.fill('#matter-text', '本学期耗材预算已用完');
    await button(page, '发起事项').click();
    await page.waitForURL(/\/matters\/\d+/);
    await page.goto('/coordination');
    await settled(page);
    expect(await page.locator('section[aria-labelledby=docket-difficulty_ticket] tbody tr', { hasText: '实训耗材不足' }).textContent()).toContain('2025年11月14日');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('S1-d: agenda and minutes are told with votes, and what was decided with its day', async () => {
    const page = await openAs('office', '/coordination/meetings');
    expect(await page.textContent('section[aria-labelledby=agendas]')).toContain('增设工业机器人方向');
    const minutes = await page.textContent('section[aria-labelledby=minutes]');
    for (const part of ['示例办纪〔2025〕3号', '应到 9，实到 7', '落实期限']) expect(minutes).toContain(part);
    expect(faults()).toEqual([]);
  }, 30_000);

  test('S1-e: the office issues a circular, a body that it is addressed to says that it read it, and the office sees it', async () => {
    const office = await openAs('office', '/coordination/circulars');
    await button(office, '印发通知').click();
    await office.getByRole('dialog').getByRole('button', { name: '印发通知', exact: true }).click();
    expect(await office.textContent('.error-summary')).toContain('请至少选一个单位');
    await office.fill('#circular-title', '报送年度总结');
    await office.fill('#circular-body', '请于月底前报送。');
    await office.fill('#circular-read-by', '2025-11-10');
    await office.locator('#circular-addressed summary', { hasText: '中职' }).click();
    await office.locator('#circular-addressed').getByLabel('衢州中等专业学校', { exact: true }).check();
    await office.getByRole('dialog').getByRole('button', { name: '印发通知', exact: true }).click();
    await expect.poll(() => office.textContent('.notice')).toContain('通知已印发');
    const school = await openAs('school_head', '/coordination/circulars', 360);
    await school.getByRole('button', { name: '签收：报送年度总结' }).click();
    await expect.poll(() => school.textContent('.notice')).toContain('已签收');
    await office.reload();
    await settled(office);
    expect(await office.locator('article', { hasText: '报送年度总结' }).textContent()).toContain('已签收 1 / 1');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('M1-c: a firm records a joint activity, and the year of study is empty no more', async () => {
    const page = await openAs('enterprise', '/coordination/partners?year=2025');
    const row = page.locator('section[aria-labelledby=whole-process] tbody tr', { hasText: '机电一体化' }).first();
    const before = (await row.textContent() ?? '').split('空缺').length;
    await page.getByRole('link', { name: '登记联合活动' }).click();
    await page.waitForSelector('#log-title');
    await page.fill('#log-title', '五年级毕业设计评审');
    await page.fill('#log-on', '2025-10-28');
    await page.selectOption('#log-programme', 'P11');
    await page.selectOption('#log-study-year', '5');
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    expect(await page.textContent('.notice')).toContain('联合活动至少有两方参加（M1-c）');
    await page.locator('#log-parties summary', { hasText: '中职' }).click();
    await page.locator('#log-parties').getByLabel('衢州中等专业学校', { exact: true }).check();
    await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
    await expect.poll(() => page.textContent('.notice')).toContain('已登记');
    await page.goto('/coordination/partners?year=2025');
    await settled(page);
    expect((await row.textContent() ?? '').split('空缺').length).toBe(before - 1);
    // The browser tells of the refusal too.
    expect(faults().filter((one) => !one.includes('422'))).toEqual([]);
  }, 30_000);

  test('1.1-c, 1.2-m: a briefing is drafted, the figure of a target opens to its verdict, and the yearly report has the three dimensions', async () => {
    const page = await openAs('office', '/coordination/reports');
    expect(await page.textContent('article h2')).toContain('工作简报（2025年10月）');
    const figure = page.locator('article button.figure').first();
    await figure.click();
    expect(await figure.getAttribute('aria-expanded')).toBe('true');
    await page.goto('/coordination/reports?kind=annual');
    await settled(page);
    expect(await page.textContent('section[aria-labelledby=dimensions]')).toContain('取得职业证书');
    const docx = await page.request.get('/api/coordination/report.docx?kind=annual');
    expect((await docx.body()).subarray(0, 2).toString()).toBe('PK');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('S3-h: the yearly report is given a number, is a document, and a new version takes a reason', async () => {
    const page = await openAs('office', '/coordination/reports?kind=annual');
    await button(page, '编号签发').click();
    await page.fill('#annual-by', '张三');
    await page.getByRole('dialog').getByRole('button', { name: '编号签发' }).click();
    await expect.poll(() => page.textContent('main')).toMatch(/已签发：.贯通评〔2025〕1号，第 1 版/);
    await button(page, '签发新版本').click();
    await page.getByRole('dialog').getByRole('button', { name: '签发新版本' }).click();
    expect(await page.textContent('.error-summary')).toContain('请写明更正原因');
    await page.fill('#annual-reason', '补充数据');
    await page.getByRole('dialog').getByRole('button', { name: '签发新版本' }).click();
    await expect.poll(() => page.textContent('main')).toContain('第 2 版');
    await page.getByRole('link', { name: '打开文书' }).click();
    await page.waitForURL(/\/documents\/\d+/);
    await settled(page);
    expect(await page.textContent('main')).toContain('年度评估报告');
    expect(faults()).toEqual([]);
  }, 60_000);

  test('every look can be used', async () => {
    for (const [path, high, width] of LOOKS) {
      const page = await openAs('office', path, width);
      await settled(page);
      await expectUsable(page, high);
      await page.close();
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
