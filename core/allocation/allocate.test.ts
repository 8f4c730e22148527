import { describe, expect, test } from 'vitest';
import { highsInParts } from '../../solver/highs.ts';
import type { TypedSheets } from '../check/made-dataset.ts';
import { decimal, toFixed } from '../values/exact.ts';
import { allocate, type Allocation } from './allocate.ts';
import { aimless, option, pupils, situationFrom } from './made-allocation.ts';
import type { Question } from './situation.ts';

const solved = (sheets: TypedSheets, question: Partial<Question> = {}): Promise<Allocation> => allocate(situationFrom(sheets, question), highsInParts, { seconds: 20 });

function planIn({ answer }: Allocation): readonly string[] {
  if (answer.state !== 'proven') throw new Error(answer.state === 'impossible' ? answer.conflict.map(({ key }) => key).join() : answer.state);
  return answer.plan.decisions.map(({ year, option: { option_id }, count, campus_id, programme_id }) => `${year} ${count} × ${option_id} ${programme_id ?? campus_id ?? ''}`);
}

const costIn = ({ answer }: Allocation): string | null => (answer.state === 'proven' ? toFixed(answer.plan.cost_yuan, 2, 'down') : null);
const conflictIn = ({ answer }: Allocation): readonly string[] | null => (answer.state === 'impossible' ? answer.conflict.map(({ key }) => key) : null);
const nearestIn = ({ answer }: Allocation): number | null => (answer.state === 'impossible' ? answer.nearest : null);
const CLASS = option('K', 'class', { unit: 45, cost_yuan: 60_000, yearly_yuan: 20_000 });

describe('what comes is held against what is there', () => {
  test('a campus that has enough needs nothing, and it costs nothing', async () => {
    const found = await solved({});
    expect([planIn(found), costIn(found)]).toEqual([[], '0.00']);
  });

  // 295 in grade 3 are 269 a year later: one more than the campus on the line can hold.
  test.each([[294, []], [295, ['2026 1 × R C', '2026 1 × L C', '2026 1 × D C', '2026 1 × E C']]])('%i in grade 3 need %j', async (count, plan) => {
    const options = [option('R', 'room', { unit: 15 }), option('L', 'land', { unit: 54 }), option('D', 'dormitory', { unit: '6.5' }), option('E', 'equipment', { unit: 10_000 })];
    expect(planIn(await solved({ students: pupils(count, 3), options }))).toEqual(plan);
  });

  test('a hundredth of a square metre too little is too little', async () => {
    const options = [option('R', 'room', { unit: '14.99', max: 1 }), option('L', 'land', { unit: 54 }), option('D', 'dormitory', { unit: '6.5' }), option('E', 'equipment', { unit: 10_000 })];
    expect(conflictIn(await solved({ students: pupils(295, 3), options }))).toEqual(['R1-b C']);
  });
});

describe('an intake reaches its campus after three years', () => {
  const intakes = [{ year: 2026, school_id: 'S', programme_id: 'P', planned: 270 }, { year: 2027, school_id: 'S', programme_id: 'P', planned: 0 }];
  const more = [option('R', 'room', { unit: 15 }), option('L', 'land', { unit: 54 }), option('D', 'dormitory', { unit: '6.5' }), option('E', 'equipment', { unit: 10_000 }), option('T', 'teacher', { yearly_yuan: 9000 })];

  test('and is judged there although the last year decided for is over by then', async () => {
    // 270 are 232 in grade 4; with one class 315 are 271, three more than the campus holds, and one teacher more than it has.
    const plan = planIn(await solved({ intakes, options: [CLASS, ...more] }, { target: 315 }));
    expect(plan[0]).toBe('2026 1 × K P');
    expect(plan).toContain('2029 1 × T C');
    const room = plan.filter((line) => line.includes('× R'));
    expect(room.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0)).toBe(3);
  });

  test('where nothing can be bought the class is refused, and the nearest intake is named', async () => {
    const found = await solved({ intakes, options: [CLASS] }, { target: 315 });
    expect(conflictIn(found)).toEqual([expect.stringMatching(/ C$/), 'target']);
    expect(nearestIn(found)).toBe(270);
  });
});

