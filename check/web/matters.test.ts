import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];

onDatabase('embedded', 'matters in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const open = async (page: Page, subject: string): Promise<void> => {
    await page.getByRole('link', { name: subject }).first().click();
    await page.waitForSelector('#matter-history');
  };

  test('a proposed value shows what it changes; whoever proposed it has no button, another approves', async () => {
    const office = await openAs('office', '/matters?show=all&kind=parameter_change');
    await open(office, '教学行政用房');
    expect(await button(office, '批准').count()).toBe(0);
    expect(await office.textContent('.matter-next')).toContain('须由另一人办理');
    const bureau = await openAs('city_bureau', '/matters');
    await open(bureau, '教学行政用房');
    await bureau.waitForSelector('section[aria-labelledby=matter-impact] table');
    await button(bureau, '批准').click();
    await bureau.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click();
    await bureau.waitForSelector('.notice-done');
    expect(await bureau.textContent('.matter-timeline')).toContain('示例账号（市教育局）');
    await bureau.getByRole('link', { name: '衢贯通参〔2025〕1号' }).click();
    await bureau.waitForSelector('.document-sheet');
    expect(await bureau.textContent('.document-sheet')).toContain('由15平方米/人变更为16平方米/人');
    const school = await openAs('school_head', new URL(bureau.url()).pathname);
    await school.waitForSelector('.document-sheet');
    expect(await school.getByRole('link', { name: '所属事项' }).count()).toBe(0);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test('S3-g: whoever begins an assessment is offered the schools that they assess: a county those of its county, the city all', async () => {
    const offered = async (role: 'county_bureau' | 'city_bureau') => {
      const page = await openAs(role, '/matters/new?kind=yearly_assessment');
      await page.waitForSelector('#matter-subject option:nth-child(2)', { state: 'attached' });
      return (await page.locator('#matter-subject option').allTextContents()).filter((name) => name !== '请选择').sort();
    };
    const page = await openAs('office', '/');
    const { records } = await (await page.request.get('/api/registers/organisations?order=asc&page=1&per_page=1000')).json() as { records: { values: { kind: string; name: string; org_id: string; division_code: string } }[] };
    const schools = records.map(({ values }) => values).filter(({ kind }) => kind === 'school');
    const county = records.find(({ values }) => values.org_id === 'B2')?.values.division_code;
    const own = schools.filter(({ division_code }) => division_code === county);
    expect(own.length).toBeLessThan(schools.length);
    expect(await offered('county_bureau')).toEqual(own.map(({ name }) => name).sort());
    expect(await offered('city_bureau')).toEqual(schools.map(({ name }) => name).sort());
    expect(faults()).toEqual([]);
  }, 30_000);

  test('S3-g: what is missing of an assessment is said field by field, in the order of the page', async () => {
    const page = await openAs('county_bureau', '/matters/new?kind=yearly_assessment', 360);
    await button(page, '发起事项').click();
    const said = await page.locator('.error-summary li').allTextContents();
    expect(said.slice(0, 4)).toEqual(['请选择对象', '请填写年份，例如 2025', '请填写标题', '请填写内容']);
    expect(new Set(said.slice(4)).size).toBe(6);
    expect(said[4]).toBe('办学条件（R1）：请填 0 至 100 的整数');
  });

  test('a file hangs at a matter, and its page shows it to those of the matter', async () => {
    const office = await openAs('office', '/matters?show=all&kind=collection_round');
    await open(office, '示例：2025年秋季数据收集');
    await office.setInputFiles('.files-attach .file-drop input[type=file]', [{ name: '通知.pdf', mimeType: 'application/pdf', buffer: MADE_PDF }]);
    await expect.poll(() => office.locator('.files-at tbody tr').count()).toBe(1);
    const bureau = await openAs('city_bureau', new URL(office.url()).pathname);
    await bureau.waitForSelector('.files-at tbody tr');
    expect(await bureau.textContent('.files-at')).toContain('通知.pdf');
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each(LOOKS)('every page of it can be used by everybody (%s)', async (looks, high, width) => {
    const addresses = ['/matters?show=all', '/matters?show=all&kind=collection_round', '/matters/new?kind=collection_round', '/matters/deputies'];
    for (const address of addresses) {
      const page = await openAs('office', `${address}${looks === '' ? '' : `${address.includes('?') ? '&' : '?'}${looks}`}`, width);
      await expectUsable(page, high, address);
    }
    const list = await openAs('office', `/matters?show=all&kind=collection_round${looks === '' ? '' : `&${looks}`}`, width);
    await list.locator('.matter-table a').first().click();
    await list.waitForSelector('#matter-history');
    await expectUsable(list, high);
  }, MANY_NODES_MS);
});
