import { describe, expect, test } from 'vitest';
import { quzhou2024 } from '../../core/policy/quzhou-2024/pack.ts';
import { onDatabase } from '../databases.ts';
import { expectNoSidewaysScroll, findings, MANY_NODES_MS } from './findings.ts';
import { site } from './site.ts';

onDatabase('embedded', 'clauses', (database) => {
  const { open, served } = site(database);

  test('every clause stands there in its article; those that nothing serves say so plainly', async () => {
    const page = await open('/clauses');
    expect(await page.locator('.clause').count()).toBe(132);
    const unserved = quzhou2024.clauses.filter((clause) => clause.served_by.length === 0);
    expect(await page.locator('.clause').getByText('尚未由系统落实', { exact: true }).count()).toBe(unserved.length);
    expect(await page.locator('#R4-c').textContent()).toContain(quzhou2024.clauses.find((c) => c.id === 'R4-c')?.summary.zh ?? '?');
  });

  test('a clause served by a standard counts its verdicts as the overview has them, each with its origin', async () => {
    const page = await open('/clauses/R1-b');
    const { campuses } = await served.answer<{ campuses: { verdicts: { standard: string; outcome: string }[] }[] }>('readOverview', '/api/overview?on=2025-10-31');
    const unmet = campuses.flatMap((c) => c.verdicts).filter((v) => v.standard === 'R1-b' && v.outcome === 'unmet').length;
    expect(await page.locator('#R1-b summary').textContent()).toContain(`未达标 ${unmet}`);
    await page.locator('#R1-b summary').click();
    expect(await page.locator('#R1-b .clause-cells li').count()).toBe(campuses.length);
    await page.locator('#R1-b .clause-cells li', { hasText: '衢州第二中专' }).locator('.figure').click();
    await page.waitForSelector('.provenance');
    await expect.poll(() => page.locator('.provenance').textContent()).toContain('÷ 39 人');
  });

  test('a link to a clause opens at it; a clause that is not there is said', async () => {
    const page = await open('/clauses/R5-d');
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('R5-d');
    expect(await page.evaluate("document.getElementById('R5-d').getBoundingClientRect().top")).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate("document.getElementById('R5-d').getBoundingClientRect().bottom <= innerHeight")).toBe(true);
    expect(await (await open('/clauses/R9-z')).locator('.notice').textContent()).toContain('没有 R9-z 这一条');
  });

  test('filters by article, by who is bound, by what serves it, by words; they stay in the address', async () => {
    const page = await open('/clauses');
    await page.getByRole('combobox', { name: '条文' }).selectOption('R1');
    await page.waitForURL(/article=R1/);
    await expect.poll(() => page.locator('.clause').count()).toBe(5);
    await page.getByRole('searchbox', { name: '查找' }).fill('宿舍');
    await expect.poll(() => page.locator('.clause').count()).toBe(1);
    const bound = await open('/clauses?bound=student');
    expect(await bound.locator('.clause').count()).toBe(quzhou2024.clauses.filter((c) => c.binds.includes('student')).length);
    const unserved = await open('/clauses?serving=no');
    expect(await unserved.locator('.clause').count()).toBe(quzhou2024.clauses.filter((c) => c.served_by.length === 0).length);
  });

  test('the head of the document: issuer with its other name, dates, what it carries out, the annex', async () => {
    const page = await open('/clauses');
    await page.locator('.document-head summary').click();
    const head = (await page.locator('.document-head').textContent()) ?? '';
    for (const part of ['又称', '2024年5月29日', '2024年12月26日', '承接的文件', '五统筹', 'R1 至 R6']) expect(head).toContain(part);
  });

  test('a region attaches its own official text and reads it beside; a newer version leaves the older one to be had', async () => {
    const page = await open('/clauses?beside=text');
    expect(await page.locator('.official').textContent()).toContain('还没有附上官方文件');
    const attach = async (name: string, text: string) => {
      await page.locator('.official input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
      await page.getByRole('button', { name: '保存这个文件' }).click();
      await page.getByText(`已附上 ${name}`).waitFor();
    };
    await attach('意见.txt', '第一行\n<b>第二行</b>');
    expect(await page.locator('.official-text').textContent()).toBe('第一行<b>第二行</b>');
    await page.getByText('附上新版本').first().click();
    await attach('意见二.txt', '新的第一行');
    expect(await page.locator('.official-text').textContent()).toBe('新的第一行');
    await page.getByText('以前的版本 1 个').click();
    await page.getByRole('button', { name: '看这个版本 意见.txt' }).click();
    await expect.poll(() => page.locator('.official-text').textContent()).toContain('第二行');
  });

  test('a PDF is drawn beside by the browser itself, under the page policy', async () => {
    const page = await open('/clauses?beside=text');
    const refused: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error') refused.push(message.text()); });
    await page.getByText('附上新版本').first().click();
    await page.locator('.official input[type=file]').setInputFiles({ name: '实施意见.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await page.getByRole('button', { name: '保存这个文件' }).click();
    const frame = page.locator('iframe.official-pdf');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(/^blob:/);
    expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);
  });

  test('on paper: the head of the document, every clause, no controls', async () => {
    const page = await open('/clauses');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.clause-tools').isVisible()).toBe(false);
    expect(await page.locator('.clause').last().isVisible()).toBe(true);
    expect(await page.getByText('承接的文件').isVisible()).toBe(true);
  });

  test('axe finds nothing on all 132 together', async () => {
    expect(await findings(await open('/clauses/R1-b'), false)).toEqual([]);
  }, MANY_NODES_MS);

  describe.each(['', 'mode=elder'])('with "%s"', (query) => {
    test('axe finds nothing', async () => {
      expect(await findings(await open(`/clauses?article=1&${query}`), query !== '')).toEqual([]);
      const page = await open(`/clauses?article=R5&lang=en&beside=text&${query}`);
      await page.locator('.document-head summary').click();
      await page.locator('#R5-d summary').click();
      expect(await findings(page, query !== '')).toEqual([]);
    }, MANY_NODES_MS);
    test('on a phone too, and nothing scrolls sideways', async () => {
      const page = await open(`/clauses?article=R5&beside=text&${query}`, 360);
      await page.locator('#R5-d summary').click();
      expect(await findings(page, query !== '')).toEqual([]);
      await expectNoSidewaysScroll(page);
    }, MANY_NODES_MS);
  });
});
