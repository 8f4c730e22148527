import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings } from './findings.ts';
import { settled, site } from './site.ts';

/** One of the group that is on its internship. */
const INTERN = '20221003';

onDatabase('embedded', 'the way out in a browser', (database) => {
  const { openAs, faults } = site(database);
  const act = async (page: Page, name: string): Promise<void> => {
    await page.locator('.dialog').getByRole('button', { name, exact: true }).click();
    await page.locator('.notice-done').first().waitFor();
  };
  const open = async (page: Page, student: string): Promise<void> => {
    await page.locator('tbody tr', { hasText: student }).getByRole('link').first().click();
    await page.locator('.signature-list').first().waitFor();
  };

  test('the school ends an internship, the firm assesses it on its own page; the sealed agreement is there and anybody finds it genuine', async () => {
    const school = await openAs('school_registrar', '/internships?class=C1-2025-2');
    const intern = await school.locator('tbody tr', { hasText: '实习中' }).first().textContent() ?? '';
    const student = /20\d{6}/.exec(intern)?.[0] ?? INTERN;
    await open(school, student);
    const sealed = school.getByRole('link', { name: /衢贯通习〔2025〕\d+号/ });
    const [saved] = await Promise.all([school.waitForEvent('download'), sealed.click()]);
    expect(saved.suggestedFilename()).toMatch(/^实习协议 衢贯通习〔2025〕\d+号\.pdf$/);
    const verify = await school.getByRole('link', { name: /查验真伪/ }).getAttribute('href') ?? '';
    await school.getByRole('button', { name: '结束实习' }).click();
    await school.fill('#act-on', '2025-10-30');
    await school.fill('#act-note', '期满');
    await act(school, '结束实习');
    // The firm has an account: it assesses itself, and the school is not asked to.
    expect(await school.getByRole('button', { name: '登记企业纸质评价' }).count()).toBe(0);

    const firm = await openAs('enterprise', '/internships?state=toAssess');
    await open(firm, student);
    await firm.getByRole('button', { name: '企业评价' }).click();
    await firm.selectOption('#act-result', 'yes');
    await act(firm, '企业评价');
    await expect.poll(() => firm.textContent('section[aria-labelledby=internship-log]')).toMatch(/企业评价.*合格/s);

    await school.goto(new URL(verify, school.url()).href);
    expect(await school.textContent('main')).toMatch(/● 有效[\s\S]*岗位实习三方协议|岗位实习三方协议[\s\S]*● 有效/);
  });

  test('a post and a policy that were wrong are answered by another record, with the reason', async () => {
    const firm = await openAs('enterprise', '/internships/posts');
    await firm.getByRole('button', { name: '更正岗位：设备维护（毕业实习）' }).click();
    await firm.fill('#post-place', '衢江区三号厂房');
    await firm.locator('.dialog').getByRole('button', { name: '更正', exact: true }).click();
    expect(await firm.textContent('.error-summary')).toContain('请写明更正原因');
    await firm.fill('#post-why', '厂房编号写错');
    await act(firm, '更正');
    await expect.poll(() => firm.textContent('table.ledger')).toContain('衢江区三号厂房');
    const school = await openAs('school_registrar', '/insurance');
    await school.getByRole('button', { name: /^更正保单：示例实责-2025秋-2/ }).click();
    await school.fill('#policy-to', '2026-01-15');
    await school.fill('#policy-why', '止期抄错');
    await act(school, '更正');
    await expect.poll(() => school.textContent('section[aria-labelledby=uncovered]')).toContain('2026年1月16日 一天');
  });

  test('pages and dialogs hold at 360 px and in elder mode', async () => {
    for (const [role, path] of [['school_registrar', '/insurance?mode=elder'], ['enterprise', '/internships/posts'], ['student', '/five-years?mode=elder'], ['college_roll', '/diplomas']] as const) {
      const page = await openAs(role, path, 360);
      await settled(page);
      await expectNoSidewaysScroll(page);
      expect(await findings(page, path.includes('elder')), path).toEqual([]);
      await page.close();
    }
    expect(faults()).toEqual([]);
  });
});
