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

const focused = (page: Page) => page.evaluate('(document.activeElement.getAttribute("data-at") ?? document.activeElement.id) || document.activeElement.textContent') as Promise<string>;
async function chosen(page: Page, ...names: string[]): Promise<(string | null)[]> {
  const query = new URLSearchParams((await page.evaluate('location.search')) as string);
  return names.map((name) => query.get(name));
}

test('the first Tab offers to skip to the content', async () => {
  const page = await gallery.open('/');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('跳到正文');
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('main');
});

test('going to another page moves the focus to its heading and names the document', async () => {
  const page = await gallery.open('/');
  expect(await page.title()).toBe('总览 · 衢州市 · 贯通');
  await page.click('.rail >> text=校区达标');
  await page.waitForFunction('document.activeElement.tagName === "H1"');
  expect(await focused(page)).toBe('校区达标');
  expect(await page.title()).toBe('校区达标 · 衢州市 · 贯通');
  expect(await page.getAttribute('.rail [aria-current]', 'href')).toBe('/campuses?on=2025-10-31');
});

test('language, size and mode live in the address, are remembered, and go along to other pages', async () => {
  const page = await gallery.open('/');
  await page.click('.head >> text=适老版');
  await page.click('.head >> text=English');
  expect(await chosen(page, 'mode', 'lang')).toEqual(['elder', 'en']);
  expect(await page.evaluate('[document.documentElement.lang, getComputedStyle(document.documentElement).fontSize]')).toEqual(['en', '20px']);
  await page.click('.rail >> text=Clauses');
  expect(await chosen(page, 'mode', 'lang')).toEqual(['elder', 'en']);
  await page.goto(new URL('/', page.url()).href);
  await page.waitForSelector('h1 >> text=Overview');
  expect(await chosen(page, 'mode', 'on')).toEqual(['elder', '2025-10-31']);
  await page.click('.head >> text=Large print');
  expect(await chosen(page, 'mode')).toEqual([null]);
});

test('the date changes the address, and "back" undoes it', async () => {
  const page = await gallery.open('/');
  await page.click('.as-of-date');
  await page.fill('.as-of-form input.field-date', '2025年4月30日');
  await page.keyboard.press('Enter');
  expect(await chosen(page, 'on')).toEqual(['2025-04-30']);
  expect(await page.textContent('.as-of-date')).toBe('2025年4月30日');
  expect(await page.isVisible('.as-of .tag-frozen')).toBe(true);
  await page.goBack();
  await page.waitForSelector('.as-of-date >> text=10月');
  expect(await chosen(page, 'on')).toEqual(['2025-10-31']);
});

test('a figure opens its origin by keyboard; Escape closes it and gives the focus back', async () => {
  const page = await gallery.open('/gallery', 'only=Figure');
  const figure = page.locator('.figure', { hasText: '14.9962' });
  await figure.focus();
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('provenance-title');
  expect(await page.textContent('.provenance-formula')).toContain('4,019.00 平方米 ÷ 268 人 = 14.9962');
  await page.keyboard.press('Escape');
  await page.waitForFunction('document.activeElement.className.includes("figure")');
  expect(await page.isVisible('.provenance-panel')).toBe(false);
});

test('arrow keys move through the matrix, Enter opens a cell', async () => {
  const page = await gallery.open('/gallery', 'only=Matrix');
  await page.focus('[data-at="0,0"]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  expect(await focused(page)).toBe('1,16');
  await page.keyboard.press('Enter');
  expect(await page.textContent('#provenance-title')).toBe('由来：班主任');
});
