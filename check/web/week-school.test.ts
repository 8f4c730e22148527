import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';
import { walkWeek } from './week.ts';

onDatabase('embedded', 'the weeks of a school and its campus', (database) => {
  const at = site(database);

  test('the registrar finds a bed for a visiting teacher, and sees whose destination is asked again', () => walkWeek(at, 'school_registrar', async ({ page, due, press, inDialog, go }) => {
    await due('来校教师住宿交通（待学校安排）');
    await press('安排');
    await page.getByRole('dialog').getByLabel('怎样安排').fill('校内招待所 302');
    await page.getByRole('dialog').getByLabel('费用（元）').fill('80');
    await inDialog('安排');
    expect(await page.textContent('.work-state')).toContain('已安排');
    await go('待办');
    await due('更新待业毕业生去向');
    expect(await page.locator('.duty-table tbody tr').count()).toBe(4);
  }), MANY_NODES_MS);

  test('finance of the school follows custody fees to where they are settled', () => walkWeek(at, 'school_finance', async ({ page, due, go }) => {
    await due('结清代管费');
    expect(await page.textContent('h1')).not.toBe('待办');
    await go('资金总览');
    await page.locator('main .figure').first().click();
    await page.waitForSelector('.provenance');
    await page.keyboard.press('Escape');
    await page.locator('.provenance').waitFor({ state: 'detached' });
  }), MANY_NODES_MS);

  test('the head reports what was done of a decision', () => walkWeek(at, 'school_head', async ({ page, due, press, inDialog }) => {
    await due('重大事项（已决策，落实中）');
    await press('报告落实情况');
    await page.fill('#step-reason', '已增设机器人实训室');
    await inDialog('报告落实情况');
    expect(await page.textContent('main')).toContain('已报告落实，待督查');
  }), MANY_NODES_MS);

  test('the campus manager records a round', () => walkWeek(at, 'campus_manager', async ({ page, press, inDialog, go }) => {
    await go('日常与安全');
    await page.goto('/daily?kind=patrols');
    await settled(page);
    await press('登记巡查记录');
    await page.fill('#entry-on', '2025-10-31');
    await page.fill('#entry-place', '二号宿舍');
    await page.fill('#entry-person', '李四');
    await page.selectOption('#entry-hazard_found', { index: 2 });
    await inDialog('保存');
    expect(await page.textContent('main')).toContain('二号宿舍');
  }), MANY_NODES_MS);

  test('a counsellor who owes nothing is told so, and has today and the own students on one page', () => walkWeek(at, 'counsellor', async ({ page, go }) => {
    expect(await page.textContent('.empty-state-title')).toBe('现在没有该由您办的事');
    await go('日常与安全');
    expect(await page.locator('section[aria-labelledby=part-today], section[aria-labelledby=part-my-students]').count()).toBe(2);
  }), MANY_NODES_MS);

  test('a teacher keeps a draft of grades', () => walkWeek(at, 'teacher', async ({ page, press }) => {
    expect(await page.locator('main .status', { hasText: '●' }).first().textContent()).toContain('已审定');
    await page.locator('section[aria-labelledby=teaching-courses] tbody tr', { hasText: '机电设备装调' }).first().locator('a').first().click();
    await page.waitForSelector('.grade-box');
    await page.locator('.grade-box').first().fill('88');
    await press('保存草稿');
    await page.waitForSelector('.notice-done');
    await settled(page);
  }), MANY_NODES_MS);
});
