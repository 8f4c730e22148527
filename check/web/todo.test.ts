import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { asOwner } from '../../store/made-people.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null])[] = [['', false], ['mode=elder', true], ['lang=en', null]];

onDatabase('embedded', 'what is due', (database) => {
  const { openAs, faults } = site(database);
  const rows = (page: Page) => page.locator('.duty-table tbody tr');

  test('stands first in the menu, by last day, with its clause, one action, and many of one kind on one line', async () => {
    const page = await openAs('school_registrar', '/todo');
    expect((await page.locator('.rail a').allTextContents())[0]).toBe('待办');
    expect(await page.textContent('h1')).toBe('待办');
    const row = (text: string) => rows(page).filter({ hasText: text });
    expect(await rows(page).nth(0).textContent()).toMatch(/来校教师住宿交通（待学校安排）依据 R4-i · 关于 衢州中专高职校区2025年11月3日/);
    expect(await row('新生名册备案').textContent()).toMatch(/新生名册备案依据 M3-c · 关于 衢州中等专业学校2025年12月5日.*还有 35 天拟定名册、盖章备案/);
    expect(await row('更新待业毕业生去向').textContent()).toMatch(/更新待业毕业生去向4 项依据 M10-b2025年12月31日.*逐项查看（4）/);
    await row('更新待业毕业生去向').locator('a.button').click();
    await page.waitForURL(/duty=destination_again/);
    await page.waitForSelector('.duty-steps');
    expect(await rows(page).count()).toBe(4);
    await page.getByRole('link', { name: '登记毕业去向' }).click();
    await page.waitForURL(/\/employment\/graduates/);
    expect(faults()).toEqual([]);
  });

  test('whoever owes nothing is told what would stand there', async () => {
    const page = await openAs('counsellor', '/todo');
    expect(await page.textContent('.empty-state-title')).toBe('现在没有该由您办的事');
    const late = await openAs('school_registrar', '/todo/late');
    expect(await late.textContent('.empty-state-title')).toBe('没有逾期的事');
  });

  test('what a matter waits for leads to its page; of several each to its own', async () => {
    const page = await openAs('office', '/todo');
    const change = rows(page).filter({ hasText: '参数变更（待批准）' });
    expect(await change.textContent()).toMatch(/依据 X-1 · 关于 .*2025年11月14日.*还有 14 天办理事项/);
    await change.locator('a.button').click();
    await page.waitForURL(/\/matters\/\d+/);
    const late = await openAs('office', '/todo/late');
    const asked = rows(late).filter({ hasText: '数据上报（待上报）' }).first();
    expect(await asked.textContent()).toMatch(/2025年10月30日▲ 逾期 1 天/);
    await asked.locator('a.button').click();
    await late.waitForSelector('.duty-steps');
    expect(await late.locator('.duty-table th a').first().getAttribute('href')).toMatch(/^\/matters\/\d+/);
    expect(await findings(late, false)).toEqual([]);
  });

  test('a figure leads to what is due and what is decided about its campus, and its value of law to changes of it', async () => {
    const figure = async () => {
      const page = await openAs('office', '/campuses/C1');
      await page.locator('.standards tbody tr', { hasText: 'R1-b' }).locator('.figure').click();
      await page.waitForSelector('.provenance-related');
      return page;
    };
    const page = await figure();
    await page.getByRole('link', { name: '有关的待办' }).click();
    await page.waitForURL(/\/todo\?.*about=campus%3AC1/);
    await settled(page);
    expect(await page.textContent('h1')).toBe('有关的待办：衢州中专高职校区');
    expect(await page.locator('.provenance').count()).toBe(0);
    expect(await findings(page, false)).toEqual([]);
    const matters = await figure();
    await matters.getByRole('link', { name: '有关的事项' }).click();
    await matters.waitForURL(/\/matters\?.*subject=C1/);
    const changes = await figure();
    expect(await changes.getByRole('link', { name: '变更事项' }).first().getAttribute('href')).toMatch(/^\/matters\?.*subject=/);
    expect(await findings(changes, false)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  test('what is late is first, with shape and word; the office sees who, and not whose', async () => {
    await asOwner(database, `update duties set closed_on = null where duty = 'agreement' and due_on = '2025-10-09' and owed_by = '{school_registrar@S1}'`);
    const page = await openAs('school_registrar', '/todo');
    expect(await rows(page).nth(0).textContent()).toMatch(/签订三方协议\d+ 项依据 R3-e.*▲ 逾期 22 天/);
    const late = await openAs('office', '/todo/late');
    expect(await rows(late).nth(0).textContent()).toMatch(/^校区工作人员选聘（学院已同意，待学校同意）依据 R6-d衢州第二中等专业学校 .*▲ 逾期 37 天/);
    expect(await rows(late).nth(2).textContent()).toMatch(/签订三方协议\d+ 项依据 R3-e衢州中等专业学校 中职学籍管理员2025年10月9日▲ 逾期 22 天/);
    await rows(late).nth(2).locator('a.button').click();
    await late.waitForSelector('.duty-steps');
    expect(await late.textContent('main')).toContain('共 180 项');
    for (const [path, role] of [['/todo', 'school_registrar'], ['/todo/late', 'office'], ['/todo?duty=agreement&due=2025-10-09', 'school_registrar']] as const) {
      for (const [looks, high] of LOOKS) {
        const one = await openAs(role, `${path}${path.includes('?') ? '&' : '?'}on=2025-10-31&${looks}`);
        await expectUsable(one, high, `${path} ${looks}`);
      }
    }
  }, MANY_NODES_MS);

  test('a year’s holidays are read from the pasted notice, checked day by day, and kept with their source', async () => {
    const page = await openAs('office', '/todo/holidays');
    expect(await page.locator('h2').allTextContents()).toEqual(['起算日', '2026', '2025', '2024']);
    await page.getByRole('button', { name: '改正这一年 2026' }).click();
    await page.fill('#holiday-notice', '元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。');
    await page.getByRole('button', { name: '读取通知' }).click();
    expect(await page.getByText('读到放假 3 天、上班 1 天').count()).toBe(1);
    const day = (name: string) => page.getByRole('button', { name, exact: true });
    await day('2026年1月5日 平常').click();
    await day('2026年1月10日 平常').click();
    await day('2026年1月10日 放假').click();
    expect(await page.getByText('已选：放假 4 天，上班 2 天').count()).toBe(1);
    await page.getByRole('button', { name: '保存这一年的表' }).click();
    expect(await page.textContent('.field-error')).toContain('请写明依据哪份通知');
    await page.fill('#holiday-source', '国务院办公厅通知（测试）');
    expect(await findings(page, false)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: '保存这一年的表' }).click();
    await page.waitForSelector('.notice-done');
    expect(await page.locator('section[aria-labelledby=year-2026]').textContent()).toMatch(/1月1日、1月2日、1月3日、1月5日.*1月4日、1月10日.*国务院办公厅通知（测试）.*第 1 版/);
    const reader = await openAs('school_registrar', '/todo/holidays');
    expect(await reader.getByRole('button', { name: /改正/ }).count()).toBe(0);
    expect(await findings(reader, false)).toEqual([]);
  }, MANY_NODES_MS);

  test('the day from which duties are owed is told to all, and set by the office, who sees first what it would leave done with', async () => {
    const reader = await openAs('counsellor', '/todo/holidays');
    const start = reader.locator('section[aria-labelledby=duty-start]');
    expect(await start.textContent()).toMatch(/更早发生的算作已了结.*现在的起算日2025年9月1日.*没有/);
    expect(await start.getByRole('button').count()).toBe(0);
    const page = await openAs('office', '/todo/holidays');
    await page.getByRole('button', { name: '更改起算日' }).press('Enter');
    await page.getByRole('button', { name: '保存起算日' }).press('Enter');
    expect(await page.textContent('.field-error')).toContain('请填写起算日');
    await page.fill('#duty-start-day', '2025-11-01');
    await page.getByText(/以 2025年11月1日 为起算日，\d+ 项未办结的事算作了结/).waitFor();
    expect(await findings(page, false)).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: '保存起算日' }).press('Enter');
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('section[aria-labelledby=duty-start]')).toMatch(/2025年11月1日.*\d+ 项/);
    const registrar = await openAs('school_registrar', '/todo');
    expect(await registrar.textContent('.empty-state-title')).toBe('现在没有该由您办的事');
  }, MANY_NODES_MS);

  test('the calendar’s address is shown once on the page of the account, and ended there', async () => {
    const page = await openAs('school_registrar', '/account');
    await page.getByRole('button', { name: '生成日历地址' }).click();
    await page.waitForSelector('#calendar-address');
    expect(await page.inputValue('#calendar-address')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/calendars\/gc_\d+_[\w-]{43}\.ics$/);
    await page.getByRole('button', { name: '停用地址' }).click();
    await page.waitForSelector('.notice-done');
    await page.reload();
    await settled(page);
    expect(await page.locator('#calendar-address').count()).toBe(0);
  });
});
