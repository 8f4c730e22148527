import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { MADE_PDF } from '../../workbook/made-attachments.ts';
import { onDatabase } from '../databases.ts';
import { expectUsable, MANY_NODES_MS } from './findings.ts';
import { settled, site } from './site.ts';

const LOOKS: readonly (readonly [looks: string, high: boolean | null, width: number])[] = [['', false, 1360], ['mode=elder', true, 1360], ['lang=en', null, 360]];
const TABLE = '1\tA1\t思想政治\t思政课\t2\t36\t0\t学校\t\n1\tA2\t机械制图\t专业核心课\t4\t32\t32\t学校\t\n7\tB1\tPLC应用\t专业核心课\t4.5\t24\t48\t学院\t电工三级';

/** What a spreadsheet put on the clipboard, into whatever has the focus. */
const pasteInto = (page: Page, text: string) => page.evaluate(`{
  const data = new DataTransfer();
  data.setData('text/plain', ${JSON.stringify(text)});
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}`);

onDatabase('embedded', 'training schemes in a browser', (database) => {
  const { openAs, faults } = site(database);
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  async function take(page: Page, act: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void> = async () => {}): Promise<void> {
    await button(page, act).click();
    const dialog = page.getByRole('dialog');
    await fill(dialog);
    await dialog.getByRole('button', { name: act, exact: true }).click();
    await page.waitForSelector('.notice-done');
    await settled(page);
  }

  test('M9-a, M9-b: drafted by academic affairs from a spreadsheet, agreed to by school and firm, decided by the committee', async () => {
    const academic = await openAs('college_academic', '/schemes');
    await button(academic, '拟定方案').click();
    await academic.selectOption('#scheme-programme', 'P12');
    await academic.fill('#scheme-year', '2026');
    await academic.getByRole('dialog').getByRole('button', { name: '拟定方案', exact: true }).click();
    await academic.waitForSelector('.scheme');
    const path = new URL(academic.url()).pathname;
    await button(academic, '修订方案').click();
    await button(academic, '增加一行').click();
    await academic.locator('.data-table [role=gridcell]').first().click();
    await pasteInto(academic, TABLE);
    await academic.fill('#scheme-required', '10.5');
    await button(academic, '保存为新修订').click();
    await academic.waitForSelector('.notice-done');
    await settled(academic);
    expect(await academic.textContent('.scheme-courses tbody')).toContain('PLC应用');
    await academic.locator('.scheme-totals .figure').nth(3).click();
    await expect.poll(() => academic.textContent('.provenance')).toContain('实践 80 学时 ÷ 总 172 学时');

    const head = await openAs('school_head', path);
    await take(head, '学校同意');
    const firm = await openAs('enterprise', '/mine');
    await firm.getByRole('link', { name: '培养方案', exact: true }).click();
    await firm.waitForSelector('.ledger');
    expect(await firm.locator('.ledger tbody tr').count()).toBe(3);
    await firm.goto(`${path}?on=2025-10-31`);
    await firm.waitForSelector('.scheme');
    await settled(firm);
    await take(firm, '企业同意');
    await academic.goto(`${path}?on=2025-10-31`);
    await academic.waitForSelector('.scheme');
    await settled(academic);
    await take(academic, '提请审定');
    const leader = await openAs('college_leadership', path);
    await take(leader, '审定通过', async (dialog) => {
      for (const [label, value] of [['应到人数', '9'], ['实到人数', '8'], ['同意', '7'], ['反对', '0'], ['弃权', '1']] as const) await dialog.getByLabel(label, { exact: true }).fill(value);
      await dialog.locator('#step-number').fill('教委〔2025〕11号');
      await dialog.locator('#step-on').fill('2025-10-31');
      await dialog.locator('#step-attendees').fill('甲、乙、丙');
      await dialog.locator('input[type=file]').setInputFiles({ name: '纪要.pdf', mimeType: 'application/pdf', buffer: Buffer.from(MADE_PDF) });
    });
    expect(await leader.textContent('.scheme .matter-state')).toContain('已审定');
    expect(await leader.textContent('section[aria-labelledby=scheme-decision]')).toContain('教委〔2025〕11号');
    expect(faults()).toEqual([]);
  }, 60_000);

  test('two versions are compared line by line, and every look can be used', async () => {
    for (const [looks, high, width] of LOOKS) {
      const page = await openAs('college_academic', `/schemes${looks === '' ? '' : `?${looks}`}`, width);
      await page.waitForSelector('.ledger');
      await expectUsable(page, high);
      await page.getByRole('link', { name: '机电一体化', exact: true }).first().click();
      await page.waitForSelector('#scheme-compare');
      await settled(page);
      await page.locator('section[aria-labelledby=scheme-compare] select').selectOption({ index: 1 });
      await page.waitForSelector('section[aria-labelledby=scheme-compare] tbody tr');
      expect(await page.locator('section[aria-labelledby=scheme-compare] tbody tr').count()).toBe(4);
      expect(await page.textContent('section[aria-labelledby=scheme-compare]')).toContain('→ 56');
      await expectUsable(page, high);
      await page.close();
    }
    expect(faults()).toEqual([]);
  }, MANY_NODES_MS);
});
