import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null])[] = [['', false], ['mode=elder', true], ['lang=en', null]];
const SLIPS_PER_SHEET = 8;

onDatabase('embedded', 'people', (database) => {
  const { openAs, faults, served } = site(database);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const dialog = (page: Page) => page.getByRole('dialog');
  /** The button of the dialog that is open. */
  const act = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
  const names = (page: Page) => page.locator('.people-name').allTextContents();
  const done = (page: Page) => page.textContent('.notice-done .notice-title');

  /** A new person of staff, made on the page; answers the address of their own page. */
  async function made(name: string, account: string): Promise<{ readonly path: string; readonly code: string }> {
    const page = await openAs('system_admin', '/people/new');
    await page.fill('#new-name', name);
    await page.fill('#new-account', account);
    await button(page, '新建并出激活单').click();
    await page.waitForSelector('.slip');
    const code = await page.textContent('.slip-code') ?? '';
    const href = await page.getByRole('link', { name: '查看这个人' }).getAttribute('href') ?? '';
    await page.close();
    return { path: new URL(href, served.origin()).pathname, code };
  }

  describe('the list', () => {
    test('is narrowed by kind, role, institution and state, which stand in the address', async () => {
      const page = await openAs('security_admin', '/people');
      await page.waitForSelector('.people-table');
      const all = (await names(page)).length;
      expect(await page.textContent('.table-count')).toBe(`共 ${all} 人`);
      await page.getByLabel('现任职务').selectOption({ label: '校区负责人' });
      await expect.poll(() => names(page)).toEqual(['示例账号（校区负责人）']);
      await page.getByLabel('现任职务').selectOption({ label: '全部' });
      await page.getByLabel('单位', { exact: true }).selectOption({ label: '衢州中等专业学校' });
      await expect.poll(() => names(page)).toEqual(expect.arrayContaining(['示例账号（中职学籍管理员）', '示例账号（中职校领导）']));
      await expect.poll(() => names(page)).not.toContain('示例账号（高职学籍）');
      await page.getByLabel('类别').selectOption({ label: '学生' });
      await expect.poll(async () => (await names(page)).length).toBe(1);
      expect(new URL(page.url()).searchParams.get('kind')).toBe('student');
      await page.reload();
      await settled(page);
      await expect.poll(async () => (await names(page)).length).toBe(1);
      await page.getByLabel('账号状态').selectOption({ label: '待激活' });
      await page.waitForSelector('.empty-state');
      await button(page, '清除条件').click();
      await expect.poll(async () => (await names(page)).length).toBe(all);
      expect(faults()).toEqual([]);
    });

    test('a name is found and stays out of the address; going back brings the search back', async () => {
      const page = await openAs('security_admin', '/people');
      await page.fill('[type=search]', '示例账号（高职');
      await page.keyboard.press('Enter');
      await expect.poll(async () => [...new Set((await names(page)).map((name) => name.slice(0, 7)))]).toEqual(['示例账号（高职']);
      expect(decodeURIComponent(page.url())).not.toContain('示例');
      const found = await names(page);
      await page.locator('.people-name').first().click();
      await page.waitForSelector('#appointments');
      await page.goBack();
      await expect.poll(() => names(page)).toEqual(found);
    });

    test('a registrar sees the people of the own school only, and no page that appoints', async () => {
      const page = await openAs('school_registrar', '/people');
      await page.waitForSelector('.people-table');
      expect((await page.locator('.people-table td:nth-child(3)').allTextContents()).every((kind) => kind === '学生' || kind === '监护人')).toBe(true);
      const foreign = await openAs('security_admin', '/people?role=office');
      await foreign.waitForSelector('.people-name');
      const office = new URL(await foreign.locator('.people-name').first().getAttribute('href') ?? '', served.origin()).pathname;
      const absent = await openAs('school_registrar', office);
      await expect.poll(() => absent.textContent('h1'), { timeout: 10_000 }).toBe('没有这一页');
    });
  });

  describe('a person', () => {
    test('is made by one administrator, appointed by another, and ended; each is on the timeline', async () => {
      const { path, code } = await made('王一鸣', 'wang-yiming');
      expect(code).toMatch(/^(?:[0-9a-z]{4}-){3}[0-9a-z]{4}$/);
      const system = await openAs('system_admin', path);
      expect(await system.textContent('.person-facts')).toMatch(/wang-yiming.*待激活/);
      expect(await button(system, '任命').count()).toBe(0);
      const page = await openAs('security_admin', path);
      expect(await button(page, /发放|重新发放|关闭/).count()).toBe(0);
      await button(page, '任命').click();
      await act(page, '任命');
      expect(await dialog(page).locator('.error-summary a').allTextContents()).toEqual(['请选择职务']);
      await page.selectOption('#appoint-role', { label: '校区负责人' });
      await page.selectOption('#appoint-org', { label: '衢州中等专业学校' });
      await act(page, '任命');
      expect(await dialog(page).locator('.error-summary a').allTextContents()).toEqual(['请至少选一个校区']);
      await dialog(page).locator('.choices-list input').first().check();
      await page.fill('#appoint-from', '2026-09-01');
      await page.fill('#appoint-to', '2026-08-31');
      await act(page, '任命');
      expect(await dialog(page).locator('.error-summary a').allTextContents()).toEqual(['结束日期早于开始日期']);
      await page.fill('#appoint-to', '');
      await act(page, '任命');
      await page.waitForSelector('.notice-done');
      expect(await page.textContent('.timeline > li')).toMatch(/校区负责人 · 衢州中等专业学校 在任负责的校区：C1.*2026年9月1日 起.*security-admin 于 .* 任命/);
      await button(page, /^结束任职/).click();
      await act(page, '结束任职');
      await expect.poll(() => done(page)).toContain('任职已结束');
      expect(await page.textContent('.timeline > li')).toMatch(/已结束.*security-admin 于 .* 结束/);
      expect(await button(page, /^结束任职/).count()).toBe(0);
      expect(faults()).toEqual([]);
    });

    test('what may not be is refused in words: a role that is held alone beside another', async () => {
      const { path } = await made('李二', 'li-er');
      const page = await openAs('security_admin', path);
      const appoint = async (role: string) => {
        await button(page, '任命').click();
        await page.selectOption('#appoint-role', { label: role });
        await act(page, '任命');
      };
      await appoint('审计人员');
      await page.waitForSelector('.timeline');
      await appoint('系统管理员');
      await dialog(page).locator('.notice-fault').waitFor();
      expect(await dialog(page).textContent()).toContain('没有办成，什么也没有改变');
      await page.keyboard.press('Escape');
      expect(await page.locator('.timeline > li').count()).toBe(1);
    });

    test('nobody appoints oneself: there is no button, and it is said why', async () => {
      const list = await openAs('security_admin', '/people?role=security_admin');
      await list.locator('.people-name').click();
      await list.waitForSelector('.timeline');
      expect(await list.textContent('main')).toContain('不能任命自己');
      expect(await button(list, /任命|结束任职/).count()).toBe(0);
    });

    test('a forgotten password is reset at the counter by a slip; a closed account stays closed', async () => {
      const page = await openAs('school_registrar', '/people?kind=guardian');
      await page.locator('.people-name').first().click();
      await page.waitForSelector('#account');
      await button(page, '重设密码').click();
      expect(await dialog(page).textContent()).toContain('原密码立刻失效');
      await act(page, '重设密码');
      await page.waitForSelector('.slip');
      expect(await page.textContent('.slip')).toContain('密码重设单');
      await button(page, '已打印，从本页清除').click();
      await expect.poll(() => page.textContent('.person-facts')).toContain('待激活');
      await button(page, '关闭账号').click();
      await act(page, '关闭账号');
      await expect.poll(() => done(page)).toContain('账号已关闭');
      expect(await page.textContent('.person-facts')).toMatch(/已关闭.*关闭/);
      expect(await page.locator('.person-part .button').count()).toBe(0);
    });
  });

  test('a guardian gets one more student, and loses one at once', async () => {
    const page = await openAs('school_registrar', '/people/new');
    await page.getByLabel('类别').selectOption({ label: '监护人' });
    await button(page, '新建并出激活单').click();
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['请填写姓名', '请填写学号', '请填写与学生的关系']);
    await page.fill('#new-name', '欧阳四');
    await page.fill('#new-student_id', '20221002');
    await page.fill('#new-relation', '祖父');
    await button(page, '新建并出激活单').click();
    await page.waitForSelector('.slip');
    await button(page, '已打印，从本页清除').click();
    await page.getByRole('link', { name: '查看这个人' }).click();
    await page.waitForSelector('.wards > li');
    await button(page, '添加学生').click();
    await page.fill('#ward-student', '20221002');
    await page.fill('#ward-relation', '祖父');
    await act(page, '添加学生');
    await dialog(page).locator('.notice-fault').waitFor();
    await page.fill('#ward-student', '20221003');
    await act(page, '添加学生');
    await expect.poll(() => page.locator('.wards > li').count()).toBe(2);
    await button(page, '解除与学生 20221002 的监护关系').click();
    await act(page, '解除');
    await expect.poll(() => done(page)).toContain('监护关系已解除');
    expect((await page.locator('.wards > li').allTextContents()).map((text) => /\d\d:\d\d 解除$/.test(text))).toEqual([true, false]);
    expect(await button(page, /^解除与学生/).count()).toBe(1);
  });

  describe('accounts in bulk', () => {
    test('are made with progress and slips; done again, nothing is made; lost slips are made anew', async () => {
      const page = await openAs('system_admin', '/people/bulk');
      await page.getByLabel('学校').selectOption('S4');
      await page.waitForSelector('text=已有账号 0 个');
      await button(page, '开始开户').click();
      await page.waitForSelector('.bulk-progress progress');
      await page.waitForSelector('.slips', { timeout: 60_000 });
      const many = await page.locator('.slip').count();
      // More than one part.
      expect(many).toBeGreaterThan(100);
      expect(await done(page)).toContain(`新建 ${many} 个账号，原有 0 个没有改动`);
      expect(new Set(await page.locator('.slip-code').allTextContents()).size).toBe(many);
      expect(await page.evaluate("document.querySelector('.slip-qr').naturalWidth")).toBeGreaterThan(0);
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\n/g);
      expect(sheets?.length).toBe(Math.ceil(many / SLIPS_PER_SHEET));
      await button(page, '已打印，从本页清除').click();
      await page.waitForSelector('text=其中待激活');
      await button(page, '开始开户').click();
      await page.waitForSelector(`text=没有要新建的账号，原有 ${many} 个没有改动`);
      await button(page, /重新出单/).click();
      await page.waitForSelector('.slips', { timeout: 60_000 });
      expect(await page.locator('.slip').count()).toBe(many);
      expect(faults()).toEqual([]);
    }, MANY_NODES_MS);

    test('of what was cut off midway the slips that came are kept, and it goes on', async () => {
      const page = await openAs('system_admin', '/people/bulk');
      await page.getByLabel('学校').selectOption('S2');
      await page.waitForSelector('text=已有账号 0 个');
      let [parts, cut] = [0, true];
      await page.route('**/api/people/bulk', (route) => {
        parts += 1;
        return cut && parts > 1 ? route.abort() : route.continue();
      });
      await button(page, '开始开户').click();
      await page.waitForSelector('.notice-fault', { timeout: 60_000 });
      expect(await page.textContent('.notice-fault')).toContain('中断了：之前的 100 个账号已建好');
      expect(await page.locator('.slip').count()).toBe(100);
      cut = false;
      await button(page, '接着做').click();
      await page.waitForSelector('.notice-done', { timeout: 60_000 });
      expect(await page.locator('.slip').count()).toBeGreaterThan(200);
      await button(page, '已打印，从本页清除').click();
    }, MANY_NODES_MS);

    test('nothing of a slip is kept once the page is left: not in the address, not in storage, not by going back', async () => {
      const page = await openAs('system_admin', '/people/new');
      await page.fill('#new-name', '赵三');
      await page.fill('#new-account', 'zhao-san');
      await button(page, '新建并出激活单').click();
      await page.waitForSelector('.slip');
      const code = await page.textContent('.slip-code') ?? '';
      expect(code.length).toBeGreaterThan(15);
      expect(await page.textContent('.slips')).toContain('浏览器不保存');
      page.on('dialog', (asked) => void asked.accept());
      await page.goto('/people');
      await settled(page);
      await page.goBack();
      await settled(page);
      expect(await page.content()).not.toContain(code);
      const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href, document.cookie])');
      expect(kept).not.toContain(code);
      expect(await page.evaluate('caches.keys()')).toEqual([]);
    });
  });

  test.each(LOOKS)('axe finds nothing, on a desk and on a phone, with "%s"', async (looks, high) => {
    for (const [role, path] of [['security_admin', '/people'], ['school_registrar', '/people/bulk'], ['school_registrar', '/people/new']] as const) {
      const page = await openAs(role, `${path}?${looks}`);
      await expectUsable(page, high, path);
      await page.close();
    }
    const page = await openAs('security_admin', `/people?role=campus_manager&${looks}`);
    await page.locator('.people-name').click();
    await page.waitForSelector('.timeline');
    await expectUsable(page, high);
    await page.locator('.person-part-head .button').click();
    await page.selectOption('#appoint-role', 'counsellor');
    await page.selectOption('#appoint-org', { index: 1 });
    await page.waitForSelector('.choices-list');
    await expectUsable(page, high);
    await page.keyboard.press('Escape');
    await expectNoSidewaysScroll(page);
    const slips = await openAs('school_registrar', `/people?kind=student&${looks}`, 360);
    await slips.locator('.people-name').first().click();
    await slips.waitForSelector('#account');
    await slips.locator('.person-part .button').first().click();
    await slips.getByRole('dialog').locator('.button-primary').click();
    await slips.waitForSelector('.slip');
    await expectUsable(slips, high);
  }, MANY_NODES_MS);
});
