import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MADE_CONTENTS } from '../../core/documents/made-contents.ts';
import { issueDocument } from '../../store/documents.ts';
import { programActor } from '../../store/program-actor.ts';
import { listRegions } from '../../store/regions.ts';
import { MADE_PDF, MADE_PNG } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null])[] = [['', false], ['mode=elder', true], ['lang=en', null]];

onDatabase('embedded', 'documents and files', (database) => {
  const { openAs, faults, served } = site(database);
  const act = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function decided(): Promise<string> {
    const [region] = await listRegions(served.database());
    const { document_id } = await served.database().as(programActor(region?.region_id ?? 0)).write((tx) =>
      issueDocument(tx, 'campus_plate', MADE_CONTENTS.campus_plate, { object: 'campuses/C1', thing: 'campus:C1' }));
    return String(document_id);
  }

  test('a signed round of collection is opened from the list, and leads to its matter and to the page that anybody may ask', async () => {
    const page = await openAs('auditor', '/documents');
    expect(await page.locator('.document-table tbody tr').count()).toBe(12);
    await page.getByRole('link', { name: '衢贯通报〔2025〕1号' }).click();
    await page.waitForSelector('.document-sheet');
    expect(await page.textContent('.document-sheet')).toMatch(/各校上报情况.*衢州中等专业学校已核验/s);
    const verify = await page.getAttribute('a[href*="/verify/"]', 'href');
    await page.getByRole('link', { name: '所属事项' }).click();
    await page.waitForSelector('#matter-history');
    expect(await page.textContent('.matter-timeline')).toContain('签发文书 衢贯通报〔2025〕1号');
    await page.goto(verify ?? '');
    expect(await page.textContent('main')).toContain('有效');
    expect(faults()).toEqual([]);
  });

  test('the report on a campus is issued from its page, found in the list, and its PDF is saved', async () => {
    const page = await openAs('office', '/campuses/C1');
    await button(page, '签发达标表').click();
    await page.fill('#report-filled-by', '张三');
    await act(page, '签发达标表');
    await page.waitForSelector('.notice-done');
    expect(await page.textContent('.notice-done')).toMatch(/已签发 衢贯通达〔2025〕1号/);
    await page.click('.notice-done a');
    await page.waitForSelector('.document-sheet');
    expect(await page.textContent('.document-sheet')).toContain('R1-b');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('a.button-primary')]);
    expect(saved.suggestedFilename()).toBe('衢贯通达〔2025〕1号.pdf');
    const list = await openAs('office', '/documents');
    await list.fill('#document-filter', '达〔2025〕1号');
    await expect.poll(() => list.locator('.document-table tbody tr').count()).toBe(1);
    await list.fill('#document-filter', '没有这样的');
    await expect.poll(() => list.textContent('.empty-state')).toContain('没有符合条件的文书');
    const series = await openAs('office', '/documents/series');
    expect(await series.textContent('.document-table tbody')).toContain('● 无缺号、无重号');
    expect(faults()).toEqual([]);
  });

  test('a decision is put right with a reason, then revoked; both are on the page', async () => {
    const page = await openAs('office', `/documents/${await decided()}`);
    await button(page, '更正').click();
    await act(page, '更正');
    expect(await page.getByRole('dialog').locator('.field-error').textContent()).toContain('请写明事由，至少 4 个字');
    await page.fill('#document-plate_text', '乙职业学院（东校区）');
    await page.fill('#document-reason', '牌子文字有误');
    await act(page, '更正');
    await page.waitForSelector('.notice-done');
    await expect.poll(() => page.textContent('.document-sheet')).toContain('乙职业学院（东校区）');
    expect(await page.textContent('.document-versions')).toMatch(/第 2 版.*有效.*事由：牌子文字有误.*第 1 版.*已被更正版代替/s);
    await button(page, '废止').click();
    await page.fill('#document-reason', '校区停止办学');
    await act(page, '废止');
    await expect.poll(() => page.textContent('.page-lead')).toMatch(/已废止.*事由：校区停止办学/);
    expect(await button(page, '更正').count() + await button(page, '废止').count()).toBe(0);
    expect(faults()).toEqual([]);
  });

  test('files are attached several at once; what is not what it says is named with its reason', async () => {
    const page = await openAs('school_head', '/campuses/C1');
    await page.setInputFiles('.files-attach .file-drop input[type=file]', [
      { name: '校门.png', mimeType: 'image/png', buffer: MADE_PNG }, { name: '扫描件.pdf', mimeType: 'application/pdf', buffer: MADE_PDF }, { name: '假图.png', mimeType: 'image/png', buffer: MADE_PDF },
    ]);
    await page.waitForSelector('.files-attach .notice-done');
    expect(await page.textContent('.files-attach .notice-done')).toContain('已上传 2 个文件');
    expect(await page.textContent('.files-attach')).toMatch(/没有上传 假图\.png.*文件内容与扩展名不符/s);
    await expect.poll(() => page.locator('.files-at tbody tr').count()).toBe(2);
    await page.getByRole('button', { name: '停用 校门.png' }).click();
    await act(page, '停用');
    await expect.poll(() => page.locator('.files-at tbody tr', { hasText: '校门.png' }).textContent()).toContain('已停用');
  });

  test.each(LOOKS)('no findings on list, document, numbers and the public page, no sideways scroll (%s)', async (looks, high) => {
    const id = await decided();
    for (const path of ['/documents', `/documents/${id}`, '/documents/series', '/verify']) {
      const page = await openAs('office', `${path}?${looks}`);
      await expectUsable(page, high === true && path === '/verify' ? false : high, path);
      await page.close();
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
