import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];

onDatabase('embedded', 'enrolment plans in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Takes a step of the plan by its button and what its dialog asks. */
  async function take(page: Page, act: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {}): Promise<void> {
    await button(page, act).click();
    const dialog = page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await page.waitForSelector('.notice-done');
    await settled(page);
  }
  const because = (dialog: ReturnType<Page['getByRole']>) => dialog.locator('#step-reason').fill('依据会议意见');
  const state = async (page: Page): Promise<string> => await page.textContent('.plan .matter-state') ?? '';

  /** A new plan of 2026 is opened from the list, and its page stands. */
  async function planned(office: Page): Promise<Page> {
    await office.getByRole('link', { name: '招生计划', exact: true }).click();
    await office.getByRole('link', { name: '拟定新计划' }).click();
    await office.waitForSelector('#matter-department');
    await office.selectOption('#matter-subject', 'H1');
    await office.fill('#matter-year', '2026');
    await office.selectOption('#matter-department', 'D2');
    await button(office, '发起事项').click();
    await office.waitForSelector('#plan-course');
    expect(new URL(office.url()).pathname).toMatch(/^\/plans\/\d+$/);
    return office;
  }

  /** The programme office gives up the sample's plan, drafts one of a single line and signs it; S2-a asks for a reason at once. */
  async function drawn(): Promise<Page> {
    const office = await openAs('college_programme', '/plans');
    await office.locator('.ledger a').first().click();
    await office.waitForSelector('#plan-course');
    await take(office, '放弃');
    await planned(office);

    await button(office, '修订计划行').click();
    await office.fill('#heads-P12', '30');
    await office.waitForSelector('#reason-P12');
    await button(office, '保存为新修订').click();
    expect(await office.textContent('.error-summary')).toContain('S2-a');
    expect(await office.textContent('section[aria-labelledby=plan-outlook]')).toContain('生均教学科研仪器设备值');
    await office.fill('#reason-P12', '新设备计划 2028 年到位');
    await button(office, '保存为新修订').click();
    await office.waitForSelector('.plan-lines');
    await settled(office);
    expect(await office.textContent('.plan-lines tbody')).toContain('新设备计划 2028 年到位');
    await office.locator('.plan-lines .figure').nth(1).click();
    await expect.poll(() => office.textContent('.provenance')).toContain('2026年中职计划 30 人 = 2029 年高职计划 30 人');
    await office.keyboard.press('Escape');
    expect(await button(office, '提请统筹和审定').count()).toBe(0);
    await take(office, '学院签署');
    expect(await button(office, '提请统筹和审定').count()).toBe(0);
    return office;
  }

  test.each(LOOKS)('every page of it can be used by everybody (%s)', async (looks, high, width) => {
    const list = await openAs('college_programme', `/plans${looks === '' ? '' : `?${looks}`}`, width);
    await expectUsable(list, high);
    await list.locator('.ledger a').first().click();
    await list.waitForSelector('#plan-course');
    await settled(list);
    await expectUsable(list, high);
    await list.locator('.plan .button-primary').last().focus();
    await list.locator('section[aria-labelledby=plan-lines] .button-primary').click();
    await list.waitForSelector('.plan-editor');
    await expectUsable(list, high);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('M8, S2-a: from draft to both receipts, as programme office, school, two departments and leading group', async () => {
    const office = await drawn();
    const path = new URL(office.url()).pathname;
    const school = await openAs('school_head', path);
    await take(school, '学校签署');
    expect(await button(school, '学校签署').count()).toBe(0);
    await office.reload();
    await settled(office);
    await take(office, '提请统筹和审定', because);

    const drc = await openAs('department', path);
    await take(drc, '发改部门统筹意见', because);
    const bureau = await openAs('city_bureau', path);
    await take(bureau, '教育部门统筹意见', because);
    expect(await state(bureau)).toContain('已统筹，待审定');

    const group = await openAs('college_leadership', path);
    await take(group, '审定通过', async (dialog) => {
      const votes: readonly (readonly [string, string])[] = [['应到人数', '9'], ['实到人数', '8'], ['同意', '7'], ['反对', '0'], ['弃权', '1']];
      for (const [label, n] of votes) await dialog.getByLabel(label, { exact: true }).fill(n);
      await dialog.locator('#step-number').fill('招委〔2025〕3号');
      await dialog.locator('#step-on').fill('2025-10-31');
      await dialog.locator('#step-attendees').fill('张三、李四等八人');
      await dialog.locator('input[type=file]').setInputFiles([{ name: '纪要.pdf', mimeType: 'application/pdf', buffer: MADE_PDF }]);
    });
    expect(await state(group)).toContain('已审定，待报送');

    const receipt = (number: string) => async (dialog: ReturnType<Page['getByRole']>): Promise<void> => {
      await dialog.locator('#step-number').fill(number);
      await dialog.locator('#step-on').fill('2025-10-31');
    };
    await office.reload();
    await settled(office);
    await take(office, '登记省教育考试院回执', receipt('考院收 12号'));
    expect(await state(office)).toContain('考试院已回执，待教育厅');
    await take(office, '登记省教育厅回执', receipt('浙教函 88号'));
    expect(await state(office)).toContain('已报送');
    expect(await office.textContent('.plan-course')).toContain('浙教函 88号');
    await office.getByRole('link', { name: '办理经过' }).click();
    await office.waitForSelector('#matter-history');
    for (const number of ['衢贯通计〔2025〕2号', '衢贯通审〔2025〕2号']) expect(await office.getByRole('link', { name: number }).count()).toBe(1);
    await office.getByRole('link', { name: '衢贯通审〔2025〕2号' }).click();
    await office.waitForSelector('.document-sheet');
    expect(await office.textContent('.document-sheet')).toContain('应到9人，实到8人；同意7票');

    const amending = await planned(office);
    expect(await amending.textContent('.plan')).toContain('原计划继续有效');
    await button(amending, '修订计划行').click();
    expect(await amending.inputValue('#heads-P12')).toBe('30');
    expect(await amending.textContent('.plan-editor')).toContain('原审定 30');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
