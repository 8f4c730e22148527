import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];

/** What a spreadsheet put on the clipboard, into whatever has the focus. */
const pasteInto = (page: Page, text: string) => page.evaluate(`{
  const data = new DataTransfer();
  data.setData('text/plain', ${JSON.stringify(text)});
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}`);

onDatabase('embedded', 'teaching in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function course(page: Page, name: string, class_id: string): Promise<void> {
    await page.locator('.ledger tbody tr', { hasText: class_id }).getByRole('link', { name, exact: true }).click();
    await page.waitForSelector('#offering-grades');
    await settled(page);
  }

  test('M3-e: a teacher types and pastes grades by keyboard, hands them in; the college releases and corrects, and the student reads it', async () => {
    const teacher = await openAs('teacher', '/teaching');
    expect(await teacher.locator('section[aria-labelledby=teaching-courses] tbody tr').count()).toBe(4);
    await course(teacher, '机电设备装调', 'C1-2025-1');
    const boxes = teacher.locator('.grade-box');
    const many = await boxes.count();
    await boxes.first().fill('101');
    expect(await teacher.textContent('.grade-wrong')).toContain('0 至 100');
    await boxes.first().fill('88');
    await boxes.first().press('ArrowDown');
    await teacher.keyboard.press('ArrowDown');
    await teacher.keyboard.press('ArrowUp');
    await pasteInto(teacher, Array.from({ length: many - 1 }, (_, at) => (at === 0 ? '缺考' : '75.5')).join('\n'));
    expect(await boxes.nth(1).inputValue()).toBe('缺考');
    await button(teacher, '保存草稿').click();
    await teacher.waitForSelector('.notice-done');
    await settled(teacher);
    await button(teacher, '提交学院发布').click();
    await expect.poll(() => teacher.textContent('.notice-done')).toContain('已提交');
    expect(await button(teacher, '发布成绩').count()).toBe(0);

    const academic = await openAs('college_academic', '/teaching');
    await course(academic, '机电设备装调', 'C1-2025-1');
    await button(academic, '发布成绩').click();
    await expect.poll(() => academic.textContent('.notice-done')).toContain('成绩已发布');
    await settled(academic);
    await button(academic, '更正').nth(1).click();
    await academic.fill('#grade-score', '60');
    await academic.fill('#grade-reason', '缓考成绩');
    await academic.getByRole('dialog').getByRole('button', { name: '更正', exact: true }).click();
    await expect.poll(() => academic.textContent('.notice-done')).toContain('成绩已更正');
    expect(await academic.textContent('section[aria-labelledby=offering-grades]')).toContain('原 缺考，缓考成绩');

    const student = await openAs('student', '/five-years');
    await student.waitForSelector('.own-courses');
    expect(await student.textContent('section[aria-labelledby=own-studies]')).toContain('机电设备装调');
    expect(faults()).toEqual([]);
  }, 60_000);

  test('M9-b, 1.1-a: courses open by the scheme and not without; hours of ideology open to the courses they are of', async () => {
    const academic = await openAs('college_academic', '/teaching');
    expect(await academic.textContent('section[aria-labelledby=teaching-classes]')).toContain('没有审定的方案，不能开课');
    await academic.goto('/teaching?term=2025-2&on=2025-10-31');
    await academic.waitForSelector('.ledger');
    expect(await button(academic, '为 C1-2025-1 开课').count()).toBe(1);
    expect(await button(academic, '为 C2-2025-1 开课').count()).toBe(0);
    await academic.goto('/teaching?on=2025-10-31');
    await academic.waitForSelector('.ledger');
    await settled(academic);
    await academic.locator('.ledger tbody tr', { hasText: 'C1-2025-1' }).first().locator('.figure').click();
    await expect.poll(() => academic.textContent('.provenance')).toContain('思想道德与法治');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('R3-d: the class’s head enters conduct, the head of the school decides', async () => {
    const head = await openAs('counsellor', '/teaching');
    await head.locator('.ledger tbody tr', { hasText: 'C1-2025-2' }).first().getByRole('link', { name: '操行', exact: true }).click();
    await head.waitForSelector('.conduct-choice');
    await settled(head);
    await head.locator('.conduct-choice').first().getByLabel('不合格', { exact: true }).check();
    await button(head, '其余全部合格').click();
    await button(head, '保存草稿').click();
    await head.waitForSelector('.notice-done');
    await settled(head);
    await button(head, '提交学校审定').click();
    await expect.poll(() => head.textContent('.notice-done')).toContain('已提交学校审定');
    const school = await openAs('school_head', '/teaching/conduct/C1-2025-2');
    await button(school, '审定').click();
    await expect.poll(() => school.textContent('.notice-done')).toContain('已审定');
    expect(faults()).toEqual([]);
  }, 30_000);

  test('every look can be used', async () => {
    for (const [looks, high, width] of LOOKS) {
      const page = await openAs('college_academic', `/teaching${looks === '' ? '' : `?${looks}`}`, width);
      await page.waitForSelector('.ledger');
      await expectUsable(page, high);
      await page.close();
      const teacher = await openAs('teacher', `/teaching${looks === '' ? '' : `?${looks}`}`, width);
      await course(teacher, '机电设备装调', 'C1-2025-2');
      await expectUsable(teacher, high);
      await teacher.close();
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
