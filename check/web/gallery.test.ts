import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { findings } from './findings.ts';
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

const MODES = [
  ['normal', ''], ['elder', 'mode=elder'], ['high contrast', 'contrast=high'],
] as const;

describe.each(['zh', 'en'])('in %s', (language) => {
  test.each(MODES)('axe finds nothing on the gallery, %s', async (name, query) => {
    const page = await gallery.open('/gallery', `lang=${language}&${query}`);
    expect(await findings(page, name !== 'normal')).toEqual([]);
  });

});

test.each(MODES)('axe finds nothing on a phone, %s', async (name, query) => {
  const page = await gallery.open('/gallery', query, 360);
  expect(await findings(page, name !== 'normal')).toEqual([]);
});

test('axe finds nothing with the panel, the dialog, the menu or the date open', async () => {
  const panel = await gallery.open('/gallery', 'only=Figure');
  await panel.click('.figure');
  expect(await findings(panel, false)).toEqual([]);
  const over = await gallery.open('/gallery', 'only=Figure&mode=elder', 360);
  await over.click('.figure');
  expect(await findings(over, true)).toEqual([]);
  const dialog = await gallery.open('/gallery', 'only=Dialog');
  await dialog.click('.gallery-item .button');
  expect(await findings(dialog, false)).toEqual([]);
  const menu = await gallery.open('/', '', 360);
  await menu.click('.phone-menu-button');
  expect(await findings(menu, false)).toEqual([]);
  const date = await gallery.open('/', '');
  await date.click('.as-of-date');
  await date.waitForSelector('.as-of-form');
  expect(await findings(date, false)).toEqual([]);
});

test.each(['', 'mode=elder', 'lang=en&size=large'])('nothing needs sideways scrolling, from 320 px up, with "%s"', async (query) => {
  for (const path of ['/gallery', '/', '/data']) {
    const page = await gallery.open(path, query);
    for (const width of [320, 360, 768, 1024, 1360]) {
      await page.setViewportSize({ width, height: 860 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${path}?${query} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.close();
  }
});
