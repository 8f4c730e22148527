import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];
const YEARS = 'academic_year=2024&fiscal_year=2025';

onDatabase('embedded', 'the settlement in a browser', (database) => {
  const { openAs, faults } = site(database);

  test('what is late is found, and its figure opens down to formula, value of law and records', async () => {
    const page = await openAs('office', `/settlement?${YEARS}`);
    const all = await page.locator('.settlement-table tbody tr').count();
    await page.getByLabel('显示哪些').selectOption('open');
    await settled(page);
    const late = page.locator('.settlement-table tbody tr');
    expect(await late.count()).toBeLessThan(all);
    const grant = late.filter({ hasText: '衢州第二中专高职校区' }).first();
    expect(await grant.textContent()).toContain('115,000.00');
    await grant.getByRole('button', { name: /^460,000/ }).click();
    await page.waitForSelector('.provenance table');
    const origin = await page.textContent('.provenance');
    expect(origin).toContain('M5-d');
    expect(origin).toContain('15000');
    expect(await page.textContent('.settlement-books')).toContain('账账相符');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('a school sees its own lines and is told so', async () => {
    const page = await openAs('school_finance', `/settlement?${YEARS}`);
    expect(await page.textContent('main')).toContain('只列出本单位');
    expect(await page.locator('.settlement-books').count()).toBe(0);
  });

  test.each(LOOKS)('can be used by everybody (%s)', async (looks, high, width) => {
    const page = await openAs('office', `/settlement?${YEARS}${looks === '' ? '' : `&${looks}`}`, width);
    await expectUsable(page, high);
  }, MANY_NODES_MS);
});
