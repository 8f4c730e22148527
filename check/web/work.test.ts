import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { onDatabase } from '../databases.ts';
import { expectUsable, findings, MANY_NODES_MS, sidewaysOverflow } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [path: string, high: boolean | null, width: number])[] = [
  ['/teachers', false, 1360], ['/teachers?mode=elder', true, 360], ['/teachers?lang=en', null, 360], ['/bases', false, 1360], ['/bases?mode=elder', true, 360], ['/bases?lang=en', null, 360],
  ['/daily', false, 1360], ['/daily?mode=elder', true, 360], ['/daily?lang=en', null, 360],
];

onDatabase('embedded', 'work at campuses in a browser', (database) => {
  const { openAs, faults } = site(database);
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

  test('M3-a: a hazard is found on the phone, not put right without proof, and closed by another person', async () => {
    const counsellor = await openAs('counsellor', '/daily?kind=hazard', 360);
    await press(counsellor, '登记安全隐患');
    await inDialog(counsellor, '保存');
    expect(await counsellor.textContent('.error-summary')).toContain('请填写：地点');
    await counsellor.fill('#entry-on', '2025-10-31');
    await counsellor.fill('#entry-place', '食堂');
    await counsellor.fill('#entry-what', '灭火器过期');
    await counsellor.selectOption('#entry-severity', 'B');
    await inDialog(counsellor, '保存');
    await expect.poll(() => counsellor.textContent('.notice')).toContain('已保存');
    const manager = await openAs('campus_manager', '/daily?kind=hazard');
    await manager.getByRole('link', { name: /食堂/ }).first().click();
    await manager.waitForURL(/\/daily\/\d+/);
    const rectify = async () => {
      await press(manager, '报整改完成');
      await manager.fill('#step-reason', '已更换');
      await inDialog(manager, '报整改完成');
    };
    await rectify();
    await expect.poll(() => manager.getByRole('dialog').textContent()).toContain('已附整改后的照片或材料');
    expect(await manager.getByRole('dialog').textContent()).toContain('M3-a');
    await manager.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click();
    await manager.setInputFiles('.files-at .file-drop input[type=file]', [{ name: '更换后.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') }]);
    await manager.locator('.files-at').getByText('更换后.pdf').first().waitFor();
    await rectify();
    await expect.poll(() => manager.textContent('.work-state')).toContain('已整改，待复查');
    // Who put it right does not close it.
    expect(await manager.getByRole('button', { name: '复查通过，销号' }).count()).toBe(0);
    const head = await openAs('school_head', new URL(manager.url()).pathname);
    await press(head, '复查通过，销号');
    await inDialog(head, '复查通过，销号');
    await expect.poll(() => head.textContent('.work-state')).toContain('已销号');
    expect(faults().filter((one) => !one.includes('409') && !one.includes('422'))).toEqual([]);
  }, 60_000);

  test('M3-a, R6-e: a counsellor hangs a photo at a hazard from the phone, without which it is not put right; what the camera wrote about the place is not kept', async () => {
    const page = await openAs('counsellor', '/daily?kind=hazard', 360);
    await press(page, '登记安全隐患');
    await page.fill('#entry-on', '2025-10-31');
    await page.fill('#entry-place', '楼梯');
    await page.fill('#entry-what', '扶手松动');
    await page.selectOption('#entry-severity', 'C');
    await inDialog(page, '保存');
    await expect.poll(() => page.textContent('.notice')).toContain('已保存');
    await page.getByRole('link', { name: /楼梯/ }).first().click();
    await page.waitForURL(/\/daily\/\d+/);
    await settled(page);
    const rectify = async () => {
      await press(page, '报整改完成');
      await page.fill('#step-reason', '已加固');
      await inDialog(page, '报整改完成');
    };
    await rectify();
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('已附整改后的照片或材料');
    await page.getByRole('dialog').getByRole('button', { name: '取消', exact: true }).click();
    const segment = (content: string) => Buffer.concat([Buffer.from([0xff, 0xe1, 0, content.length + 2]), Buffer.from(content, 'latin1')]);
    const photo = Buffer.concat([Buffer.from([0xff, 0xd8]), segment('Exif\0\0II*\0GPS N28.9581'), Buffer.from([0xff, 0xda, 0, 4, 1, 2, 5, 0xff, 0, 7, 0xff, 0xd9])]);
    await page.setInputFiles('.files-at .file-drop input[type=file]', [{ name: '扶手.jpg', mimeType: 'image/jpeg', buffer: photo }]);
    await page.locator('.files-at').getByText('扶手.jpg').first().waitFor();
    const kept = await page.request.get(String(await page.locator('.files-at a[download]').first().getAttribute('href')));
    expect((await kept.body()).includes('N28.9581')).toBe(false);
    await expectUsable(page, false);
    await page.setViewportSize({ width: 360, height: 860 });
    await rectify();
    await expect.poll(() => page.textContent('.work-state')).toContain('已整改，待复查');
    // Somebody else's record and the page of a campus are not theirs to attach to.
    const student = await openAs('counsellor', '/students', 360);
    expect(await student.locator('.files-attach').count()).toBe(0);
    expect(faults().filter((one) => !one.includes('409') && !one.includes('422'))).toEqual([]);
  }, 60_000);

  test('M6-a: whom a record is about is found by typing and chosen with the keyboard; what is not in the list is not taken', async () => {
    const page = await openAs('school_registrar', '/teachers?kind=teacher_trainings', 360);
    await press(page, '登记教师培训');
    const box = page.locator('#entry-person_id');
    await box.fill('没有这个人');
    await page.getByText('没有找到').waitFor();
    await box.press('Escape');
    await inDialog(page, '保存');
    expect(await page.textContent('.error-summary')).toContain('请填写：人员');
    await box.fill('');
    await box.press('ArrowDown');
    await page.locator('.combo-option').first().waitFor();
    expect(await findings(page, false)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    const first = await page.locator('.combo-option').first().textContent() ?? '';
    await box.press('Enter');
    expect(await box.inputValue()).toBe(first);
    // The name comes along.
    expect(first.startsWith(await page.inputValue('#entry-name'))).toBe(true);
    await page.selectOption('#entry-team', 'teaching');
    await page.fill('#entry-topic', '数控新技术');
    await page.fill('#entry-on', '2025-10-30');
    await page.fill('#entry-hours', '8');
    await inDialog(page, '保存');
    await expect.poll(() => page.textContent('.notice')).toContain('已保存');
    expect(faults().filter((one) => !one.includes('422'))).toEqual([]);
  }, 60_000);

  test('every look can be used', async () => {
    for (const [path, high, width] of LOOKS) {
      const page = await openAs('campus_manager', path, width);
      await settled(page);
      await expectUsable(page, high);
      await page.close();
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS * 2);
});
