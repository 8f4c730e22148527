import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeOf, confirmAddress } from '../../store/agreements/made-agreements.ts';
import { addPerson } from '../../store/people.ts';
import { programActor } from '../../store/program-actor.ts';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

/** The amended agreement of this student of the sample waits for the whole family. */
const CHILD = '20251005';
/** Left after the secondary stage, since the resit was not passed. */
const LEAVER = '20221061';
const PASSWORD = 'lantern above the river';

onDatabase('embedded', 'agreements and five years', (database) => {
  const { openAs, openWith, served, faults } = site(database);
  const region = (): number => served.sample().region.region_id;
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const reach = (account: string) => confirmAddress(served.database().as({ ...programActor(region()), account }), account);
  /** Reads, has a code sent, and types it. */
  const typeCode = async (page: Page, account: string): Promise<void> => {
    await page.getByLabel('我已看完协议内容').check();
    await button(page, '获取验证码').click();
    await page.waitForSelector('#signing-code');
    await page.fill('#signing-code', await codeOf(served.database(), region(), account));
  };
  test('at 360 px a guardian of two children reads and signs; the reply is lost once, and it counts once', async () => {
    const page = await openAs('guardian', '/five-years', 360);
    expect(await page.locator('select option').count()).toBe(2);
    expect(await page.textContent('.next-step h2')).toBe('签三方协议');
    await expectNoSidewaysScroll(page);
    await page.click('.next-step a');
    await page.waitForSelector('.agreement-text');
    expect(await page.textContent('.agreement-text')).toMatch(/五年学习地点与收费.*升段与未通过的办法.*60分及以上/s);
    // Without an address that is confirmed there is no code, and the page says where to go.
    await page.getByLabel('我已看完协议内容').check();
    await button(page, '获取验证码').click();
    expect(await page.waitForSelector('.notice-fault').then((notice) => notice.textContent())).toContain('还没有确认过的手机或邮箱');
    await reach('guardian');
    await page.reload();
    await settled(page);
    // Before a code is asked for, none is shown.
    expect(await page.textContent('main')).not.toContain('验证码是');
    // What was ticked is still ticked.
    expect(await page.getByLabel('我已看完协议内容').isChecked()).toBe(true);
    await button(page, '获取验证码').click();
    await page.waitForSelector('#signing-code');
    await page.getByText(`示例数据不发消息，验证码是 ${await codeOf(served.database(), region(), 'guardian')}`).waitFor();
    await page.fill('#signing-code', '000000');
    await button(page, '签字').click();
    await page.waitForSelector('.notice-fault');
    await page.fill('#signing-code', await codeOf(served.database(), region(), 'guardian'));
    const keys: (string | undefined)[] = [];
    await page.route('**/api/agreement-signatures', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      // It arrives, and nobody hears of it.
      await route.fetch();
      return route.abort();
    });
    await button(page, '签字').click();
    await page.waitForSelector('.notice-done');
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    await expect.poll(() => page.textContent('.signature-list')).toMatch(/监护人.*199\*{4}\d{4}|监护人.*138\*{4}0000/s);
    expect(await page.locator('.signature-list li').count()).toBe(1);
    await page.close();
  });

  test('at 360 px the student signs too, then the school and the college by list; the paper can be saved', async () => {
    await served.database().as(programActor(region())).write(async (tx) => {
      const added = await addPerson(tx, { kind: 'student', name: '朱晨洁', account: 'pupil', password: PASSWORD, org_id: 'S1', student_id: CHILD });
      if (added.outcome !== 'done') throw new Error(added.outcome);
    });
    const browser = (await openAs('student', '/five-years', 360)).context().browser();
    if (browser === null) throw new Error('no browser');
    const context = await browser.newContext({ baseURL: served.origin(), locale: 'zh-CN' });
    await context.request.post('/api/session', { data: { account: 'pupil', password: PASSWORD } });
    await reach('pupil');
    const page = await context.newPage();
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/');
    await page.waitForURL((url) => url.pathname === '/five-years');
    await settled(page);
    await page.click('.next-step a');
    await page.waitForSelector('.agreement-text');
    await typeCode(page, 'pupil');
    await button(page, '签字').click();
    await page.waitForSelector('.notice-done');
    await context.close();
    for (const [role, account, party] of [['school_head', 'school-head', '中职学校'], ['college_programme', 'college-programme', '高职院校']] as const) {
      await reach(account);
      const list = await openAs(role, '/agreements?state=mine');
      await button(list, /^选中等我签的 \d+ 份$/).click();
      await button(list, /^签署选中的 \d+ 份$/).click();
      expect(await list.getByRole('dialog').textContent()).toContain(`以${party}身份签署`);
      await typeCode(list, account);
      await button(list, '签字').click();
      await list.waitForSelector('.notice-done');
      await list.close();
    }
    const done = await openAs('guardian', `/five-years?child=${CHILD}`, 360);
    await done.click('.next-step a');
    await done.waitForSelector('.agreement-text');
    await expect.poll(() => done.textContent('.agreement-head')).toContain('第 2 版');
    expect(await done.textContent('main')).toContain('三方已签齐');
    const [saved] = await Promise.all([done.waitForEvent('download'), done.getByRole('link', { name: '下载已签协议（PDF）' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/^衢贯通协〔2025〕\d+号 第2版\.pdf$/);
    expect(faults().filter((text) => !/Failed to load resource|ERR_FAILED/.test(text))).toEqual([]);
  });

  test('a student of year 4 confirms what was agreed in year 1', async () => {
    const page = await openAs('student', '/five-years', 360);
    expect(await page.textContent('.next-step h2')).toBe('第四学年确认');
    await page.click('.next-step a');
    await button(page, '确认原协议').click();
    await expect.poll(() => page.textContent('.notice-done')).toContain('已确认');
  });

  test('B37: an agreement that has ended stays on the list, waits for nobody, and the student reads since when and why', async () => {
    const list = await openAs('school_registrar', '/agreements?cohort=2022');
    const row = list.locator('tbody tr', { hasText: LEAVER });
    expect(await row.textContent()).toMatch(/2025年9月1日 终止 M9-d/);
    await row.getByRole('link').first().click();
    await list.waitForSelector('.agreement-text');
    expect(await list.textContent('.agreement-head')).toContain('三方协议已于 2025年9月1日 终止');
    for (const act of ['登记纸质签署', '更正内容']) expect(await button(list, act).count()).toBe(0);
    const own = { account: 'leaver', password: PASSWORD };
    await served.database().as(programActor(region())).write((tx) => addPerson(tx, { kind: 'student', name: '琚博恒', ...own, org_id: 'S1', student_id: LEAVER }));
    const page = await openWith(own, '/five-years', 360);
    expect(await page.textContent('main')).toMatch(/三方协议已于 2025年9月1日 终止.*M9-d/s);
    expect(await page.textContent('.next-step')).not.toMatch(/最晚|逾期/);
    // Nothing is told as if it were still to come.
    expect(await page.textContent('main')).not.toMatch(/升段还缺什么|预计|安排实习|请联系学校|还差/);
    expect(await page.textContent('section[aria-labelledby=my-tests]')).toMatch(/未通过.*59/s);
    expect(await findings(page, false)).toEqual([]);
    await expectNoSidewaysScroll(page);
    expect(faults()).toEqual([]);
  });

  test('a registrar draws up a programme, records a paper and hands out a copy; what is missing is said before anything is sent', async () => {
    const page = await openAs('school_registrar', '/agreements/prepare?programme=P12');
    await button(page, '拟定协议').click();
    expect(await page.textContent('.field-error')).toContain('请补齐每个学年的地点和三项费用');
    for (const label of ['学费', '住宿费', '代管费']) for (const box of await page.getByLabel(label, { exact: true }).all()) await box.fill('0');
    await button(page, '拟定协议').click();
    expect(await page.waitForSelector('.notice-done').then((notice) => notice.textContent())).toMatch(/已拟定 45 份/);
    const list = await openAs('school_registrar', '/agreements?programme=P12');
    await list.locator('tbody th a').first().click();
    await list.waitForSelector('.agreement-text');
    await button(list, '登记纸质签署').click();
    const dialog = list.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: '协议.pdf', mimeType: 'application/pdf', buffer: MADE_PDF });
    for (const [id, day] of [['student', '2025-10-08'], ['guardian', '2025-10-08'], ['school', '2025-10-09'], ['college', '2025-10-09']]) await list.fill(`#paper-${id}`, day ?? '');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await list.waitForSelector('.notice-done');
    await expect.poll(() => list.textContent('main')).toContain('三方已签齐');
    await list.fill('#copy-by', '家长');
    await list.fill('#copy-on', '2025-10-20');
    await button(list, '登记发放').click();
    await expect.poll(() => list.textContent('section[aria-labelledby=copies]')).toMatch(/学生（家长）.*家长.*当面领取/s);
    expect(faults()).toEqual([]);
  });

  test.each([['mode=elder', true], ['lang=en', false]] as const)('axe finds nothing and nothing scrolls sideways ("%s")', async (looks, high) => {
    for (const [role, path, width] of [['guardian', '/five-years', 360], ['school_registrar', '/agreements', 1360], ['school_registrar', '/agreements/prepare?programme=P13', 360]] as const) {
      const page = await openAs(role, `${path}${path.includes('?') ? '&' : '?'}${looks}`, width);
      expect(await findings(page, high), path).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.close();
    }
  }, MANY_NODES_MS);
});
