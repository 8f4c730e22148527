import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeOf, confirmAddress } from '../../store/agreements/made-agreements.ts';
import { programActor } from '../../store/program-actor.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';
import { settled, site } from './site.ts';

/** Of the sample's class: the first has yet to sign, the last is without insurance. */
const [STUDENT, UNCOVERED] = ['20221001', '20221013'];

onDatabase('embedded', 'internships and insurance', (database) => {
  const { openAs, served, faults } = site(database);
  const region = (): number => served.sample().region.region_id;
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const reach = (account: string) => confirmAddress(served.database().as({ ...programActor(region()), account }), account);
  const sign = async (page: Page, account: string): Promise<void> => {
    await page.getByLabel('我已看完协议内容').check();
    await button(page, '获取验证码').click();
    await page.waitForSelector('#signing-code');
    await page.fill('#signing-code', await codeOf(served.database(), region(), account));
    await button(page, '签字').click();
    await page.waitForSelector('.notice-done');
  };
  const choose = (page: Page, student_id: string) => page.locator('tbody tr', { hasText: student_id }).locator('input[type=checkbox]').check();

  test('a firm offers a post with the keyboard, and what is missing is named first', async () => {
    const page = await openAs('enterprise', '/internships/posts');
    await button(page, '发布岗位').first().click();
    await page.locator('.dialog').getByRole('button', { name: '发布岗位' }).click();
    expect(await page.textContent('.error-summary')).toMatch(/岗位名称.*接收人数.*安全联系人/s);
    for (const [id, text] of [['post-title', '质量检测'], ['post-seats', '4'], ['post-place', '龙游厂区'], ['post-contact', '王工 13900000000'], ['post-from', '2025-12-01'], ['post-to', '2026-01-16']] as const) await page.fill(`#${id}`, text);
    await page.getByLabel(/机电一体化（P11）/).check();
    await page.locator('.dialog').getByRole('button', { name: '发布岗位' }).click();
    await page.waitForSelector('.notice-done');
    await expect.poll(() => page.textContent('table.ledger')).toContain('质量检测');
    await page.close();
  });

  test('at 360 px the student reads the agreement in 我的五年 and signs it', async () => {
    await reach('student');
    const page = await openAs('student', '/five-years', 360);
    expect(await page.textContent('.my-internship')).toMatch(/自动化产线操作.*三方协议.*请先看实习协议并签字.*实习责任险，保到 2026年1月16日/s);
    await expectNoSidewaysScroll(page);
    await page.click('.my-internship a.button');
    await page.waitForSelector('.document-sheet');
    await expectNoSidewaysScroll(page);
    await sign(page, 'student');
    await expect.poll(() => page.textContent('.signature-list')).toContain('138****0000');
    expect(await findings(page, false)).toEqual([]);
    await page.close();
  });

  test('firm and school sign after the student; the start is refused with names, clauses and days, and done once all stands', async () => {
    await Promise.all([reach('enterprise'), reach('school-head')]);
    for (const [role, account] of [['enterprise', 'enterprise'], ['school_head', 'school-head']] as const) {
      const page = await openAs(role, '/internships');
      await choose(page, STUDENT);
      await button(page, '签署选中的 1 份').click();
      // Each can be read before it is signed, and the dialog stays.
      const [content] = await Promise.all([page.waitForEvent('popup'), page.getByRole('dialog').getByRole('link', { name: new RegExp(STUDENT) }).click()]);
      await settled(content);
      expect(await content.textContent('.document-sheet')).toContain('自动化产线操作');
      await content.close();
      expect(await findings(page, false)).toEqual([]);
      await sign(page, account);
      await page.close();
    }
    const page = await openAs('school_registrar', '/internships?class=C1-2025-1');
    await button(page, /选中列出的 6 人/).click();
    await button(page, /开始实习（6 人）/).click();
    await page.locator('.dialog').getByRole('button', { name: '开始实习' }).click();
    expect(await page.waitForSelector('.notice-fault').then((notice) => notice.textContent())).toMatch(/缺安全培训.*S2-i.*实习责任险 2025-11-17–2026-01-16（R4-j）/s);
    await page.locator('.dialog .button-secondary', { hasText: '取消' }).click();
    await button(page, '取消选择').click();
    await choose(page, STUDENT);
    await button(page, /登记安全培训（1 人）/).click();
    for (const [id, text] of [['act-hours', '8'], ['act-led', '安全主管'], ['act-proof', '签到表2号']] as const) await page.fill(`#${id}`, text);
    await page.locator('.dialog').getByRole('button', { name: '登记安全培训' }).click();
    await page.waitForSelector('.notice-done');
    await choose(page, STUDENT);
    await button(page, /开始实习（1 人）/).click();
    await page.locator('.dialog').getByRole('button', { name: '开始实习' }).click();
    await expect.poll(() => page.locator('tbody tr', { hasText: STUDENT }).textContent()).toContain('实习中');
    await page.close();
  });

  test('the uncovered student stands by name, a policy is recorded for the list, and nobody is left; the table is saved', async () => {
    const page = await openAs('school_registrar', '/insurance');
    expect(await page.textContent('section[aria-labelledby=uncovered]')).toMatch(new RegExp(`${UNCOVERED}.*实习责任险.*2025年11月17日 至 2026年1月16日`, 's'));
    await button(page, '登记保单').first().click();
    await page.selectOption('#policy-kind', 'internship_liability');
    for (const [id, text] of [['policy-number', 'SX-9'], ['policy-insurer', '示例财产保险'], ['policy-from', '2025-11-17'], ['policy-to', '2026-01-16'], ['policy-heads', '1'], ['policy-premium', '60'], ['policy-proof', '发票9号']] as const) await page.fill(`#${id}`, text);
    await page.locator('.dialog').getByRole('button', { name: '登记保单' }).click();
    await page.waitForSelector('.notice-done');
    await expect.poll(() => page.textContent('section[aria-labelledby=uncovered]')).toContain('没有未覆盖的学生');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '投保与覆盖表 .xlsx' }).click()]);
    expect(saved.suggestedFilename()).toMatch(/保险投保与覆盖表 2025-10-31\.xlsx$/);
    await page.close();
  });

  test('a refused claim says why, and is claimed anew by the school; pages hold at 360 px and in elder mode', async () => {
    const page = await openAs('school_registrar', '/benefits?state=refused');
    expect(await page.textContent('section[aria-labelledby=claims]')).toMatch(/被拒.*没有提交劳动合同/s);
    await button(page, /^登记申领/).first().click();
    await page.locator('.dialog').getByRole('button', { name: '登记申领' }).click();
    await page.waitForSelector('.notice-done');
    await page.close();
    for (const path of ['/internships', '/internships/posts', '/insurance', '/benefits?state=claimed&mode=elder', '/internships?mode=elder&lang=en']) {
      const narrow = await openAs('school_registrar', path, 360);
      await settled(narrow);
      await expectNoSidewaysScroll(narrow);
      expect(await findings(narrow, path.includes('elder')), path).toEqual([]);
      await narrow.close();
    }
    // Refused on purpose: the browser says so of the request.
    expect(faults().filter((fault) => !fault.includes('422'))).toEqual([]);
  });
});
