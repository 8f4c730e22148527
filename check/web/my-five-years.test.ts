import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

/** The sample's student, who is the elder child of its guardian as well. */
const STUDENT = '20221001';
const LOOKS = [['', false], ['&mode=elder', true]] as const;

onDatabase('embedded', '我的五年 on a phone', (database) => {
  let day = '2025-10-31';
  const { openAs, faults } = site(database, { today: () => day });
  const part = (page: Page, id: string) => page.textContent(`section[aria-labelledby=${id}]`);
  const take = async (page: Page, act: string): Promise<void> => {
    await page.getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  };
  const usable = async (page: Page, high: boolean): Promise<void> => {
    expect(await findings(page, high), page.url()).toEqual([]);
    await expectNoSidewaysScroll(page);
    await page.close();
  };

  test.each(LOOKS)('year four: results, the internship, the certificate that is still needed, for the student and the guardian (%s)', async (looks, high) => {
    for (const role of ['student', 'guardian'] as const) {
      const page = await openAs(role, `/five-years?child=${STUDENT}${looks}`, 360);
      expect(await part(page, 'my-tests')).toMatch(/升段测试：通过.*2025年4月12日 · 94/s);
      expect(await part(page, 'my-internship')).toMatch(/自动化产线操作.*三方协议.*安全培训.*实习责任险，保到 2026年1月16日/s);
      expect(await part(page, 'way-out')).toMatch(/预计 2027年6月30日 毕业.*还需要一本证书.*高级工.*还没有登记的证书/s);
      expect(await part(page, 'own-studies')).toMatch(/已得 136 学分.*86 及格/s);
      await usable(page, high);
    }
  }, MANY_NODES_MS);

  test('a child in the first year is not told of being late before the list is filed', async () => {
    const page = await openAs('guardian', '/five-years?child=20251005', 360);
    expect(await page.textContent('.my-lines')).toMatch(/在新生备案名册上 未到/);
    await usable(page, false);
  });

  test('R3-c: the grades advance by the approved list, and year five tells line by line what is missing and who helps', async () => {
    day = '2026-09-01';
    const roll = await openAs('college_roll', '/students/advance?year=2026');
    await roll.getByRole('button', { name: '提交审批', exact: true }).click();
    await roll.waitForURL(/\/matters\/\d+/);
    const leader = await openAs('college_leadership', new URL(roll.url()).pathname);
    await take(leader, '批准升级');
    await leader.getByText('已批准').first().waitFor();
    for (const role of ['student', 'guardian'] as const) {
      for (const [looks, high] of LOOKS) {
        const page = await openAs(role, `/five-years?child=${STUDENT}${looks}`, 360);
        await settled(page);
        expect(await page.textContent('.five-years-who')).toContain('5年级');
        expect(await part(page, 'way-out')).toMatch(/毕业核对单.*还有 3 项没有达到/s);
        const lines = await page.locator('.way-out-lines > li').allTextContents();
        expect(lines).toEqual([
          expect.stringMatching(/^学分.*找高职院校教务处.*R3-d/), expect.stringMatching(/^操行.*R3-d/), expect.stringMatching(/^实习 待补报实习是否合格找班主任.*R3-d/),
          expect.stringMatching(/^证书.*找学校学籍管理员.*M9-e/), expect.stringMatching(/^备案名单.*不影响毕业结论.*M3-c/), expect.stringMatching(/^费用.*不影响毕业结论.*R4-b/),
        ]);
        // Whether firms are shown a name is for the student to say.
        expect(await page.locator('section[aria-labelledby=own-destination]').count()).toBe(role === 'student' ? 1 : 0);
        await usable(page, high);
      }
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
