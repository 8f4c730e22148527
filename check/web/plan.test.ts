import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const WAIT = { timeout: 60_000 };

onDatabase('embedded', 'the plan that reaches a target', (database) => {
  const { open, faults } = site(database);

  test('leads from the forecast, finds the cheapest plan, says what it costs and what binds', async () => {
    const page = await open('/forecast');
    await page.getByRole('link', { name: '编制达标方案' }).click();
    await page.getByText('还没有求解').waitFor();
    await page.getByLabel('规划到').selectOption('2027');
    await page.getByLabel('该年招生目标（人）').fill('800');
    await page.getByRole('button', { name: '求方案' }).press('Enter');
    await page.getByText('已证明没有更省的方案').waitFor(WAIT);
    expect(new URL(page.url()).search).toMatch(/to=2027.*target=800/);
    const kinds = await page.locator('section[aria-labelledby="plan-decisions"] tbody tr td:nth-child(2)').allTextContents();
    expect(kinds).toContain('班级');
    const binding = await page.locator('section[aria-labelledby="plan-binding"] tbody th').allTextContents();
    expect(binding.some((clause) => clause.startsWith('R1-b'))).toBe(true);
    // Campuses and schools go by their names, the number beneath the pointer.
    expect(binding.filter((clause) => /\b[CS]\d+\b/.test(clause))).toEqual([]);
    const places = page.locator('section[aria-labelledby="plan-open"] tbody td:nth-child(2) [title]');
    expect(await places.count()).toBeGreaterThan(0);
    for (const place of await places.all()) expect(await place.textContent()).not.toBe(await place.getAttribute('title'));
    expect(faults()).toEqual([]);
  }, 120_000);

  test('out of reach: which demands conflict, and that no target can be reached there', async () => {
    const page = await open('/forecast/+plan?to=2027&target=100000');
    await page.locator('.notice', { hasText: '没有可行方案' }).waitFor(WAIT);
    expect(await page.locator('.notice li').allTextContents()).toEqual(['要求的招生人数']);
    expect(await page.locator('.notice').textContent()).toMatch(/可以达到的最大招生人数：1,080 人/);
  }, 120_000);

  test('bands stand beside the forecast, one key away as a table, with the chance of too many students', async () => {
    const page = await open('/forecast');
    await page.locator('.band-drawing').waitFor(WAIT);
    await page.getByRole('button', { name: /高职阶段学生的可能范围/ }).press('Enter');
    const rows = page.locator('.chart-frame-data[aria-label="高职阶段学生的可能范围"] tbody tr');
    expect(await rows.count()).toBe(10);
    expect(await page.locator('section[aria-labelledby="forecast-over"] tbody tr', { hasText: '衢州中专高职校区' }).locator('td').nth(1).textContent()).toBe('100%');
  }, 120_000);

  test('a plan is kept, comes to the same when asked again, and stands beside another in which a value of law is tried', async () => {
    const page = await open('/forecast/+plan?to=2026&target=585');
    const keep = async (name: string) => {
      await page.getByText('已证明没有更省的方案').waitFor(WAIT);
      await page.getByRole('button', { name: '保存方案' }).click();
      await page.getByLabel('名称').fill(name);
      await page.getByRole('dialog').getByRole('button', { name: '保存方案' }).press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor(WAIT);
    };
    await keep('扩招一个班');
    await page.getByRole('button', { name: '按当时的记录重算核对' }).click();
    await page.getByText('重算结果与保存的完全一致').waitFor(WAIT);
    await page.getByRole('link', { name: '返回达标方案' }).click();
    await page.getByText('试改政策参数').click();
    await page.getByLabel('参数').selectOption('target.intake.2027');
    await page.getByLabel('试用的值').fill('900');
    await page.getByRole('button', { name: '加入试算' }).click();
    await page.getByRole('button', { name: '求方案' }).click();
    await keep('下限 900');
    await page.getByText('试改2027 年中职招生数下限为 900').waitFor(WAIT);
    await page.getByRole('link', { name: '返回达标方案' }).click();
    const boxes = page.locator('section[aria-labelledby="plan-kept"]').getByRole('checkbox');
    await boxes.nth(1).waitFor(WAIT);
    for (const box of await boxes.all()) await box.check();
    await page.getByRole('link', { name: '并排比较所选两个方案' }).click();
    const rows = page.locator('section[aria-labelledby="plan-compared"] tbody tr');
    await rows.first().waitFor(WAIT);
    expect(await rows.filter({ hasText: '2027 年招生' }).locator('td').allTextContents()).toEqual(['900', '720']);
    for (const width of [1360, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findings(page, false)).toEqual([]);
      await expectNoSidewaysScroll(page);
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS * 2);

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test('axe finds nothing and nothing scrolls sideways, on a phone too', async () => {
      for (const width of [1360, 360]) {
        const page = await open(`/forecast/+plan?to=2027&${query}`, width);
        await page.locator('#plan-decisions').waitFor(WAIT);
        expect(await findings(page, query !== '')).toEqual([]);
        await expectNoSidewaysScroll(page);
      }
    }, MANY_NODES_MS * 2);
  });
});
