import { expect, test } from 'vitest';
import { readTyped, type TypedSheets } from '../check/made-dataset.ts';
import { quzhou2024 } from '../policy/quzhou-2024/pack.ts';
import { date } from '../values/plain-date.ts';
import { parametersOn } from '../verdict/parameter.ts';
import { mayBeSpentOn } from './allowed-spending.ts';
import { budgetLines, unbudgetedKinds } from './budget.ts';
import { PLACES } from './made-year.ts';
import { yearOnYear } from './year-on-year.ts';

const rules = parametersOn(quzhou2024.parameters, date('2025-10-31'));
const budget = (category: string, amount_yuan: string, fiscal_year = 2025) => ({ payer_id: 'G', campus_id: 'C', fiscal_year, category, amount_yuan });
const spending = (spending_id: string, category: string, amount_yuan: string, fund = 'grant', spent_on = '2025-10-01') => ({ spending_id, campus_id: 'C', fund, category, amount_yuan, spent_on });
const dataset = (sheets: TypedSheets) => readTyped({ ...PLACES, ...sheets }).dataset;
const told = (sheets: TypedSheets, returned: { spending_id: string; fen: bigint }[] = []) => Object.fromEntries(
  budgetLines(dataset(sheets), returned, { campus_id: 'C', fiscal_year: 2025 }).map(({ category, budget: given, spent, other, outcome, reason, missing }) => [category, [given, spent, other, outcome, reason ?? missing.join()].join(' ')]));

test('M5-b, S2-c: money of a fund is spent on what it is for; before the law there is no rule', () => {
  expect([mayBeSpentOn('grant', 'equipment', rules), mayBeSpentOn('dorm', 'facilities', rules), mayBeSpentOn('dorm', 'teacher_training', rules), mayBeSpentOn('tuition_share', 'facilities', rules)]).toEqual([true, true, false, false]);
  expect(mayBeSpentOn('grant', 'equipment', parametersOn(quzhou2024.parameters, date('2024-05-28')))).toBeNull();
});

test('M5-b, S2-c: a budget is spent to the fen and not one more; another fund is beside it, another year is not in it', () => {
  const budgets = [budget('operation', '100'), budget('equipment', '50')];
  expect(told({ budgets, spending: [spending('1', 'operation', '60'), spending('2', 'operation', '40'), spending('3', 'operation', '7', 'dorm'), spending('4', 'operation', '9', 'grant', '2024-12-31')] }))
    .toMatchObject({ operation: '10000 10000 700 met ', equipment: '5000 0 0 met ', other: '0 0 0 not_applicable nothing_planned' });
  expect(told({ budgets, spending: [spending('1', 'operation', '100.01'), spending('2', 'other', '0.01')] })).toMatchObject({ operation: '10000 10001 0 unmet over_budget', other: '0 1 0 unmet not_budgeted' });
});

test('M5-g: what came back is not spent', () => {
  const sheets = { budgets: [budget('operation', '100')], spending: [spending('1', 'operation', '100.01')] };
  expect(told(sheets, [{ spending_id: '1', fen: 1n }])['operation']).toBe('10000 10000 0 met ');
});

test('what nobody reported is not zero', () => {
  expect(told({ budgets: [budget('operation', '100')], spending: [] })['operation']).toBe('10000   undetermined spending');
  expect(told({ budgets: [budget('operation', '100', 2024)], spending: [spending('1', 'operation', '1')] })['operation']).toBe(' 100 0 undetermined budgets');
});

test('S2-c: a kind of need without a line is named', () => {
  const of = (...kinds: string[]) => unbudgetedKinds(dataset({ budgets: kinds.map((kind) => budget(kind, '1')) }), 'C', 2025, rules);
  expect(of('operation', 'equipment', 'facilities', 'teacher_training')).toEqual(['teaching_reform']);
  expect(of('operation', 'equipment', 'facilities', 'teacher_training', 'teaching_reform')).toEqual([]);
  expect(unbudgetedKinds(dataset({}), 'C', 2025, rules)).toBeNull();
});

test('M5-a: a budget that grows by a fen has grown, one that stays has not', () => {
  const of = (before: string, now: string) => yearOnYear(dataset({ budgets: [budget('operation', before, 2024), budget('operation', now)] }), 'G', 2025);
  expect(of('100', '100.01')).toMatchObject({ outcome: 'met', change: 1n });
  expect(of('100', '100')).toMatchObject({ outcome: 'unmet', change: 0n });
  expect(yearOnYear(dataset({ budgets: [budget('operation', '100')] }), 'G', 2025)).toMatchObject({ outcome: 'undetermined', previous: null });
});
