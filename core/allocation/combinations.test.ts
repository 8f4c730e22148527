import { describe, expect, test } from 'vitest';
import type { Row } from '../exchange/sheets.ts';
import { exact } from '../values/exact.ts';
import { combinations } from './combinations.ts';

const option = (option_id: string, unit: number, cost: number, yearly: number | null = null, max: number | null = null): Row<'options'> => ({
  row: 0, option_id, campus_id: null, kind: 'class', unit: exact(unit), cost_yuan: exact(cost), yearly_yuan: yearly === null ? null : exact(yearly), max, from_year: 2026,
});
const told = (options: readonly Row<'options'>[], missing: number) => combinations(options, missing).map(({ classes }) => [...classes].map(([id, count]) => `${count}${id}`).join('+')).sort();

describe('ways to add classes', () => {
  test('of two options alike but for their cost the cheaper one is enough, as many classes as are missing', () => {
    expect(told([option('A', 45, 100), option('B', 45, 101)], 91)).toEqual(['1A', '2A', '3A']);
  });

  test('of which one is dearer at once and the other yearly both stay: a budget of one year may tell them apart', () => {
    expect(told([option('A', 45, 100, 10), option('B', 45, 90, 11)], 45)).toEqual(['1A', '1B']);
  });

  test('the cheaper one of which there are only so many leaves the other as well', () => {
    expect(told([option('A', 45, 100, null, 1), option('B', 45, 101)], 90)).toEqual(['1A', '1A+1B', '1B', '2B']);
  });

  test('fewer students a class for less money stay: the limit of a year counts classes', () => {
    expect(told([option('A', 30, 10), option('B', 60, 25)], 60)).toEqual(['1A', '1A+1B', '1B', '2A']);
  });

  test('two options without a most grow with what is missing, not with its square', () => {
    const ways = combinations([option('A', 40, 100), option('B', 50, 120)], 10_000);
    expect(ways.length).toBeLessThan(1_100);
    // Every number of students that can be made is still made.
    expect(new Set(ways.map(({ students }) => students)).size).toBe(ways.length);
  });

  // Whatever an office allows, the cheapest way to so many students is among those that are left: held against all ways.
  test.each(Array.from({ length: 200 }, (_, seed) => [seed]))('the least cost is the same with and without those that are left out, under any limits: %i', (seed) => {
    const random = dice(seed);
    const unit = () => 10 * (1 + random(4));
    const options = Array.from({ length: 2 + random(2) }, (_, at) => option(`${at}`, unit(), random(40), random(2) === 0 ? null : random(20), random(3) === 0 ? 1 + random(3) : null));
    const missing = 10 + random(120);
    const [classes, once, yearly] = [1 + random(6), 20 + random(120), 10 + random(60)];
    const left = options.map(({ max }) => (max === null ? Infinity : random(max + 1)));
    const cheapest = (ways: readonly (readonly number[])[]): Map<number, number> => {
      const found = new Map<number, number>();
      for (const counts of ways) {
        const sum = (of: (one: Row<'options'>) => number): number => counts.reduce((all, count, at) => all + count * (options[at] === undefined ? 0 : of(options[at])), 0);
        const [atOnce, eachYear, students] = [sum(({ cost_yuan }) => Number(cost_yuan.n)), sum(({ yearly_yuan }) => Number(yearly_yuan?.n ?? 0n)), sum((one) => Number(one.unit.n))];
        if (sum(() => 1) > classes || atOnce > once || eachYear > yearly || counts.some((count, at) => count > (left[at] ?? 0))) continue;
        found.set(students, Math.min(found.get(students) ?? Infinity, atOnce + YEARS * eachYear));
      }
      return found;
    };
    const kept = combinations(options, missing).map(({ classes: taken }) => options.map(({ option_id }) => taken.get(option_id) ?? 0));
    const sorted = (costs: ReadonlyMap<number, number>) => [...costs].filter(([students]) => students > 0).sort(([a], [b]) => a - b);
    expect(sorted(cheapest(kept))).toEqual(sorted(cheapest(everyWay(options, missing))));
  });
});

const YEARS = 5;

function everyWay(options: readonly Row<'options'>[], missing: number): number[][] {
  let found: { readonly counts: number[]; readonly students: number }[] = [{ counts: [], students: 0 }];
  for (const { unit, max } of options) {
    found = found.flatMap(({ counts, students }) => Array.from({ length: Math.min(max ?? Infinity, Math.ceil(Math.max(0, missing - students) / Number(unit.n))) + 1 }, (_, count) => ({ counts: [...counts, count], students: students + count * Number(unit.n) })));
  }
  return found.map(({ counts }) => counts);
}

/** Whole numbers below a bound, the same for a seed. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
