import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

onDatabase('embedded', 'the roll on its pages', (database) => {
  const { openAs, faults } = site(database);

  test('a student is found by name, their class is changed at once and the change undone by another record; a suspension goes to the head (R3-a, R3-b)', async () => {
    const page = await openAs('school_registrar', '/students?stage=secondary&grade=2&status=enrolled');
    await page.fill('#roll-name', '张');
    await page.getByRole('button', { name: '筛选', exact: true }).click();
    await expect.poll(async () => (await page.locator('.ledger tbody th a').allTextContents()).every((name) => name.includes('张'))).toBe(true);
    await page.locator('.ledger tbody th a').first().click();
    await page.waitForSelector('.roll-timeline');
    expect(await page.locator('.roll-source').allTextContents()).not.toContain('异动登记');

    await page.getByRole('button', { name: /转班级/ }).click();
    await page.getByRole('button', { name: '登记异动' }).click();
    expect(await page.locator('.error-summary a').allTextContents()).toEqual(['请填写生效日期', '请写明理由', '请填写班级']);
    await page.fill('#change-on', '2025-10-20');
    await page.fill('#change-reason', '分班调整');
    await page.fill('#change-class', '2班');
    await page.getByRole('button', { name: '登记异动' }).click();
    await page.getByText('转班级：已登记').waitFor();
    expect(await page.locator('.roll-source').allTextContents()).toContain('异动登记');
    await page.getByRole('button', { name: '撤销最近一次异动' }).click();
    await page.fill('#undo-reason', '录入有误');
    await page.getByRole('dialog').getByRole('button', { name: '撤销最近一次异动' }).click();
    await page.getByText('已撤销，学籍已恢复').waitFor();
    expect(await page.locator('.roll-changes > li').count()).toBe(2);

    await page.getByRole('button', { name: /休学/ }).click();
    await page.fill('#change-on', '2025-10-21');
    await page.fill('#change-reason', '因病休养');
    await page.setInputFiles('[role=dialog] input[type=file]', { name: '申请.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await page.getByRole('button', { name: '提交审批' }).click();
    await page.getByText('休学：已提交审批').waitFor();
    const address = await page.getByRole('link', { name: '查看审批事项' }).getAttribute('href');
    const head = await openAs('school_head', (address ?? '').split('?')[0] ?? '');
    expect(await head.innerText('main')).toMatch(/因病休养/);
    await head.getByRole('button', { name: '批准异动' }).click();
    await head.getByRole('dialog').getByRole('button', { name: '批准异动' }).click();
    await head.getByText('已批准，已登记').first().waitFor();
    expect(faults()).toEqual([]);
  });

  test('R3-a: the proof of custody names everybody of whom it does not hold', async () => {
    const page = await openAs('college_roll', '/students/custody');
    expect(await page.innerText('main')).toMatch(/15 名学生有断档或重复/);
    expect(await page.locator('.ledger tbody tr').count()).toBe(15);
    expect(faults()).toEqual([]);
  });

  test.each([['/students?grade=3&name=%E5%BC%A0', 1360, false], ['/students/of/20241001', 360, null], ['/students/of/20241001?mode=elder', 360, true], ['/students/advance', 360, null], ['/students/custody?lang=en', 360, null]] as const)(
    'everybody can use %s at %i', async (path, width, high) => {
      await expectUsable(await openAs('school_registrar', path, width), high);
      expect(faults()).toEqual([]);
    }, MANY_NODES_MS);
});
