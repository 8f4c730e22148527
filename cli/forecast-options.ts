import { startYear } from '../core/forecast/ground.ts';
import { RATE_SOURCES, type RateSource } from '../core/forecast/rates.ts';
import type { PlainDate } from '../core/values/plain-date.ts';
import { Refused } from './command.ts';

const MOST_YEARS = 100;

/** The last year to look at: not before the autumn that the day belongs to. */
export function yearFrom(text: string | undefined, on: PlainDate, usage: string): number {
  if (text === undefined) throw new Refused(`用法 / usage: ${usage}`);
  const [start, year] = [startYear(on), Number(text)];
  if (!/^\d{4}$/.test(text)) throw new Refused(`--to: 年份须为四位数字 / a year like ${start + 1}: ${text}`);
  if (year < start) throw new Refused(`--to: 这一年已经过去，最早 ${start} 年 / this year is past, the earliest is ${start}: ${text}`);
  if (year > start + MOST_YEARS) throw new Refused(`--to: 最远 ${start + MOST_YEARS} 年 / at most ${start + MOST_YEARS}: ${text}`);
  return year;
}

/** The last year to decide for: one that has not begun. */
export function yearAfter(text: string | undefined, on: PlainDate, usage: string): number {
  const year = yearFrom(text, on, usage);
  const start = startYear(on);
  if (year === start) throw new Refused(`--to: ${start} 年秋季已经招生，最早可以规划 ${start + 1} 年 / the autumn of ${start} has begun, the earliest to decide for is ${start + 1}: ${text ?? ''}`);
  return year;
}

export function sourceOf(text: string | undefined): RateSource {
  const source = RATE_SOURCES.find((one) => one === (text ?? 'pack'));
  if (source === undefined) throw new Refused('--rates: pack | history');
  return source;
}
