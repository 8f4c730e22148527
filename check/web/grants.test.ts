import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { asOwner } from '../../store/made-people.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null])[] = [['', false], ['mode=elder', true], ['lang=en', null]];

onDatabase('embedded', 'minors’ records', (database) => {
  const { openAs, faults, served } = site(database);
  const dialog = (page: Page) => page.getByRole('dialog');
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const act = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
  const said = (page: Page) => page.textContent('.notice-done .notice-title');
  const part = (page: Page, id: string) => page.locator(`section[aria-labelledby=grants-${id}]`);
  const row = (page: Page, id: string, purpose: string) => part(page, id).locator('tbody tr', { hasText: purpose });

  /** A request of the county bureau for the records of a school. */
  async function asked(purpose: string): Promise<Page> {
    const page = await openAs('county_bureau', '/grants');
    await button(page, '申请授权').click();
    await page.selectOption('#grant-whose', { label: '一所学校或高职' });
    await page.selectOption('#grant-id', { label: '衢州中等专业学校' });
    await page.fill('#grant-purpose', purpose);
    await page.fill('#grant-until', '2026-01-31');
    await act(page, '提交申请');
    await page.waitForSelector('.notice-done');
    return page;
  }

  describe('leave to read them', () => {
    test('is asked for with whose records, a purpose and a day; what is missing is named', async () => {
      const page = await openAs('county_bureau', '/grants');
      expect(await part(page, 'own').textContent()).toContain('您还没有申请过');
      await button(page, '申请授权').click();
      await act(page, '提交申请');
      expect(await dialog(page).locator('.error-summary a').allTextContents()).toEqual(['请选择看谁的资料', '用途至少写 4 个字', '请填写最后一天']);
      await page.selectOption('#grant-whose', { label: '一个班级' });
      await page.fill('#grant-purpose', '核对 330802 20090115 0014');
      await page.fill('#grant-until', '2030-01-01');
      await act(page, '提交申请');
      expect(await dialog(page).locator('.error-summary a').allTextContents()).toEqual(['请填写编号', '这里不要写证件号或电话号码', '期限须从今天起、不超过一年']);
      await page.keyboard.press('Escape');
      expect(await dialog(page).count()).toBe(0);
    });

    test('is refused with a reason that whoever asked reads; nobody decides on their own request', async () => {
      const page = await asked('核查一月补助');
      expect(await row(page, 'own', '核查一月补助').textContent()).toMatch(/衢州中等专业学校.*2026年1月31日.*待批准/);
      expect(await button(page, /批准：/).count()).toBe(0);
      const head = await openAs('school_head', '/grants');
      await row(head, 'decide', '核查一月补助').getByRole('button', { name: '不批准：衢州中等专业学校' }).click();
      await act(head, '不批准');
      expect(await dialog(head).locator('.field-error').textContent()).toContain('理由至少写 4 个字');
      await head.fill('#grant-reason', '请附上文件依据');
      await act(head, '不批准');
      await head.waitForSelector('.notice-done');
      expect(await part(head, 'decide').textContent()).toContain('没有待决定的申请');
      await page.reload();
      await row(page, 'own', '核查一月补助').waitFor();
      expect(await row(page, 'own', '核查一月补助').textContent()).toMatch(/未批准school-head 于 .* 决定理由：请附上文件依据/);
      expect(faults()).toEqual([]);
    });

    test('once approved opens the records at once, and once ended closes them at once', async () => {
      const students = () => openAs('county_bureau', '/data/registers/students');
      expect(await (await students()).textContent('h1')).not.toBe('学生学籍');
      await asked('核查二月补助');
      const head = await openAs('school_head', '/grants');
      await row(head, 'decide', '核查二月补助').getByRole('button', { name: '批准：衢州中等专业学校', exact: true }).click();
      expect(await dialog(head).textContent()).toMatch(/county-bureau将能看到衢州中等专业学校的未成年人资料，直到 2026年1月31日.*核查二月补助/);
      await act(head, '批准');
      await head.waitForSelector('.notice-done');
      // A session goes by the clock on the wall, and the server of this test by a day of its own.
      await asOwner(database, "update minor_grants set expires_on = '2099-12-31' where purpose = '核查二月补助'");
      const open = await students();
      await open.waitForSelector('[role=grid]');
      expect(await open.textContent('.page-lead')).toMatch(/有效的记录 \d+ 条/);
      await row(head, 'all', '核查二月补助').getByRole('button', { name: /提前结束/ }).click();
      await act(head, '提前结束');
      await expect.poll(() => said(head)).toContain('授权已结束');
      await open.close();
      expect(await (await students()).textContent('h1')).not.toBe('学生学籍');
    });

    test('is taken back while it waits, and shown as expired after its day', async () => {
      const page = await asked('核查三月补助');
      await row(page, 'own', '核查三月补助').getByRole('button', { name: /撤回申请/ }).click();
      await act(page, '撤回申请');
      await expect.poll(() => said(page)).toContain('申请已撤回');
      expect(await row(page, 'own', '核查三月补助').textContent()).toMatch(/已撤回county-bureau 于 .* 结束$/);
      await page.close();
      const later = await asked('核查四月补助');
      const head = await openAs('school_head', '/grants');
      await row(head, 'decide', '核查四月补助').getByRole('button', { name: '批准：衢州中等专业学校', exact: true }).click();
      await act(head, '批准');
      await head.waitForSelector('.notice-done');
      await asOwner(database, "update minor_grants set expires_on = '2025-11-01' where purpose = '核查四月补助'");
      await later.reload();
      await row(later, 'own', '核查四月补助').waitFor();
      expect(await row(later, 'own', '核查四月补助').textContent()).toContain('已过期');
      expect(await row(later, 'own', '核查四月补助').locator('.button').count()).toBe(0);
    });

    test('is looked at by the auditor, who can do nothing to it', async () => {
      const page = await openAs('auditor', '/grants');
      await part(page, 'all').waitFor();
      await page.waitForSelector('.grant-table');
      expect(await button(page, '申请授权').count()).toBe(0);
      expect(await page.locator('.grant-table .button').count()).toBe(0);
    });
  });

  describe('a value in full', () => {
    const opened = async (role: 'school_registrar' | 'auditor', width?: number): Promise<Page> => {
      const page = await openAs(role, '/data/registers/students', width);
      await page.waitForSelector('.table-open, .table-cards');
      await page.locator('.table-open, .table-cards li > button').first().click();
      await page.waitForSelector('.record-facts');
      return page;
    };

    test('takes a purpose, is shown for a minute in place, and leaves its entry', async () => {
      const page = await opened('school_registrar');
      await page.clock.install();
      const fact = page.locator('.record-facts > div', { hasText: '身份证件号码' });
      const masked = (await fact.locator('dd').textContent())?.split(' ')[0] ?? '';
      expect(masked).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
      await button(page, '查看完整的身份证件号码').click();
      await page.keyboard.type('查');
      await page.keyboard.press('Enter');
      expect(await fact.textContent()).toContain('用途至少写 4 个字');
      await page.keyboard.type('对名单');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.revealed');
      const value = await page.textContent('.revealed-value') ?? '';
      expect(value).toMatch(/^\d{17}[\dX]$/);
      expect([value.slice(0, 6), value.slice(-4)]).toEqual([masked.slice(0, 6), masked.slice(-4)]);
      expect(await fact.textContent()).toContain('已记入操作记录');
      await page.clock.runFor(50_000);
      expect(await fact.textContent()).toContain(value);
      await page.clock.runFor(11_000);
      await expect.poll(() => fact.textContent()).not.toContain(value);
      expect(await fact.textContent()).toContain(masked);
      expect(await page.evaluate("document.activeElement.className")).toContain('reveal-button');
      const audit = await openAs('audit_admin', '/audit?action=personal.reveal');
      await audit.waitForSelector('.audit-table');
      await audit.locator('.audit-detail summary').first().click();
      expect(await audit.textContent('.audit-table tbody tr')).toMatch(/school-registrar.*查看完整证件号或电话.*查对名单.*students\/\d+#id_number/);
      expect(await audit.content()).not.toContain(value);
    });

    test('is found by the whole number, which goes into no address', async () => {
      const page = await opened('school_registrar');
      await button(page, '查看完整的身份证件号码').click();
      await page.keyboard.type('核对名单');
      await page.keyboard.press('Enter');
      const value = await page.textContent('.revealed-value') ?? '';
      await page.keyboard.press('Escape');
      const addresses: string[] = [];
      page.on('request', (request) => addresses.push(request.url()));
      await button(page, '按完整证件号或电话查找').click();
      await page.fill('#find-value', `${value.slice(0, 17)}${value.endsWith('1') ? '2' : '1'}`);
      await page.keyboard.press('Enter');
      await expect.poll(() => dialog(page).textContent()).toContain('没有找到');
      await page.fill('#find-value', ` ${value.slice(0, 6)} ${value.slice(6).toLowerCase()} `);
      await page.keyboard.press('Enter');
      await page.locator('.found-records button').first().click();
      await page.waitForSelector('.record-facts');
      expect(await page.textContent('.record-facts')).toContain(`${value.slice(0, 6)}********${value.slice(-4)}`);
      expect([...addresses, page.url()].filter((address) => address.includes(value.slice(6, 14)))).toEqual([]);
      expect(faults()).toEqual([]);
    });

    test('has no button for who may read and not reveal', async () => {
      const page = await opened('auditor');
      expect(await page.textContent('.record-facts')).toMatch(/身份证件号码\d{6}\*{8}/);
      expect(await page.locator('.reveal-button').count()).toBe(0);
    });

    test.each(LOOKS)('axe finds nothing on the way, with "%s"', async (looks, high) => {
      const page = await openAs('school_registrar', `/data/registers/students?${looks}`, 360);
      await page.waitForSelector('.table-cards');
      await page.locator('.register-tools > .button').click();
      await page.waitForSelector('#find-value');
      if (high !== null) expect(await findings(page, high)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.table-cards li > button').first().click();
      await page.locator('.reveal-button').click();
      if (high !== null) expect(await findings(page, high)).toEqual([]);
      await page.keyboard.type('check the list');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.revealed');
      if (high !== null) expect(await findings(page, high)).toEqual([]);
      expect(await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')).toBe(0);
    }, MANY_NODES_MS);
  });

  test.each(LOOKS)('axe finds nothing on the page of grants, with "%s"', async (looks, high) => {
    const { grants } = await served.answer<{ grants: unknown[] }>('listMinorGrants', '/api/minor-grants');
    expect(grants.length).toBeGreaterThan(0);
    const page = await openAs('office', `/grants?${looks}`);
    await page.waitForSelector('.grant-table');
    await expectUsable(page, high);
    await page.locator('.page > .button-row .button').click();
    await page.selectOption('#grant-whose', 'org');
    await expectUsable(page, high);
    await dialog(page).locator('[type=submit]').click();
    await page.waitForSelector('.error-summary');
    await expectUsable(page, high);
  }, MANY_NODES_MS);
});
