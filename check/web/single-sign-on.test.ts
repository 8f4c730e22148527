import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignOn, type SignOn } from '../../api/sign-on-provider.ts';
import { CLIENT, identityProvider } from '../api/identity-provider.ts';
import { serve } from '../api/served.ts';
import { launchBrowser } from '../browser.ts';
import { onDatabase } from '../databases.ts';
import { DELIVERED } from './delivered.ts';
import { findings } from './findings.ts';

onDatabase('embedded', 'single sign-on in a browser', (database) => {
  let browser: Browser | null = null;
  let settled: SignOn | null = null;
  // Made when it is first used: the provider's address is known only once it listens.
  const there = () => (settled ??= openSignOn({ issuer: provider.issuer(), ...CLIENT, account_claim: null, second_factor: [] }, Date.now));
  const signOn: SignOn = {
    get issuer() { return provider.issuer(); },
    begin: (...asked) => there().begin(...asked),
    finish: (...asked) => there().finish(...asked),
  };
  const served = serve(database, { sample: true, web: () => DELIVERED, deps: { signOn } });
  const provider = identityProvider(() => `${served.origin()}/sign-in/return`);
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function open(path: string): Promise<Page> {
    const context = await (browser as Browser).newContext({ baseURL: served.origin(), viewport: { width: 1360, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(path);
    await page.waitForSelector('h1');
    return page;
  }

  test('an identity that is linked to no account is refused in words, with the way back', async () => {
    provider.signedInAs({ subject: 'stranger' });
    const page = await open('/');
    await page.click('.single-sign-on .button');
    await page.waitForSelector('.notice-fault');
    expect(await page.textContent('.notice-fault')).toContain('该身份未与账号关联');
    expect(await findings(page, false)).toEqual([]);
    await page.click('main .button-primary');
    await page.waitForSelector('#account');
  });

  test('linked from the own account, it signs in; unlinked, it does no more', async () => {
    provider.signedInAs({ subject: 'head-1' });
    const { account, password } = served.sample().accounts.find(({ role }) => role === 'school_head') ?? { account: '', password: '' };
    const page = await open('/');
    await page.fill('#account', account);
    await page.fill('#password', password);
    await page.click('form button[type=submit]');
    await page.waitForURL((url) => url.pathname === '/todo');
    await page.goto('/account');
    await page.click('.single-sign-on .button');
    await page.waitForSelector('.account-list >> text=head-1');
    expect(new URL(page.url()).pathname).toBe('/account');
    expect(page.url()).not.toContain('code=');

    const other = await open('/');
    await other.click('.single-sign-on .button');
    await other.waitForURL((url) => url.pathname === '/todo');
    expect(await other.textContent('.head-account-button')).toContain('中职校领导');

    await page.click('.account-list .button');
    await page.waitForSelector('.notice-done');
    const third = await open('/');
    await third.click('.single-sign-on .button');
    await third.waitForSelector('.notice-fault >> text=该身份未与账号关联');
  });
});
