import { expect, test } from 'vitest';
import { date } from '../../../core/values/plain-date.ts';
import { layTimeline } from './timeline.ts';

const today = date('2026-11-24');

test('a span stands where its days are between the first and the last year', () => {
  const { bars, years } = layTimeline([{ from: date('2025-01-01'), to: date('2025-12-31') }, { from: date('2026-01-01'), to: null }], today);
  expect(bars).toEqual([{ at: 0, width: 50 }, { at: 50, width: 50 }]);
  expect(years).toEqual([{ year: 2025, at: 0 }, { year: 2026, at: 50 }]);
});

test('the last day counts: a day in a year of 365 is its share, and one in ten years is seen still', () => {
  const [day] = layTimeline([{ from: date('2026-03-01'), to: date('2026-03-03') }], today).bars;
  expect(day?.width).toBeCloseTo((3 / 365) * 100, 10);
  expect(layTimeline([{ from: date('2026-03-01'), to: date('2026-03-01') }, { from: date('2017-01-01'), to: null }], today).bars[0]?.width).toBe(0.6);
});

test('years to come are on the axis, and of many years some are written', () => {
  expect(layTimeline([{ from: date('2028-09-01'), to: null }], today).years.map(({ year }) => year)).toEqual([2026, 2027, 2028]);
  expect(layTimeline([{ from: date('2009-09-01'), to: null }], today).years.map(({ year }) => year)).toEqual([2009, 2012, 2015, 2018, 2021, 2024]);
});

test('without any span the axis is this year', () => {
  expect(layTimeline([], today)).toEqual({ years: [{ year: 2026, at: 0 }], today: (327 / 365) * 100, bars: [] });
});
