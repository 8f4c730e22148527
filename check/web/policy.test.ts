import { describe, expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const WAIT = { timeout: 60_000 };
const TRIED = `tried=${encodeURIComponent('ratio.teacher.max_students=7;tuition.share=0.70')}`;

onDatabase('embedded', 'what other values of law would change', (database) => {
  const { openAs, served, faults } = site(database);

  test('the planner goes from the forecast to it, tries a value, sees campuses, posts and money, keeps it, and puts it at a matter', async () => {
    const { matter_id } = await served.answer<{ matter_id: string }>('openMatter', '/api/matters', { json: { kind: 'parameter_change', subject: 'ratio.teacher.max_students', details: { value: '16', from: '2026-09-01' }, reason: '收紧' } });
    const page = await openAs('office', '/forecast');
    await page.getByRole('link', { name: '试改政策看影响' }).click();
    await page.getByText('还没有试改').waitFor(WAIT);
    await page.getByLabel('参数').selectOption('ratio.teacher.max_students');
    await page.getByLabel('试用的值').fill('7');
    await page.getByRole('button', { name: '加入试算' }).press('Enter');
    await page.locator('section[aria-labelledby="policy-verdicts"] tbody tr').first().waitFor(WAIT);
    expect(await page.textContent('.policy-said')).toMatch(/1 个校区的结论会变（共 7 个），涉及学生 77 人/);
    expect(new URL(page.url()).search).toMatch(/tried=ratio/);
    expect(await page.locator('section[aria-labelledby="policy-posts"] tbody strong').count()).toBeGreaterThan(0);
    // What is tried opens as what is in force does, with both beside one another.
    const cells = page.locator('section[aria-labelledby="policy-verdicts"] tbody tr').first().locator('.figure');
    await cells.nth(1).click();
    const panel = page.locator('.provenance');
    await panel.getByText('试改后的算式').waitFor(WAIT);
    const told = await panel.textContent();
    for (const part of ['试改为 7 人/教师', '现行的算式', '18 人/教师', '依据的记录']) expect(told).toContain(part);
    await page.keyboard.press('Escape');
    await cells.nth(0).click();
    await panel.getByText('算式', { exact: true }).waitFor(WAIT);
    expect(await panel.textContent()).not.toContain('试改');
    await page.keyboard.press('Escape');
    await page.locator('section[aria-labelledby="policy-posts"] .figure').first().click();
    await panel.getByText('试改为 7 人/教师').waitFor(WAIT);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '保存试算' }).click();
    await page.getByLabel('名称').fill('师生比 1:7');
    await page.getByRole('dialog').getByRole('button', { name: '保存试算' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: '师生比 1:7' }).waitFor(WAIT);
    await page.getByRole('button', { name: '按当时的记录重算核对' }).click();
    await page.getByText('重算结果与保存的完全一致').waitFor(WAIT);
    const matter = await openAs('office', `/matters/${matter_id}`);
    await matter.getByRole('button', { name: '附上方案或试算' }).click();
    await matter.getByLabel('选择已保存的').selectOption({ index: 1 });
    await matter.getByRole('dialog').getByRole('button', { name: '附上方案或试算' }).press('Enter');
    const row = matter.locator('section[aria-labelledby="matter-scenarios"] tbody tr');
    await row.filter({ hasText: '师生比 1:7' }).waitFor(WAIT);
    expect(await row.locator('code').textContent()).toMatch(/^[0-9a-f]{12}$/);
    await row.getByRole('button', { name: '撤下' }).click();
    await row.nth(1).waitFor(WAIT);
    expect(await row.locator('td:nth-child(3)').allTextContents()).toEqual(['附上', '撤下']);
    for (const width of [1360, 360]) {
      await matter.setViewportSize({ width, height: 900 });
      expect(await findings(matter, false)).toEqual([]);
      await expectNoSidewaysScroll(matter);
    }
    expect(faults()).toEqual([]);
  }, 240_000);

  test('a draft shows the whole effect to who decides: campuses, posts, grants and payments; it is stopped, tried again, and kept as any trial', async () => {
    const { matter_id } = await served.answer<{ matter_id: string }>('openMatter', '/api/matters', { json: { kind: 'parameter_change', subject: 'tuition.share', details: { value: '0.70', from: '2025-10-31' }, reason: '提高' } });
    const page = await openAs('city_bureau', '/matters');
    let hold = true;
    await page.route('**/api/policy-impact?**', async (route) => {
      if (!hold) await route.continue();
    });
    await page.goto(`/matters/${matter_id}?on=2025-10-31`);
    const effect = page.locator('section[aria-labelledby=matter-impact]');
    await effect.getByText(/正在试算，已用 \d+ 秒/).waitFor(WAIT);
    await effect.getByRole('button', { name: '停止' }).click();
    await effect.getByText('已停止，没有结果。').waitFor(WAIT);
    hold = false;
    await effect.getByRole('button', { name: '重新试算' }).click();
    await effect.locator('.policy-said').waitFor(WAIT);
    expect(await effect.locator('section[aria-labelledby=policy-money] tbody tr', { hasText: '学费拨付' }).locator('strong').textContent()).toBe('693,924.00');
    expect(await effect.locator('section[aria-labelledby=policy-posts] tbody tr').count()).toBeGreaterThan(4);
    await page.unroute('**/api/policy-impact?**');
    await effect.getByRole('link', { name: '在“试改政策看影响”中打开' }).click();
    await page.locator('#policy-money').waitFor(WAIT);
    expect(new URL(page.url()).searchParams.get('tried')).toBe('tuition.share=0.70');
    await page.goBack();
    await effect.getByRole('button', { name: '保存试算' }).click();
    await page.getByLabel('名称').fill('分成七成');
    await page.getByRole('dialog').getByRole('button', { name: '保存试算' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: '分成七成' }).waitFor(WAIT);
    // What was kept opens as well.
    await page.locator('section[aria-labelledby="policy-money"] .figure').nth(3).click();
    await page.locator('.provenance').getByText('试改为 70%').waitFor(WAIT);
    expect(faults()).toEqual([]);
  }, 240_000);

  test('a forecast alone is kept from its page, and two of them stand side by side', async () => {
    const page = await openAs('office', '/forecast?years=3');
    for (const name of ['甲', '乙']) {
      await page.goto('/forecast?years=3&on=2025-10-31');
      await page.getByRole('button', { name: '保存预测' }).click();
      await page.getByLabel('名称').fill(name);
      await page.getByRole('dialog').getByRole('button', { name: '保存预测' }).press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor(WAIT);
    }
    expect(await page.locator('section[aria-labelledby="kept-region"] tbody tr').count()).toBe(4);
    await page.getByRole('link', { name: '返回达标方案' }).click();
    const boxes = page.locator('section[aria-labelledby="plan-kept"]').getByRole('checkbox');
    await boxes.nth(1).waitFor(WAIT);
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('link', { name: '并排比较所选两个方案' }).click();
    const rows = page.locator('section[aria-labelledby="plan-compared"] tbody tr');
    await rows.first().waitFor(WAIT);
    const cells = await rows.filter({ hasText: '2026 年高职阶段学生' }).locator('td').allTextContents();
    expect(cells[0]).toBe(cells[1]);
    expect(await findings(page, false)).toEqual([]);
    expect(faults()).toEqual([]);
  }, 240_000);

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test('axe finds nothing and nothing scrolls sideways, on a phone too', async () => {
      for (const width of [1360, 360]) {
        const page = await openAs('office', `/forecast/+policy?to=2030&${TRIED}&${query}`, width);
        await page.locator('#policy-money').waitFor(WAIT);
        expect(await findings(page, query !== '')).toEqual([]);
        await expectNoSidewaysScroll(page);
      }
    }, MANY_NODES_MS * 2);
  });
});
