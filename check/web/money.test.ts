import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'the relay of money in a browser', (database) => {
  const { openAs, faults } = site(database);

  test('college finance sees bills, the line that waits with why, and what it has to pay on', async () => {
    const page = await openAs('college_finance', '/clearing/receipts');
    const waiting = page.locator('main table tbody tr');
    expect(await waiting.filter({ hasText: 'SAMPLE-B-0003' }).textContent()).toContain('没有这个学号或姓名的学生');
    await waiting.filter({ hasText: 'SAMPLE-B-0003' }).getByRole('button', { name: /处理/ }).click();
    await page.getByLabel('处理方式').selectOption('hold');
    await page.getByLabel('说明').fill('查询付款人');
    await page.getByRole('button', { name: '暂挂，待查' }).click();
    await settled(page);
    expect(await waiting.filter({ hasText: 'SAMPLE-B-0003' }).textContent()).toContain('暂挂');
    const orders = await openAs('college_finance', '/clearing/orders?kind=tuition_share');
    expect(await orders.textContent('main')).toContain('已有一份付款指令在办');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('an entry of the books opens down to its clause and record, and arrears of the grant to their formula', async () => {
    const page = await openAs('office', '/ledger?account=receivable%3AH1');
    await page.locator('main table tbody tr').first().getByRole('button').click();
    await page.waitForSelector('.provenance');
    expect(await page.textContent('.provenance')).toMatch(/R4-[bd]/);
    const grants = await openAs('finance_bureau', '/money/grants?fiscal_year=2025');
    expect(await grants.textContent('main')).toContain('欠拨账龄');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('a campus sees what is to come, what it holds of each fund and its accounts, and every amount says why', async () => {
    const page = await openAs('school_finance', '/money/campus?academic_year=2025&fiscal_year=2025');
    const opened = async (button: Locator): Promise<string> => {
      await button.click();
      await page.waitForSelector('.provenance');
      await settled(page);
      return await page.textContent('.provenance') ?? '';
    };
    const funds = page.getByRole('region', { name: '各项资金' }).locator('tbody tr');
    expect(await funds.filter({ hasText: '住宿费' }).textContent()).toContain('84,240.00');
    expect(await opened(funds.filter({ hasText: '生均拨款' }).getByRole('button').nth(2))).toContain('1364083.34 − 548000.00 = 816083.34');
    expect(await opened(page.getByRole('region', { name: '收付' }).locator('dl').getByRole('button').first())).toMatch(/R4-a[\s\S]* \+ [\s\S]*= \d+\.\d\d/);
    expect(await opened(page.getByRole('region', { name: '账户余额' }).getByRole('button').nth(2))).toContain('120.00 − 0.00 = 120.00');
    const amounts = await page.locator('main td.number').allTextContents();
    expect(amounts.length).toBeGreaterThan(20);
    expect(await page.locator('main td.number:not(:has(.figure))').count()).toBe(0);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each([
    ['college_finance', '/clearing'], ['college_finance', '/clearing/receipts'], ['college_finance', '/clearing/orders?kind=dorm'], ['office', '/ledger'], ['office', '/ledger?account=receivable%3AH1'], ['office', '/settlement'], ['office', '/earmarks?fiscal_year=2025'],
  ] as const)('every amount of %s on %s opens to where it comes from', async (role, path) => {
    const page = await openAs(role, path);
    await settled(page);
    expect(await page.locator('main td.number:not(:has(.figure))').evaluateAll((cells) => cells.map(({ textContent }) => textContent).filter((text) => /\d\.\d\d/.test(text ?? '')))).toEqual([]);
  }, MANY_NODES_MS);

  test('a student opens why each fee is asked, and what it is the sum of', async () => {
    const page = await openAs('student', '/five-years');
    const own = page.locator('[aria-labelledby=own-money]');
    await own.getByRole('button', { name: /学费 应缴/ }).click();
    await page.waitForSelector('.provenance');
    await settled(page);
    expect(await page.textContent('.provenance')).toMatch(/R4-b[\s\S]*6600\.00（2025年9月15日） = 6600\.00/);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each([['office', '/money', 1360], ['school_finance', '/money/campus', 1360], ['finance_bureau', '/money/campus?mode=elder', 360], ['office', '/money?mode=elder', 360], ['finance_bureau', '/money/grants?fiscal_year=2025&lang=en', 360], ['college_finance', '/clearing', 360], ['office', '/ledger', 360]] as const)('can be used by everybody (%s %s)', async (role, path, width) => {
    const page = await openAs(role, path, width);
    await expectUsable(page, path.includes('elder'));
  }, MANY_NODES_MS);
});