describe('the office says what money for a kind of option counts for', () => {
  const intakes = [{ year: 2026, school_id: 'S', programme_id: 'P', planned: 270 }, { year: 2027, school_id: 'S', programme_id: 'P', planned: 0 }];
  const room = [option('R', 'room', { unit: 15 }), option('L', 'land', { unit: 54 }), option('D', 'dormitory', { unit: '6.5' }), option('E', 'equipment', { unit: 10_000 })];
  const people = [option('T', 'teacher', { cost_yuan: 0, yearly_yuan: 9000 }), option('U', 'ideology_teacher', { cost_yuan: 0, yearly_yuan: 9500 })];
  const weighing = (value: string): Question['pack'] => ({ ...aimless(), parameters: aimless().parameters.map((one) => (one.key === 'allocation.weight.teacher' ? { ...one, value: decimal(value) } : one)) });

  // Either fills the post; 9500 is 1.0555… times 9000.
  test.each([['1', 'T'], ['1.05', 'T'], ['1.06', 'U']])('with a weight of %s for teachers, %s is hired; what is paid is told as it is', async (value, hired) => {
    const found = await solved({ intakes, options: [CLASS, ...room, ...people] }, { target: 315, pack: weighing(value) });
    expect(planIn(found).filter((line) => / × [TU] /.test(line))).toEqual([`2029 1 × ${hired} C`]);
    if (found.answer.state !== 'proven') throw new Error(found.answer.state);
    const { costs, cost_yuan, weighed_yuan } = found.answer.plan;
    const [paid, weighed] = [cost_yuan, weighed_yuan].map((one) => Number(toFixed(one, 2, 'down')));
    const people_cost = costs.filter(({ kind }) => kind === 'teacher').reduce((sum, { yearly_yuan }) => sum + Number(toFixed(yearly_yuan, 2, 'down')), 0);
    expect(people_cost > 0).toBe(hired === 'T');
    expect(weighed).toBeCloseTo((paid ?? 0) + (Number(value) - 1) * people_cost, 6);
    expect(toFixed(found.answer.bound_yuan, 2, 'down')).toBe(toFixed(weighed_yuan, 2, 'down'));
  });
});

describe('both stages must hold', () => {
  const school = (secondary_teachers: number) => [{ school_id: 'S', on: '2025-09-01', total_land_m2: 500_000, total_building_m2: 200_000, total_equipment_yuan: 9_000_000, secondary_students: 555, secondary_teachers }];
  // 555 and one class of 45 are 600: 30 teachers for at most 20 each.
  test.each([[30, ['2026 1 × K P'], null], [29, null, ['S-teachers S', 'target']]])('a class needs the school’s own teachers too: %i of them', async (teachers, plan, conflict) => {
    const found = await solved({ students: pupils(90, 4), schools: school(teachers), options: [CLASS] }, { target: 45 });
    expect(conflictIn(found)).toEqual(conflict);
    if (plan !== null) expect(planIn(found)).toEqual(plan);
  });

  // The campus holds more than the school has: what is left is less than nothing, and serves nobody, but nobody is there.
  test.each([[null, [], null], [45, null, ['S-equipment S', 'target']]])('what is left of a school may be less than nothing while it has no secondary students: target %j', async (target, plan, conflict) => {
    const schools = [{ school_id: 'S', on: '2025-09-01', total_land_m2: 500_000, total_building_m2: 200_000, total_equipment_yuan: 1, secondary_students: 0, secondary_teachers: 30 }];
    const found = await solved({ students: pupils(90, 4), schools, options: [CLASS] }, { target });
    expect(conflictIn(found)).toEqual(conflict);
    if (plan !== null) expect([planIn(found), costIn(found)]).toEqual([plan, '0.00']);
  });
});

describe('limits of the office', () => {
  test('a class costs its opening and five years, and a budget below that of its first year forbids it', async () => {
    const asked = (budget_yuan: number) => solved({ options: [CLASS], limits: [{ year: 2026, budget_yuan }] }, { target: 45 });
    expect(costIn(await asked(80_000))).toBe('160000.00');
    expect(conflictIn(await asked(79_999))).toEqual(['target', 'budget_yuan']);
  });

  test('classes come whole, at most as many as a year allows', async () => {
    const asked = (max_classes: number, target: number) => solved({ options: [CLASS], limits: [{ year: 2026, max_classes }] }, { target });
    expect(planIn(await asked(2, 46))).toEqual(['2026 2 × K P']);
    const refused = await asked(1, 46);
    expect([conflictIn(refused), nearestIn(refused)]).toEqual([['target', 'max_classes'], 45]);
  });
});

test('people who are hired bring the degrees and titles that are lacking, and what binds says what it costs', async () => {
  const found = await solved({ students: pupils(295, 4), options: [
    option('T', 'teacher', { cost_yuan: 0, yearly_yuan: 140_000 }), option('R', 'room', { unit: 500 }), option('L', 'land', { unit: 2000 }), option('D', 'dormitory', { unit: 300 }), option('E', 'equipment', { unit: 300_000 }),
  ] });
  // 286 in grade 5 a year later: 16 teachers, one more than there are, for five years.
  expect(planIn(found)).toContain('2026 1 × T C');
  const binding = found.answer.state === 'proven' ? found.answer.binding.map(({ demand, saves_yuan }) => `${demand.key} ${toFixed(saves_yuan, 2, 'down')}`) : [];
  expect(binding).toContain('R5-d C 700000.00');
});
