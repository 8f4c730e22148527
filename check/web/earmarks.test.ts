import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'M5: budgets and what came of them in a browser', (database) => {
  const { openAs, faults } = site(database);

  test('a school spends within its budget and not beyond, and every amount says where it comes from', async () => {
    const page = await openAs('school_finance', '/earmarks?fiscal_year=2025');
    const spend = async (spending_id: string, amount: string) => {
      await page.getByRole('button', { name: /登记支出/ }).first().click();
      await page.getByLabel('支出编号').fill(spending_id);
      await page.getByLabel('支出类别').or(page.getByLabel('类别')).selectOption('operation');
      await page.getByLabel('金额（元）').fill(amount);
      await page.getByLabel('日期', { exact: true }).fill('2025-10-20');
      await page.getByRole('dialog').getByRole('button', { name: '登记支出' }).click();
      await settled(page);
    };
    await spend('WEB-1', '170000.01');
    expect(await page.getByRole('dialog').textContent()).toContain('超出该项专款的余额');
    await page.getByLabel('金额（元）').fill('170000.00');
    await page.getByRole('dialog').getByRole('button', { name: '登记支出' }).click();
    await settled(page);
    const row = page.locator('main table').first().locator('tbody tr').first();
    expect(await row.textContent()).toContain('480,000.00');
    await row.getByRole('button').nth(2).click();
    await page.waitForSelector('.provenance');
    expect(await page.textContent('.provenance')).toContain('480000.00 − 480000.00 = 0.00');
    expect(faults().filter((one) => !one.includes('422'))).toEqual([]);
  }, MANY_NODES_MS);

  test('the bureau answers a need and draws spending by a seed that is shown', async () => {
    const page = await openAs('finance_bureau', '/earmarks?fiscal_year=2025');
    await page.getByRole('button', { name: /答复 / }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '答复', exact: true }).click();
    await settled(page);
    expect(await page.textContent('main')).toContain('● 全额同意 160,000.00');
    await page.getByRole('button', { name: /抽取样本/ }).first().click();
    await settled(page);
    expect(await page.textContent('.earmark-draw')).toMatch(/笔中抽 3 笔[\s\S]*ZC/);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each([['office', '/earmarks?fiscal_year=2025', 1360], ['finance_bureau', '/earmarks?fiscal_year=2025&mode=elder', 360]] as const)('can be used by everybody (%s %s)', async (role, path, width) => {
    const page = await openAs(role, path, width);
    await expectUsable(page, path.includes('elder'));
  }, MANY_NODES_MS);
});
