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

  test.each([['office', '/money', 1360], ['office', '/money?mode=elder', 360], ['finance_bureau', '/money/grants?fiscal_year=2025&lang=en', 360], ['college_finance', '/clearing', 360], ['office', '/ledger', 360]] as const)('can be used by everybody (%s %s)', async (role, path, width) => {
    const page = await openAs(role, path, width);
    await expectUsable(page, path.includes('elder'));
  }, MANY_NODES_MS);
});
