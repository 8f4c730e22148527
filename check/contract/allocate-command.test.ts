import { readFileSync } from 'node:fs';
import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import type { AllocationJson } from '../../core/allocation/allocation-json.ts';
import type { CheckJson } from '../../core/check/check-json.ts';
import { DAY, filesOf, wholeRegion, type Region } from './campus.ts';
import { folderOf, guantong, pathFor } from './run.ts';

const CLASS = { option_id: 'K', campus_id: '', kind: 'class', unit: 45, cost_yuan: 60_000, yearly_yuan: 20_000, max: 4, from_year: 2026 };
/** What the campus on the line needs for another class, and no one follows those who are there. */
const region = (given: Region = {}): Region => ({
  ...wholeRegion(),
  intakes: [{ year: 2024, school_id: 'S1', programme_id: 'P1', registered: 450 }, ...[2025, 2026, 2027].map((year) => ({ year, school_id: 'S1', programme_id: 'P1', registered: 0 }))],
  students: (wholeRegion()['students'] ?? []).slice(0, 90),
  options: [CLASS],
  ...given,
});

async function allocated(given: Region, ...args: string[]): Promise<{ json: AllocationJson; status: number | null }> {
  const { stdout, status } = await guantong('allocate', folderOf(filesOf(given)), '--json', '--to', '2026', '--as-of', DAY, ...args);
  return { json: JSON.parse(stdout) as AllocationJson, status };
}

test('one class more: the plan, what it costs by kind and year, that nothing is cheaper, and the forecast with it', async () => {
  const { json, status } = await allocated(region(), '--target', '45');
  expect(json).toMatchObject({ to: 2026, target: 45, judged_to: 2030, status: 'optimal', proof: { proven: true, cost_yuan: '160000.00', bound_yuan: '160000.00' }, conflict: [], nearest_target: null });
  expect(json.plan).toEqual([{ year: 2026, option_id: 'K', kind: 'class', campus_id: 'C1', programme_id: 'P1', division_code: null, count: 1, brings: '45', once_yuan: '60000.00', yearly_yuan: '20000.00' }]);
  expect(json.costs.map(({ year, total_yuan }) => [year, total_yuan])).toEqual([[2026, '80000.00'], ...[2027, 2028, 2029, 2030].map((year) => [year, '20000.00'])]);
  expect(json.binding).toEqual([{ demand: 'asked', name: 'target', part: null, clause: null, campus_id: null, school_id: null, saves_yuan: '160000.00' }]);
  expect(json.region.map(({ year, intake }) => [year, intake])).toEqual([[2025, 0], [2026, 45], [2027, 0], [2028, 0], [2029, 0], [2030, 0]]);
  // The school's own totals were not reported: notices, which are shown and not counted.
  expect([status, json.open.every(({ notice }) => notice)]).toEqual([0, true]);
});

test('the verdicts of the plan are those of the same rows in the workbook', async () => {
  const { json } = await allocated(region(), '--target', '45');
  const typed = region({ intakes: [{ year: 2024, school_id: 'S1', programme_id: 'P1', registered: 450 }, { year: 2025, school_id: 'S1', programme_id: 'P1', registered: 0 }, { year: 2026, school_id: 'S1', programme_id: 'P1', registered: 45 }, { year: 2027, school_id: 'S1', programme_id: 'P1', registered: 0 }] });
  const { stdout } = await guantong('forecast', folderOf(filesOf(typed)), '--json', '--to', '2030', '--as-of', DAY);
  const outcomes = (rows: readonly { readonly verdicts: CheckJson['campuses'][number]['verdicts'] }[]) => rows.map(({ verdicts }) => verdicts.map(({ standard, outcome }) => `${standard} ${outcome}`));
  expect(outcomes(json.rows)).toEqual(outcomes((JSON.parse(stdout) as AllocationJson).rows));
});

test('out of reach: demands that cannot all be kept, each of them needed for that, and the nearest intake', async () => {
  const { json, status } = await allocated(region({ limits: [{ year: 2026, budget_yuan: '170000', max_classes: '' }] }), '--target', '100');
  expect([json.status, status, json.plan, json.nearest_target]).toEqual(['impossible', 1, [], 90]);
  expect(json.conflict.map(({ name }) => name)).toEqual(['target', 'budget_yuan']);
  expect((await allocated(region({ limits: [{ year: 2026, budget_yuan: '240000', max_classes: '' }] }), '--target', '100')).json.status).toBe('optimal');
  expect((await allocated(region({ limits: [{ year: 2026, budget_yuan: '239999', max_classes: '' }] }), '--target', '100')).json.status).toBe('impossible');
});

