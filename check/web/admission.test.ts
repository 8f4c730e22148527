import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { madeAdmission } from '../../core/admission/made-admissions.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', false, 360]];

onDatabase('embedded', 'admission in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const csv = (rows: readonly object[]): Buffer => Buffer.from(`${Object.keys(rows[0] ?? {}).join(',')}\r\n${rows.map((row) => Object.values(row).join(',')).join('\r\n')}\r\n`);
  const choose = async (page: Page, buffer: Buffer): Promise<void> => {
    await page.setInputFiles('input[type=file]', [{ name: '录取名单.csv', mimeType: 'text/csv', buffer }]);
    await button(page, '检查').click();
    await page.waitForSelector('.notice');
  };
  const own = (at: number, given = {}) => madeAdmission(at, { school_id: 'S1', programme_id: 'P12', ...given });

  test('M3-c: the list of the new students goes through three seals, each by another, and is filed with its document', async () => {
    const registrar = await openAs('school_registrar', '/admission/lists');
    await button(registrar, '拟定名册').click();
    await registrar.waitForURL(/\/matters\/\d+/);
    await settled(registrar);
    const matter = new URL(registrar.url()).pathname;
    const take = async (page: Page, act: string): Promise<void> => {
      await button(page, act).click();
      await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
      await page.waitForSelector('.notice-done');
    };
    await take(registrar, '提交盖章');
    for (const [role, act, other] of [['school_head', '学校盖章', '教育局盖章'], ['city_bureau', '教育局盖章', '高职院校盖章'], ['college_leadership', '高职院校盖章', '学校盖章']] as const) {
      const page = await openAs(role, matter);
      expect(await button(page, other).count()).toBe(0);
      await take(page, act);
    }
    await registrar.goto(`/admission/lists?on=2025-10-31`);
    await settled(registrar);
    expect(await registrar.textContent('.unit-facts')).toMatch(/在籍新生180已在备案名册180未备案，不能升段0/);
    expect(await registrar.textContent('main')).toContain('已备案');
    const [download] = await Promise.all([registrar.waitForEvent('download'), registrar.locator('.list-matter a[download]').click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('a list goes in, look-alikes are decided, the school registers those who came, and they are on no filed list yet', async () => {
    const page = await openAs('school_registrar', '/admission/upload');
    await choose(page, csv(Array.from({ length: 46 }, (_, at) => own(at + 1))));
    expect(await page.textContent('.notice-fault')).toContain('整份名单不导入');
    expect(await page.textContent('.problems')).toContain('P12: 0 + 46 > 45');
    await button(page, '换一个文件').click();
    await choose(page, csv([own(1), own(2), own(3, { name: '新生1' })]));
    await button(page, '导入 3 名').click();
    await page.waitForSelector('.notice-done');
    await page.getByRole('link', { name: '去认定疑似重复' }).click();
    await button(page, /^认定/).click();
    await page.getByLabel('认定结果').selectOption('different');
    await page.getByLabel('依据').fill('核对证件原件');
    await button(page, '保存').click();
    await page.waitForSelector('.pairs :text("两个人")');
    await page.getByRole('link', { name: '报到注册' }).click();
    await page.getByLabel(/^全选/).check();
    expect(await page.textContent('.ledger')).toContain('202501020103');
    await button(page, '注册 3 人').click();
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('.notice-done')).toContain('学号 202501020101 至 202501020103');
    await page.getByRole('link', { name: '录取与注册' }).click();
    await button(page, /数控技术 已注册/).click();
    await page.waitForSelector('aside :text("R3-b")');
    await page.getByRole('link', { name: '新生名册' }).click();
    await page.waitForSelector('main :text("未备案，不能升段")');
    expect(await page.textContent('.ledger')).toContain('202501020101');
    await page.getByRole('link', { name: '电子注册' }).click();
    await page.getByLabel(/^全选/).check();
    await button(page, /^登记 \d+ 人已注册/).click();
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('.notice-done')).toMatch(/已登记 4\d\d 人/);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('a roll office of the stage above sees the newcomers and registers nobody', async () => {
    const college = await openAs('college_roll', '/admission/registering');
    expect(await college.textContent('main')).toContain('新生由本校学籍管理员注册');
    expect(await button(college, /^注册/).count()).toBe(0);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each(LOOKS)('every page of it can be used by everybody (%s)', async (looks, high, width) => {
    for (const part of ['', '/duplicates', '/registering', '/lists']) {
      const page = await openAs('school_registrar', `/admission${part}${looks === '' ? '' : `?${looks}`}`, width);
      await expectNoSidewaysScroll(page);
      expect(await findings(page, high), part).toEqual([]);
    }
  }, MANY_NODES_MS);
});
