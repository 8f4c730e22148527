import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unpacked } from '../access/unpack.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'reports to national systems in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const takenBy = async (page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> => {
    const [saved] = await Promise.all([page.waitForEvent('download'), press()]);
    return { name: saved.suggestedFilename(), text: await unpacked(readFileSync(await saved.path())) };
  };

  test('a registrar goes from the roll to the report, sees what is lacking, and takes it masked, then whole with a purpose', async () => {
    const page = await openAs('school_registrar', '/students');
    await page.getByRole('link', { name: '报送国家系统' }).first().click();
    await settled(page);
    expect(await page.textContent('.notice-warning')).toMatch(/栏目未经系统主管单位确认，上传前请逐列核对.*73列.*副本日期 2019年7月9日/s);
    await page.fill('#national-cohort', '2025');
    await settled(page);
    expect(await page.textContent('.national-count')).toMatch(/2025年10月31日：180 行.*▲ 180 行缺必填项/);
    expect(await page.textContent('.national-table')).toContain('缺的必填项：班级名称 180 行。');
    const masked = await takenBy(page, () => button(page, '下载（证件号只显示一部分）').click());
    expect([masked.name, /\d{6}\*{8}/.test(masked.text), />\d{17}[\dX]</.test(masked.text)]).toEqual(['全国中等职业学校学生管理信息系统 衢州中等专业学校 2025-10-31.xlsx', true, false]);
    await button(page, '下载完整证件号和电话').click();
    await button(page, '下载并记录').click();
    expect(await page.textContent('.dialog')).toContain('用途至少写 4 个字');
    await page.fill('#national-purpose', '上报新生学籍');
    const whole = await takenBy(page, () => button(page, '下载并记录').click());
    expect([/\*{8}/.test(whole.text), />\d{17}[\dX]</.test(whole.text)]).toEqual([false, true]);
    await page.locator('.notice-done').waitFor();
    expect(await page.textContent('.notice-done')).toContain('已记入操作记录');
    expect(faults()).toEqual([]);
  });

  test('an office’s own list of columns is judged in the page, and the file has them in its order', async () => {
    const page = await openAs('school_registrar', '/data/national?cohort=2025');
    await page.locator('summary', { hasText: '自备的栏目表' }).click();
    const give = (text: string) => page.setInputFiles('input[type=file]', { name: '栏目.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await give('栏目,字段\n甲,nope\n');
    await page.getByText('第 2 行：没有这个字段：nope').waitFor();
    await give('栏目,字段,必填\n证件号,id_number,是\n姓名,name,是\n');
    await page.getByText('将按自备的 2 个栏目生成').waitFor();
    const { text } = await takenBy(page, () => button(page, '下载（证件号只显示一部分）').click());
    expect(text).toMatch(/A1"[^>]*><is><t[^>]*>证件号<.*B1"[^>]*><is><t[^>]*>姓名</);
    await button(page, '不用自备的').click();
    expect(await page.getByText('将按自备的 2 个栏目生成').count()).toBe(0);
  });

  test('a college’s programme office has its state, without ids; whoever may take nothing out has no such page', async () => {
    const page = await openAs('college_programme', '/data/national');
    expect(await page.locator('.national-table h2').allTextContents()).toEqual([expect.stringMatching(/^A6-1-1 校内专任教师（22 行）$/), expect.stringContaining('A6-2-1'), expect.stringContaining('A6-3-1'), expect.stringContaining('A4-1'), expect.stringContaining('A4-2'), expect.stringContaining('A7-1-1')]);
    expect(await button(page, '下载完整证件号和电话').count()).toBe(0);
    expect((await takenBy(page, () => button(page, '下载工作簿').click())).text).not.toMatch(/\*{8}/);
    const counsellor = await openAs('counsellor', '/data/national');
    expect(await counsellor.locator('.national-page').count()).toBe(0);
    const county = await openAs('county_bureau', '/data/national');
    expect(await county.textContent('main')).toContain('没有可以报送的系统');
  });

  test('everybody can use it: on a phone, in the high mode, in English', async () => {
    const page = await openAs('school_registrar', '/data/national?cohort=2025');
    for (const summary of await page.locator('.national-page summary').all()) await summary.click();
    await expectUsable(page, false);
    await expectUsable(await openAs('college_roll', '/data/national?mode=elder'), true);
    await expectUsable(await openAs('college_programme', '/data/national?lang=en'), null);
    const phone = await openAs('school_registrar', '/data/national?cohort=2025', 360);
    await button(phone, '下载完整证件号和电话').click();
    expect(await findings(phone, false)).toEqual([]);
  }, MANY_NODES_MS);
});
