import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';
import { walkWeek } from './week.ts';

onDatabase('embedded', 'the weeks of the college', (database) => {
  const at = site(database);

  test('the programme office verifies what a school reported, and says that a circular was read', () => walkWeek(at, 'college_programme', async ({ page, due, press, inDialog, go }) => {
    await due('数据上报（已上报，待核验）');
    await press('核验通过');
    await inDialog('核验通过');
    expect(await page.textContent('main')).toContain('已核验');
    await go('待办');
    await due('签收通知');
    await press(/^签收：/);
    await expect.poll(() => page.textContent('.notice')).toContain('已签收');
  }), MANY_NODES_MS);

  test('academic affairs release grades that were handed in, and see which schools are to be visited', () => walkWeek(at, 'college_academic', async ({ page, due, press, go }) => {
    await due('发布课程成绩');
    await press('发布成绩');
    await expect.poll(() => page.textContent('.notice-done')).toContain('成绩已发布');
    await go('待办');
    await due('到校开展质量督导');
    expect(await page.locator('.duty-table tbody tr').count()).toBe(4);
  }), MANY_NODES_MS);

  test('finance sees why an order is not to be confirmed yet, what each amount of it is, and what is to be passed on', () => walkWeek(at, 'college_finance', async ({ page, due, go }) => {
    await due('付款指令：学费分成拨付（已复核，待付款回单）');
    expect(await page.textContent('.matter-next')).toContain('付款日期还没有到');
    await page.locator('section[aria-labelledby=matter-order] .figure').first().click();
    await page.waitForSelector('.provenance');
    await page.keyboard.press('Escape');
    await page.locator('.provenance').waitFor({ state: 'detached' });
    await go('待办');
    await due('转付住宿费、代管费');
    expect(await page.textContent('h1')).not.toBe('待办');
  }), MANY_NODES_MS);

  test('the roll office that owes nothing is told so, and finds a student by name', () => walkWeek(at, 'college_roll', async ({ page, go }) => {
    expect(await page.textContent('.empty-state-title')).toBe('现在没有该由您办的事');
    await go('学籍');
    await page.locator('main table tbody a').first().click();
    await page.waitForURL(/\/students\//);
    await settled(page);
  }), MANY_NODES_MS);

  test('the leadership appoints whom the bureau recommended', () => walkWeek(at, 'college_leadership', async ({ page, due, press, inDialog }) => {
    await due('校区负责人任命（已推荐，待任命）');
    await press(/^任命 /);
    await page.fill('#step-on', '2025-10-31');
    await inDialog('任命');
    await expect.poll(() => page.textContent('.members')).toContain('在任');
  }), MANY_NODES_MS);
});
