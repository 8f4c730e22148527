import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { madeAdmission } from '../../core/admission/made-admissions.ts';
import * as quota from '../../store/plan-quota.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', false, 360]];

onDatabase('embedded', 'admission in a browser', (database) => {
  const { openAs, faults } = site(database);
  const filed = () => vi.spyOn(quota, 'approvedQuota').mockImplementation(() => Promise.resolve(new Map([['P14', { approved: 12, filed: true, matter_id: 3 }]])));
  beforeAll(filed);
  beforeEach(filed);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const csv = (rows: readonly object[]): Buffer => Buffer.from(`${Object.keys(rows[0] ?? {}).join(',')}\r\n${rows.map((row) => Object.values(row).join(',')).join('\r\n')}\r\n`);
  const choose = async (page: Page, buffer: Buffer): Promise<void> => {
    await page.setInputFiles('input[type=file]', [{ name: '录取名单.csv', mimeType: 'text/csv', buffer }]);
    await button(page, '检查').click();
    await page.waitForSelector('.notice');
  };
  const own = (at: number, given = {}) => madeAdmission(at, { school_id: 'S1', programme_id: 'P14', ...given });

  test('a list goes in, look-alikes are decided, the school registers those who came, and they are on no filed list yet', async () => {
    const page = await openAs('school_registrar', '/admission/upload');
    await choose(page, csv(Array.from({ length: 13 }, (_, at) => own(at + 1))));
    expect(await page.textContent('.notice-fault')).toContain('整份名单不导入');
    expect(await page.textContent('.problems')).toContain('P14: 0 + 13 > 12');
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
    expect(await page.textContent('.ledger')).toContain('202501040103');
    await button(page, '注册 3 人').click();
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('.notice-done')).toContain('学号 202501040101 至 202501040103');
    await page.getByRole('link', { name: '录取与注册' }).click();
    await button(page, /会计事务 已注册/).click();
    await page.waitForSelector('aside :text("R3-b")');
    await page.getByRole('link', { name: '新生名册' }).click();
    await page.waitForSelector('main :text("未备案，不能升段")');
    expect(await page.textContent('.ledger')).toContain('202501040101');
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
