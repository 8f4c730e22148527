import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { serveGallery } from './gallery.ts';
import type { Gallery } from './gallery.ts';

let browser: Browser;
let gallery: Gallery;

beforeAll(async () => {
  browser = await launchBrowser();
  gallery = await serveGallery(browser);
});
afterAll(async () => {
  await gallery?.close();
  await browser?.close();
});

const WRITABLE = '[role=grid][aria-label="房间登记"]';
const at = (page: Page) => page.evaluate('document.activeElement.getAttribute("data-at")');
const cell = (page: Page, grid: string, row: number, column: number) =>
  page.textContent(`${grid} [role=row][aria-rowindex="${row + 2}"] [role=gridcell]:nth-child(${column + 1})`);

/** As if a spreadsheet's cells were on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
}

test('half a million rows open, reach their last row by one key, and draw only what is seen', async () => {
  const page = await gallery.open('/gallery', 'only=DataTable&rows=500000');
  const grid = '[role=grid][aria-label="全部房间"]';
  await page.focus(`${grid} [data-at="0,0"]`);
  await page.keyboard.press('Control+End');
  expect(await at(page)).toBe('499999,5');
  expect(await cell(page, grid, 499_999, 0)).toBe('R500000');
  expect(await page.locator(`${grid} .table-body [role=row]`).count()).toBeLessThan(60);
  await page.keyboard.press('PageUp');
  expect(await at(page)).not.toBe('499999,5');
});

test('typing writes, Enter goes on, Escape leaves the cell as it was', async () => {
  const page = await gallery.open('/gallery', 'only=DataTable');
  await page.focus(`${WRITABLE} [data-at="0,0"]`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('南楼');
  await page.keyboard.press('Enter');
  expect(await at(page)).toBe('1,1');
  expect(await cell(page, WRITABLE, 0, 1)).toBe('南楼');
  await page.keyboard.type('不要');
  await page.keyboard.press('Escape');
  expect(await cell(page, WRITABLE, 1, 1)).toBe('2 号楼 101');
});

test('a cell that cannot be so says what is wrong', async () => {
  const page = await gallery.open('/gallery', 'only=DataTable');
  await page.focus(`${WRITABLE} [data-at="0,0"]`);
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('很大');
  await page.keyboard.press('Enter');
  expect(await page.getAttribute(`${WRITABLE} [aria-invalid]`, 'title')).toBe('需改正：面积不是数字');
});

test('cells of a spreadsheet are pasted over the table, and below it as new rows', async () => {
  const page = await gallery.open('/gallery', 'only=DataTable');
  await page.focus(`${WRITABLE} [data-at="0,0"]`);
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('ArrowRight');
  await paste(page, '甲楼\t行政\r\n乙楼\t实训\r\n');
  expect(await cell(page, WRITABLE, 5, 1)).toBe('甲楼');
  expect(await cell(page, WRITABLE, 6, 2)).toBe('实训');
  expect(await page.textContent('.data-table-said:has-text("粘贴")')).toBe('已粘贴 4 格');
});

test('the head sorts by keyboard and says so', async () => {
  const page = await gallery.open('/gallery', 'only=DataTable');
  await page.focus(`${WRITABLE} [data-at="0,0"]`);
  await page.keyboard.press('ArrowUp');
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.getAttribute(`${WRITABLE} [aria-sort]:not([aria-sort=none])`, 'aria-sort')).toBe('descending');
  expect(await cell(page, WRITABLE, 0, 3)).toBe('245.65');
});
