import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

onDatabase('embedded', 'the step-up test in a browser', (database) => {
  const { served, openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const SEASON = '/tests/step-up/H1/2025';

  test('M9-d: the last resit is entered, the results are published to anybody, a student objects at 360 px, and another person answers', async () => {
    const academic = await openAs('college_academic', SEASON);
    await settled(academic);
    expect(await button(academic, '公示结果').count()).toBe(0);
    await button(academic, '录入补考成绩').click();
    await button(academic, '填入待录入的学号').click();
    const awaited = (await academic.inputValue('#scores')).trim();
    expect(awaited).toMatch(/^\d{8}$/);
    await academic.fill('#scores', `${awaited}\t59.5`);
    await button(academic, '保存成绩').click();
    await academic.waitForSelector('.notice-done');
    await button(academic, '公示结果').click();
    await academic.waitForSelector('#publications');
    const address = await academic.getAttribute('.test-publications a', 'href') ?? '';
    const published = await (await fetch(new URL(address, served.origin()))).text();
    expect(published).toMatch(/钟\*+/);
    for (const hidden of ['钟𬭚', '20221001', 'C1-2025']) expect(published).not.toContain(hidden);

    const student = await openAs('student', '/', 360);
    await settled(student);
    expect(await student.textContent('section[aria-labelledby=my-tests]')).toContain('公示');
    await button(student, '提交申诉').click();
    expect(await student.textContent('section[aria-labelledby=my-tests]')).toContain('请填写');
    await student.fill('#appeal-text', '请核对第二部分得分');
    await button(student, '提交申诉').click();
    await student.waitForSelector('.my-appeal');
    await expectUsable(student, null);

    await academic.reload();
    await settled(academic);
    expect(await academic.textContent('.test-appeals')).toContain('请核对第二部分得分');
    expect(await button(academic, '答复申诉').count()).toBe(0);
    const leader = await openAs('college_leadership', SEASON);
    await settled(leader);
    await button(leader, '答复申诉').click();
    await leader.getByRole('dialog').locator('#answer-reason').fill('复核无误');
    await button(leader, '提交答复').click();
    await expect.poll(() => leader.textContent('.test-appeals')).toContain('复核无误');
    await student.reload();
    await settled(student);
    expect(await student.textContent('.my-appeal')).toContain('复核无误');
    expect(await button(student, '提交申诉').count()).toBe(0);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);

  test.each([['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]] as const)('the season can be used by everybody (%s)', async (looks, high, width) => {
    await expectUsable(await openAs('college_academic', `${SEASON}?${looks}`, width), high);
    await expectUsable(await openAs('college_academic', `/tests/arrange?${looks}`, width), high);
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
