import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Looking at every element of the longest pages takes its time, more so where other tests run beside. */
export const MANY_NODES_MS = 240_000;

/** What axe finds, short enough to read in a failed test. In the high modes contrast is asked at 7 : 1. */
export async function findings(page: Page, high: boolean): Promise<string[]> {
  // Our pages have no frame of another origin, and only what is wrong is read: looked at otherwise, a page takes four times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags([...STANDARD, ...(high ? ['wcag2aaa'] : [])]);
  const { violations } = await axe.options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, ...(high && { 'color-contrast-enhanced': { enabled: true } }) } }).analyze();
  return violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));
}

/**
 * Everybody can use a page in one of its looks: axe finds nothing, and nothing needs sideways scrolling. Another language
 * has the same elements and longer words: of it (null) only the second is asked.
 */
export async function expectUsable(page: Page, high: boolean | null, where = page.url()): Promise<void> {
  if (high !== null) expect(await findings(page, high), where).toEqual([]);
  await expectNoSidewaysScroll(page);
}

/** Nothing needs sideways scrolling, from the narrowest phone to a desk. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [320, 360, 768, 1024, 1360]) {
    await page.setViewportSize({ width, height: 860 });
    // What asks for the width itself hears of it with the next frame, and what is clicked next stands where the last width put it.
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    expect(await sidewaysOverflow(page), `${page.url()} at ${width}`).toBe(0);
  }
}

/** How many pixels a page is wider than its window. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');
}
