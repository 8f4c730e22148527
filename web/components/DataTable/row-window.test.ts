import { expect, test } from 'vitest';
import { rowWindow, scrollTo } from './row-window.ts';

test('a short table is drawn as it is', () => {
  const view = rowWindow(0, 400, 5, 40);
  expect([view.first, view.end, view.height_px]).toEqual([0, 5, 200]);
  expect(view.top_px(3)).toBe(120);
});

test('half a million rows reach their last row although no browser draws so high', () => {
  const view_px = 400;
  const count = 500_000;
  const height = rowWindow(0, view_px, count, 56).height_px;
  const bottom = rowWindow(height - view_px, view_px, count, 56);
  expect(bottom.end).toBe(count);
  expect(Math.round(bottom.top_px(count - 1) + 56)).toBe(height);
});

test('only what is near the view is drawn', () => {
  const middle = rowWindow(7_000_000, 400, 500_000, 36);
  expect(middle.end - middle.first).toBeLessThan(40);
});

test('a row half hidden is brought into view, a row shown stays', () => {
  expect(scrollTo(0, 0, 400, 100, 40)).toBeNull();
  expect(scrollTo(9, 0, 400, 100, 40)).toBeNull();
  expect(scrollTo(10, 0, 400, 100, 40)).toBe(40);
  expect(scrollTo(0, 120, 400, 100, 40)).toBe(0);
});
