import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from '../api/enrol.ts';
import { serve } from '../api/served.ts';
import { launchBrowser } from '../browser.ts';
import { onDatabase } from '../databases.ts';
import { DELIVERED } from './delivered.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';

const PASSWORD = 'river-stone-lantern-cloud';

onDatabase('embedded', 'the first run', (database) => {
  let browser: Browser | null = null;
  const served = serve(database, { sample: false, web: () => DELIVERED });
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function open(path = '/', width = 1360): Promise<Page> {
    const context = await (browser as Browser).newContext({ baseURL: served.origin(), viewport: { width, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(path);
    await page.waitForSelector('.first-run');
    return page;
  }

  test.each([['', false], ['mode=elder', true], ['lang=en&contrast=high', true]])('axe finds nothing, empty and with everything to correct, with "%s"', async (looks, high) => {
    const page = await open(`/?${looks}`);
    expect(await findings(page, high)).toEqual([]);
    await page.click('.first-run-form > .button');
    await page.waitForSelector('.error-summary');
    expect(await findings(page, high)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });

  test('what is missing is listed at once, each linked to its field; what was entered stays', async () => {
    const page = await open();
    await page.fill('#office-name', '职改办');
    await page.fill('#county-code-0', '3308');
    await page.fill('#password', 'office2026');
    await page.fill('#account', 'office');
    await page.click('.first-run-form > .button');
    expect(await page.locator('.error-summary a').allTextContents()).toEqual([
      '请填写地区名称', '第 1 个县（市、区）的代码应为六位数字', '请填写使用人姓名',
      '这个密码容易被猜到，请换一个：不含账号、不用连续的字符，或写得更长', '两次输入的密码不一致',
    ]);
    await page.click('.error-summary a >> nth=1');
    expect(await page.evaluate('document.activeElement.id')).toBe('county-code-0');
    expect(await page.inputValue('#office-name')).toBe('职改办');
    await page.context().close();
  });

  test('the sample is loaded, and removed again by typing its name; the first run follows', async () => {
    const page = await open();
    await page.click('.first-run-sample .button');
    await page.waitForSelector('.rail', { timeout: 60_000 });
    await page.goto('/data');
    expect(await page.textContent('.head-place')).toContain('示例数据');
    await page.click('.notice-warning .button');
    await page.fill('#sample-name', '衢州');
    await page.click('[role=dialog] .button-primary');
    expect(await page.textContent('#sample-name-error')).toContain('一字不差');
    const name = /输入“(.+)”确认/.exec((await page.textContent('[for=sample-name]')) ?? '')?.[1] ?? '';
    await page.fill('#sample-name', name);
    await page.click('[role=dialog] .button-primary');
    await page.waitForSelector('#region-name', { timeout: 60_000 });
    expect(new URL(page.url()).pathname).toBe('/first-run');
    await page.context().close();
  });

  test('a region is set up, hands out the administrators’ slips, asks for a second factor and leads to uploading; a second set-up is not offered', async () => {
    const page = await open();
    await page.fill('#region-name', '衢州市');
    await page.fill('#office-name', '市职改办');
    await page.click('.counties li:last-child .button');
    await page.fill('#person', '古丽娜尔·买买提');
    await page.fill('#account', 'office');
    await page.fill('#password', PASSWORD);
    expect(await page.textContent('.password-strength')).toContain('强度：强');
    await page.fill('#again', PASSWORD);
    await page.click('.first-run-form > .button');
    await page.waitForSelector('.slips');
    expect(await page.textContent('h1')).toBe('请交给三位管理员');
    expect(await page.locator('.slip-account').allTextContents()).toEqual(['sysadmin', 'secadmin', 'auditadmin']);
    expect(await findings(page, false)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect([await page.isVisible('.slip-qr'), await page.isVisible('.slips .notice'), await page.isVisible('h1')]).toEqual([true, false, false]);
    await page.emulateMedia({ media: 'screen' });
    await page.click('.slips .button >> text=已打印');
    await page.waitForSelector('h1 >> text=设置第二重验证');
    await page.click('form button[type=submit]');
    const secret = ((await page.textContent('.secret-text')) ?? '').replaceAll(' ', '');
    await page.fill('#first-code', codeOf(secret));
    await page.click('form button[type=submit]');
    await page.check('.recovery input[type=checkbox]');
    await page.click('.recovery > .button-primary');
    await page.waitForSelector('.file-drop');
    expect(new URL(page.url()).pathname).toBe('/data');
    expect(await page.textContent('.head-place')).toContain('衢州市');
    const region = (await (await page.request.get('/api/region')).json()) as { counties: unknown[]; office_name: string };
    expect(region).toMatchObject({ office_name: '市职改办', counties: [{}, {}, {}, {}, {}] });
    await page.goto('/first-run');
    await page.waitForSelector('.notice');
    expect(await page.textContent('.notice')).toContain('地区已经设立');
    await page.context().close();
  });
});
