import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { findings, sidewaysOverflow } from './findings.ts';
import { site } from './site.ts';

onDatabase('embedded', 'overview of the sample region', (database) => {
  const pages = site(database);

  test('the first sentence counts campuses and verdicts, as check does', async () => {
    const page = await pages.open('/?on=2025-10-31');
    const lead = await page.innerText('.page-lead');
    expect(lead).toMatch(/7 个校区、119 项标准/);
    const verdicts = (await (await page.request.get('/api/overview?on=2025-10-31')).json()) as { summary: Record<string, number> };
    const { met, unmet, undetermined, not_applicable } = verdicts.summary;
    for (const [word, n] of [['达标', met], ['未达标', unmet], ['待补报', undetermined], ['不适用', not_applicable]] as const) {
      expect(lead.replace(/\s+/g, ' ')).toContain(`${word} ${n}`);
    }
    expect(pages.faults()).toEqual([]);
  });

  test('a target that is not due says when it is, one that was due says how it ended', async () => {
    const page = await pages.open('/?on=2025-10-31');
    const [schools, , , intake2024] = await page.locator('.bullet-chart li').allInnerTexts();
    expect(schools?.replace(/\s+/g, ' ')).toMatch(/参与试点的中职学校.*5.*6 所以上.*2027年12月31日考核/);
    expect(intake2024?.replace(/\s+/g, ' ')).toMatch(/2024 年中职招生.*450.*达标/);
  });

  test('a cell of the matrix is reached by keyboard and opens down to the rows and who reported them', async () => {
    const page = await pages.open('/?on=2025-10-31');
    await page.focus('.matrix button[tabindex="0"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const panel = page.locator('.provenance-panel');
    await panel.locator('.provenance-records').first().waitFor();
    const text = (await panel.innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('由来：衢州第二中专高职校区 生均教学行政用房');
    expect(text).toContain('584.22 平方米 ÷ 39 人 = 14.9800');
    expect(text).toContain('还差 0.78 平方米教学行政用房');
    expect(text).toMatch(/15 平方米\/人，2024年5月29日起/);
    expect(text).toMatch(/房间台账，6 条/);
    expect(text).toMatch(/上报 · 工作簿「.+」 「房间台账」第 /);
    expect(text).toMatch(/已冻结.*实时/);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement.dataset.at')).toBe('1,0');
  });

  test('counts, targets, counties and years open too', async () => {
    const page = await pages.open('/?on=2025-10-31');
    const panel = page.locator('.provenance-panel');
    const opened = async (selector: string, expected: RegExp) => {
      await page.click(selector);
      await expect.poll(async () => (await panel.innerText()).replace(/\s+/g, ' '), { timeout: 10_000 }).toMatch(expected);
    };
    await opened('.page-lead .status-unmet .figure', /未达标 25 = .*衢州第二中专高职校区 5/);
    await opened('.bullet-chart li:nth-child(6) .figure', /40 ÷ 61 = 65\.57%.*要求 > 60%.*若按分母为全部毕业生：57\.14% 未达标/);
    await opened('.schematic-map li:nth-child(3) button', /没有已认定的校区，但有园区得到正式服务.*园区服务，1 条/);
    await opened('.year-table tbody tr:nth-child(3) td:nth-child(3) .figure', /1\.2-b.*2024 年各专业项目注册数合计 450 人.*招生情况/);
  });

  test('what changed since the last snapshot is told, and school notices are visibly not counted', async () => {
    const page = await pages.open('/?on=2025-10-31');
    expect(await page.innerText('.overview-since')).toMatch(/自上次快照（2025年4月30日）[^]*未达标[^]*衢州第二中专高职校区 生均教学行政用房，原为达标/);
    expect(await page.innerText('.overview-notices')).toMatch(/不计入达标统计[^]*衢州第二中等专业学校[^]*还差 1 名教师/);
  });

  test('a snapshot is taken once, announced, and the day becomes frozen', async () => {
    const page = await pages.open('/?on=2025-11-15');
    expect(await page.locator('.as-of .tag-frozen').count()).toBe(0);
    await page.click('.take-snapshot .button');
    await page.fill('[role=dialog] input', '测试快照');
    await page.locator('[role=dialog] .button-primary').dblclick();
    await page.waitForSelector('.take-snapshot .notice-done');
    await page.waitForSelector('.as-of .tag-frozen');
    const { snapshots } = (await (await page.request.get('/api/snapshots')).json()) as { snapshots: { on: string }[] };
    expect(snapshots.filter((s) => s.on === '2025-11-15')).toHaveLength(1);
  });

  test('before the policy took effect nothing is judged, and the page says so', async () => {
    const page = await pages.open('/?on=2023-10-31');
    expect(await page.innerText('.notice')).toMatch(/这一天没有生效的规定[^]*2024年5月29日/);
    expect(await page.locator('.matrix .status-met, .matrix .status-unmet').count()).toBe(0);
  });

  test('a server that cannot answer is named, and asking again helps', async () => {
    const page = await pages.open('/campuses?on=2025-10-31');
    await page.route('**/api/overview*', (route) => route.abort());
    await page.goto('/?on=2025-10-30');
    await page.waitForSelector('.notice-fault');
    expect(await page.innerText('.notice-fault')).toMatch(/没有连上服务/);
    await page.unroute('**/api/overview*');
    await page.click('.notice-fault .button');
    await page.waitForSelector('.matrix');
  });

  describe.each([['normal', ''], ['elder', '&mode=elder'], ['English', '&lang=en']])('%s', (name, query) => {
    test.each(name === 'English' ? [320] : [1360, 320])('axe finds nothing and nothing scrolls sideways at %i px', async (width) => {
      const page = await pages.open(`/?on=2025-10-31${query}`, width);
      await page.waitForSelector('.bullet-chart');
      expect(await sidewaysOverflow(page)).toBe(0);
      if (name !== 'English') expect(await findings(page, name === 'elder')).toEqual([]);
      expect(pages.faults()).toEqual([]);
    });

  });

  test('where the matrix is wider than the page it scrolls by itself, and the page does not', async () => {
    const page = await pages.open('/?on=2025-10-31&mode=elder', 900);
    await page.waitForSelector('.matrix');
    expect(await page.evaluate<boolean>('(() => { const box = document.querySelector(".matrix-scroll"); return box.scrollWidth > box.clientWidth; })()')).toBe(true);
    expect(await sidewaysOverflow(page)).toBe(0);
  });

  test('axe finds nothing with an origin open', async () => {
    const page = await pages.open('/?on=2025-10-31');
    await page.click('.page-lead .figure');
    await page.waitForSelector('.provenance');
    expect(await findings(page, false)).toEqual([]);
  });
});

onDatabase('embedded', 'overview of a region without records', (database) => {
  const pages = site(database, { sample: false });

  test('it says what to do next, and leads there', async () => {
    const page = await pages.open('/?on=2025-10-31');
    expect(await page.innerText('.empty-state')).toMatch(/还没有可以汇总的校区/);
    await page.click('.empty-state .button');
    expect(new URL(page.url()).pathname).toBe('/data');
    expect(pages.faults()).toEqual([]);
  });
});