test('what no option settles is told beside the plan, and ends with 1', async () => {
  const staff = wholeRegion()['staff'] ?? [];
  const { json, status } = await allocated(region({ staff: staff.map((row) => (row['person_id'] === 'T14' ? { ...row, qualified: 'no' } : row)) }), '--target', '45');
  expect([json.status, status]).toEqual(['optimal', 1]);
  expect(json.open.filter(({ notice }) => !notice)).toEqual([
    { standard: 'R5-c', part: null, clause: 'R5-c', notice: false, campus_id: 'C1', school_id: null, outcome: 'unmet', missing: [], years: [2026, 2027, 2028, 2029, 2030] },
  ]);
});

test('the model can be written out for any other optimiser: read from its text, it comes to the same', async () => {
  const file = pathFor('model.lp');
  const { json } = await allocated(region(), '--target', '45', '-o', file);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^Minimize\n cost: [\s\S]*^Subject To\n[\s\S]*^General\n[\s\S]*^End\n$/m);
  // The library reads the text by itself; the program hands it numbers.
  const { Status, ObjectiveValue } = (await loadHighs()).solve(text);
  expect([Status, ObjectiveValue.toFixed(2)]).toEqual(['Optimal', json.proof?.cost_yuan]);
});

describe('wrong input is named and ends with 2', () => {
  test.each([
    ['a target below zero', ['--target', '-1'], /below zero/], ['a target that is no whole number', ['--target', '4.5'], /whole number/], ['a year in the past', ['--to', '2024'], /past/],
    ['a year that has begun', ['--to', '2025'], /2026/], ['no year', ['--to', 'soon'], /year/], ['more than anybody could take', ['--target', '99999999999'], /at most/], ['no time', ['--seconds', '0'], /at least 1/],
  ])('%s', async (_, args, named) => {
    const { status, stdout, stderr } = await guantong('allocate', folderOf(filesOf(region())), '--json', '--to', '2026', '--as-of', DAY, ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(named);
  });

  test('a region without anything', async () => {
    const { status, stderr } = await guantong('allocate', folderOf(filesOf({ region: wholeRegion()['region'] ?? [] })), '--to', '2026', '--as-of', DAY);
    expect([status, stderr.includes('校区')]).toEqual([2, true]);
  });

  test('bounds that contradict the target, or are below zero', async () => {
    const none = await allocated(region({ limits: [{ year: 2026, budget_yuan: '', max_classes: 0 }] }), '--target', '45');
    expect([none.status, none.json.status, none.json.conflict.map(({ name }) => name), none.json.nearest_target]).toEqual([1, 'impossible', ['target', 'max_classes'], 0]);
    const below = await allocated(region({ limits: [{ year: 2026, budget_yuan: '-1', max_classes: '' }] }));
    expect([below.status, below.json.status, below.json.problems.map(({ sheet, column }) => `${sheet} ${column}`)]).toEqual([2, 'refused', ['limits budget_yuan']]);
  });

  test('half a class, and errors of the sheets', async () => {
    const half = await allocated(region({ options: [{ ...CLASS, unit: '44.5' }] }));
    expect([half.status, half.json.status, half.json.problems.map(({ sheet, column, code }) => `${sheet} ${column} ${code}`)]).toEqual([2, 'refused', ['options unit not_allowed']]);
    const twice = await allocated(region({ limits: [{ year: 2026, budget_yuan: '1', max_classes: '' }, { year: 2026, budget_yuan: '2', max_classes: '' }] }));
    expect([twice.status, twice.json.problems.map(({ code }) => code)]).toEqual([2, ['duplicate_key']]);
  });
});

test('for people, in each language its own words', async () => {
  const folder = folderOf(filesOf(region()));
  const said = async (...args: string[]) => (await guantong('allocate', folder, '--to', '2026', '--as-of', DAY, ...args)).stdout;
  expect(await said('--target', '45')).toMatch(/^合计（元）: 160,000.00\n已证明：没有更省的方案。/);
  expect(await said('--target', '45', '--lang', 'en')).toMatch(/^Total \(yuan\): 160,000.00\nProven: no plan costs less./);
  expect(await said('--target', '450', '--lang', 'en')).toMatch(/^No plan is possible|^With the options/);
});
