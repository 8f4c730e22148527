import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AllocationJson } from '../../core/allocation/allocation-json.ts';
import { writeProvince } from '../../samples/province.ts';
import { writePlanning } from '../../samples/province/planning.ts';
import { guantong, pathFor, started, type Answered } from './run.ts';

const CAMPUSES = 40;
/** As many come each year as a campus has students, five times two programmes at a tenth. */
const INTAKE = 8000;
const AIMED = 0.01;
let folder = '';

beforeAll(() => {
  folder = pathFor('province');
  mkdirSync(folder);
  writeProvince(folder, { campuses: CAMPUSES, students: CAMPUSES * 1000, staff: CAMPUSES * 75 });
  writePlanning(folder, CAMPUSES);
});

const asked = (target: number, ...more: string[]): string[] => ['allocate', folder, '--json', '--as-of', '2025-10-31', '--to', '2028', '--target', String(target), ...more];
const jsonIn = ({ stdout }: Answered): AllocationJson => JSON.parse(stdout) as AllocationJson;

describe('a region of many campuses is solved in parts', () => {
  test('with a plan, a bound close to it, and progress beside the answer; asked again it is the same', async () => {
    const [first, again] = [await guantong(...asked(INTAKE + 500)), await guantong(...asked(INTAKE + 500))];
    const json = jsonIn(first);
    expect([json.status, json.proof.proven]).toEqual(['feasible', false]);
    const [cost, bound] = [Number(json.proof.cost_yuan), Number(json.proof.bound_yuan)];
    expect(bound).toBeLessThanOrEqual(cost);
    expect((cost - bound) / cost).toBeLessThan(AIMED);
    expect(json.region.find(({ year }) => year === 2028)?.intake).toBeGreaterThanOrEqual(INTAKE + 500);
    expect(first.stderr).toMatch(/Ctrl\+C[\s\S]*第 2 轮/);
    expect(again.stdout).toBe(first.stdout);
  }, 240_000);

  test('out of reach: demands over all places that conflict, and the nearest intake', async () => {
    const found = await guantong(...asked(INTAKE + 5000));
    const json = jsonIn(found);
    expect([json.status, found.status, json.proof.proven]).toEqual(['impossible', 1, true]);
    // At most so many classes a year as the office allows.
    expect(json.conflict.map(({ name }) => name).sort()).toEqual(['max_classes', 'target']);
    expect(json.nearest_target).toBe(INTAKE + CAMPUSES * 0.6 * 45);
  }, 300_000);

  test('who interrupts is answered all the same, with the best so far', async () => {
    const running = started(...asked(INTAKE + 500));
    await running.says(/Ctrl\+C/);
    running.interrupt();
    const answered = await running.ended;
    expect(['feasible', 'unanswered']).toContain(jsonIn(answered).status);
    expect([0, 1]).toContain(answered.status);
  }, 240_000);
});
