import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const WAIT = { timeout: 60_000 };

onDatabase('embedded', 'what campuses can hold', (database) => {
  const { openAs, faults } = site(database);

  test('the planner begins with it, opens it, adds classes by key, and reads what each figure stands on', async () => {
    const page = await openAs('city_bureau', '/todo');
    await page.locator('section[aria-labelledby="capacity-glance"]').waitFor(WAIT);
    await page.getByRole('link', { name: '查看承载力' }).click();
    await page.locator('.capacity-said').waitFor(WAIT);
    const before = await page.textContent('.capacity-said');
    expect(before).toMatch(/再增加 1 个 45 人的班，最少需要：.*平方米/);
    await page.getByRole('button', { name: '增加增加班级（个）' }).press('Enter');
    await page.locator('.capacity-said', { hasText: '2 个 45 人' }).waitFor(WAIT);
    expect(new URL(page.url()).search).toMatch(/classes=2/);
    await page.locator('section[aria-labelledby="capacity-items"] tbody .figure').first().press('Enter');
    const panel = page.locator('.provenance-panel');
    await panel.locator('.provenance-records').first().waitFor(WAIT);
    const text = (await panel.innerText()).replace(/\s+/g, ' ');
    expect(text).toMatch(/R1-b/);
    expect(text).toMatch(/15 平方米\/人/);
    expect(text).toMatch(/房间台账/);
    await page.keyboard.press('Escape');
    // Room that some standard still lacks records for is told as the most there can be, and what is over as it is.
    const years = page.locator('section[aria-labelledby="capacity-years"] tbody tr');
    expect(await years.filter({ hasText: '第六职业学校' }).innerText()).toMatch(/277[\s\S]*最多：有标准待补报/);
    expect(await years.filter({ hasText: '衢州第二中专' }).innerText()).not.toMatch(/最多/);
    expect(await page.locator('section[aria-labelledby="capacity-rest"] tbody tr').count()).toBe(4);
    expect(await page.locator('section[aria-labelledby="capacity-schools"] tbody tr').count()).toBeGreaterThan(0);
    expect(faults()).toEqual([]);
  }, 120_000);

  test('the office has it on its own first page', async () => {
    const page = await openAs('office', '/todo');
    await page.locator('section[aria-labelledby="capacity-glance"] .figure').first().waitFor(WAIT);
    expect(faults()).toEqual([]);
  }, 120_000);

  test('a department that co-ordinates plans sees the region as a whole, and why no campus is told; whoever sees campuses has the same sums', async () => {
    const rows = async (role: 'department' | 'office') => {
      const page = await openAs(role, '/capacity');
      const region = page.locator('section[aria-labelledby="capacity-region"] tbody tr');
      await region.first().waitFor(WAIT);
      return { page, told: await region.allInnerTexts() };
    };
    const [department, office] = [await rows('department'), await rows('office')];
    expect(department.told).toHaveLength(6);
    expect(department.told).toEqual(office.told);
    const { page } = department;
    expect(await page.textContent('.notice')).toContain('全市 7 个校区，不逐个显示');
    expect(await page.locator('#capacity-items, [aria-labelledby="capacity-years"]').count()).toBe(0);
    await page.locator('section[aria-labelledby="capacity-region"] .figure').first().click();
    await page.locator('.provenance').getByText('个校区之和').waitFor(WAIT);
    for (const width of [1360, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findings(page, false)).toEqual([]);
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 1360, height: 900 });
    await page.getByRole('link', { name: '总览', exact: true }).click();
    await page.locator('section[aria-labelledby="capacity-region"]').waitFor(WAIT);
    expect(await page.locator('.overview-targets .figure').count()).toBeGreaterThan(0);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test('axe finds nothing and nothing scrolls sideways, on a phone too', async () => {
      for (const width of [1360, 360]) {
        const page = await openAs('office', `/capacity?year=2027&${query}`, width);
        await page.locator('#capacity-items').waitFor(WAIT);
        expect(await findings(page, query !== '')).toEqual([]);
        await expectNoSidewaysScroll(page);
      }
    }, MANY_NODES_MS * 2);
  });
});
