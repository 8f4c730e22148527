import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];
const DAY = 'on=2025-06-20';

onDatabase('embedded', 'the graduation audit in a browser', (database) => {
  const { openAs, faults } = site(database);

  test('who does not graduate is found by outcome, and each line opens down to clause, value of law and rows', async () => {
    const page = await openAs('college_roll', `/graduation?${DAY}`);
    expect(await page.locator('.graduation-counts dd').first().textContent()).toMatch(/^68 人/);
    await page.getByLabel('审核结果').selectOption({ label: '结业' });
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await page.waitForURL(/outcome=completed/);
    await settled(page);
    const row = page.locator('.graduation tbody tr').first();
    expect(await row.textContent()).toContain('没有符合要求的证书');
    await row.getByText('逐项核对').click();
    await row.getByRole('button', { name: /^学分/ }).click();
    await page.waitForSelector('.provenance table');
    const origin = await page.textContent('.provenance');
    expect(origin).toContain('R3-d');
    expect(origin).toContain('学分');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each(LOOKS)('can be used by everybody (%s)', async (looks, high, width) => {
    const page = await openAs('college_roll', `/graduation?${DAY}${looks === '' ? '' : `&${looks}`}`, width);
    await page.locator('.graduation-checklist summary').first().click();
    await expectUsable(page, high);
  }, MANY_NODES_MS);

  test('on a day with nobody to audit the page says what to do', async () => {
    const page = await openAs('college_roll', '/graduation?on=2024-05-01');
    expect(await page.textContent('.empty-state')).toContain('没有生效的规定');
  });
});
