import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { QUESTIONS } from '../../core/surveys/questions.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'the yearly survey in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('S3-h: opened by the office, found on the first page, answered once on a phone by a student and a guardian, and shown to nobody while it runs', async () => {
    const office = await openAs('office', '/surveys');
    await expectUsable(office, false);
    await button(office, '发起问卷').first().click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('button', { name: '发起问卷' }).click();
    expect(await dialog.textContent()).toContain('请填写截止日期');
    await office.fill('#survey-closes', '2025-11-14');
    await expectUsable(office, false);
    await dialog.getByRole('button', { name: '发起问卷' }).click();
    await expect.poll(() => office.textContent('main')).toContain('问卷已发起');

    const student = await openAs('student', '/five-years', 360);
    await student.getByRole('link', { name: '去回答' }).click();
    await student.waitForSelector('.survey');
    await settled(student);
    await expectUsable(student, false);
    await button(student, '提交答卷').click();
    expect(await student.locator('.error-summary li').count()).toBe(QUESTIONS.length);
    for (const { id } of QUESTIONS) await student.locator(`#survey-${id} input[value="4"]`).check();
    await student.fill('#survey-remark', '希望多安排企业实践');
    await button(student, '提交答卷').click();
    await expect.poll(() => student.textContent('main')).toContain('您的答卷已经计入');
    await student.goto('/five-years?on=2025-10-31');
    await settled(student);
    expect(await student.getByRole('link', { name: '去回答' }).count()).toBe(0);

    const guardian = await openAs('guardian', '/survey?mode=elder', 360);
    await expectUsable(guardian, true);
    expect(await guardian.textContent('main')).toContain('监护人');
    // By the keyboard alone.
    for (const { id } of QUESTIONS) {
      await guardian.locator(`#survey-${id} input`).first().focus();
      await guardian.keyboard.press('Space');
      await guardian.keyboard.press('ArrowDown');
    }
    await button(guardian, '提交答卷').focus();
    await guardian.keyboard.press('Enter');
    await expect.poll(() => guardian.textContent('main')).toContain('您的答卷已经计入');

    await office.reload();
    await settled(office);
    const told = await office.textContent('main');
    expect(told).toContain('已收 2 份');
    expect(told).not.toContain('希望多安排');
    expect(faults()).toEqual([]);
  }, 60_000);

  test('every look can be used', async () => {
    for (const [role, path, high, width] of [['office', '/surveys?mode=elder', true, 360], ['school_head', '/surveys?lang=en', false, 1360], ['enterprise', '/survey?lang=en', false, 360]] as const) {
      const page = await openAs(role, path, width);
      await expectUsable(page, high);
      await page.close();
    }
    expect(faults()).toEqual([]);
  }, 60_000);
});
