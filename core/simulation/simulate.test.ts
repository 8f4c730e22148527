import { describe, expect, test } from 'vitest';
import { readTyped, type TypedSheets } from '../check/made-dataset.ts';
import { forecastFrom } from '../forecast/forecast.ts';
import { groundOf } from '../forecast/ground.ts';
import { onTheLine, pupils } from '../forecast/made-future.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { leaving, streamOf } from './random.ts';
import { fromInputs, inputsOf, type SimulationInputs } from './inputs.ts';
import { simulate, toSimulate, type Simulation } from './simulate.ts';

const RUNS = 4000;

function simulated(sheets: TypedSheets, seed = 7, runs = RUNS): Simulation {
  const { dataset } = readTyped(sheets);
  const ground = groundOf(dataset, quzhou2024, date('2025-10-31'), 2031);
  return simulate(toSimulate(ground, forecastFrom(ground, 'pack'), { pack: quzhou2024, source: 'pack', seed, runs }));
}

const cohort = onTheLine({ students: pupils(300, 'P', 3), intakes: [{ year: 2025, school_id: 'S', programme_id: 'P', registered: 200 }] });

describe('who leaves', () => {
  test.each([[45, 0.03], [45, 0.0882], [300, 0.03], [5, 0.5]])('of %i with a chance of %f is as many as the binomial says, on the mean and in how it varies', (heads, chance) => {
    const stream = streamOf(99);
    const draws = Array.from({ length: 40_000 }, () => leaving(heads, chance, stream.next()));
    const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
    const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean - heads * chance)).toBeLessThan(4 * Math.sqrt(heads * chance / draws.length));
    expect(Math.abs(variance / (heads * chance * (1 - chance)) - 1)).toBeLessThan(0.05);
  });

  test('is nobody with no chance, everybody with certainty, and never more than there are', () => {
    expect([leaving(0, 0.5, 0.9), leaving(10, 0, 0.9), leaving(10, 1, 0.1), leaving(10, 0.5, 0.999_999_999)]).toEqual([0, 0, 10, 10]);
  });
});

test('what runs need can be sent as text, and comes to the same where it is run', () => {
  const { dataset } = readTyped(cohort);
  const ground = groundOf(dataset, quzhou2024, date('2025-10-31'), 2031);
  const given = toSimulate(ground, forecastFrom(ground, 'history'), { pack: quzhou2024, source: 'history', seed: 7, runs: 500 });
  const sent = JSON.parse(JSON.stringify(inputsOf(given))) as SimulationInputs;
  expect(simulate(fromInputs(sent))).toEqual(simulate(given));
  const [first, ...others] = fromInputs({ ...sent, programmes: [...sent.programmes, ...sent.programmes] }).programmes;
  expect(others.length).toBeGreaterThan(0);
  expect(others.every(({ rates }) => rates === first?.rates)).toBe(true);
});

test('the same seed makes the same bands, another seed others', () => {
  expect(simulated(cohort)).toEqual(simulated(cohort));
  expect(simulated(cohort, 8).region[3]?.higher.mean).not.toBe(simulated(cohort).region[3]?.higher.mean);
});

test('the mean is within its own error of the path without chance: 300 × 0.97 × 0.94, then × 0.97', () => {
  const { campuses, region } = simulated(cohort);
  const expected = [300 * 0.97 * 0.94, 300 * 0.97 * 0.94 * 0.97, 0];
  expected.forEach((heads, at) => {
    const band = campuses[at]?.students;
    if (band === undefined) throw new Error('no band');
    expect(Math.abs(band.mean - heads)).toBeLessThanOrEqual(4 * band.error);
  });
  const graduates = region[2]?.graduates;
  expect(Math.abs((graduates?.mean ?? 0) - 300 * 0.97 ** 3 * 0.94 * 0.92)).toBeLessThanOrEqual(4 * (graduates?.error ?? 0));
});

test('bands lie in their order and hold the shares that they say', () => {
  const [band] = simulated(cohort).campuses.map(({ students }) => students);
  const { p05 = 0, p25 = 0, p50 = 0, p75 = 0, p95 = 0 } = band ?? {};
  expect([...[p95, p05, p50, p75, p25]].sort((a, b) => a - b)).toEqual([p05, p25, p50, p75, p95]);
  expect(p95).toBeGreaterThan(p05);
});

test('says how likely it is that a campus has more students than it can hold', () => {
  // It holds 268; of 294 in grade 3 about that many come, of 320 nearly always more, of 200 never.
  const over = (count: number) => simulated({ ...cohort, students: pupils(count, 'P', 3) }).campuses[0]?.over_capacity ?? null;
  const [fair, many, few] = [over(294), over(320), over(200)];
  expect(fair).toBeGreaterThan(0.3);
  expect(fair).toBeLessThan(0.7);
  expect([many !== null && many > 0.98, few]).toEqual([true, 0]);
});

test('where heads are not known there is no band', () => {
  expect(simulated(onTheLine({ students: [], headcounts: [{ campus_id: 'C', on: '2025-10-01', higher_students: 200 }] })).campuses).toEqual([]);
});
