import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { LANDING } from '../../core/access/landing.ts';
import { POLICY } from '../../core/access/policy-table.ts';
import { ROLE_NAMES, type Role } from '../../core/access/roles.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';
import { settled, site } from './site.ts';

const TITLES: Readonly<Record<string, string>> = { '/': '总览', '/todo': '待办', '/campuses': '校区达标', '/mine': '我的资料', '/five-years': '我的五年', '/people': '人员与任职', '/audit': '操作记录', '/teaching': '教务' };
const PLAIN: readonly Role[] = ['student', 'guardian', 'enterprise'];
const may = (role: Role, kind: string, action: string) => POLICY[role].some(({ kinds, actions }) => (kinds as readonly string[]).includes(kind) && (actions as readonly string[]).includes(action));
const menu = (page: Page) => page.locator('.rail a').allTextContents();

onDatabase('embedded', 'what each role sees', (database) => {
  const { openAs, faults } = site(database);

  test.each(ROLE_NAMES)('%s begins with its own page, which opens without a refusal; its menu holds what it may read and nothing else', async (role) => {
    const page = await openAs(role, LANDING[role]);
    // A bare address: nobody has named a page yet.
    await page.goto('/');
    await page.waitForURL((url) => url.pathname === LANDING[role]);
    await settled(page);
    expect(await page.textContent('h1')).toBe(TITLES[LANDING[role]]);
    expect(await page.locator('.notice-fault').count()).toBe(0);
    expect(faults()).toEqual([]);
    const shown = await menu(page);
    const plain = PLAIN.includes(role);
    expect(shown.includes('总览')).toBe(may(role, 'verdicts', 'read') && !plain);
    expect(shown.includes('人员与任职')).toBe(may(role, 'accounts', 'read'));
    expect(shown.includes('条款')).toBe(may(role, 'policy', 'read') && !plain);
    expect(await page.locator('.rail').count()).toBe(plain ? 0 : 1);
  });

  test.each(['system_admin', 'security_admin', 'audit_admin'] as const)('%s reaches no business page by its address, and is told so in words', async (role) => {
    for (const path of ['/', '/clauses', '/data/registers/students', '/mine']) {
      const page = await openAs(role, path);
      // The overview is nobody's refusal: its address is the beginning of everybody's own page.
      if (path === '/') expect(new URL(page.url()).pathname).toBe(LANDING[role]);
      else expect(await page.textContent('h1'), path).toBe('这一页不在您的职责范围内');
      await page.close();
    }
    expect(faults()).toEqual([]);
  });

  test('the way back leads to the own landing page', async () => {
    const page = await openAs('audit_admin', '/data');
    expect(await findings(page, false)).toEqual([]);
    await page.click('main .button-primary');
    await page.waitForURL((url) => url.pathname === '/audit');
  });

  test('what a role may not do has no button; what it may, has', async () => {
    const auditor = await openAs('auditor', '/data/registers/rooms');
    await auditor.waitForSelector('.register-tools');
    expect(await auditor.locator('.register-tools .button-primary').count()).toBe(0);
    expect(await auditor.locator('.data-parts a').allTextContents()).toEqual(['台账', '导入记录', '报送国家系统']);
    const registrar = await openAs('school_registrar', '/data/registers/rooms');
    await registrar.waitForSelector('.register-tools .button-primary');
    expect(await registrar.textContent('.register-tools .button-primary')).toBe('新增一行');
    const fees = await openAs('school_registrar', '/data/registers/charges');
    expect(await fees.textContent('h1')).toBe('这一页不在您的职责范围内');
    const manager = await openAs('campus_manager', '/data/registers/rooms');
    expect(await manager.locator('.data-parts a', { hasText: '报送国家系统' }).count()).toBe(0);
    const bureau = await openAs('county_bureau', '/');
    expect(await bureau.locator('.take-snapshot').count()).toBe(0);
    expect(await (await openAs('office', '/')).locator('.take-snapshot .button').count()).toBe(1);
  });

  test('a student sees one column with their own records, and no date of figures', async () => {
    const page = await openAs('student', '/mine', 360);
    await page.waitForSelector('.mine-cards dl');
    expect(await page.locator('.rail, .as-of').count()).toBe(0);
    expect(await page.textContent('#mine-students')).toContain('学生学籍');
    const cards = await page.locator('.mine-records:has(#mine-students) dl').allTextContents();
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.every((text) => /\d{6}\*{8}\d{3}[\dX]/.test(text))).toBe(true);
    // The latest year first.
    expect(cards[0]).toContain('高职');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('.my-data .button')]);
    expect(download.suggestedFilename()).toMatch(/^我的数据-\d{4}-\d{2}-\d{2}\.json$/);
  });

  test.each([['student', '', false], ['guardian', 'mode=elder', true], ['enterprise', 'lang=en&contrast=high', true]] as const)(
    'axe finds nothing on the page of %s with "%s", and nothing scrolls sideways', async (role, looks, high) => {
      const page = await openAs(role, `/mine?${looks}`);
      await page.waitForSelector('.mine-cards dl');
      expect(await findings(page, high)).toEqual([]);
      await expectNoSidewaysScroll(page);
    });
});
