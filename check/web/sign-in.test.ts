import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { SAMPLE_ACCOUNT } from '../../api/sample-region.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';
import { site } from './site.ts';

onDatabase('embedded', 'signing in', (database) => {
  const { open, served } = site(database);

  async function attempt(page: Page, account: string, password: string): Promise<void> {
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.click('form button[type=submit]');
  }

  /** The address that was asked for, seen by nobody in particular. */
  async function signedOut(path: string, width?: number): Promise<Page> {
    const page = await open('/', width);
    await page.context().clearCookies();
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}on=2025-10-31`);
    await page.waitForSelector('#account');
    return page;
  }

  test('the same words for an unknown account and a wrong password; what was typed stays', async () => {
    const page = await signedOut('/data');
    await attempt(page, 'nobody', 'some-password-1');
    const unknown = await page.textContent('.error-summary');
    await attempt(page, SAMPLE_ACCOUNT, 'some-password-1');
    await page.waitForSelector('.error-summary');
    expect(await page.textContent('.error-summary')).toBe(unknown);
    expect(await page.inputValue('#account')).toBe(SAMPLE_ACCOUNT);
    expect(await page.evaluate('document.activeElement.className')).toBe('error-summary');
  });

  test('the sample’s accounts stand beside the form, without their passwords: choosing one fills it in', async () => {
    const page = await signedOut('/');
    const accounts = served.sample().accounts;
    expect(await page.locator('.sample-accounts li').count()).toBe(accounts.length);
    const said = (await page.textContent('.sample-accounts')) ?? '';
    expect(said).toContain('不要求第二重验证');
    for (const { password } of accounts) expect(said).not.toContain(password);
    await page.click('.sample-accounts button:has-text("中职学籍管理员")');
    expect(await page.inputValue('#account')).toBe('school-registrar');
    expect(await page.evaluate('document.activeElement.id')).toBe('password');
    expect(await page.getAttribute('#account', 'autocomplete')).toBe('username');
    expect(await page.getAttribute('#password', 'autocomplete')).toBe('current-password');
    await page.fill('#password', accounts.find(({ role }) => role === 'school_registrar')?.password ?? '');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/todo');
    expect(await page.textContent('.head-account-button')).toContain('中职学籍管理员 · 衢州中等专业学校');
  });

  test('nothing typed is said field by field, without asking the server', async () => {
    const page = await signedOut('/data');
    await page.click('form button[type=submit]');
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['请填写账号', '请填写密码']);
    await page.click('.error-summary a:first-child');
    expect(await page.evaluate('document.activeElement.id')).toBe('account');
  });

  test('signed in, the page that was asked for opens; signed out, it asks again', async () => {
    const page = await signedOut('/data/registers');
    const { account, password } = served.sample();
    await attempt(page, account, password);
    await page.waitForSelector('.register-groups');
    expect(new URL(page.url()).pathname).toBe('/data/registers');
    await page.click('.head-account-button');
    await page.click('[role=dialog] >> text=退出登录');
    await page.waitForSelector('#account');
    expect(await page.locator('.rail, .as-of').count()).toBe(0);
  });

  test('after several failures the wait is said in seconds and counts down', async () => {
    const page = await signedOut('/data');
    for (let n = 0; n < 5; n += 1) {
      await attempt(page, 'guessed', `wrong-password-${n}`);
      await page.waitForResponse((reply) => reply.url().endsWith('/api/session'));
      await page.waitForSelector('form button[type=submit]:not([aria-disabled=true])');
    }
    await attempt(page, 'guessed', 'wrong-password-again');
    await page.waitForSelector('.notice-warning');
    expect(await page.textContent('.notice-warning')).toMatch(/还需等待 \d+ 秒/);
    expect(await page.textContent('form button[type=submit]')).toMatch(/秒后可以登录/);
    await page.waitForSelector('form button[type=submit]:not([aria-disabled=true])');
  });

  test.each([['', false], ['mode=elder', true], ['lang=en&contrast=high', true]])('axe finds nothing, with "%s"', async (looks, high) => {
    const page = await signedOut(`/data?${looks}`);
    expect(await findings(page, high)).toEqual([]);
    await page.click('form button[type=submit]');
    await page.waitForSelector('.error-summary');
    expect(await findings(page, high)).toEqual([]);
    await expectNoSidewaysScroll(page);
  });
});
