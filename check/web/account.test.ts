import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';
import { settled, site } from './site.ts';

const NEW_PASSWORD = 'a lamp at the harbour wall';

onDatabase('embedded', 'my account', (database) => {
  const { openAs, served } = site(database);
  const passwordOf = (role: string) => served.sample().accounts.find((one) => one.role === role)?.password ?? '';
  const said = (page: Page) => page.textContent('.notice-done');

  test('the head says who and as what; behind it are the own account and the way out', async () => {
    const page = await openAs('school_head', '/campuses');
    await page.click('.head-account-button');
    expect(await page.textContent('.account-acts')).toContain('中职校领导 · 衢州中等专业学校');
    expect(await findings(page, false)).toEqual([]);
    await page.click('.account-acts a');
    await page.waitForSelector('h1 >> text=我的账号');
    expect(await page.locator('[role=dialog]').count()).toBe(0);
  });

  test.each([['', false], ['mode=elder', true], ['lang=en&contrast=high', true]])('axe finds nothing, with "%s"', async (looks, high) => {
    const page = await openAs('office', `/account?${looks}`);
    await page.waitForSelector('.account-sessions');
    expect(await findings(page, high)).toEqual([]);
    await expectNoSidewaysScroll(page);
  });

  test('one session is ended from here, and the others at once', async () => {
    const page = await openAs('city_bureau', '/account');
    const body = { account: 'city-bureau', password: passwordOf('city_bureau') };
    for (let n = 0; n < 3; n += 1) await served.send('/api/session', { json: body, anonymous: true });
    await page.reload();
    await page.waitForSelector('.account-sessions tbody tr >> nth=3');
    await page.click('.account-sessions tbody .button >> nth=0');
    await page.waitForSelector('.notice-done');
    expect(await said(page)).toContain('已结束 1 处登录');
    await page.waitForFunction('document.querySelectorAll(".account-sessions tbody tr").length === 3');
    await page.click('text=结束其他全部登录');
    await page.waitForSelector('.notice-done >> text=2 处');
    await page.waitForFunction('document.querySelectorAll(".account-sessions tbody tr").length === 1');
  });

  test('the password is changed with the present one; a wrong or weak one is said at its field', async () => {
    const page = await openAs('department', '/account');
    await page.click('text=更换密码');
    const submit = () => page.click('[role=dialog] button[type=submit]:not([aria-disabled=true])');
    await submit();
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['请填写当前密码', '密码至少 10 个字符']);
    await page.fill('#present', 'not-this-one');
    await page.fill('#password', NEW_PASSWORD);
    await page.fill('#again', NEW_PASSWORD);
    await submit();
    await page.waitForSelector('.error-summary >> text=当前密码不正确');
    expect(await page.inputValue('#password')).toBe(NEW_PASSWORD);
    expect(await findings(page, false)).toEqual([]);
    await page.fill('#present', passwordOf('department'));
    await submit();
    await page.waitForSelector('.notice-done');
    expect(await said(page)).toContain('密码已更换');
    const json = (password: string) => ({ json: { account: 'department', password }, anonymous: true });
    expect((await served.send('/api/session', json(NEW_PASSWORD))).status).toBe(200);
    expect((await served.send('/api/session', json(passwordOf('department')))).status).toBe(401);
  });

  test('a token is made with a part of what one may do, shown once, works, and is ended', async () => {
    const page = await openAs('school_registrar', '/account');
    await page.click('text=新建令牌');
    await page.click('[role=dialog] button[type=submit]');
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['请填写名称', '请至少选一项']);
    expect(await page.locator('.token-scopes label').allTextContents()).not.toContain('经费：查看');
    await page.fill('#token-label', '教务系统');
    await page.click('.token-scopes label >> text=办学条件：查看');
    expect(await findings(page, false)).toEqual([]);
    await page.click('[role=dialog] button[type=submit]');
    await page.waitForSelector('.secret-text');
    const authorization = `Bearer ${await page.textContent('.secret-text')}`;
    // Closing takes saying that it is stored.
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.secret-text')).toBe(true);
    await page.click('[role=dialog] .button-primary');
    expect(await page.locator('.secret-text').count()).toBe(0);
    const status = async (path: string) => (await served.send(path, { headers: { authorization }, anonymous: true })).status;
    expect([await status('/api/registers/rooms'), await status('/api/registers/students')]).toEqual([200, 403]);
    await page.click('.account-list .button');
    await page.waitForSelector('.notice-done');
    expect(await status('/api/registers/rooms')).toBe(401);
  });

  test('a session that ends in the middle of work asks again over the page, and nothing typed is lost', async () => {
    const page = await openAs('campus_manager', '/data/registers/rooms');
    await page.click('.register-tools .button-primary');
    await page.fill('[role=dialog] input >> nth=0', 'ROOM-9');
    const before = page.url();
    await page.context().clearCookies();
    await page.fill('[role=dialog] input >> nth=1', 'C1');
    await page.selectOption('[role=dialog] select', { index: 1 });
    await fillRest(page);
    await page.click('[role=dialog] button[type=submit], [role=dialog] .button-primary');
    await page.waitForSelector('#again-password');
    expect(await page.inputValue('#again-account')).toBe('campus-manager');
    await page.waitForFunction('document.activeElement.id === "again-password"');
    expect(await findings(page, false)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.isVisible('#again-password')).toBe(true);
    await page.fill('#again-password', 'not-this-one');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=dialog] .error-summary >> text=账号或密码不正确');
    await page.fill('#again-password', passwordOf('campus_manager'));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#again-password', { state: 'detached' });
    expect(page.url()).toBe(before);
    expect(await page.inputValue('[role=dialog] input >> nth=0')).toBe('ROOM-9');
    await page.click('[role=dialog] button[type=submit], [role=dialog] .button-primary');
    await page.waitForSelector('.notice-done');
    await settled(page);
  });

  /** What else a room needs. */
  async function fillRest(page: Page): Promise<void> {
    await page.getByLabel('建筑面积', { exact: true }).fill('60');
    await page.getByLabel('起始日期', { exact: true }).fill('2025-09-01');
  }
});
