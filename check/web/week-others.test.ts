import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';
import { walkWeek } from './week.ts';

onDatabase('embedded', 'the weeks of firm, family, auditor and administrators', (database) => {
  const at = site(database);

  test('a firm looks through its interns and its posts', () => walkWeek(at, 'enterprise', async ({ page }) => {
    expect(await page.textContent('main')).toContain('岗位实习');
    await page.getByRole('link', { name: '毕业生与岗位' }).first().click();
    await settled(page);
  }), MANY_NODES_MS);

  test('a student sees the next step first, and what was paid', () => walkWeek(at, 'student', async ({ page }) => {
    expect(await page.textContent('main')).toMatch(/下一步/);
    await page.getByRole('link', { name: '我的资料' }).first().click();
    await page.waitForSelector('.mine-cards dl');
  }), MANY_NODES_MS);

  test('a guardian changes from one child to the other', () => walkWeek(at, 'guardian', async ({ page }) => {
    const children = page.getByLabel('看哪个孩子');
    expect(await page.textContent('main')).toContain('去看协议并签字');
    await children.selectOption({ label: '钟𬭚' });
    await settled(page);
    await expect.poll(() => page.textContent('main')).toContain('4年级');
  }), MANY_NODES_MS);

  test('an auditor opens a figure down to its rows, and can change nothing', () => walkWeek(at, 'auditor', async ({ page, go }) => {
    await page.locator('main .figure').first().click();
    await page.waitForSelector('.provenance');
    await page.keyboard.press('Escape');
    await page.locator('.provenance').waitFor({ state: 'detached' });
    await go('事项');
    expect(await page.locator('main').getByRole('button', { name: /批准|退回|发起/ }).count()).toBe(0);
  }), MANY_NODES_MS);

  test.each(['system_admin', 'security_admin'] as const)('%s finds somebody among the people', (role) => walkWeek(at, role, async ({ page }) => {
    await page.locator('main table tbody a').first().click();
    await page.waitForURL(/\/people\//);
    await settled(page);
  }), MANY_NODES_MS);

  test('the administrator of the audit reads what was done', () => walkWeek(at, 'audit_admin', async ({ page }) => {
    await page.waitForSelector('.audit-table tbody tr');
    expect(await page.locator('.audit-table tbody tr').count()).toBeGreaterThan(5);
  }), MANY_NODES_MS);
});
