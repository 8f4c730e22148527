import { expect, test } from 'vitest';
import { BROWSER_FLAGS, findBrowser, launchBrowser } from './browser.ts';

test('a browser opens a page with Chinese text', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><title>贯通</title><h1>校区达标</h1>');
    expect(await page.title()).toBe('贯通');
    expect(await page.getByRole('heading').textContent()).toBe('校区达标');
  } finally {
    await browser.close();
  }
});

test('a wrong CHROMIUM_PATH is named, not passed over', async () => {
  const before = process.env['CHROMIUM_PATH'];
  process.env['CHROMIUM_PATH'] = '/nonexistent/chromium';
  try {
    await expect(findBrowser()).rejects.toThrow('/nonexistent/chromium');
  } finally {
    if (before === undefined) delete process.env['CHROMIUM_PATH'];
    else process.env['CHROMIUM_PATH'] = before;
  }
});

test('the browser needs no sandbox and no network of its own', () => {
  expect(BROWSER_FLAGS).toContain('--no-sandbox');
  expect(BROWSER_FLAGS).toContain('--disable-background-networking');
});
