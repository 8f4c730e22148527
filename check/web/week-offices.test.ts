import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';
import { walkWeek } from './week.ts';

onDatabase('embedded', 'the weeks of office, bureaus and departments', (database) => {
  const at = site(database);

  test('the office takes a major matter on, and looks at who is late', () => walkWeek(at, 'office', async ({ page, due, press, inDialog, go }) => {
    await due('重大事项（已提出，待办公室受理）');
    await press('受理，开展调研');
    await inDialog('受理，开展调研');
    expect(await page.textContent('main')).toContain('调查研究中');
    await go('待办');
    await page.locator('main').getByRole('link', { name: '谁逾期了' }).click();
    await settled(page);
    expect(await page.locator('.duty-table tbody tr').count()).toBeGreaterThan(0);
  }), MANY_NODES_MS);

  test('the city’s bureau sends a proposed value back with its reason', () => walkWeek(at, 'city_bureau', async ({ page, due, press, inDialog }) => {
    await due('参数变更（待批准）');
    await press('退回');
    await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('step-reason');
    await page.keyboard.type('请补充测算依据');
    await inDialog('退回');
    expect(await page.textContent('.matter-timeline')).toContain('请补充测算依据');
  }), MANY_NODES_MS);

  test('a county’s bureau says that it read a circular, and finds nothing left to do', () => walkWeek(at, 'county_bureau', async ({ page, due, press, go }) => {
    await due('签收通知');
    await press(/^签收：/);
    await expect.poll(() => page.textContent('.notice')).toContain('已签收');
    await go('待办');
    await go('督导检查');
  }), MANY_NODES_MS);

  test('a finance bureau that owes nothing is told so, and sees its arrears with where each amount comes from', () => walkWeek(at, 'finance_bureau', async ({ page, go }) => {
    expect(await page.textContent('.empty-state-title')).toBe('现在没有该由您办的事');
    await go('资金总览');
    await page.locator('main .figure').first().click();
    await page.waitForSelector('.provenance');
    await page.keyboard.press('Escape');
    await page.locator('.provenance').waitFor({ state: 'detached' });
  }), MANY_NODES_MS);

  test('a department begins with what is due, and advises on a major', () => walkWeek(at, 'department', async ({ page, press, go }) => {
    await go('统筹');
    await page.goto('/matters/new?kind=major_advice');
    await settled(page);
    await press('发起事项');
    expect(await page.textContent('.error-summary')).toContain('请填写标题');
    await page.selectOption('#matter-department', { label: '衢州市发展和改革委员会' });
    await page.selectOption('#matter-subject', { index: 1 });
    await page.fill('#matter-year', '2026');
    await page.fill('#matter-title', '增加数控方向');
    await page.fill('#matter-text', '园区缺数控人员');
    await press('发起事项');
    await page.waitForURL(/\/matters\/\d+/);
    await settled(page);
    expect(await page.textContent('main')).toContain('已提出，待院校回应');
  }), MANY_NODES_MS);
});
