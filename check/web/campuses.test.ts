import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { findings, sidewaysOverflow } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'campuses of the sample region', (database) => {
  const pages = site(database);
  const plain = (text: string) => text.replace(/\s+/g, ' ');

  test('the list says of every campus how it stands and what it lacks first', async () => {
    const page = await pages.open('/campuses?on=2025-10-31');
    const lines = (await page.locator('.campus-list > li').allInnerTexts()).map(plain);
    expect(lines).toHaveLength(7);
    expect(lines[1]).toMatch(/衢州第二中专高职校区.*高职阶段在校生 39.*人.*达标 12.*未达标 5.*还差 0\.78 平方米教学行政用房.*等 5 项/);
    expect(lines[5]).toMatch(/未上报.*待补报 17.*先补报：/);
    expect(pages.faults()).toEqual([]);
  });

  test('one campus: each standard with its clause, figure, requirement and gap in plain words', async () => {
    const page = await pages.open('/campuses/C2?on=2025-10-31');
    expect(await page.innerText('h1')).toBe('衢州第二中专高职校区');
    const rows = (await page.locator('.standards tbody tr').allInnerTexts()).map(plain);
    expect(rows).toHaveLength(17);
    expect(rows[0]).toMatch(/未达标 生均教学行政用房 R1-b.*14\.98.*≥ 15 平方米\/人.*还差 0\.78 平方米教学行政用房/);
    const dormitory = rows.find((row) => row.includes('R1-d'));
    expect(dormitory).toMatch(/全部在校生.*若按住宿生：6\.8571 达标/);
    const facilities = rows.find((row) => row.includes('R1-e'));
    expect(facilities).toMatch(/依据：默认口径.*图书馆 达标.*心理辅导室 达标/);
    const experts = rows.find((row) => row.includes('R5-h'));
    expect(experts).toMatch(/依据：上位规定.*课时占比 16%.*人数占比 20%/);
  });

  test('trend over snapshots is told in words too', async () => {
    const page = await pages.open('/campuses/C2?on=2025-10-31');
    expect(plain(await page.locator('.standards tbody tr').first().locator('.hidden-text').last().innerText()))
      .toMatch(/2024年10月31日.*2025年4月30日 15\.5469 达标.*2025年10月31日 14\.98 未达标/);
  });

  test('the head count opens the students behind it, whole', async () => {
    const page = await pages.open('/campuses/C1?on=2025-10-31');
    await page.click('.page-lead .figure');
    const panel = page.locator('.provenance-panel');
    await panel.locator('.provenance-records').waitFor();
    expect(plain(await panel.innerText())).toMatch(/高职阶段学生 77 人.*学生学籍，77 条/);
  });

  test('evidence comes by page, and the next page is added to it', async () => {
    const page = await pages.open('/campuses/C1?on=2025-10-31');
    await page.locator('.standards tbody tr', { hasText: 'R2-b' }).locator('.figure').click();
    const panel = page.locator('.provenance-panel');
    await panel.getByText('再列出其余 4 条').click();
    await expect.poll(() => panel.locator('.provenance-records tbody tr').count()).toBe(54);
    expect(await panel.getByText('再列出其余').count()).toBe(0);
  });

  test('an overall verdict opens the parts it follows from and the records of them all', async () => {
    const page = await pages.open('/campuses/C2?on=2025-10-31');
    await page.click('.standard-group-head .figure');
    const panel = page.locator('.provenance-panel');
    await panel.locator('.provenance-records').first().waitFor();
    expect(plain(await panel.innerText())).toMatch(/R1-a 校区条件.*未达标项：R1-b、R1-d.*R1-c 生均占地面积 达标.*房间台账，8 条.*土地台账，1 条.*配套设施，6 条/);
  });

  test('another day changes the page and closes what belonged to the day before', async () => {
    const page = await pages.open('/campuses/C2?on=2025-10-31');
    await page.click('.standards .figure');
    await page.waitForSelector('.provenance-panel');
    await page.click('.as-of-date');
    await page.getByRole('button', { name: /2025年4月30日/ }).click();
    await settled(page);
    expect(new URL(page.url()).searchParams.get('on')).toBe('2025-04-30');
    await expect.poll(async () => plain(await page.locator('.standards tbody tr').first().innerText())).toMatch(/达标 生均教学行政用房.*15\.5469/);
    expect(await page.locator('.provenance-panel').count()).toBe(0);
  });

  test('the report is a file of this campus on this day, and the page leads to what-if', async () => {
    const page = await pages.open('/campuses/C2?on=2025-10-31');
    const href = await page.getByRole('link', { name: /导出达标表/ }).getAttribute('href');
    expect(href).toContain('campus=C2');
    const reply = await page.request.get(href ?? '');
    expect(reply.status()).toBe(200);
    expect((await reply.body()).subarray(0, 2).toString()).toBe('PK');
    await page.getByRole('link', { name: '试算怎样达标' }).click();
    expect(new URL(page.url()).pathname).toBe('/what-if/C2');
  });

  test('a campus that is not there is said in the words of the refusal', async () => {
    const page = await pages.open('/campuses/XX?on=2025-10-31');
    await page.waitForSelector('.notice-fault');
    expect(await page.innerText('.notice-fault')).toContain('没有这个校区');
  });

  test('on paper there is a head with the reading, a place to sign, and no control', async () => {
    const page = await pages.open('/campuses/C2?on=2025-10-31');
    await page.emulateMedia({ media: 'print' });
    expect(plain(await page.innerText('.print-head'))).toMatch(/衢州第二中专高职校区.*按 2025年10月31日 计算/);
    expect(await page.isVisible('.campus-signoff')).toBe(true);
    expect(await page.locator('.button:visible, .rail:visible, .campus-back:visible').count()).toBe(0);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  });

  describe.each([['normal', ''], ['elder', '&mode=elder'], ['English', '&lang=en']])('%s', (name, query) => {
    test.each([['/campuses', 320], ['/campuses/C2', 1360], ['/campuses/C3', 320]] as const)('axe finds nothing and nothing scrolls sideways: %s at %i px', async (path, width) => {
      const page = await pages.open(`${path}?on=2025-10-31${query}`, width);
      await page.waitForSelector('.campus-list, .standards');
      expect(await sidewaysOverflow(page)).toBe(0);
      if (name !== 'English') expect(await findings(page, name === 'elder')).toEqual([]);
      expect(pages.faults()).toEqual([]);
    });

  });

  test.each([['', 1360], ['&mode=elder', 360]] as const)('axe finds nothing with an origin open, "%s" at %i px', async (query, width) => {
    const page = await pages.open(`/campuses/C2?on=2025-10-31${query}`, width);
    await page.click('.standards .figure');
    await page.waitForSelector('.provenance-records');
    expect(await findings(page, query !== '')).toEqual([]);
  });
});
