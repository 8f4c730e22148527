import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '../api/enrol.ts';
import { serve } from '../api/served.ts';
import { launchBrowser } from '../browser.ts';
import { onDatabase } from '../databases.ts';
import { DELIVERED } from './delivered.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';

const REGION = {
  region_code: '330800', name: '衢州市', office_name: '职改办', counties: [], pack: 'quzhou-2024',
  account: { account: 'office', name: '职改办', password: 'river-stone-lantern-cloud' },
};
const NEW_PASSWORD = 'a lamp at the harbour wall';

interface Slip {
  readonly account: string;
  readonly code: string;
  readonly address: string;
}

onDatabase('embedded', 'activation and the second factor', (database) => {
  let browser: Browser | null = null;
  let context: BrowserContext | null = null;
  let page: Page;
  let slips: readonly Slip[] = [];
  let secret = '';
  let recovery: string[] = [];
  const served = serve(database, { sample: false, web: () => DELIVERED });
  const slip = (account: string) => slips.find((one) => one.account === account) as Slip;
  beforeAll(async () => {
    browser = await launchBrowser();
    ({ slips } = (await (await served.send('/api/first-run', { json: REGION, anonymous: true })).json()) as { slips: Slip[] });
    context = await browser.newContext({ baseURL: served.origin(), viewport: { width: 1360, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const submit = () => page.click('form button[type=submit]:not([aria-disabled=true])');
  const error = async () => {
    await page.waitForSelector('.error-summary');
    return page.locator('.error-summary a').allTextContents();
  };
  const heading = (title: string) => page.waitForSelector(`h1 >> text=${title}`);

  test('the code of a slip is read from behind the #, which leaves the address; the rules of passwords are said before any error', async () => {
    await page.goto(slip('sysadmin').address);
    await heading('激活账号');
    expect(await page.inputValue('#code')).toBe(slip('sysadmin').code);
    expect(page.url()).not.toContain(slip('sysadmin').code);
    expect(await page.textContent('#password-help')).toContain('至少 10 个字符');
    expect(await page.locator('.error-summary').count()).toBe(0);
    expect(await findings(page, false)).toEqual([]);
    await page.fill('#password', 'short');
    await page.fill('#again', 'other');
    await submit();
    expect(await error()).toEqual(['密码至少 10 个字符', '两次输入的密码不一致']);
    expect(await findings(page, false)).toEqual([]);
    await expectNoSidewaysScroll(page);
  });

  test('a code that is none is refused in words; what was typed stays', async () => {
    await page.fill('#code', 'k7qm-2xdr-8h4v-n3ta');
    await page.fill('#password', NEW_PASSWORD);
    await page.fill('#again', NEW_PASSWORD);
    await submit();
    expect((await error())[0]).toContain('代码无效');
    expect(await page.inputValue('#password')).toBe(NEW_PASSWORD);
  });

  test('activated, the person is signed in as far as the password goes, and sets up the second factor', async () => {
    await page.fill('#code', slip('sysadmin').code.toUpperCase().replaceAll('-', ' '));
    await submit();
    await heading('设置第二重验证');
    expect(await page.locator('.rail, .as-of').count()).toBe(0);
    await submit();
    await page.waitForSelector('.factor-secret img');
    secret = ((await page.textContent('.secret-text')) ?? '').replaceAll(' ', '');
    expect(secret).toMatch(/^[A-Z2-7]{16,}$/);
    expect(await findings(page, false)).toEqual([]);
    await page.fill('#first-code', '000000');
    await submit();
    expect((await error())[0]).toContain('验证码');
    await page.fill('#first-code', codeOf(secret));
    await submit();
    await page.waitForSelector('.recovery-codes');
    recovery = await page.locator('.recovery-codes li').allTextContents();
    expect(new Set(recovery).size).toBe(10);
  });

  test('the recovery codes are printed and copied; going on takes saying that they are kept', async () => {
    expect(await findings(page, false)).toEqual([]);
    await expectNoSidewaysScroll(page);
    expect(await page.isEnabled('.recovery > .button-primary')).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('.recovery-codes')).toBe(true);
    expect(await page.isVisible('.recovery .button')).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.check('.recovery input[type=checkbox]');
    await page.click('.recovery > .button-primary');
    await page.waitForURL((url) => url.pathname === '/people');
    expect(await page.locator('.rail a').allTextContents()).toContain('人员与任职');
  });

  async function signInAgain(password = NEW_PASSWORD): Promise<void> {
    await (context as BrowserContext).clearCookies();
    await page.goto('/');
    await page.waitForSelector('#account');
    await page.fill('#account', 'sysadmin');
    await page.fill('#password', password);
    await submit();
    await page.waitForSelector('#code');
  }

  test('after the password the code is asked for, at the field that has the focus; a wrong one is refused, an unused one lets in', async () => {
    await signInAgain();
    expect(await page.evaluate('document.activeElement.id')).toBe('code');
    expect(await page.getAttribute('#code', 'autocomplete')).toBe('one-time-code');
    expect(await findings(page, false)).toEqual([]);
    await submit();
    expect(await error()).toEqual(['请填写验证码']);
    await page.fill('#code', recovery[0] ?? '');
    await submit();
    await page.waitForURL((url) => url.pathname === '/people');
    // Used up: the same code does not count again.
    await signInAgain();
    await page.fill('#code', recovery[0] ?? '');
    await submit();
    expect((await error())[0]).toContain('验证码不正确或已经用过');
    await page.fill('#code', codeOf(secret, 30));
    await submit();
    await page.waitForSelector('.head-account-button');
  });

  test('a page that is loaded anew between the steps asks for the code still; another account can be taken', async () => {
    await signInAgain();
    await page.reload();
    await page.waitForSelector('#code');
    await page.click('.button-quiet');
    await page.waitForSelector('#account');
    expect(await page.locator('#code').count()).toBe(0);
  });

  test('my account says that the second factor is on and how many recovery codes are left', async () => {
    await signInAgain();
    await page.fill('#code', recovery[1] ?? '');
    await submit();
    await page.waitForSelector('.head-account-button');
    await page.goto('/account');
    await page.waitForSelector('#part-factor + div');
    expect(await page.textContent('section:has(#part-factor)')).toContain('还有 8 个恢复码可用');
  });

  test('the authenticator is changed with the password; its recovery codes are printed from the dialog, which no key closes', async () => {
    await page.click('text=更换验证器和恢复码');
    await page.fill('#own-password', 'not-this-one');
    await submit();
    expect(await error()).toEqual(['当前密码不正确']);
    await page.fill('#own-password', NEW_PASSWORD);
    await submit();
    await page.waitForSelector('.secret-text');
    const next = ((await page.textContent('.secret-text')) ?? '').replaceAll(' ', '');
    expect(next).not.toBe(secret);
    await page.fill('#first-code', codeOf(next));
    await submit();
    await page.waitForSelector('.recovery-codes');
    await page.keyboard.press('Escape');
    expect(await page.isVisible('.recovery-codes')).toBe(true);
    expect(await findings(page, false)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect([await page.isVisible('.recovery-codes'), await page.isVisible('.account-part >> nth=0')]).toEqual([true, false]);
    await page.emulateMedia({ media: 'screen' });
    await page.check('.recovery input[type=checkbox]');
    await page.click('.recovery > .button-primary');
    await page.waitForSelector('.notice-done');
    await page.waitForSelector('text=还有 10 个恢复码可用');
  });
});
